"""Tell that other partners promised several things about a point, and how those ended."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.hand_outs.plan import PromiseFacts, RemarkFacts, SeveralFacts
from outreach_app.summaries.hand_outs.states import RENEWED, group_of, running
from outreach_app.summaries.prose.arabic import joined_to
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, count, takes_feminine_verb
from outreach_app.summaries.prose.letters import in_letters, spelled
from outreach_app.summaries.prose.nouns import COMMITMENT

AR, FR = Language.ARABIC, Language.FRENCH
# The groups that tell how promises ended, and the end.
_ENDED = {"kept": "kept", "kept_transmitted": "kept", "blocked": "blocked", "dropped": "dropped"}
_ENDS_OF_SIDES = {"kept", "partly", "blocked", "dropped"}
# What leads to the number of those that ended in each way, and of one and of several what follows.
_ARABIC = {"kept": "تم الوفاء ", "blocked": "تعذر تنفيذ ", "dropped": "تم التخلي عن "}
_FRENCH = {
    "kept": ("tenu", "tenus"),
    "blocked": ("non réalisable", "non réalisables"),
    "dropped": ("abandonné", "abandonnés"),
}


class Whose(StrEnum):
    """Hold who made some promises: this office, the partner a sheet is for, both, or others too.

    BOTH is of each point, EITHER of points that not both promised something about.
    """

    OURS = "ours"
    YOURS = "yours"
    BOTH = "both"
    EITHER = "either"
    OTHERS = "others"


def several_of(promises: Sequence[PromiseFacts]) -> SeveralFacts | None:
    """Count promises by how they ended; None of a single one. How far one is, is its own."""
    if len(promises) < 2:
        return None
    found = [promise.status for promise in promises]
    return SeveralFacts(
        total=len(promises),
        kept=found.count(CommitmentStatus.DONE) or None,
        blocked=found.count(CommitmentStatus.BLOCKED) or None,
        dropped=found.count(CommitmentStatus.DROPPED) or None,
    )


def count_promises(remark: RemarkFacts, group: str) -> int:
    """Return how many promises about a point, of ours or of others, came to what a group tells.

    What is partly kept counts all of them, as some may be kept and others not.
    """
    several, number = remark.several_of_others, 0
    if group in {"by_other", "partly"} and remark.has_promise_of_other:
        number = several.total if several else 1
    elif name := _ENDED.get(group):
        is_one = remark.end_of_others is not None and group_of(remark.end_of_others) == name
        number = (getattr(several, name) or 0) if several else int(is_one)
    return number + sum(_tells(promise, group) for promise in remark.commitments)


def whose(remarks: Iterable[RemarkFacts], group: str) -> Whose:
    """Return who made the promises that a group tells."""
    owners: set[CommitmentOwner] = set()
    each: set[frozenset[CommitmentOwner]] = set()
    for remark in remarks:
        found = [row for row in remark.commitments if _tells(row, group)]
        if len(found) < count_promises(remark, group):
            return Whose.OTHERS
        of_one = frozenset(CommitmentOwner(row.owner) for row in found)
        each.add(of_one)
        owners |= of_one
    are_both = {CommitmentOwner.OFFICE, CommitmentOwner.PARTNER}
    if owners == are_both and len(each) > 1:
        return Whose.EITHER
    return {
        frozenset({CommitmentOwner.OFFICE}): Whose.OURS,
        frozenset({CommitmentOwner.PARTNER}): Whose.YOURS,
        frozenset(are_both): Whose.BOTH,
    }.get(frozenset(owners), Whose.OTHERS)


def ends_by_side(remarks: Iterable[RemarkFacts]) -> dict[CommitmentOwner, str] | None:
    """Return what we promised came to, and the partner, where these differ; None otherwise."""
    rows = list(remarks)
    made = [each for row in rows for each in row.commitments]
    is_by_others = any(each.owner == CommitmentOwner.AUTHORITY for each in made)
    if is_by_others or any(row.has_promise_of_other for row in rows):
        return None
    sides = (CommitmentOwner.OFFICE, CommitmentOwner.PARTNER)
    ours, yours = (
        _end({each.status for each in made if each.owner == side} - {RENEWED}) for side in sides
    )
    return (
        dict(zip(sides, (ours, yours), strict=True)) if ours and yours and ours != yours else None
    )


def is_done_here(remark: RemarkFacts) -> bool:
    """Return whether a point is partly done because the partner's side of it is not."""
    ends = ends_by_side([remark]) if remark.state == CommitmentStatus.PARTLY else None
    return ends is not None and ends[CommitmentOwner.OFFICE] == "kept"


def _end(statuses: set[str]) -> str | None:
    """Return the group of the promises of one side, « unkept » of two ends; None if one runs."""
    groups = {group_of(running(status)) for status in statuses}
    if len(groups) == 1 and groups <= _ENDS_OF_SIDES:
        return groups.pop()
    if not groups or not groups <= _ENDS_OF_SIDES:
        return None
    return "partly" if groups & {"kept", "partly"} else "unkept"


def _tells(promise: PromiseFacts, group: str) -> bool:
    if promise.status == RENEWED:
        return False
    return group == "partly" or group_of(running(promise.status)) == _ENDED.get(group, group)


def count_kept_of(remark: RemarkFacts) -> tuple[int, int] | None:
    """Return how many promises about a point were kept, and of how many; None if one partly was."""
    kept, all_ = count_promises(remark, "kept"), count_promises(remark, "partly")
    is_one_partly = any(row.status == CommitmentStatus.PARTLY for row in remark.commitments)
    return None if is_one_partly or not kept else (kept, all_)


def several_by_others(several: SeveralFacts, path: str, language: Language) -> Text:
    """Return « Deux engagements de partenaires ont été pris à ce sujet : un tenu… »."""
    ended = [(name, number) for name in _FRENCH if (number := getattr(several, name)) is not None]
    if language is FR:
        made = spelled(COMMITMENT, several.total, Case.NOMINATIVE, FR)
        said = Span(made[:1].upper() + made[1:], f"{path}.total")
        ends = [
            text(
                Span(
                    f"{in_letters(number, FR, feminine=False)} {_FRENCH[name][number > 1]}",
                    f"{path}.{name}",
                )
            )
            for name, number in ended
        ]
        told = text("\u00a0: ", listed(ends, FR)) if ends else ()
        return text(said, " de partenaires ont été pris à ce sujet", told)
    is_feminine = takes_feminine_verb(COMMITMENT, several.total)
    said = Span(count(COMMITMENT, several.total, Case.NOMINATIVE, AR), f"{path}.total")
    ends = [text(_ARABIC[name], _arabic(name, number, path)) for name, number in ended]
    told = text(": ", joined(ends, "، و")) if ends else ()
    verb = "اتُّخذت" if is_feminine else "اتُّخذ"
    return text(verb, " من جانب الشركاء ", said, " بشأن هذه النقطة", told)


def _arabic(name: str, number: int, path: str) -> Text:
    said = text(Span(count(COMMITMENT, number, Case.GENITIVE, AR), f"{path}.{name}"))
    return joined_to("ب", said) if name == "kept" else said
