"""The commitments of earlier meetings: their state that day, and their outcome since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from outreach_app.models import Commitment, Meeting, Partner
from outreach_app.queries.meetings import meeting_number
from outreach_app.rules.statuses import (
    OPEN_COMMITMENTS,
    CommitmentStatus,
    commitment_status,
    is_done_late,
)
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.store_words import written
from outreach_app.summaries.session.contents import Contents
from outreach_app.summaries.session.history import Status, Values, status_on
from outreach_app.summaries.session.plan import (
    CommitmentFacts,
    EarlierFacts,
    MadeFacts,
    News,
    SituationFacts,
    StateCount,
)
from outreach_app.summaries.session.presence import name_of
from outreach_app.summaries.session.situation import state_of
from outreach_app.summaries.session.writer import STATES
from outreach_app.survivors import survivor

# Up to this many earlier commitments are named one by one.
_FEW = 6
_OPEN = (*OPEN_COMMITMENTS, CommitmentStatus.OVERDUE)
_BEGUN = (CommitmentStatus.IN_PROGRESS, CommitmentStatus.PARTLY)
_GIVEN_UP = (CommitmentStatus.DROPPED, CommitmentStatus.BLOCKED)


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment with the contents of the meeting at which it was made."""

    contents: Contents
    values: Values[Commitment]

    @property
    def record(self) -> Commitment:
        return self.values.record

    @property
    def made_on(self) -> date:
        """Return the day on which it was made: that of its meeting, unless a later one."""
        held_on = self.contents.meeting.held_on
        return (self.record.made_on if self.values.is_after(self.contents.meeting) else None) or (
            held_on
        )

    @property
    def made(self) -> MadeFacts:
        """Return the day on which it was made, and the summary of its meeting."""
        meeting = self.contents.meeting
        is_later = self.values.is_after(meeting) or None
        return MadeFacts(self.made_on, meeting_number(meeting) or None, is_later)

    def stood(self, day: date) -> Status:
        """Return its state on a day and since when."""
        status = status_on(self.values, self.made_on, day)
        if status.code in _BEGUN:
            # What was begun is told so, after its day too.
            return status
        return replace(status, code=commitment_status(status.code, self.due_on(day), day))

    def is_late(self, day: date) -> bool | None:
        """Return whether it was kept after its day, by the day typed, or was begun and not kept."""
        status, due_on = status_on(self.values, self.made_on, day), self.due_on(day)
        if status.code in _BEGUN:
            return (due_on is not None and due_on < day) or None
        return (status.is_typed and is_done_late(status.code, status.since, due_on)) or None

    def why(self, day: date) -> Words | None:
        """Return the reason recorded with its state up to a day."""
        noted = self.values.until(max(day, self.contents.meeting.held_on))
        reason = noted.text("status_reason")
        translation = noted.text("status_reason_translation")
        return written(reason, "", translation) if reason else None

    def due_on(self, day: date) -> date | None:
        """Return the due date, as known on a day."""
        return self.values.until(max(day, self.contents.meeting.held_on)).day("due_on")

    def put_off_from(self, day: date) -> date | None:
        """Return its first due date, if it had another one on a day."""
        first = self.values.of_meeting(self.contents.meeting).day("due_on")
        return first if first != self.due_on(day) else None


@dataclass(frozen=True, slots=True)
class Earlier:
    """The commitments of earlier meetings, oldest first, for those present at a later one.

    `number_present` counts the unlisted ones too, and `told_on` is the day of the last meeting that
    listed commitments; None if none did. Those of the meeting that this one follows concern all.
    """

    contents: list[Contents]
    present: list[Partner]
    number_present: int
    day: date
    told_on: date | None
    followed: Meeting | None = None

    def facts(self) -> EarlierFacts | None:
        """Return the states of the commitments that day; None if there are none.

        They are named if there are few; of many, those of rare states.
        """
        rows = self._rows()
        if not rows:
            return None
        days = sorted({row.made for row in rows}, key=_order)
        found: dict[str, list[CommitmentFacts]] = {}
        for number, row in enumerate(rows, start=1):
            found.setdefault(row.stood(self.day).code, []).append(self._told(number, row, days))
        states = tuple(
            StateCount(code, len(promises), tuple(promises) if self._are_named(code) else ())
            for code in (f"cst.{name}" for name in STATES)
            if (promises := found.get(code))
        )
        made = [row for row in self._made() if row.made in days]
        are_all_theirs = all(map(self._concerns, made))
        are_all_news = all(self._is_news(row) for row in made if self._concerns(row))
        open_on = None if are_all_news else self._open_on(rows)
        some = EarlierFacts(tuple(days), states, among=len(made))
        is_told_why = (are_all_news or open_on is not None) and self._is_rule_told(rows, made)
        if not (are_all_theirs or is_told_why):
            return some
        named = [] if are_all_theirs else self._whom(rows)
        concerned, are_of_all = len(named), all(map(self._noted, rows))
        are_others = 0 < concerned < self.number_present
        return replace(
            some,
            concerned=concerned or None,
            present=self.number_present if are_others else None,
            concerned_name=name_of(named[0]) if are_others and concerned == 1 else None,
            open_on=open_on,
            are_of_nobody=not (are_all_theirs or are_of_all) or None,
        )

    def _is_rule_told(self, rows: list[Promised], made: list[Promised]) -> bool:
        """Return whether the listed ones are all that concern those present, or no partner.

        They are not if one is listed because this meeting follows its own, or if another one is the
        task of no partner either, but answers a point of one who is absent.
        """
        if not all(map(self._is_theirs, rows)):
            return False
        left_out = [row for row in made if not self._concerns(row)]
        is_apart = all(row.contents.debtor(row.record) for row in left_out)
        return is_apart or all(map(self._noted, rows))

    def _told(self, number: int, row: Promised, days: list[MadeFacts]) -> CommitmentFacts:
        """Return a commitment as it stood that day; `days` are those on which they were made."""
        status = row.stood(self.day)
        return replace(
            row.contents.promise(number, row.record, row.due_on(self.day)),
            since=status.noted_on,
            why=row.why(self.day) if status.code in _GIVEN_UP else None,
            made_at=days.index(row.made) + 1 if len(days) > 1 else None,
            put_off_from=row.put_off_from(self.day),
            is_late=row.is_late(self.day),
            is_entered=(status.noted_on is not None and not status.is_typed) or None,
        )

    def _open_on(self, rows: list[Promised]) -> date | None:
        """Return the last day on which all of these were known and still open; None for none."""
        if self.told_on is None:
            return None
        last_day = max(self.told_on, *(row.made_on for row in rows))
        are_open = all(row.stood(last_day).code in _OPEN for row in rows)
        return last_day if are_open else None

    def meetings(self) -> list[Meeting]:
        """Return the meetings of the listed commitments."""
        return list(dict.fromkeys(row.contents.meeting for row in self._rows()))

    def news(self, today: date) -> Iterator[SituationFacts]:
        """Yield the later outcomes, until today, of the named ones."""
        for row in self._rows():
            if not self._is_followed(row):
                continue
            if self._is_put_off(row):
                on = row.values.last_set("due_on")
                line = self._line_of(row)
                yield replace(line, news=News.DUE, on=on, due_on=row.record.due_on)
            if self._has_moved(row, today):
                yield from state_of(self._line_of(row), row.values, today)

    def waiting(self, today: date) -> Iterator[SituationFacts]:
        """Yield the named ones whose state has not changed since that day, unless kept."""
        for row in self._rows():
            status = row.stood(self.day)
            code = status.code
            if self._has_moved(row, today) or not self._is_followed(row) or code not in _OPEN:
                continue
            line = self._line_of(row)
            if code == CommitmentStatus.OPEN and not self._is_put_off(row):
                yield replace(line, on=status.since, code=code, due_on=row.record.due_on)
            elif code != CommitmentStatus.OPEN:
                yield from state_of(line, row.values, today)

    def _has_moved(self, row: Promised, today: date) -> bool:
        now = row.record.status
        if now not in _BEGUN:
            now = commitment_status(now, row.record.due_on, today)
        return row.stood(self.day).code != now

    def _is_put_off(self, row: Promised) -> bool:
        """Return whether it has another due date since that day."""
        return row.record.due_on not in (row.due_on(self.day), None)

    def _line_of(self, row: Promised) -> SituationFacts:
        """Return a line about it, with the day it was made if another one has the same words."""
        promise = written(row.record.text, row.record.language, row.record.translation)
        days = {each.made_on for each in self._rows() if each.record.text == row.record.text}
        made_on = row.made_on if len(days) > 1 else None
        return SituationFacts(0, News.STATE, date.min, promise=promise, made_on=made_on)

    def _is_followed(self, row: Promised) -> bool:
        """Return whether it was named and not kept yet."""
        code = row.stood(self.day).code
        return code != CommitmentStatus.DONE and self._are_named(code)

    def _are_named(self, code: str) -> bool:
        """Return whether those in a state are named."""
        rows = self._rows()
        if len(rows) <= _FEW:
            return True
        return sum(row.stood(self.day).code == code for row in rows) <= _FEW

    def _made(self) -> list[Promised]:
        return [
            Promised(contents, values)
            for contents in self.contents
            for values in contents.commitments
            if values.record.made_on is None or values.record.made_on <= self.day
        ]

    def _rows(self) -> list[Promised]:
        return [row for row in self._made() if self._is_news(row) and self._concerns(row)]

    def _is_news(self, row: Promised) -> bool:
        """Return whether it was made at the last meeting or later, or was still open then."""
        if self.told_on is None or row.made_on >= self.told_on:
            return True
        return row.stood(self.told_on).code in _OPEN

    def _concerns(self, row: Promised) -> bool:
        """Return whether a commitment concerns those present, or is of the meeting followed."""
        return row.contents.meeting is self.followed or self._is_theirs(row)

    def _is_theirs(self, row: Promised) -> bool:
        """Return whether a commitment is owed by one of those present, or answers a point of one.

        If nothing is recorded, it concerns everybody, unless another partner owes it.
        """
        noted = self._noted(row)
        return not noted or any(partner in self.present for partner in noted)

    def _whom(self, rows: list[Promised]) -> list[Partner]:
        """Return those of the partners listed whom commitments concern."""
        whom = [self._noted(row) for row in rows]
        return [partner for partner in self.present if any(partner in each for each in whom)]

    def _noted(self, row: Promised) -> list[Partner]:
        """Return those whom a commitment concerns; none if nothing is recorded."""
        point, debtor = row.record.point, row.contents.debtor(row.record)
        noted = [debtor] if debtor else []
        return [*noted, survivor(point.raised_by)] if point and point.raised_by else noted


def _order(made: MadeFacts) -> tuple[date, str]:
    return made.made_on, made.summary or ""
