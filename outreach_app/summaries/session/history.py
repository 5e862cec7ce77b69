"""The values of a record on a day, from its journal: those first recorded with a meeting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Generic, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting, Record
from outreach_app.queries.histories import list_values
from outreach_app.rules.statuses import CommitmentStatus

RecordT = TypeVar("RecordT", bound=Record)
# The day of a write, and the columns that it set.
Write = tuple[date, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a record at one time."""

    values: dict[str, object]

    def text(self, name: str) -> str | None:
        """Return a text or a code."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def day(self, name: str) -> date | None:
        """Return a day."""
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def hour(self, name: str) -> time | None:
        """Return an hour."""
        value = self.values.get(name)
        return value if isinstance(value, time) else None


@dataclass(frozen=True, slots=True)
class Values(Generic[RecordT]):
    """A record with the values of each write, oldest first; without a journal, its columns.

    The lines of a record may be withheld: then its current columns are all that is known.
    """

    record: RecordT
    writes: tuple[Write, ...]

    @classmethod
    def of(cls, session: Session, record: RecordT) -> "Values[RecordT]":
        """Read the journal of a record."""
        return cls.told(record, list_values(session, [record]))

    @classmethod
    def told(cls, record: RecordT, journal: Mapping[UUID, Sequence[Write]]) -> "Values[RecordT]":
        """Take a record's values out of what was read of several."""
        writes = tuple(journal[record.uid])
        if not writes:
            names = type(record).__mapper__.columns.keys()
            writes = ((date.min, {name: getattr(record, name) for name in names}),)
        return cls(record, writes)

    @property
    def first(self) -> Columns:
        """Return what was first recorded, with what was put right the same day."""
        return self.until(self.writes[0][0])

    def until(self, day: date) -> Columns:
        """Return the values recorded up to a day; the first ones in any case."""
        known: dict[str, object] = {}
        for number, (written_on, values) in enumerate(self.writes):
            if number == 0 or written_on <= day:
                known |= values
        return Columns(known)

    def of_meeting(self, meeting: Meeting) -> Columns:
        """Return the values recorded with a meeting, before any later reaction."""
        day = max(self.writes[0][0], meeting.held_on)
        known: dict[str, object] = {}
        for number, (written_on, values) in enumerate(self.writes):
            reacted_on = values.get("reacted_on")
            if isinstance(reacted_on, date) and reacted_on > meeting.held_on:
                break
            if number == 0 or written_on <= day:
                known |= values
        return Columns(known)

    def last_set(self, name: str) -> date:
        """Return the day of the last write that changed a column."""
        before: object = None
        found = self.writes[0][0]
        for written_on, values in self.writes:
            if name in values and values[name] != before:
                before, found = values[name], written_on
        return found

    def is_after(self, meeting: Meeting) -> bool:
        """Return whether a promise or a referral was made after the meeting."""
        made_on = getattr(self.record, "made_on", None)
        return isinstance(made_on, date) and made_on > meeting.held_on


@dataclass(frozen=True, slots=True)
class Status:
    """The status of a commitment and its start; `noted_on` is the day typed, else of the entry.

    It is None without a journal; `is_typed` tells both apart.
    """

    code: str
    since: date
    noted_on: date | None = None
    is_typed: bool = False


def status_on(
    values: Values[Commitment], made_on: date, day: date, known_by: date = date.max
) -> Status:
    """Return the status of a commitment on a day and its start: as typed, else from the journal.

    The first status applies since it was made, unless a day was typed. What was written after
    `known_by` is left out.
    """
    status = Status(CommitmentStatus.OPEN, made_on)
    for number, (written_on, written) in enumerate(values.writes):
        code = written.get("status")
        if not isinstance(code, str) or written_on > known_by:
            continue
        typed = written.get("status_on")
        if isinstance(typed, date):
            found = Status(code, typed, typed, is_typed=True)
        elif number and code == status.code:
            # Written again with something else, such as a translation.
            continue
        elif number == 0:
            # What was recorded at first was so before, for all that was noted.
            found = Status(code, made_on, written_on if written_on > date.min else None)
        else:
            found = Status(code, written_on, written_on)
        if found.since <= day:
            status = found
    return status
