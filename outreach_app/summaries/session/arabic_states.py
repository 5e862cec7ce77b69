"""How commitments and points stand, in Arabic: before a meeting, after it, by their reactions."""

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus, PointReaction
from outreach_app.summaries.prose.arabic import chief, full_date, label_span, short_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.bodies import name_of_one
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.meeting_kinds import arabic_kind
from outreach_app.summaries.prose.nouns import COMMITMENT
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.session.plan import (
    CommitmentFacts,
    EarlierFacts,
    News,
    SessionPlan,
    SituationFacts,
    StateCount,
)
from outreach_app.summaries.session.writer import (
    by_debtor,
    debtor_of_all,
    emergency_number,
    is_own,
    promise_path,
)

PAGE = Language.ARABIC
_REACTIONS = {
    "out.resolved": "تمت تسوية النقطة",
    "out.answered": "أُشعر المشاركون بالجواب",
    "out.no_followup": "لم يُتخذ بشأنها أي إجراء",
    "out.out_of_scope": "خارج اختصاص الدائرة الأمنية",
    "out.under_study": "قيد الدراسة",
    "out.oriented": (
        "دُعي المشاركون إلى التبليغ بالوقائع وفق المساطر القانونية، لدى الشرطة القضائية أو "
        "النيابة العامة المختصة، أو الاتصال بالرقم 19"
    ),
}
# How one, two, three to ten, and more commitments are said to stand.
_STATES = {
    "cst.done": ("منجز", "منجزان", "منجزة", "منجزا"),
    "cst.partly": ("منجز جزئيا", "منجزان جزئيا", "منجزة جزئيا", "منجزا جزئيا"),
    "cst.in_progress": ("قيد التنفيذ",) * 4,
    "cst.open": ("في انتظار التنفيذ",) * 4,
    "cst.overdue": ("تجاوز أجله", "تجاوزا أجلهما", "تجاوزت أجلها", "تجاوزت أجلها"),
    "cst.referred": (
        *("محال على الجهة المختصة", "محالان على الجهة المختصة"),
        *("محالة على الجهة المختصة", "محالا على الجهة المختصة"),
    ),
    "cst.dropped": (
        *("تم التخلي عنه", "تم التخلي عنهما"),
        *("تم التخلي عنها", "تم التخلي عنها"),
    ),
    "cst.blocked": ("تعذر تنفيذه", "تعذر تنفيذهما", "تعذر تنفيذها", "تعذر تنفيذها"),
}
_UNKNOWN = ("غير معروف الوضعية", "غير معروفي الوضعية", "غير معروفة الوضعية", "غير معروف الوضعية")
# The same after «كان», where one and two take the accusative.
_STOOD = {
    "cst.done": ("منجزا", "منجزين"),
    "cst.partly": ("منجزا جزئيا", "منجزين جزئيا"),
    "cst.overdue": ("متجاوزا لأجله", "متجاوزين لأجلهما"),
    "cst.referred": ("محالا على الجهة المختصة", "محالين على الجهة المختصة"),
    "cst.dropped": ("متخلى عنه", "متخلى عنهما"),
    "cst.blocked": ("متعذر التنفيذ", "متعذري التنفيذ"),
}
# How the state of a commitment is told as what came after the meeting.
_NEWS_STATES = {
    "cst.open": "في انتظار التنفيذ منذ هذا التاريخ",
    "cst.in_progress": "قيد التنفيذ منذ هذا التاريخ",
    "cst.overdue": "انقضى الأجل دون إنجاز الالتزام",
    "cst.dropped": "تُخلي عنه",
    "cst.blocked": "تعذر تنفيذه",
}


def earlier(plan: SessionPlan) -> Text:
    """Return how the commitments of the meeting before stood on the day of this one."""
    before = plan.earlier
    if before is None:
        return ()
    if before.number == 1:
        return _only(before, plan)
    by_one = debtor_of_all(before, lambda promise, path: debtor(promise, path, plan.office))
    by_all = text(" على عاتق ", by_one) if by_one else ""
    made: Text = text(" يوم ", Span(full_date(before.made_on), "earlier.made_on"), by_all)
    if len(before.states) == 1:
        return _alike(before, made, plan, by_one)
    those = text(
        "الالتزامات المسجلة", made, "، وعددها ", Span(digits(before.number, PAGE), "earlier")
    )
    if before.number == 2:
        those = text(Span("الالتزامين المسجلين", "earlier"), made)
    states = [text(_counted_state(state), _which(state, plan, by_one)) for state in before.states]
    this = arabic_kind(plan.kind, plan.channel).this
    lead = text("وكانت وضعية ", those, f"، إلى غاية {this}، كالتالي: ")
    return text(lead, joined(states, "؛ و" if before.is_named else "، و"), ".")


def _alike(before: EarlierFacts, made: Text, plan: SessionPlan, by_one: Text) -> Text:
    """Return how several commitments stood, all in one state."""
    state, this = before.states[0], arabic_kind(plan.kind, plan.channel).this
    which = _which(state, plan, by_one)
    fact, is_done = f"earlier.states.{state.code}.count", state.code == CommitmentStatus.DONE
    if before.number == 2:
        those = text(Span("الالتزامان المسجلان", fact), made)
        if is_done:
            return text("وقد أُنجز ", those, f" قبل {this}", which, ".")
        stood = _STOOD.get(state.code) or _STATES.get(state.code, _UNKNOWN)
        return text("وكان ", those, f"، إلى غاية {this}، {stood[1]}", which, ".")
    total = Span(digits(before.number, PAGE), fact)
    those = text("الالتزامات المسجلة", made, "، وعددها ", total)
    if is_done:
        return text("وقد أُنجزت ", those, f"، كلها قبل {this}", which, ".")
    said = _STATES.get(state.code, _UNKNOWN)[2]
    return text("وكانت ", those, f"، إلى غاية {this}، كلها {said}", which, ".")


def _only(before: EarlierFacts, plan: SessionPlan) -> Text:
    """Return how the only commitment stood, with who owes it and what it is where that is told."""
    state, this = before.states[0], arabic_kind(plan.kind, plan.channel).this
    made: Text = text(
        Span("الالتزام المسجل", f"earlier.states.{state.code}.count"),
        " يوم ",
        Span(full_date(before.made_on), "earlier.made_on"),
    )
    due: Text = ()
    for promise in state.promises:
        path = promise_path(state, promise)
        owed = debtor(promise, path, plan.office)
        object_ = inline(promise.words, f"{path}.words", PAGE)
        made = text(made, " على عاتق ", owed, "، وموضوعه ", object_, "،")
        if promise.due_on is not None:
            due = text(" يوم ", Span(full_date(promise.due_on), f"{path}.due_on"))
    if state.code == CommitmentStatus.DONE:
        return text("وقد أُنجز ", made, f" قبل {this}.")
    pause = " " if state.promises else "، "
    if state.code == CommitmentStatus.OVERDUE:
        return text("أما ", made, f"{pause}فقد انقضى أجله", due, " دون إنجازه.")
    stood = _STOOD.get(state.code) or _STATES.get(state.code, _UNKNOWN)
    return text("وكان ", made, f"{pause}إلى غاية {this}، {stood[0]}.")


def _which(state: StateCount, plan: SessionPlan, by_one: Text) -> Text:
    """Return «، وهو «تنظيم حملة» على عاتق جمعية الأمل»; empty where none is named.

    Each who owes some is named once; who owes all of them, `by_one`, is told already.
    """
    groups = []
    for who, promises in by_debtor(state, lambda promise, path: debtor(promise, path, plan.office)):
        quoted = [
            inline(each.words, f"{promise_path(state, each)}.words", PAGE) for each in promises
        ]
        groups.append(text(joined(quoted, " و"), () if by_one else text(" على عاتق ", who)))
    if not groups:
        return ()
    they = ("وهو", "وهما", "وهي")[min(len(state.promises), 3) - 1]
    return text(f"، {they} ", joined(groups, "، و"))


def debtor(commitment: CommitmentFacts, path: str, office: OfficeFacts) -> Text:
    """Return who is to keep a commitment: by name, by profession, or the head of the office."""
    name = own_words(commitment.debtor, f"{path}.debtor", PAGE) if commitment.debtor else None
    if name:
        return text(name)
    if commitment.authority:
        return text(label_span(commitment.authority, f"{path}.authority"))
    if commitment.debtor_kind:
        return text(Span(name_of_one(commitment.debtor_kind, PAGE), f"{path}.debtor_kind"))
    owners = {"partner": "أحد الشركاء الحاضرين", "authority": "جهة مختصة لم تُحدد"}
    return text(Span(owners.get(commitment.owner, chief(office).text), f"{path}.owner"))


def _counted_state(state: StateCount) -> Text:
    """Return «3 التزامات منجزة»."""
    rest = state.count % 100
    few = 0 if state.count == 1 else 1 if state.count == 2 else 2 if rest <= 10 else 3
    noun = count(COMMITMENT, state.count, Case.NOMINATIVE, PAGE)
    said = _STATES.get(state.code, _UNKNOWN)[few]
    return text(Span(noun, f"earlier.states.{state.code}.count"), f" {said}")


def about(line: SituationFacts, path: str) -> Text:
    """Return what a line of the situation is about."""
    if line.commitment is not None:
        return text("الالتزام ", Span(digits(line.commitment, PAGE), f"{path}.commitment"))
    if line.news in (News.MOVED, News.CANCELLED):
        return text("اللقاء المقبل")
    if line.point is not None:
        return text("النقطة ", Span(digits(line.point, PAGE), f"{path}.point"))
    return text("إحالة على ", label_span(line.code or "", f"{path}.code"))


def news(line: SituationFacts, path: str, plan: SessionPlan) -> Text:
    """Return what came of it after the meeting."""
    words = text(": ", inline(line.words, f"{path}.words", PAGE)) if line.words else ()
    named = _NEWS_STATES.get(line.code or "")
    code = label_span(line.code, f"{path}.code") if line.code else None
    state = Span(named, f"{path}.code") if named else code
    due = Span(short_date(line.due_on), f"{path}.due_on") if line.due_on else None
    point = Span(digits(line.point, PAGE), f"{path}.point") if line.point else None
    return {
        News.STATE: text(state or "", _reason(line, plan), words),
        News.DUE: text("أجل جديد: ", due or "غير محدد"),
        News.PROMISED: text(
            "التزام لاحق",
            text(" بشأن النقطة ", point) if point else "",
            words,
            text("، أجله ", due) if due else "",
        ),
        News.REFERRED: text("إحالة على ", code or ""),
        News.SENT: text(
            *(("أُحيلت النقطة على ", code or "") if line.point else ("تم توجيهها",)),
            "، ولم يرد أي جواب إلى حدود اليوم",
        ),
        News.ANSWERED: text("ورد جواب ", code or "", words),
        News.REACTED: reaction(line.code, f"{path}.code") if line.code else (),
        News.REPLIED: text("الجواب", words),
        News.TOLD: text("أُشعر المشاركون بالجواب"),
        News.CLOSED: text("أُغلقت النقطة"),
        News.MOVED: text("تغير موعده إلى ", due or ""),
        News.CANCELLED: text("أُلغي"),
    }[line.news]


def _reason(line: SituationFacts, plan: SessionPlan) -> str:
    """Return what leads to why a commitment was not kept, or that nobody told why."""
    if line.code == CommitmentStatus.OVERDUE and line.words is None and not is_own(plan, line):
        return "، ولم يُسجل أي سبب"
    is_given_up = (
        line.code in (CommitmentStatus.DROPPED, CommitmentStatus.BLOCKED) and line.words is not None
    )
    return " للسبب التالي" if is_given_up else ""


def reaction(code: str, fact: str, settled_on: Text = ()) -> Text:
    """Return a reaction as it is told, the number to call told apart, and when it was settled."""
    words = Span(_REACTIONS.get(code) or vocabulary.label(code, PAGE), fact)
    if code == PointReaction.RESOLVED and settled_on:
        return text(words, " يوم ", settled_on)
    return emergency_number(words, PAGE)
