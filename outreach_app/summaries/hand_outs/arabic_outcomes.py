"""What was promised about a point of a partner's sheet, passed on and answered, in Arabic."""

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.hand_outs.departments import is_addressee, is_department
from outreach_app.summaries.hand_outs.plan import PartnerFacts, PromiseFacts, ReferralFacts
from outreach_app.summaries.hand_outs.states import running
from outreach_app.summaries.hand_outs.writer import led
from outreach_app.summaries.prose.arabic import full_date, label_span
from outreach_app.summaries.prose.blocks import Said, Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.quoting import inline

PAGE = Language.ARABIC
# The services that are masculine: a council, a province, the gendarmerie.
_MASCULINE = {"rf.district_council", "rf.province", "rf.gendarmerie"}


def by_whom(partner: PartnerFacts, promise: PromiseFacts, path: str) -> Text:
    """Lead to the words of a commitment: ours, or that of the service."""
    if promise.owner != CommitmentOwner.AUTHORITY:
        return text("ما التزمنا به: ")
    if is_addressee(partner, promise.authority):
        return text(Span("ما التزمتم به", f"{path}.authority"), ": ")
    by_whom = Span("الجهة المختصة", f"{path}.owner")
    if promise.authority:
        by_whom = label_span(promise.authority, f"{path}.authority")
    whose = " التابعة لها مصلحتكم" if is_department(partner, promise.authority) else ""
    return text("التزام ", by_whom, whose, ": ")


def about(partner: PartnerFacts, promise: PromiseFacts, path: str, state: str) -> Text:
    """State when a commitment is due, and its progress if that differs from the row."""
    status, due_on = running(promise.status), promise.due_on
    late = text("، ", Span("بعد انصرام الأجل", f"{path}.is_late")) if promise.is_late else ()
    sentences = []
    if promise.is_late and not promise.reason:
        sentences.append(text("أُنجز", late, "."))
    if status not in {state, CommitmentStatus.OVERDUE}:
        sentences.append(text("الحالة: ", label_span(status, f"{path}.status"), "."))
    if status == CommitmentStatus.OVERDUE:
        sentences += _late(promise, path)
    elif due_on is not None and status in {CommitmentStatus.IN_PROGRESS, CommitmentStatus.PARTLY}:
        day = Span(full_date(due_on), f"{path}.due_on")
        # What stands alone in a cell is no sentence.
        sentences.append(text("ينتهي الأجل في ", day, "." if promise.reason else ""))
    if promise.reason:
        # Of a commitment that was kept, what was done about it.
        lead = text("السبب: ")
        if status == CommitmentStatus.DONE:
            lead = text(_done(partner, promise, path), late, ": ")
        sentences.append(text(lead, inline(promise.reason, f"{path}.reason", PAGE)))
    return joined(sentences, " ")


def _done(partner: PartnerFacts, promise: PromiseFacts, path: str) -> Text:
    """Return «ما أُنجز», or who kept a commitment: «ما أنجزته الجماعة», «ما أنجزتموه»."""
    if promise.owner != CommitmentOwner.AUTHORITY:
        return text("ما أُنجز")
    if promise.authority is None:
        return text("ما أنجزته الجهة المختصة")
    if is_addressee(partner, promise.authority):
        return text(Span("ما أنجزتموه", f"{path}.authority"))
    verb = "ما أنجزه " if promise.authority in _MASCULINE else "ما أنجزته "
    return text(verb, label_span(promise.authority, f"{path}.authority"))


def _late(promise: PromiseFacts, path: str) -> list[Text]:
    """Write what the day was, that it passed, and the new one where there is one."""
    missed, due_on = promise.missed_on, promise.due_on
    sentences = []
    day, fact = (missed, "missed_on") if missed else (due_on, "due_on")
    if day is not None:
        was = Span(full_date(day), f"{path}.{fact}")
        sentences.append(text("كان مقررا في أجل أقصاه ", was, "، ولم يُنجز بعد."))
    if missed and due_on:
        new = Span(full_date(due_on), f"{path}.due_on")
        sentences.append(text("الأجل الجديد: ", new, "."))
    return sentences


def referral(
    partner: PartnerFacts, row: ReferralFacts, path: str, *, is_told: bool
) -> tuple[Said, ...]:
    """Return «أحلنا الموضوع على الجماعة يوم 15 أكتوبر 2026، وورد الجواب يوم …: «…»»."""
    sent, answered = row.sent_on, row.answered_on
    to = text("على ", label_span(row.to, f"{path}.to") if row.to else "الجهة المختصة")
    if is_addressee(partner, row.to):
        to = text(Span("عليكم", f"{path}.to"))
    passed = text(
        "أحلنا الموضوع ",
        to,
        text(" يوم ", Span(full_date(sent), f"{path}.sent_on")) if sent else "",
    )
    if answered is None and row.answer is None:
        return (text(passed, "، ولم يرد الجواب بعد"),)
    day = text(" يوم ", Span(full_date(answered), f"{path}.answered_on")) if answered else ()
    came = text(passed, "، وورد الجواب", day)
    if row.answer is None:
        untold = "" if is_told else "؛ ولا يُدرج مضمونه هنا لأنه يخص نقطة لم تثيروها"
        return (text(came, untold),)
    return led(text(came, ": "), row.answer, f"{path}.answer", PAGE)
