"""A partner's sheet in Arabic: «قلتم… وأنجزنا»."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from outreach_app.i18n import Language, isolate
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.hand_outs.plan import (
    HandOutPlan,
    PromiseFacts,
    ReferralFacts,
    RemarkFacts,
)
from outreach_app.summaries.hand_outs.states import ANSWERED, is_done_and_answered, running
from outreach_app.summaries.hand_outs.writer import (
    Labels,
    groups,
    led,
    ours,
    partner_name,
    phone_of,
)
from outreach_app.summaries.prose.arabic import at_place, clock, full_date, label_span, weekday_date
from outreach_app.summaries.prose.arabic_periods import name_of
from outreach_app.summaries.prose.blocks import Said, Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.nouns import MEETING, POINT
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.session.writer import EMERGENCY_NUMBER, emergency_number

PAGE = Language.ARABIC

LABELS = Labels(
    title="قلتم… وأنجزنا",
    kind="ورقة",
    own=("قلتم لنا", "المآل"),
    others=("أثاره المشاركون", "المآل"),
    theirs=("ما التزمتم به", "مآله"),
    before=("نقط سابقة", "المآل"),
    state="الحالة",
    no_detail="أُثير الموضوع، ولا تُدرج تفاصيله هنا",
    no_own="انظر التزاماتكم أدناه",
    notes="ملاحظاتكم",
)
# What stands before and after the count of a group; of two, what is theirs is dual.
_CLAUSES = {
    "treated": ("عولجت ", "", Case.NOMINATIVE),
    "running": ("لا تزال ", " قيد الإنجاز", Case.NOMINATIVE),
    "transmitted": ("أُحيلت ", " على الجهة المختصة", Case.NOMINATIVE),
    "answered": ("ورد جواب الجهة المختصة بشأن ", "", Case.GENITIVE),
    "oriented": ("وُجهت ", " نحو المسطرة المناسبة", Case.NOMINATIVE),
    "late": ("تأخرت ", " عن أجلها", Case.NOMINATIVE),
    "refused": ("تعذرت معالجة ", "", Case.GENITIVE),
    "waiting": ("لا تزال ", " في انتظار الجواب", Case.NOMINATIVE),
}
# The same of the only point, which is not counted again.
_OF_ONE = {
    "treated": "وقد عولجت",
    "running": "ولا تزال قيد الإنجاز",
    "transmitted": "وقد أُحيلت على الجهة المختصة",
    "answered": "وقد ورد جواب الجهة المختصة بشأنها",
    "oriented": "وقد وُجهت نحو المسطرة المناسبة",
    "late": "وقد تأخرت عن أجلها",
    "refused": "وقد تعذرت معالجتها",
    "waiting": "ولا تزال في انتظار الجواب",
}
# The same where all came to one thing: of two, and of more.
_OF_ALL = {
    "treated": ("عولجتا معا", "عولجت كلها"),
    "running": ("لا تزالان معا قيد الإنجاز", "لا تزال كلها قيد الإنجاز"),
    "transmitted": ("أُحيلتا معا على الجهة المختصة", "أُحيلت كلها على الجهة المختصة"),
    "answered": ("ورد جواب الجهة المختصة بشأنهما معا", "ورد جواب الجهة المختصة بشأنها كلها"),
    "oriented": ("وُجهتا معا نحو المسطرة المناسبة", "وُجهت كلها نحو المسطرة المناسبة"),
    "late": ("تأخرتا معا عن أجلهما", "تأخرت كلها عن أجلها"),
    "refused": ("تعذرت معالجتهما معا", "تعذرت معالجتها كلها"),
    "waiting": ("لا تزالان معا في انتظار الجواب", "لا تزال كلها في انتظار الجواب"),
}


@dataclass(frozen=True, slots=True)
class ArabicHandOut:
    """Says a partner's sheet in Arabic."""

    plan: HandOutPlan
    labels: ClassVar[Labels] = LABELS

    def place_and_date(self, day: date) -> Text:
        """«الدار البيضاء، في 10 نونبر 2026»."""
        city = own_words(self.plan.office.city, "office.city", PAGE)
        written = Span(full_date(day), "issued_on")
        return text(city, "، في ", written) if city else text("في ", written)

    def number(self) -> Text:
        """«عدد: 11/2026»."""
        return text("عدد: ", Span(isolate(self.plan.number), "number"))

    def addressee(self) -> Text:
        """«إلى جمعية الياسمين لسكان حي النخيل»."""
        partner = partner_name(self.plan.partner, "partner", PAGE)
        return text("إلى ", partner) if partner else ()

    def opening(self) -> Text:
        """Thanks, how many points were raised in which time, and how many came to what."""
        plan, thanks = self.plan, "شكرا لكم على مشاركتكم في الحوار. خلال "
        sessions = Span(count(MEETING, plan.sessions, Case.GENITIVE, PAGE), "sessions")
        points = Span(count(POINT, plan.points, Case.NOMINATIVE, PAGE), "points")
        them = {1: " فيه ", 2: " فيهما "}.get(plan.sessions, " فيها ")
        took_part = text(thanks, self._period(plan.first, plan.last), "، شاركتم في ", sessions)
        if plan.points == 0:
            return text(took_part, " لم تُثر", them, points, ".")
        return text(took_part, " أُثيرت", them, points, self._came_to(), ".")

    def earlier(self) -> Text:
        """«نقط سبقت إثارتها وظلت موضوع التزام: 2»."""
        number = Span(digits(self.plan.earlier or 0, PAGE), "earlier")
        return text("نقط سبقت إثارتها وظلت موضوع التزام: ", number)

    def topic(self, remark: RemarkFacts) -> Text:
        """Write the topic of a point."""
        return text(label_span(remark.topic, f"remarks.{remark.number}.topic"))

    def done(self, remark: RemarkFacts) -> tuple[Said, ...]:
        """Write what was promised, passed on or answered."""
        path = f"remarks.{remark.number}"
        cells: list[Said] = []
        for promise in ours(remark):
            own = f"{path}.commitments.{promise.number}"
            words = inline(promise.words, f"{own}.words", PAGE)
            cells.append(text(_by_whom(promise, own), words))
            cells.append(_about(promise, own, remark.state))
        for row in remark.referrals:
            cells += _referral(row, f"{path}.referrals.{row.number}")
        if remark.reply is not None:
            cells += led(text("جوابنا: "), remark.reply, f"{path}.reply", PAGE)
        said = tuple(each for each in cells if each)
        return said or ((text(LABELS.no_own),) if remark.commitments else ())

    def kept(self, promise: PromiseFacts, path: str) -> tuple[Text, Text]:
        """Write how far a promise of the partner has come, and its state in a word."""
        status = running(promise.status)
        return _about(promise, path, status), text(label_span(status, f"{path}.status"))

    def state(self, remark: RemarkFacts) -> Text:
        """Write what became of a point on the whole."""
        path = f"remarks.{remark.number}.state"
        if is_done_and_answered(remark):
            return text(Span("أُنجز الالتزام، وورد جواب الجهة المختصة", path))
        if remark.state == ANSWERED:
            return text(Span("ورد جواب الجهة المختصة", path))
        return emergency_number(label_span(remark.state, path), PAGE)

    def next_meeting(self) -> Text:
        """«لقاؤنا المقبل: الأربعاء 11 نونبر 2026، على الساعة 10:30، بمقر الدائرة الأمنية.»."""
        meeting = self.plan.next_meeting
        if meeting is None:
            return ()
        path = "next_meeting"
        start = Span(clock(meeting.starts_at), f"{path}.starts_at") if meeting.starts_at else None
        place = at_place(meeting.place, f"{path}.place")
        return text(
            "لقاؤنا المقبل: ",
            Span(weekday_date(meeting.held_on), f"{path}.held_on"),
            text("، على الساعة ", start) if start else "",
            text("، ", place) if place else "",
            ".",
        )

    def contact(self) -> Text:
        """«للاتصال بنا: الدائرة الأمنية النخيل · في الحالات المستعجلة: 19»."""
        return contact(self.plan.office)

    def _period(self, first: date, last: date) -> Text:
        name = name_of(Period(first, last))
        if name is not None:
            return text(Span(name.whole, "last"))
        return text(
            *("الفترة من ", Span(full_date(first), "first")),
            *(" إلى غاية ", Span(full_date(last), "last")),
        )

    def _came_to(self) -> Text:
        shown = groups(self.plan.states)
        if self.plan.points == 1:
            ((name, _number),) = shown
            return text("، ", Span(_OF_ONE[name], f"states.{name}"))
        if len(shown) == 1:
            two, more = _OF_ALL[shown[0][0]]
            return text(": ", two if self.plan.points == 2 else more)
        clauses = []
        for name, number in shown:
            before, after, case = _CLAUSES[name]
            own = " عن أجلهما" if name == "late" and number == 2 else after
            said = Span(count(POINT, number, case, PAGE), f"states.{name}")
            clauses.append(text(before, said, own))
        return text(": ", joined(clauses, "، و"))


def contact(office: OfficeFacts) -> Text:
    """Say how to reach an office, and whom to call when it is urgent."""
    call = Span(digits(int(EMERGENCY_NUMBER), PAGE), "fixed.emergency_number")
    urgent = text("في الحالات المستعجلة: ", call)
    lines = office.letterhead_ar
    if not lines:
        return urgent
    unit = Span(lines[-1], f"office.letterhead_ar.{len(lines)}")
    phone = text("، الهاتف: ", phone_of(office, PAGE)) if office.phone else ()
    return text("للاتصال بنا: ", unit, phone, " · ", urgent)


def _by_whom(promise: PromiseFacts, path: str) -> Text:
    """Lead to the words of a commitment: ours, or that of the service."""
    if promise.owner != CommitmentOwner.AUTHORITY:
        return text("ما التزمنا به: ")
    return text("ما التزمت به ", Span("الجهة المختصة", f"{path}.owner"), ": ")


def _about(promise: PromiseFacts, path: str, state: str) -> Text:
    """By when a commitment is kept, and how far it has come where that differs from the row."""
    status, due_on = running(promise.status), promise.due_on
    sentences = []
    if status not in {state, CommitmentStatus.OVERDUE}:
        sentences.append(text("الحالة: ", label_span(status, f"{path}.status"), "."))
    if status == CommitmentStatus.OVERDUE:
        sentences += _late(promise, path)
    elif due_on is not None and status in {CommitmentStatus.IN_PROGRESS, CommitmentStatus.PARTLY}:
        sentences.append(text("أجل التنفيذ: ", Span(full_date(due_on), f"{path}.due_on"), "."))
    if promise.reason:
        # Of a commitment that was kept, what was done about it.
        is_theirs = promise.owner == CommitmentOwner.AUTHORITY
        kept = "ما أنجزته الجهة المختصة: " if is_theirs else "ما أُنجز: "
        lead = kept if status == CommitmentStatus.DONE else "السبب: "
        sentences.append(text(lead, inline(promise.reason, f"{path}.reason", PAGE), "."))
    return joined(sentences, " ")


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


def _referral(row: ReferralFacts, path: str) -> tuple[Said, ...]:
    """«أحلنا الموضوع على الجماعة يوم 15 أكتوبر 2026، وورد الجواب يوم …: «…»»."""
    sent, answered = row.sent_on, row.answered_on
    passed = text(
        "أحلنا الموضوع على ",
        label_span(row.to, f"{path}.to"),
        text(" يوم ", Span(full_date(sent), f"{path}.sent_on")) if sent else "",
    )
    if answered is None and row.answer is None:
        return (text(passed, "، ولم يرد الجواب بعد."),)
    day = text(" يوم ", Span(full_date(answered), f"{path}.answered_on")) if answered else ()
    came = text(passed, "، وورد الجواب", day)
    if row.answer is None:
        return (text(came, "."),)
    return led(text(came, ": "), row.answer, f"{path}.answer", PAGE)
