"""What was promised about the points of a partner's sheet, in its opening in French."""

from collections.abc import Sequence

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.summaries.hand_outs.others import (
    Whose,
    count_kept_of,
    count_promises,
    ends_by_side,
    whose,
)
from outreach_app.summaries.hand_outs.plan import RemarkFacts
from outreach_app.summaries.hand_outs.states import RENEWED
from outreach_app.summaries.prose.letters import in_letters

PAGE = Language.FRENCH
# What was promised about the points of a group: one commitment, and several.
PROMISED = {
    "kept": ("d’un engagement réalisé", "d’engagements réalisés"),
    "kept_transmitted": ("d’un engagement réalisé", "d’engagements réalisés"),
    "promised": (
        "d’un engagement qui reste à exécuter",
        "d’engagements qui restent à exécuter",
    ),
    "partly": ("d’un engagement réalisé en partie", "d’engagements réalisés en partie"),
    "passed_on": (
        "d’un engagement transmis au service compétent",
        "d’engagements transmis au service compétent",
    ),
    "late": ("d’un engagement dont le délai est échu", "d’engagements dont le délai est échu"),
    "blocked": (
        "d’un engagement qui n’a pu être réalisé",
        "d’engagements qui n’ont pu être réalisés",
    ),
    "dropped": ("d’un engagement abandonné", "d’engagements abandonnés"),
    "by_other": (
        "d’un engagement de l’un des partenaires",
        "d’engagements de partenaires",
    ),
}
_WHOSE = {Whose.EITHER: "de notre part ou de la vôtre"}
# What one promise of ours or of the partner's came to, and several.
_ENDS = {
    "kept": ("est réalisé", "sont réalisés"),
    "kept_transmitted": (
        "est réalisé, avec saisine du service compétent (réponse attendue)",
        "sont réalisés, avec saisine du service compétent (réponse attendue)",
    ),
    "promised": ("reste à exécuter", "restent à exécuter"),
    "partly": ("est réalisé en partie", "sont réalisés en partie"),
    "passed_on": (
        "a été transmis au service compétent",
        "ont été transmis au service compétent",
    ),
    "late": ("est en retard", "sont en retard"),
    "blocked": ("n’a pu être réalisé", "n’ont pu être réalisés"),
    "dropped": ("a été abandonné", "ont été abandonnés"),
    "unkept": ("n’a pas été réalisé", "n’ont pas été réalisés"),
}
# One promise, and several; of both sides, one each and more.
_OWN = {
    Whose.OURS: ("notre engagement", "nos engagements"),
    Whose.YOURS: ("votre engagement", "vos engagements"),
    Whose.BOTH: ("notre engagement et le vôtre", "nos engagements et les vôtres"),
}
# Of two points, each with one promise.
_PAIR = " (l’un de notre part, l’autre de la vôtre)"
_YOURS = ("le vôtre", "les vôtres")


def own_promises(name: str, points: Sequence[RemarkFacts], about: str = "") -> str | None:
    """Return « notre engagement est réalisé », also the partner's; None of others' promises."""
    ends = ends_by_side(points) if name == "partly" else None
    if ends:
        return _by_side(points, ends, about)
    number, who = sum(count_promises(each, name) for each in points), whose(points, name)
    if name not in _ENDS or who not in _OWN or (name == "partly" and _is_counted(points)):
        return None
    one_each = 2 if who is Whose.BOTH else 1
    return f"{_OWN[who][number > one_each]}{about} {_ENDS[name][number > 1]}"


def _by_side(points: Sequence[RemarkFacts], ends: dict[CommitmentOwner, str], about: str) -> str:
    """Return « notre engagement est réalisé, le vôtre a été abandonné »."""
    told = []
    for owner, end in ends.items():
        made = [row for each in points for row in each.commitments if row.owner == owner]
        are_several = sum(row.status != RENEWED for row in made) > 1
        is_ours = owner == CommitmentOwner.OFFICE
        lead = f"{_OWN[Whose.OURS][are_several]}{about}" if is_ours else _YOURS[are_several]
        told.append(f"{lead} {_ENDS[end][are_several]}")
    return ", ".join(told)


def _is_counted(points: Sequence[RemarkFacts]) -> bool:
    """Return whether it is known how many of the promises about the only point are kept."""
    return len(points) == 1 and count_kept_of(points[0]) is not None


def promised(name: str, points: Sequence[RemarkFacts]) -> str:
    """Return « a fait l’objet d’engagements réalisés »: of one point too there may be several."""
    have = "ont" if len(points) > 1 else "a"
    number = sum(count_promises(each, name) for each in points)
    who = whose(points, name)
    by = _WHOSE.get(who)
    is_pair = who is Whose.EITHER and number == len(points) == 2
    lead, end = (f", {by},", "") if by and not is_pair else ("", _PAIR if is_pair else "")
    said = f"{have} fait l’objet{lead} {PROMISED[name][max(len(points), number) > 1]}{end}"
    if name == "partly" and len(points) == 1 and (told := count_kept_of(points[0])):
        kept, all_ = (in_letters(each, PAGE, feminine=False) for each in told)
        said = f"a fait l’objet de {all_} engagements, dont {kept} réalisé{'s' * (told[0] > 1)}"
    asked = " avec saisine du service compétent (réponse attendue)"
    return f"{said}{asked}" if name == "kept_transmitted" else said
