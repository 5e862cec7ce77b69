"""How commitments and points stand, in Arabic: before a meeting, after it, by their reactions."""

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.summaries.prose.arabic import full_date, label_span, short_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.meeting_kinds import arabic_kind
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline
from outreach_app.summaries.session.plan import News, SessionPlan, SituationFacts
from outreach_app.summaries.session.writer import emergency_number

PAGE = Language.ARABIC
_REACTIONS = {
    "out.resolved": "تمت معالجتها",
    "out.answered": "أُشعر المعنيون بالجواب",
    "out.no_followup": "لم يُتخذ بشأنها أي إجراء",
    "out.out_of_scope": "خارج اختصاص الدائرة الأمنية",
    "out.under_study": "قيد الدراسة",
    "out.oriented": "توجيه المعنيين إلى المسطرة القضائية أو الرقم 19",
}
# How several, two and one commitment are said to have stood, the last two in the accusative.
_STATES = {
    "cst.done": ("منجزة", "منجزين", "منجزا"),
    "cst.partly": ("منجزة جزئيا", "منجزين جزئيا", "منجزا جزئيا"),
    "cst.in_progress": ("قيد الإنجاز", "قيد الإنجاز", "قيد الإنجاز"),
    "cst.open": ("قيد الانتظار", "قيد الانتظار", "قيد الانتظار"),
    "cst.overdue": ("متأخرة", "متأخرين", "متأخرا"),
    "cst.referred": (
        *("محالة على الجهة المختصة", "محالين على الجهة المختصة"),
        "محالا على الجهة المختصة",
    ),
    "cst.dropped": ("متخلى عنها", "متخلى عنهما", "متخلى عنه"),
    "cst.blocked": ("متعذرة التنفيذ", "متعذري التنفيذ", "متعذر التنفيذ"),
}
_UNKNOWN = ("غير معروفة الوضعية", "غير معروفي الوضعية", "غير معروف الوضعية")


def earlier(plan: SessionPlan) -> Text:
    """Return how the commitments of the meeting before stood on the day of this one."""
    before = plan.earlier
    if before is None:
        return ()
    day = Span(full_date(before.made_on), "earlier.made_on")
    until = f"إلى غاية {arabic_kind(plan.kind, plan.channel).this}"
    is_one_state = len(before.states) == 1
    fact = f"earlier.states.{before.states[0].code}.count"
    plural, dual, singular = _STATES.get(before.states[0].code, _UNKNOWN)
    total = Span(digits(before.number, PAGE), fact if is_one_state else "earlier")
    if before.number == 1:
        one = Span("الالتزام المسجل", fact)
        return text("وكان ", one, " يوم ", day, f"، {until}، {singular}.")
    if is_one_state and before.number == 2:
        two = Span("الالتزامان المسجلان", fact)
        return text("وكان ", two, " يوم ", day, f"، {until}، {dual}.")
    if is_one_state:
        lead = text("وكانت الالتزامات المسجلة يوم ", day, "، وعددها ", total)
        return text(lead, f"، {until}، {plural} كلها.")
    lead = text("وكانت وضعية الالتزامات المسجلة يوم ", day, "، وعددها ", total, "، ")
    if before.number == 2:
        two = Span("الالتزامين المسجلين", "earlier")
        lead = text("وكانت وضعية ", two, " يوم ", day, "، ")
    states = [
        text(
            f"{_STATES.get(state.code, _UNKNOWN)[0]}:\u00a0",
            Span(digits(state.count, PAGE), f"earlier.states.{state.code}.count"),
        )
        for state in before.states
    ]
    return text(lead, f"{until}، كما يلي: ", joined(states, "؛ "), ".")


def about(line: SituationFacts, path: str) -> Text:
    """Return what a line of the situation is about."""
    if line.commitment is not None:
        return text("الالتزام ", Span(digits(line.commitment, PAGE), f"{path}.commitment"))
    if line.news in (News.MOVED, News.CANCELLED):
        return text("اللقاء المقبل")
    if line.point is not None:
        return text("النقطة ", Span(digits(line.point, PAGE), f"{path}.point"))
    return text("إحالة على ", label_span(line.code or "", f"{path}.code"))


def news(line: SituationFacts, path: str) -> Text:
    """Return what came of it after the meeting."""
    words = text(": ", inline(line.words, f"{path}.words", PAGE)) if line.words else ()
    code = label_span(line.code, f"{path}.code") if line.code else None
    due = Span(short_date(line.due_on), f"{path}.due_on") if line.due_on else None
    point = Span(digits(line.point, PAGE), f"{path}.point") if line.point else None
    has_reason = line.code in ("cst.dropped", "cst.blocked")
    return {
        News.STATE: text(code or "", "، السبب" if has_reason and words else "", words),
        News.DUE: text("أجل جديد: ", due or "غير محدد"),
        News.PROMISED: text(
            "التزام لاحق",
            text(" بشأن النقطة ", point) if point else "",
            words,
            text("، أجله ", due) if due else "",
        ),
        News.REFERRED: text("إحالة على ", code or ""),
        News.SENT: text("وُجهت الإحالة", text(" على ", code or "") if line.point else ""),
        News.ANSWERED: text("ورد جواب ", code or "", words),
        News.REACTED: reaction(line.code, f"{path}.code") if line.code else (),
        News.REPLIED: text("الجواب", words),
        News.TOLD: text("أُشعر المعنيون بالجواب"),
        News.CLOSED: text("أُغلقت النقطة"),
        News.MOVED: text("تغير موعده إلى ", due or ""),
        News.CANCELLED: text("أُلغي"),
    }[line.news]


def reaction(code: str, fact: str) -> Text:
    """Return a reaction as it is told, the number to call told apart."""
    return emergency_number(Span(_REACTIONS.get(code) or vocabulary.label(code, PAGE), fact), PAGE)
