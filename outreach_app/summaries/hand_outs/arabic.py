"""A partner's sheet in Arabic: «قلتم… وأنجزنا»."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from outreach_app.i18n import Language, isolate
from outreach_app.rules.statuses import CommitmentStatus, PointReaction
from outreach_app.summaries.hand_outs.arabic_labels import LABELS, STATES
from outreach_app.summaries.hand_outs.arabic_opening import earlier, met_days, next_place, opening
from outreach_app.summaries.hand_outs.arabic_outcomes import OUTCOMES, by_whom
from outreach_app.summaries.hand_outs.arabic_services import beside as answers_beside
from outreach_app.summaries.hand_outs.arabic_services import of_services, received
from outreach_app.summaries.hand_outs.labels import Labels
from outreach_app.summaries.hand_outs.others import is_done_here
from outreach_app.summaries.hand_outs.plan import HandOutPlan, MetFacts, PromiseFacts, RemarkFacts
from outreach_app.summaries.hand_outs.practices import THE_ONLY
from outreach_app.summaries.hand_outs.promise_words import promise_state
from outreach_app.summaries.hand_outs.services import count_services
from outreach_app.summaries.hand_outs.states import (
    ANSWERED,
    is_answered_too,
    is_kept_too,
    shown_state,
)
from outreach_app.summaries.hand_outs.writer import (
    beside,
    by_hand,
    by_other,
    given,
    kept_unquoted,
    led,
    no_more,
    otherwise,
    ours,
    partner_name,
    phone_of,
    pointer,
    replied_aloud,
    still_open,
    still_promised,
    yours,
)
from outreach_app.summaries.prose.arabic import clock, full_date, label_span, weekday_date
from outreach_app.summaries.prose.blocks import Said, Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.letters import spelled
from outreach_app.summaries.prose.meeting_kinds import arabic_kind
from outreach_app.summaries.prose.nouns import REMARK
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.prose.several_days import count_days
from outreach_app.summaries.session.writer import EMERGENCY_NUMBER, emergency_number

PAGE = Language.ARABIC


@dataclass(frozen=True, slots=True)
class ArabicHandOut:
    """Says a partner's sheet in Arabic."""

    plan: HandOutPlan
    labels: ClassVar[Labels] = LABELS

    def place_and_date(self, day: date) -> Text:
        """Return «الدار البيضاء، في 10 نونبر 2026»."""
        city = own_words(self.plan.office.city, "office.city", PAGE)
        written = Span(full_date(day), "issued_on")
        return text(city, "، في ", written) if city else text("في ", written)

    def number(self) -> Text:
        """Return «عدد: 11/2026»."""
        return text("عدد: ", Span(isolate(self.plan.number), "number"))

    def addressee(self) -> Text:
        """Return «إلى جمعية الياسمين لسكان حي النخيل»."""
        partner = partner_name(self.plan.partner, "partner", PAGE)
        blank = by_hand(self.plan.partner, partner)
        kind = self.plan.partner.kind or ""
        if self.plan.partner.is_only and len(partner) == 1 and kind in THE_ONLY:
            partner = text(Span(THE_ONLY.get(kind, ""), partner[0].fact))
        return text("إلى ", partner, blank) if partner else ()

    def opening(self) -> Text:
        """State thanks, the number of points raised at which sessions, and their outcomes."""
        return opening(self.plan)

    def earlier(self) -> Text:
        """State how many earlier points are followed up."""
        return earlier(self.plan)

    def received(self) -> Text:
        """Return «تتبع ملاحظتين توصلنا بهما منكم خارج اللقاءات والاتصالات:»."""
        number = self.plan.received or 0
        said = Span(spelled(REMARK, number, Case.GENITIVE, PAGE), "received")
        them = "بهما" if number == 2 else "بها"
        return text("تتبع ", said, f" توصلنا {them} منكم خارج اللقاءات والاتصالات:")

    def topic(self, remark: RemarkFacts) -> Text:
        """Write the topic of a point, and the meeting that an earlier one was raised at."""
        path = f"remarks.{remark.number}"
        topic = text(label_span(remark.topic, f"{path}.topic"))
        if remark.received_on:
            day = Span(full_date(remark.received_on), f"{path}.received_on")
            return text(topic, " (ملاحظة بتاريخ ", day, ")")
        met = remark.raised_at
        if met is None:
            return topic
        return text(topic, " (", self.made_at(met, f"{path}.raised_at"), ")")

    def made_at(self, met: MetFacts, path: str) -> Text:
        """Return «لقاء دوري بتاريخ 24 يونيو 2026»."""
        days = count_days(met.held_on, met.last_on)
        kind = Span(arabic_kind(met.kind, met.channel, days).name, f"{path}.kind")
        return text(kind, " ", met_days(met, path, "بتاريخ "))

    def again(self, met: MetFacts, path: str) -> Text:
        """Return «يوم 24 يونيو 2026», on which a point was raised again."""
        return met_days(met, path, "يوم ")

    def done(self, remark: RemarkFacts) -> tuple[Said, ...]:
        """Write what was promised, passed on or answered."""
        path = f"remarks.{remark.number}"
        cells: list[Said] = [*beside(remark, LABELS, PAGE), *replied_aloud(remark, LABELS)]
        for row in remark.referrals:
            fact = f"{path}.referrals.{row.number}"
            cells += OUTCOMES.referral(self.plan.partner, row, fact)
        for promise in ours(remark):
            own = f"{path}.commitments.{promise.number}"
            cells += self.promise(promise, own, shown_state(remark))
        if remark.reply is not None:
            cells += led(text("جوابنا: "), remark.reply, f"{path}.reply", PAGE)
        cells += pointer(remark, LABELS)
        told = [each for each in cells if each] or list(otherwise(remark, LABELS, PAGE))
        told += given(remark, LABELS, full_date)
        if remark.closed_on:
            day = Span(full_date(remark.closed_on), f"{path}.closed_on")
            told.append(text("أُغلقت النقطة يوم ", day))
        return (*told, *by_other(remark, LABELS, PAGE))

    def promise(self, promise: PromiseFacts, path: str, state: str) -> tuple[Text, Text]:
        """Write who promised what, and how far that has come if `state` does not say it."""
        words = inline(promise.words, f"{path}.words", PAGE)
        about = OUTCOMES.about(self.plan.partner, promise, path, state)
        return text(by_whom(self.plan.partner, promise, path), words), about

    def kept(self, promise: PromiseFacts, path: str) -> tuple[Text, Text]:
        """Write how far a promise of the partner has come, and its state in a word."""
        status = promise.status
        state = text(promise_state(status, f"{path}.status", PAGE))
        return OUTCOMES.about(self.plan.partner, promise, path, status), state

    def state(self, remark: RemarkFacts) -> Text:
        """Write what became of a point on the whole."""
        return text(
            yours(remark, LABELS),
            _outcome(remark, f"remarks.{remark.number}.state"),
            still_open(remark, "، باستثناء التزام أحد الشركاء", "، باستثناء التزامات شركاء"),
            still_promised(remark, LABELS),
            answers_beside(remark),
            no_more(remark, "، دون أي إجراء آخر"),
        )

    def next_meeting(self) -> Text:
        """Return «موعدنا المقبل: الأربعاء 11 نونبر 2026، على الساعة 10:30، بمقر الدائرة…»."""
        meeting = self.plan.next_meeting
        if meeting is None:
            return ()
        path = "next_meeting"
        start = Span(clock(meeting.starts_at), f"{path}.starts_at") if meeting.starts_at else None
        place = next_place(meeting, is_at_theirs=bool(self.plan.is_next_at_theirs))
        return text(
            "موعدنا المقبل",
            text(" (", Span("في انتظار التأكيد", "is_next_to_confirm"), ")")
            if self.plan.is_next_to_confirm
            else "",
            ": ",
            Span(weekday_date(meeting.held_on), f"{path}.held_on"),
            text("، على الساعة ", start) if start else "",
            text("، ", place) if place else "",
            ".",
        )

    def contact(self) -> Text:
        """Return «للاتصال بنا: الدائرة الأمنية النخيل، الهاتف: … · في الحالات المستعجلة: 19»."""
        return contact(self.plan.office)


def contact(office: OfficeFacts) -> Text:
    """State how to reach an office by telephone, and whom to call when it is urgent."""
    call = Span(digits(int(EMERGENCY_NUMBER), PAGE), "fixed.emergency_number")
    urgent = text("في الحالات المستعجلة: ", call)
    lines = office.letterhead_ar
    if not (lines and office.phone):
        return urgent
    unit = Span(lines[-1], f"office.letterhead_ar.{len(lines)}")
    return text("للاتصال بنا: ", unit, "، الهاتف: ", phone_of(office, PAGE), " · ", urgent)


def _outcome(remark: RemarkFacts, path: str) -> Text:
    """Return the outcome of a point without the answers of services that it does not tell."""
    if said := _said(remark):
        return text(Span(said, path))
    state = shown_state(remark)
    return emergency_number(label_span(state, path), PAGE)


def _said(remark: RemarkFacts) -> str | None:
    """Return the outcome in words of the sheet's own, None where its label serves."""
    if is_kept_too(remark):
        return kept_unquoted(remark, LABELS)
    if remark.state == ANSWERED:
        return received((remark,))
    if remark.state == CommitmentStatus.REFERRED and count_services((remark,)) > 1:
        return f"محال على {of_services((remark,))}"
    if remark.state == PointReaction.ANSWERED:
        # To whom, and whether it was carried back, is not known of each.
        return "قُدم جوابنا" if is_answered_too(remark) else "قُدم الجواب"
    if is_done_here(remark):
        return "منجز من جانبنا"
    return STATES.get(remark.state) or kept_unquoted(remark, LABELS)
