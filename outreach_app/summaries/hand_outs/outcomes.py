"""Promises about a point of a partner's sheet and what was passed on, in either language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import OPEN_COMMITMENTS, CommitmentStatus
from outreach_app.summaries.hand_outs.departments import is_addressee
from outreach_app.summaries.hand_outs.plan import PartnerFacts, PromiseFacts, ReferralFacts
from outreach_app.summaries.hand_outs.states import RENEWED, running
from outreach_app.summaries.hand_outs.writer import led
from outreach_app.summaries.prose.blocks import Said, Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.quoting import inline

# The day of what has ended is past.
_WITH_A_DAY = {*OPEN_COMMITMENTS, CommitmentStatus.REFERRED}


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The words of one language, and the sentences that are put together of them.

    `state` leads to the progress of a promise, `due` to its day, `due_before` to a past one,
    `reason` to why it is not kept; `done_by` writes what leads to what was done, `done` and `late`
    tell that it came after its day. `ended` leads to the day on which one was given up, and
    `reason_of_end` to why; `renewed` to the day on which it was made again, `renewed_late` stands
    before the day that had passed by then, and between both.
    `missed` stands round a day that passed, where what was begun by then ends it as in `begun`;
    `put_off` leads to the new one, `lapsed` that this is over too. `asked` writes whom we
    asked, `on` leads to the day, `asked_again` tells that no answer came to this time; `end` closes
    the sentence on an answer that is not quoted.
    """

    page: Language
    day: Callable[[date], str]
    label: Callable[[str, str], Span]
    comma: str
    colon: str
    state: str
    due: str
    due_before: str
    reason: str
    ended: dict[str, tuple[str, str]]
    reason_of_end: str
    done_by: Callable[[PartnerFacts, PromiseFacts, str], Text]
    done: str
    late: str
    missed: tuple[str, str]
    begun: dict[str, str]
    put_off: str
    lapsed: str
    renewed: str
    renewed_late: tuple[str, str]
    asked: Callable[[PartnerFacts, ReferralFacts, str], Text]
    on: str
    unanswered: str
    asked_again: str
    answered: str
    end: str

    def about(self, partner: PartnerFacts, promise: PromiseFacts, path: str, state: str) -> Text:
        """State when a commitment is due, and its progress if that differs from the row."""
        status, due_on = promise.status, promise.due_on
        is_told = state in {status, running(status)} and not promise.reason
        if status == CommitmentStatus.DONE:
            return self._kept(partner, promise, path, state)
        if (given_up := self.ended.get(status)) and not (is_told and not promise.ended_on):
            return self._given_up(promise, path, given_up)
        if status == RENEWED:
            return self._renewed(promise, path)
        sentences = []
        if not is_told and status != CommitmentStatus.OVERDUE:
            sentences.append(text(self.state, self.label(status, f"{path}.status"), "."))
        if status == CommitmentStatus.OVERDUE:
            sentences += self._overdue(promise, path)
        elif due_on and status in _WITH_A_DAY:
            # What stands alone in a cell is no sentence.
            end = "." if promise.reason or promise.renewed_on else ""
            lead = text(self.due)
            if promise.has_lapsed:
                lead = text(Span(self.due_before, f"{path}.has_lapsed"))
            sentences.append(text(lead, Span(self.day(due_on), f"{path}.due_on"), end))
        if promise.reason:
            why = inline(promise.reason, f"{path}.reason", self.page)
            sentences.append(text(self.reason, why))
        if promise.renewed_on:
            sentences.append(self._renewed(promise, path))
        return joined(sentences, " ")

    def _given_up(self, promise: PromiseFacts, path: str, told: tuple[str, str]) -> Text:
        """State that what was promised could not be done or was dropped, when, and why."""
        words, on = told
        said = text(Span(words, f"{path}.status"))
        if promise.ended_on:
            said = text(*said, on, Span(self.day(promise.ended_on), f"{path}.ended_on"))
        if promise.reason is None:
            return text(said, ".")
        why = inline(promise.reason, f"{path}.reason", self.page)
        return text(said, self.reason_of_end, why)

    def _renewed(self, promise: PromiseFacts, path: str) -> Text:
        """State when a promise was made again, and the day that had passed by then if it ended."""
        if promise.renewed_on is None:
            return ()
        again = text(Span(self.day(promise.renewed_on), f"{path}.renewed_on"), ".")
        if promise.status != RENEWED or promise.due_on is None:
            return text(self.renewed, again)
        before, between = self.renewed_late
        return text(before, Span(self.day(promise.due_on), f"{path}.due_on"), between, again)

    def _kept(self, partner: PartnerFacts, promise: PromiseFacts, path: str, state: str) -> Text:
        """State what was done and when; nothing where the row says all that is known of it."""
        when = self._on(promise.ended_on, f"{path}.ended_on")
        # How late a service was is between it and us.
        is_ours = promise.owner != CommitmentOwner.AUTHORITY
        if promise.is_late and (is_ours or is_addressee(partner, promise.authority)):
            when = text(when, self.comma, Span(self.late, f"{path}.is_late"))
        if promise.reason:
            lead = text(self.done_by(partner, promise, path), when, self.colon)
            return text(lead, inline(promise.reason, f"{path}.reason", self.page))
        if when:
            return text(self.done, when, ".")
        if state == CommitmentStatus.DONE:
            return ()
        return text(self.state, self.label(promise.status, f"{path}.status"), ".")

    def _overdue(self, promise: PromiseFacts, path: str) -> list[Text]:
        """Write what the day was, that it passed, and the new one where there is one."""
        missed, due_on = promise.missed_on, promise.due_on
        sentences = []
        day, fact = (missed, "missed_on") if missed else (due_on, "due_on")
        if day is not None:
            before, after = self.missed
            end = Span(self.begun[promise.stands], f"{path}.stands") if promise.stands else after
            sentences.append(text(before, Span(self.day(day), f"{path}.{fact}"), end))
        if missed and due_on:
            day_too = text(self.put_off, Span(self.day(due_on), f"{path}.due_on"))
            lapsed = Span(self.lapsed, f"{path}.has_lapsed") if promise.has_lapsed else ""
            sentences.append(text(day_too, lapsed, "."))
        return sentences

    def referral(self, partner: PartnerFacts, row: ReferralFacts, path: str) -> tuple[Said, ...]:
        """Write whom we asked and when, and the answer: of one to another partner, that it came."""
        passed = text(self.asked(partner, row, path), self._on(row.sent_on, f"{path}.sent_on"))
        if row.is_silent:
            again = Span(self.asked_again, f"{path}.is_asked_again") if row.is_asked_again else ""
            return (text(passed, again or self.unanswered),)
        came = text(passed, self.answered, self._on(row.answered_on, f"{path}.answered_on"))
        if row.answer is None:
            return (text(came, self.end),)
        return led(text(came, self.colon), row.answer, f"{path}.answer", self.page)

    def _on(self, day: date | None, fact: str) -> Text:
        return text(self.on, Span(self.day(day), fact)) if day else ()
