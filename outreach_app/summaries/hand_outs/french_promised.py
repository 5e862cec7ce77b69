"""What was promised about the points of a partner's sheet, in its opening in French."""

from collections.abc import Sequence

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.others import (
    Whose,
    count_kept_of,
    count_promises,
    half_kept,
    whose,
)
from outreach_app.summaries.hand_outs.plan import RemarkFacts
from outreach_app.summaries.hand_outs.services import count_services
from outreach_app.summaries.prose.letters import in_letters

PAGE = Language.FRENCH
# What was promised about the points of a group: one commitment, and several.
PROMISED = {
    "kept": ("d’un engagement réalisé", "d’engagements réalisés"),
    "kept_transmitted": ("d’un engagement réalisé", "d’engagements réalisés"),
    "promised": (
        "d’un engagement en attente d’exécution",
        "d’engagements en attente d’exécution",
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
_WHOSE = {
    Whose.OURS: "de notre part",
    Whose.YOURS: "de votre part",
    Whose.BOTH: "de notre part et de la vôtre",
    Whose.EITHER: "de notre part ou de la vôtre",
}
# What the only promise about the only point came to.
_ONE_PROMISE = {
    "kept": "est réalisé",
    "kept_transmitted": "est réalisé, avec saisine du service compétent (réponse attendue)",
    "promised": "est en attente d’exécution",
    "partly": "est réalisé en partie",
    "passed_on": "a été transmis au service compétent",
    "late": "est en retard",
    "blocked": "n’a pu être réalisé",
    "dropped": "a été abandonné",
}
_OWN = {Whose.OURS: "notre", Whose.YOURS: "votre"}
# Of two points, each with one promise.
_PAIR = " (l’un de notre part, l’autre de la vôtre)"
_HALVES = {
    Whose.OURS: "de notre côté et en partie du vôtre",
    Whose.YOURS: "de votre côté et en partie du nôtre",
}


def one_promise(remark: RemarkFacts, name: str) -> str | None:
    """Return « notre engagement à ce sujet est réalisé » of the only one; None of another's."""
    own = _OWN.get(whose([remark], name))
    if own is None or count_promises(remark, name) != 1:
        return None
    said = _ONE_PROMISE[name]
    if count_services([remark]) > 1:
        said = said.replace("du service compétent", "des services compétents")
    return f"{own} engagement à ce sujet {said}"


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
    if name == "partly" and (half := half_kept(points)):
        said = f"{'sont réalisés' if len(points) > 1 else 'est réalisé'} {_HALVES[half]}"
    asked = " avec saisine du service compétent (réponse attendue)"
    return f"{said}{asked}" if name == "kept_transmitted" else said
