"""The situation after a meeting, line by line, in Arabic."""

from datetime import date

from outreach_app.i18n import Language, isolate
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.prose.arabic import label_span, short_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline
from outreach_app.summaries.session.arabic_again import raised_again
from outreach_app.summaries.session.arabic_next import came_of
from outreach_app.summaries.session.arabic_renewed import renewed, with_renewed
from outreach_app.summaries.session.arabic_states import debtor, reaction
from outreach_app.summaries.session.plan import (
    News,
    SituationFacts,
)

PAGE = Language.ARABIC
_GIVEN_UP = (CommitmentStatus.DROPPED, CommitmentStatus.BLOCKED)
# The state of a commitment as an event after the meeting.
_NEWS_STATES = {
    "cst.open": "في انتظار التنفيذ",
    "cst.in_progress": "قيد التنفيذ",
    "cst.overdue": "انقضى الأجل",
    "cst.dropped": "تم التخلي عنه",
    "cst.blocked": "تعذر تنفيذه",
}
# Of a commitment whose day has passed.
_UNKEPT = " ولم يُسجل أي إنجاز"
# Of a referral, whatever else became of its point.
_UNANSWERED = "، ولم يُسجل أي جواب عن هذه الإحالة"
# The result of a verification, of a rumour rather than of what was said.
_FOUND = {"vr.unverifiable": "تعذر التحقق منها"}


def about(line: SituationFacts, path: str) -> Text:
    """Return the subject of a line of the situation."""
    if line.commitment is not None:
        return text("الالتزام ", Span(digits(line.commitment, PAGE), f"{path}.commitment"))
    if line.promise is not None:
        return text("التزام سابق")
    if line.is_of_next_meeting:
        later, following = ("تواصل", "التواصل") if line.is_exchange else ("لقاء", "اللقاء")
        if line.news is News.SET_TOO:
            return text(f"{later} آخر")
        is_follow_up = line.news is News.FOLLOWED
        return text(f"{later} تتبع" if is_follow_up else f"{following} المقبل")
    if line.point is not None:
        return text("النقطة ", Span(digits(line.point, PAGE), f"{path}.point"))
    return text("إحالة على ", label_span(line.code or "", f"{path}.code"))


def news(line: SituationFacts, path: str, issued_on: date, office: OfficeFacts, this: str) -> Text:
    """Return the later outcome of a line's subject."""
    words = text(": ", inline(line.words, f"{path}.words", PAGE)) if line.words else ()
    promise = text(_promise(line, path, office), " – ") if line.promise else ()
    code = label_span(line.code, f"{path}.code") if line.code else None
    due = Span(short_date(line.due_on), f"{path}.due_on") if line.due_on else None
    state = _stands(line, path, words, due, issued_on)
    said = {
        News.STATE: text(promise, with_renewed(state, line, path, this, line.code or "")),
        News.DUE: text(promise, "أجل جديد: ", due or "غير محدد"),
        News.FIRST_DUE: text(promise, "حُدد الأجل في ", due or ""),
        News.PROMISED: text(
            "التزام لاحق",
            _on_point(line, path),
            words,
            text("، المكلف بالتنفيذ: ", debtor(line, path, office)) if line.owner else "",
            text("، أجله ", due) if due else "",
        ),
        News.REFERRED: text("إحالة على ", code or ""),
        News.SENT: text(_sent(line, code, path), "" if line.is_over else _UNANSWERED),
        News.UNDATED: _undated(line, code),
        News.ANSWERED: text("ورد جواب ", code or "", _to_what(line, path), words),
        News.REACTED: _reaction(line, path),
        News.REPLIED: text("الجواب", words),
        News.HEADQUARTERS: text("ورد جواب المصالح المركزية", words),
        News.TOLD: _told(line, words, path),
        News.CLOSED: text("أُغلقت النقطة"),
        News.RUMOUR: _rumour(line, path),
        News.RUMOUR_CLOSED: text("حُفظت الإشاعة", words),
        News.LOOKED_INTO: text("أُحيلت على المصلحة المختصة (لم يُدون اسمها)، ولم تُسجل أي نتيجة"),
        News.RAISED_AGAIN: raised_again(line, path),
    }.get(line.news) or came_of(line, path, issued_on)
    return said if line.news is News.STATE else text(said, renewed(line, path, this))


def _stands(line: SituationFacts, path: str, words: Text, due: Span | None, day: date) -> Text:
    """Return the state of a commitment, since when and why, and by when it is to be kept.

    Of one promised again, what came of that may be all there is to tell.
    """
    if line.renewed is not None and line.renewed.replaces(line.code):
        return text("انقضى الأجل (", due or "", ")") if line.has_lapsed_before else ()
    code = line.code or ""
    named = _NEWS_STATES.get(code)
    said = Span(named, f"{path}.code") if named else label_span(code, f"{path}.code")
    if code == CommitmentStatus.OVERDUE:
        # That it was not kept is not known: nobody recorded that it was.
        return text(said, text(" (", due, ")") if due else "", _UNKEPT, words)
    if line.has_lapsed_since:
        on = Span(short_date(line.on), f"{path}.on")
        passed = text("، ثم انقضى الأجل (", due or "", ")")
        is_amid = line.renewed is not None and line.renewed.is_amid
        return text(said, " إلى غاية ", on, words, "" if is_amid else passed)
    if line.has_sequel and _reason(line):
        why = inline(line.words, f"{path}.words", PAGE) if line.words else ""
        return text(said, _since(line, path), " (السبب: ", why, ")")
    return text(said, _since(line, path), _reason(line), words, _due_clause(line, due, day))


def _promise(line: SituationFacts, path: str, office: OfficeFacts) -> Text:
    """Return the words of an earlier commitment, with its day and who owes it if they are given."""
    made_on = Span(short_date(line.made_on), f"{path}.made_on") if line.made_on else None
    words = inline(line.promise, f"{path}.promise", PAGE) if line.promise else ()
    told = [text("المسجل يوم ", made_on)] if made_on else []
    told += [text("المكلف بالتنفيذ: ", debtor(line, path, office))] if line.owner else []
    return text(words, text(" (", joined(told, "، "), ")") if told else "")


def _told(line: SituationFacts, words: Text, path: str) -> Text:
    """Return to whom an answer, or what became of a point, was given back, and how, as typed."""
    means: Text = inline(line.how, f"{path}.how", PAGE) if line.how else ()
    if line.code:
        means = text(label_span(line.code, f"{path}.code"))
    how = text("، الوسيلة: ", means) if means else ()
    what = "الجواب" if line.is_reply else "المآل"
    return text(f"تم تبليغ {what}", text(" إلى", words) if words else "", how)


def _sent(line: SituationFacts, code: Span | None, path: str) -> Text:
    """Return that a point was sent to a service, or that a referral of no point was sent."""
    sent = text("أُحيلت النقطة على ", code or "") if line.point else text("تم توجيهها")
    return text(sent, " يوم ", Span(short_date(line.on), f"{path}.on"))


def _undated(line: SituationFacts, code: Span | None) -> Text:
    """Return that a referral was decided, of which the day of sending was not noted."""
    decided = ("تقررت إحالة النقطة على ", code or "") if line.point else ("تقرر توجيهها",)
    return text(*decided, "، ولم يُسجل تاريخ الإرسال")


def _to_what(line: SituationFacts, path: str) -> Text:
    """Return «على إحالة 06/04/2026», if that day was noted."""
    if line.sent_on is None:
        return ()
    return text(" على إحالة ", Span(short_date(line.sent_on), f"{path}.sent_on"))


def _reaction(line: SituationFacts, path: str) -> Text:
    return reaction(line.code, f"{path}.code") if line.code else ()


def _rumour(line: SituationFacts, path: str) -> Text:
    """Return under which number a rumour was recorded, and what its verification found."""
    number = Span(isolate(line.summary), f"{path}.summary") if line.summary else None
    said = text("سُجلت الإشاعة", text(" تحت عدد ", number) if number else "")
    if line.code:
        named = _FOUND.get(line.code)
        code = Span(named, f"{path}.code") if named else label_span(line.code, f"{path}.code")
        found = text("، ونتيجة التحقق: ", code)
        return text(said, found, _rectified(line, path))
    begun = "، وبوشر التحقق منها دون نتيجة" if line.is_over else "، والتحقق منها جار"
    return text(said, begun if line.is_begun else "، ولم يُسجل أي تحقق منها")


def _rectified(line: SituationFacts, path: str) -> Text:
    """Return the day on which the rectification of a rumour came out, if it did."""
    if line.rectified_on is None:
        return ()
    if line.rectified_on == line.on:
        return text("، وصدر بيان حقيقة في اليوم نفسه")
    day = Span(short_date(line.rectified_on), f"{path}.rectified_on")
    return text("، وصدر بيان حقيقة يوم ", day)


def _on_point(line: SituationFacts, path: str) -> Text:
    """Return «بشأن النقطة 2» of a promise made on one."""
    if line.point is None:
        return ()
    return text(" بشأن النقطة ", Span(digits(line.point, PAGE), f"{path}.point"))


def _due_clause(line: SituationFacts, due: Span | None, issued_on: date) -> Text:
    """Return the due date of an open commitment, which may be the day of issue."""
    if due is None:
        return ()
    if line.is_late:
        return text("، وقد انقضى الأجل (", due, ")")
    if line.due_on == issued_on:
        return text("، والأجل ينقضي اليوم (", due, ")")
    return text("، والأجل محدد في ", due)


def _since(line: SituationFacts, path: str) -> Text:
    """Return since when it has been in progress, on what day it was entered, or that it was late.

    Other dates are in the column of days.
    """
    on = Span(short_date(line.on), f"{path}.on")
    if line.is_entered and not line.is_undated:
        return text(" (سُجل يوم ", on, ")")
    if line.code == CommitmentStatus.IN_PROGRESS and not line.is_undated:
        return text(" منذ ", on)
    if line.has_sequel:
        return text(" يوم ", on)
    return text(" بعد انصرام الأجل") if line.is_late and line.due_on is None else ()


def _reason(line: SituationFacts) -> str:
    """Return the introduction of the reason for giving a commitment up."""
    is_given_up = line.code in _GIVEN_UP and line.words is not None
    return " للسبب التالي" if is_given_up else ""
