"""What we and the partner promised about points, in the opening of its sheet in Arabic."""

from collections.abc import Sequence

from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.summaries.hand_outs.others import ends_by_side
from outreach_app.summaries.hand_outs.plan import RemarkFacts

_PARTLY = "أُنجز جزئيا ما التُزم به"
_ENDS = {
    "kept": "أُنجز ما",
    "partly": "أُنجز جزئيا ما",
    "blocked": "تعذر تنفيذ ما",
    "dropped": "تم التخلي عما",
    "unkept": "لم يُنجز ما",
}


def told_by_side(clause: str, points: Sequence[RemarkFacts]) -> str:
    """Return a clause on what is partly done with what each side's came to, where that differs."""
    ends = ends_by_side(points) if _PARTLY in clause else None
    if ends is None:
        return clause
    ours, yours = ends[CommitmentOwner.OFFICE], ends[CommitmentOwner.PARTNER]
    said = f"{_ENDS[ours]} التزمنا به، و{_ENDS[yours]} التزمتم به،"
    return clause.replace(_PARTLY, said)
