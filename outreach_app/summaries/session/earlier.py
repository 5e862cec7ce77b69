"""The commitments of the meeting before: how they stood that day, and what became of them since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from outreach_app.models import Commitment, Partner
from outreach_app.queries.meetings import meeting_number
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import OPEN_COMMITMENTS, CommitmentStatus, commitment_status
from outreach_app.summaries.prose.store_words import written
from outreach_app.summaries.session.contents import Contents
from outreach_app.summaries.session.history import Values, status_on
from outreach_app.summaries.session.plan import (
    CommitmentFacts,
    EarlierFacts,
    News,
    SituationFacts,
    StateCount,
)
from outreach_app.summaries.session.situation import state_of
from outreach_app.summaries.session.writer import STATES
from outreach_app.survivors import survivor

# Up to so many commitments of the meeting before are named one by one.
_FEW = 4
_OPEN = (*OPEN_COMMITMENTS, CommitmentStatus.OVERDUE)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was promised at a meeting, told to those present at another, on the day of that one."""

    contents: Contents
    present: list[Partner]
    day: date

    def facts(self) -> EarlierFacts | None:
        """Return how the commitments stood that day; None without any.

        They are named where there are few; of many, those of a state that are few and were not
        kept: what is not done is what counts.
        """
        rows = self._rows()
        if not rows:
            return None
        found: dict[str, list[CommitmentFacts]] = {}
        for number, values in enumerate(rows, start=1):
            code, since = self._stood(values)
            promise = self.contents.promise(number, values.record, self._due_on(values))
            found.setdefault(code, []).append(replace(promise, since=since))
        states = tuple(
            StateCount(code, len(promises), tuple(promises) if self._are_named(code) else ())
            for code in (f"cst.{name}" for name in STATES)
            if (promises := found.get(code))
        )
        meeting = self.contents.meeting
        are_some = len(rows) < len(self._made())
        return EarlierFacts(meeting.held_on, states, are_some, meeting_number(meeting) or None)

    def has_open(self) -> bool:
        """Return whether some of the commitments were still to be kept that day."""
        return any(self._stood(row)[0] in _OPEN for row in self._rows())

    def news(self, today: date) -> Iterator[SituationFacts]:
        """Yield what became, after that day and until today, of those that are named."""
        for values in self._rows():
            row = values.record
            code, _since = self._stood(values)
            is_moved = code != commitment_status(row.status, row.due_on, today)
            if code != CommitmentStatus.DONE and is_moved and self._are_named(code):
                promise = written(row.text, row.language, row.translation)
                line = SituationFacts(0, News.STATE, date.min, promise=promise)
                yield from state_of(line, values, today)

    def _are_named(self, code: str) -> bool:
        """Return whether those that stood so are named."""
        rows = self._rows()
        if len(rows) <= _FEW:
            return True
        alike = [row for row in rows if self._stood(row)[0] == code]
        return code != CommitmentStatus.DONE and len(alike) <= _FEW

    def _made(self) -> list[Values[Commitment]]:
        return [
            row
            for row in self.contents.commitments
            if row.record.made_on is None or row.record.made_on <= self.day
        ]

    def _rows(self) -> list[Values[Commitment]]:
        return [row for row in self._made() if self._concerns(row.record)]

    def _concerns(self, commitment: Commitment) -> bool:
        """Return whether a commitment is owed by one of those present, or answers what one raised.

        What a partner owes is no matter for others, whatever it answers. Where nothing is noted,
        it concerns everybody.
        """
        debtor = self.contents.debtor(commitment)
        if commitment.owner == CommitmentOwner.PARTNER:
            return debtor is None or debtor in self.present
        raised_by = commitment.point.raised_by if commitment.point else None
        is_theirs = raised_by is None or survivor(raised_by) in self.present
        return is_theirs or debtor in self.present

    def _stood(self, values: Values[Commitment]) -> tuple[str, date]:
        status, since = status_on(values, self.contents.meeting, self.day)
        return commitment_status(status, self._due_on(values), self.day), since

    def _due_on(self, values: Values[Commitment]) -> date | None:
        return values.until(max(self.day, self.contents.meeting.held_on)).day("due_on")
