"""What became of many points, in the opening of a partner's sheet: a few words on each state."""

from collections.abc import Iterator, Sequence

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.arabic_promised import told_by_side
from outreach_app.summaries.hand_outs.arabic_services import received
from outreach_app.summaries.hand_outs.french_names import by_services
from outreach_app.summaries.hand_outs.french_promised import PROMISED, own_promises, promised
from outreach_app.summaries.hand_outs.others import Whose, ends_by_side, whose
from outreach_app.summaries.hand_outs.plan import (
    HandOutPlan,
    PromiseFacts,
    RemarkFacts,
    StateCounts,
)
from outreach_app.summaries.hand_outs.services import answered, count_services
from outreach_app.summaries.hand_outs.short_counts import short_group
from outreach_app.summaries.hand_outs.states import counted_group, group_of, running
from outreach_app.summaries.hand_outs.writer import groups
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.letters import can_spell, in_letters
from outreach_app.summaries.prose.nouns import POINT
from outreach_app.summaries.prose.numbers import digits

# A group, its points, and the fact that their number is of.
_Part = tuple[str, Sequence[RemarkFacts], str]

AR, FR = Language.ARABIC, Language.FRENCH
_FRENCH = {
    "treated": ("est traité", "sont traités"),
    "replied_twice": (
        "a reçu notre réponse et {that} {services}",
        "ont reçu notre réponse et {that} {services}",
    ),
    "replied": ("a reçu une réponse de notre part", "ont reçu une réponse de notre part"),
    "closed": ("est clos", "sont clos"),
    "running": ("est en cours de traitement", "sont en cours de traitement"),
    "studied": ("est à l’étude", "sont à l’étude"),
    "transmitted": ("est transmis au service compétent", "sont transmis au service compétent"),
    "answered": ("a reçu une réponse {services}", "ont reçu une réponse {services}"),
    "oriented": (
        "a donné lieu à l’orientation des personnes concernées",
        "ont donné lieu à l’orientation des personnes concernées",
    ),
    "out_of_scope": ("est hors de notre compétence", "sont hors de notre compétence"),
    "no_followup": ("est resté sans suite", "sont restés sans suite"),
    "by_other": ("dépend d’un autre partenaire", "dépendent d’autres partenaires"),
    "noted": (
        "est inscrit au suivi des informations à vérifier",
        "sont inscrits au suivi des informations à vérifier",
    ),
    "again": ("a été repris par la suite", "ont été repris par la suite"),
    "waiting": ("attend une suite de notre part", "attendent une suite de notre part"),
}
_ARABIC = {
    "kept": ("أُنجز ما التُزم به بشأن ", "", Case.GENITIVE),
    "treated": ("عولجت ", "", Case.NOMINATIVE),
    "replied_twice": ("أجبنا عن ", "، كما {received} بشأنها", Case.GENITIVE),
    "replied": ("أجبنا عن ", "", Case.GENITIVE),
    "closed": ("أُغلقت ", "", Case.NOMINATIVE),
    "running": ("لا يزال ما التُزم به بشأن ", " قيد الإنجاز", Case.GENITIVE),
    "promised": ("لا يزال ما التُزم به بشأن ", " في انتظار التنفيذ", Case.GENITIVE),
    "partly": ("أُنجز جزئيا ما التُزم به بشأن ", "", Case.GENITIVE),
    "studied": ("لا تزال ", " قيد الدراسة", Case.NOMINATIVE),
    "transmitted": ("أُحيلت ", " على الجهة المختصة", Case.NOMINATIVE),
    "answered": ("{received} بشأن ", "", Case.GENITIVE),
    "oriented": ("وُجه المعنيون إلى المسطرة الواجب سلوكها بشأن ", "", Case.GENITIVE),
    "late": ("تأخر تنفيذ ما التُزم به بشأن ", "", Case.GENITIVE),
    "blocked": ("تعذر تنفيذ ما التُزم به بشأن ", "", Case.GENITIVE),
    "dropped": ("تم التخلي عما التُزم به بشأن ", "", Case.GENITIVE),
    "out_of_scope": ("تقع ", " خارج الاختصاص", Case.NOMINATIVE),
    "no_followup": ("لم يُتخذ أي إجراء بشأن ", "", Case.GENITIVE),
    "by_other": ("يتوقف ما التُزم به بشأن ", " على غيركم من الشركاء", Case.GENITIVE),
    "noted": ("سُجلت ", " ضمن الأخبار المتداولة", Case.NOMINATIVE),
    "again": ("أُثيرت ", " من جديد لاحقا", Case.NOMINATIVE),
    "waiting": ("لا تزال ", " في انتظار إجراء من جانبنا", Case.NOMINATIVE),
}
_ORDER = ["kept", "treated", "replied_twice", "replied", "answered"]
_ORDER += [name for name in _ARABIC if name not in _ORDER]
# Of two points, each of them is meant.
_OF_TWO = {"replied_twice": "، كما {received} بشأنهما"}
# Whose promises they are, where that is told.
_WHOSE = {
    Whose.OURS: "ما التزمنا به",
    Whose.YOURS: "ما التزمتم به",
    Whose.BOTH: "ما التزمنا به وما التزمتم به",
}
_FOR = "pour "
_AWAITED = {FR: " (réponse attendue)", AR: " في انتظار الجواب"}
_ALONE = {Case.NOMINATIVE: "اثنتان", Case.GENITIVE: "اثنتين"}


def in_short(plan: HandOutPlan, states: StateCounts, page: Language) -> Text:
    """Return « . À ce jour : quatre points ont reçu une réponse de notre part et un est clos »."""
    # Answers of services stand beside ours.
    shown = sorted(groups(states), key=lambda group: _ORDER.index(group[0]))
    parts = [part for name, number in shown for part in _parts(plan, name, number)]
    others = [_is_another_one(part, parts[:place]) for place, part in enumerate(parts)]
    if page is AR:
        told = [
            _arabic(plan, *part, is_another=each) for part, each in zip(parts, others, strict=True)
        ]
        return text(". وإلى حد الآن: ", joined(told, "، و"))
    told = [
        _french(plan, *part, is_first=place == 0, is_another=others[place])
        for place, part in enumerate(parts)
    ]
    # A clause that begins with « pour deux points, » has a comma of its own.
    have_commas = any(clause[0].text == _FOR for clause in told)
    clauses = joined(told, "\u00a0; ") if have_commas else listed(told, FR)
    return text(". À ce jour\u00a0: ", clauses)


def _parts(plan: HandOutPlan, name: str, number: int) -> Iterator[_Part]:
    """Yield the points of a group, apart by who promised something about them, with their fact."""
    points = [
        each for each in plan.remarks[: plan.points] if short_group(counted_group(each)) == name
    ]
    found: dict[Whose | None, list[RemarkFacts]] = {}
    are_apart = name in {*PROMISED, "running"} and name != "by_other"
    are_apart &= name != "partly" or not ends_by_side(points)
    for point in points:
        found.setdefault(whose([point], name) if are_apart else None, []).append(point)
    for each in found.values():
        is_all = len(each) == number
        yield name, each, f"in_short.{name}" if is_all else f"remarks.{each[0].number}.state"


def _french(
    plan: HandOutPlan,
    name: str,
    points: Sequence[RemarkFacts],
    fact: str,
    *,
    is_first: bool,
    is_another: bool,
) -> Text:
    """Return « deux sont à l’étude », « pour deux points, notre engagement est réalisé »."""
    number = len(points)
    few = in_letters(number, FR, feminine=False)
    if number > 1 and not can_spell((plan.points,), FR):
        few = digits(number, FR)
    point = f"\u00a0point{'s' if number > 1 else ''}" if is_first else ""
    point = "\u00a0autre" if is_another else point
    them = Span(f"{few}{point}", fact)
    if own := own_promises(name, points):
        only = _only(name, points)
        return text(_FOR, them, f", {only}{own}")
    plain = _FRENCH.get(name)
    said = plain[number > 1] if plain else promised(name, points)
    that = "celles" if count_services(points) > 1 else "celle"
    said = said.format(that=that, services=by_services(points))
    if count_services(points) > 1:
        said = said.replace("au service compétent", "aux services compétents")
    return text(them, f" {said}{_awaited(name, points, FR)}")


def _only(name: str, points: Sequence[RemarkFacts]) -> str:
    """Return « seul » where one side alone is late, and the other promised something too."""
    late = {row.owner for each in points for row in each.commitments if _is_late(row)}
    others = [
        [row for row in each.commitments if row.owner not in late and not _is_late(row)]
        for each in points
    ]
    are_late = sum(_is_late(row) for each in points for row in each.commitments)
    if name != "late" or len(late) != 1 or not all(others):
        return ""
    return "seuls " if are_late > 1 else "seul "


def _is_late(row: PromiseFacts) -> bool:
    return group_of(running(row.status)) == "late"


def _arabic(
    plan: HandOutPlan, name: str, points: Sequence[RemarkFacts], fact: str, *, is_another: bool
) -> Text:
    """Return «لا تزال اثنتان قيد الدراسة», «أُنجز ما التزمنا به بشأن واحدة».

    One of which the same is said as of one before `is_another`.
    """
    number = len(points)
    before, after, case = _ARABIC[name]
    after = _OF_TWO.get(name, after) if number == 2 else after
    before = told_by_side(before, points)
    if by := _WHOSE.get(whose(points, name)):
        before = before.replace("ما التُزم به", by)
    answers = received([answered(each) for each in points])
    before, after = (each.format(received=answers) for each in (before, after))
    if count_services(points) > 1:
        after = after.replace("الجهة المختصة", "الجهات المختصة") if name == "transmitted" else after
    few = "واحدة أخرى" if is_another else _alone(number, case)
    if number > 2 and not can_spell((plan.points,), AR):
        few = count(POINT, number, case, AR)
    return text(before, Span(few, fact), after, _awaited(name, points, AR))


def _is_another_one(part: _Part, before: Sequence[_Part]) -> bool:
    """Return whether the same was said of one before: «أجبنا عن واحدة، …، وأجبنا عن واحدة»."""
    name, points, _fact = part
    lead = _ARABIC[name][0]
    ones = [each for each, others, _ in before if len(others) == 1 and each != name]
    return len(points) == 1 and any(_ARABIC[each][0] == lead for each in ones)


def _awaited(name: str, points: Sequence[RemarkFacts], page: Language) -> str:
    """Return that no service has answered yet on what it was asked; else nothing."""
    are_silent = all(each.referrals and not answered(each).referrals for each in points)
    return _AWAITED[page] if name == "transmitted" and are_silent else ""


def _alone(number: int, case: Case) -> str:
    """Return a number of points, which stand before it: «اثنتان», «ثلاث»."""
    if number == 1:
        return "واحدة"
    return _ALONE[case] if number == 2 else in_letters(number, AR, feminine=True)
