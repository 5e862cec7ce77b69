"""What became of many points, in the opening of a partner's sheet: a few words on each state."""

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.others import Whose, half_kept, whose
from outreach_app.summaries.hand_outs.plan import HandOutPlan, RemarkFacts, StateCounts
from outreach_app.summaries.hand_outs.services import answered, count_services
from outreach_app.summaries.hand_outs.short_counts import short_group
from outreach_app.summaries.hand_outs.states import counted_group
from outreach_app.summaries.hand_outs.writer import groups
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.letters import in_letters

AR, FR = Language.ARABIC, Language.FRENCH
_FRENCH = {
    "treated": ("est traité", "sont traités"),
    "replied": ("a reçu une réponse", "ont reçu une réponse"),
    "closed": ("est clos", "sont clos"),
    "studied": ("est à l’étude", "sont à l’étude"),
    "transmitted": ("est transmis au service compétent", "sont transmis au service compétent"),
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
# What was promised about points was kept or dropped, not they.
_PROMISED = {
    "kept": "est réalisé",
    "running": "est en cours",
    "promised": "est en attente d’exécution",
    "partly": "est réalisé en partie",
    "late": "est en retard",
    "blocked": "n’a pu être réalisé",
    "dropped": "a été abandonné",
}
_ARABIC = {
    "kept": ("أُنجز ما التُزم به بشأن ", "", Case.GENITIVE),
    "treated": ("عولجت ", "", Case.NOMINATIVE),
    "replied": ("أُجيب عن ", "", Case.GENITIVE),
    "closed": ("أُغلقت ", "", Case.NOMINATIVE),
    "running": ("لا يزال ما التُزم به بشأن ", " قيد الإنجاز", Case.GENITIVE),
    "promised": ("لا يزال ما التُزم به بشأن ", " في انتظار التنفيذ", Case.GENITIVE),
    "partly": ("أُنجز جزئيا ما التُزم به بشأن ", "", Case.GENITIVE),
    "studied": ("لا تزال ", " قيد الدراسة", Case.NOMINATIVE),
    "transmitted": ("أُحيلت ", " على الجهة المختصة", Case.NOMINATIVE),
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
_SERVICES = {
    FR: ("au service compétent", "aux services compétents"),
    AR: ("الجهة المختصة", "الجهات المختصة"),
}
# No service has answered yet on what it was asked.
_AWAITED = {FR: " (réponse attendue)", AR: " في انتظار الجواب"}
_ALONE = {Case.NOMINATIVE: "اثنتان", Case.GENITIVE: "اثنتين"}
_SIDES = {
    FR: {Whose.OURS: " de notre côté", Whose.YOURS: " de votre côté"},
    AR: {Whose.OURS: " من جانبنا", Whose.YOURS: " من جانبكم"},
}
# Kept by one side, in part by the other.
_HALVES = {
    FR: {
        Whose.OURS: "de notre côté et en partie du vôtre",
        Whose.YOURS: "de votre côté et en partie du nôtre",
    },
    AR: {Whose.OURS: "من جانبنا وجزئيا من جانبكم", Whose.YOURS: "من جانبكم وجزئيا من جانبنا"},
}


def in_short(plan: HandOutPlan, states: StateCounts, page: Language) -> Text:
    """Return « . À ce jour : quatre ont reçu une réponse et un est clos »."""
    clauses = [_clause(plan, name, number, page) for name, number in groups(states)]
    if page is FR:
        return text(". À ce jour\u00a0: ", listed(clauses, FR))
    return text(". وإلى حد الآن: ", joined(clauses, "، و"))


def _clause(plan: HandOutPlan, name: str, number: int, page: Language) -> Text:
    points = [
        each for each in plan.remarks[: plan.points] if short_group(counted_group(each)) == name
    ]
    fact = f"in_short.{name}"
    side = _SIDES[page].get(whose(points, name), "") if name == "late" else ""
    half = _HALVES[page].get(half_kept(points) or Whose.OTHERS) if name == "partly" else None
    one, several = _SERVICES[page]
    services = several if count_services(points) > 1 else one
    end = _AWAITED[page] if name == "transmitted" and all(map(_is_awaited, points)) else side
    if page is FR:
        lead = "ce qui a été promis pour " if name in _PROMISED else ""
        said = _PROMISED.get(name) or _FRENCH[name][number > 1]
        said = f"{said.removesuffix('en partie')}{half}" if half else said
        said = said.replace(one, services)
        return text(lead, Span(in_letters(number, FR, feminine=False), fact), f" {said}{end}")
    before, after, case = _ARABIC[name]
    after = f" {half}" if half else after
    return text(before, Span(_alone(number, case), fact), after.replace(one, services), end)


def _is_awaited(remark: RemarkFacts) -> bool:
    return bool(remark.referrals) and not answered(remark).referrals


def _alone(number: int, case: Case) -> str:
    """Return a number of points, which stand before it: «اثنتان», «ثلاث»."""
    if number == 1:
        return "واحدة"
    return _ALONE[case] if number == 2 else in_letters(number, AR, feminine=True)
