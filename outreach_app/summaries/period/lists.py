"""The lists of a period report, from its plan: what is open, what is planned, the annex."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.period.acts import PromiseFacts, ReferralFacts
from outreach_app.summaries.period.cells import Tables
from outreach_app.summaries.period.plan import (
    MeetingFacts,
    PlannedFacts,
    Programme,
)
from outreach_app.summaries.period.writer import NOTHING, programme_end
from outreach_app.summaries.prose.blocks import Block, Cell, Paragraph, Span, Table, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.nouns import OTHER_MEETING
from outreach_app.summaries.prose.quoting import own_title, quotation
from outreach_app.summaries.prose.several_days import count_days, days_cell

# In fewer days after a period nobody expects a meeting.
SILENT = timedelta(days=7)
# A longer annex is parted by months, with a total for each.
MAX_IN_ONE = 40


def _is_unrecorded(row: PlannedFacts, issued_on: date) -> bool:
    """Return whether the day of a planned meeting has come and it is not recorded as held."""
    return row.held_on <= issued_on and not row.is_held


class PeriodLists(Tables):
    """Builds the lists."""

    def promises(self) -> Table:
        """Lay out what is not kept yet."""
        labels = self.writer.labels
        day = labels.state.format(day=self.short_date(self.plan.as_of))
        rows = tuple(map(self._promise, self.plan.promises))
        return Table("promises", (*labels.promise_headings, day), rows)

    def given_up(self) -> Table:
        """Lay out what will not be kept, and why."""
        rows = tuple(map(self._given_up, self.plan.given_up))
        return Table("given_up", self.writer.labels.given_up_headings, rows)

    def referrals(self) -> Table:
        """Lay out the referrals and their answers."""
        *headings, answer = self.writer.labels.referral_headings
        day = answer.format(day=self.short_date(self.plan.as_of))
        rows = tuple(map(self._referral, self.plan.referrals))
        return Table("referrals", (*headings, day), rows)

    def programme(self, issued_on: date) -> Iterator[Block]:
        """Yield the meetings of the two months after the last day, those held since apart.

        Of the days that are over when the report is issued it tells that none was held.
        """
        labels, plan = self.writer.labels, self.plan
        end = programme_end(plan.as_of)
        until = text(labels.until, Span(self.full_date(end), "planned_until"))
        is_open = plan.as_of + SILENT < issued_on < end
        over = Period(plan.as_of + timedelta(days=1), max(issued_on, plan.as_of))
        held_none = text(labels.held_none, Span(self.days(over), "issued_on"), ".")
        if not plan.planned:
            yield Paragraph(self._nothing(issued_on, until, held_none if is_open else ()))
            return
        names = labels.planned_names[plan.programme]
        name = names[min(len(plan.planned) + plan.planned_more, 3) - 1]
        when = text(labels.in_two_months, self.cells.last_day())
        if is_open and plan.programme is Programme.TO_COME:
            yield Paragraph(held_none)
            when = until
        are_all_held = plan.programme is Programme.HELD and issued_on < end
        if are_all_held:
            when = text(" ", Span(self.days(over), "issued_on"))
        colon = ":" if self.language is Language.ARABIC else "\u00a0:"
        yield Paragraph(text(name, when, colon))
        yield self._programme_table(issued_on)
        if are_all_held:
            yield Paragraph(text(labels.planned_none, until, "."))

    def _nothing(self, issued_on: date, until: Text, held_none: Text) -> Text:
        """Return that none was held, once the two months are over; before, that none is planned."""
        labels = self.writer.labels
        if issued_on >= programme_end(self.plan.as_of):
            return text(labels.nothing_since, self.cells.last_day(), ".")
        if held_none:
            return text(held_none, " ", labels.planned_none, until, ".")
        lead, none = labels.nothing_planned
        return text(lead, Span(self.full_date(issued_on), "issued_on"), none, until, ".")

    def _programme_table(self, issued_on: date) -> Table:
        labels = self.writer.labels
        rows = tuple(self._planned(row, issued_on) for row in self.plan.planned)
        more = self.more(OTHER_MEETING, self.plan.planned_more, "planned_more")
        is_alike = not any(_is_unrecorded(row, issued_on) for row in self.plan.planned)
        if self.plan.programme is not Programme.BOTH and is_alike:
            return Table("planned", labels.planned_headings, rows, more)
        states = (self._planned_state(row, issued_on) for row in self.plan.planned)
        rows = tuple((*row, state) for row, state in zip(rows, states, strict=True))
        headings = (*labels.planned_headings, labels.planned_states[0])
        return Table("planned_states", headings, rows, more)

    def annex(self) -> Iterator[Block]:
        """Yield the list of meetings with their totals, a long one parted by months."""
        numbered = list(enumerate(self.plan.meetings, start=1))
        if len(numbered) <= MAX_IN_ONE:
            yield self._annex(numbered)
            return
        months = groupby(numbered, key=lambda row: (row[1].held_on.year, row[1].held_on.month))
        for _month, group in months:
            rows = list(group)
            day = rows[0][1].held_on
            name = f"{self.month(day)}\u00a0{self.say.in_order(str(day.year))}"
            yield Paragraph(sentence_case(text(Span(name))), is_strong=True)
            yield self._annex(rows)

    def _promise(self, row: PromiseFacts) -> tuple[Cell, ...]:
        path = f"promises.{row.number}"
        due: Text = text(self.writer.labels.no_due_day)
        if row.due_on is not None:
            due = text(Span(self.short_date(row.due_on), f"{path}.due_on"))
        words = quotation(row.words, f"{path}.words", self.language)
        return words, self.cells.owner(row, path), due, self.cells.state(row, path)

    def _given_up(self, row: PromiseFacts) -> tuple[Cell, ...]:
        path = f"given_up.{row.number}"
        words = quotation(row.words, f"{path}.words", self.language)
        reason: Cell = text(self.writer.labels.no_reason)
        if row.reason is not None:
            reason = quotation(row.reason, f"{path}.reason", self.language)
        return words, self.cells.owner(row, path), self.cells.state(row, path), reason

    def _referral(self, row: ReferralFacts) -> tuple[Cell, ...]:
        path, earlier = f"referrals.{row.number}", self.writer.labels.earlier_referral
        sent: Span | str = self.writer.labels.no_sent_day
        if row.sent_on is not None:
            sent = Span(self.short_date(row.sent_on), f"{path}.sent_on")
        return (
            self.label(row.to, f"{path}.to"),
            self.label(row.topic, f"{path}.topic"),
            text(
                sent,
                Span(earlier, f"{path}.is_earlier") if row.is_earlier else "",
            ),
            self.cells.answer(row),
        )

    def _planned(self, row: PlannedFacts, issued_on: date) -> tuple[Cell, ...]:
        path = f"planned.{row.number}"
        subject = own_title(row.subject, f"{path}.subject", self.language)
        categories = [
            self.name(code, f"{path}.categories.{place}")
            for place, code in enumerate(row.categories, start=1)
        ]
        # Some names hold an « and » of their own.
        comma = "؛ " if self.language is Language.ARABIC else "\u00a0; "
        # Of a meeting that was held it is known that nobody was invited.
        labels = self.writer.labels
        nobody = labels.no_partner if row.is_held else labels.not_given
        is_over = row.is_held or _is_unrecorded(row, issued_on)
        no_subject = labels.not_noted_subject if is_over else labels.not_given
        return (
            days_cell(row.held_on, row.last_on, path, self.language),
            self.kind(row.kind, f"{path}.kind", count_days(row.held_on, row.last_on)),
            sentence_case(text(subject or no_subject)),
            sentence_case(joined(categories, comma)) or text(nobody),
        )

    def _planned_state(self, row: PlannedFacts, issued_on: date) -> Text:
        _heading, held, to_come, on_the_day, unrecorded = self.writer.labels.planned_states
        state = held if row.is_held else to_come
        if _is_unrecorded(row, issued_on):
            state = on_the_day if row.held_on == issued_on else unrecorded
        return text(Span(state, f"planned.{row.number}.is_held"))

    def _annex(self, rows: Sequence[tuple[int, MeetingFacts]]) -> Table:
        lines = tuple(self._meeting(row) for _place, row in rows)
        total: tuple[Cell, ...] = ()
        if len(rows) > 1:
            meetings = [row for _place, row in rows]
            counts = (
                self._sum([row.participants for row in meetings]),
                self._sum([row.women for row in meetings]),
                self._sum([row.points for row in meetings]),
                self._sum([row.commitments for row in meetings]),
            )
            total = (text(self.writer.labels.total), (), (), (), *counts)
        return Table("annex", self.writer.labels.annex_headings, lines, total=total)

    def _meeting(self, row: MeetingFacts) -> tuple[Cell, ...]:
        path = f"meetings.{row.number}"
        subject = own_title(row.subject, f"{path}.subject", self.language)
        counts = (
            ("participants", row.participants),
            ("women", row.women),
            ("points", row.points),
            ("commitments", row.commitments),
        )
        return (
            text(Span(self.say.in_order(row.number), f"{path}.number")),
            days_cell(row.held_on, row.last_on, path, self.language),
            self.kind(row.kind, f"{path}.kind", count_days(row.held_on, row.last_on)),
            sentence_case(text(subject or NOTHING)),
            *(self.say.number(number, f"{path}.{name}") for name, number in counts),
        )

    def _sum(self, numbers: Sequence[int | None]) -> Text:
        """Write the sum of what was noted; a dash where nothing was."""
        known = [number for number in numbers if number is not None]
        total = sum(known) if known else None
        return self.say.number(total, "", is_partial=len(known) < len(numbers))
