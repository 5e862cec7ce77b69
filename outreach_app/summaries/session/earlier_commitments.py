"""The commitments of earlier meetings: their state that day, and their outcome since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting, Partner
from outreach_app.queries.histories import list_values
from outreach_app.queries.meetings import list_meetings_with, meeting_number
from outreach_app.rules.statuses import (
    OPEN_COMMITMENTS,
    CommitmentStatus,
    MeetingStatus,
    commitment_status,
    is_done_late,
)
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.several_days import last_of
from outreach_app.summaries.prose.store_words import written
from outreach_app.summaries.session.contents import Contents
from outreach_app.summaries.session.history import Status, Values, status_on
from outreach_app.summaries.session.next_meeting import can_follow, is_after
from outreach_app.summaries.session.plan import News, SituationFacts
from outreach_app.summaries.session.presence import partners_present
from outreach_app.summaries.session.promises import (
    CommitmentFacts,
    EarlierFacts,
    EarlierState,
    MadeFacts,
    MeetingMet,
)
from outreach_app.summaries.session.situation import owed_by, state_of
from outreach_app.summaries.session.writer import STATES

_OPEN = (*OPEN_COMMITMENTS, CommitmentStatus.OVERDUE)
_BEGUN = (CommitmentStatus.IN_PROGRESS, CommitmentStatus.PARTLY)
_UNBEGUN = (CommitmentStatus.OPEN, CommitmentStatus.OVERDUE)


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment with the contents of the meeting at which it was made.

    `told_on` is the day by which each of the same partners was met last, its own at least.
    """

    contents: Contents
    values: Values[Commitment]
    told_on: date

    @property
    def record(self) -> Commitment:
        return self.values.record

    @property
    def words(self) -> set[str]:
        """Return its words as they may be printed: as typed, and their translation."""
        return {words for words in (self.record.text, self.record.translation) if words}

    @property
    def made_on(self) -> date:
        """Return the day on which it was made: that of its meeting, unless a later one."""
        held_on = self.contents.meeting.held_on
        return (self.record.made_on if self.values.is_after(self.contents.meeting) else None) or (
            held_on
        )

    @property
    def made(self) -> MadeFacts:
        """Return the day on which it was made, and the meeting that it is of."""
        meeting = self.contents.meeting
        number = meeting_number(meeting)
        met = MeetingMet(meeting.kind, meeting.channel, meeting.held_on, number, last_of(meeting))
        return MadeFacts(self.made_on, met)

    def is_before(self, meeting: Meeting) -> bool:
        """Return whether it was made by the day of a meeting: of additions no hour is known."""
        return self.made_on <= meeting.held_on

    @property
    def was_told_closed(self) -> bool:
        """Return whether it was closed, and recorded so, by the day its partners were met last."""
        known = status_on(self.values, self.made_on, self.told_on, known_by=self.told_on)
        return known.code not in OPEN_COMMITMENTS

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
        """Return what was recorded with its state on a day, be it later: why, or what was done."""
        noted = self.values.until(max(day, self.contents.meeting.held_on))
        if noted.text("status") != self.stood(day).code:
            noted = self.values.until(date.max)
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
    """The commitments recalled at a meeting on a day, oldest first.

    `made` are all those of the same meetings; `present` is the number of partners listed, or None
    if a recalled one is of a meeting that none of them attended.
    """

    rows: tuple[Promised, ...]
    made: tuple[Promised, ...]
    present: int | None
    day: date

    def facts(self) -> EarlierFacts:
        """Return the states of the commitments that day."""
        days = sorted({row.made for row in self.rows}, key=_order)
        found: dict[str, list[CommitmentFacts]] = {}
        for number, row in enumerate(self.rows, start=1):
            found.setdefault(row.stood(self.day).code, []).append(self._told(number, row, days))
        states = tuple(
            EarlierState(code, tuple(promises))
            for code in (f"cst.{name}" for name in STATES)
            if (promises := found.get(code))
        )
        before = EarlierFacts(tuple(days), states, among=0, present=self.present)
        first, last = days[0].made_on, days[-1].made_on
        among = (
            sum(first <= row.made_on <= last for row in self.made)
            if before.are_days_in_table
            else sum(row.made in days for row in self.made)
        )
        return replace(before, among=among)

    def _told(self, number: int, row: Promised, days: list[MadeFacts]) -> CommitmentFacts:
        """Return a commitment as it stood that day; `days` are those on which they were made."""
        status, are_several = row.stood(self.day), len({each.made_on for each in days}) > 1
        return replace(
            row.contents.promise(number, row.record, row.due_on(self.day)),
            since=status.noted_on,
            why=row.why(self.day) if status.code not in _UNBEGUN else None,
            made_at=days.index(row.made) + 1 if are_several else None,
            put_off_from=row.put_off_from(self.day),
            is_late=row.is_late(self.day),
            is_entered=(status.noted_on is not None and not status.is_typed) or None,
        )

    def meetings(self) -> list[Meeting]:
        """Return the meetings of the listed commitments."""
        return list(dict.fromkeys(row.contents.meeting for row in self.rows))

    def news(self, today: date) -> Iterator[SituationFacts]:
        """Yield the later outcomes, until today."""
        for row in self.rows:
            if not self._is_followed(row):
                continue
            if self._is_put_off(row):
                on = row.values.last_set("due_on")
                line = self._line_of(row)
                news = News.DUE if row.due_on(self.day) else News.FIRST_DUE
                yield replace(line, news=news, on=on, due_on=row.record.due_on)
            if self._has_moved(row, today):
                yield from state_of(self._line_of(row), row.values, today)

    def waiting(self, today: date) -> Iterator[SituationFacts]:
        """Yield those whose state has not changed since that day, unless kept."""
        for row in self.rows:
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
        """Return whether it is in another state than that day, or its day has passed since."""
        now, due_on = row.record.status, row.record.due_on
        if now in _BEGUN:
            is_past = due_on is not None and due_on < today
            return row.stood(self.day).code != now or (is_past and not row.is_late(self.day))
        return row.stood(self.day).code != commitment_status(now, due_on, today)

    def _is_put_off(self, row: Promised) -> bool:
        """Return whether it has another due date since that day."""
        return row.record.due_on not in (row.due_on(self.day), None)

    def _line_of(self, row: Promised) -> SituationFacts:
        """Return a line about it, with the day it was made if they were made on several.

        Of two of one day with the same words, it tells who owes each.
        """
        promise = written(row.record.text, row.record.language, row.record.translation)
        made_on = row.made_on if len({each.made_on for each in self.rows}) > 1 else None
        line = SituationFacts(0, News.STATE, date.min, promise=promise, made_on=made_on)
        of_day = (each for each in self.rows if each.made_on == row.made_on)
        is_alone = sum(bool(each.words & row.words) for each in of_day) == 1
        return line if is_alone else owed_by(line, row.contents.promise(0, row.record, None))

    def _is_followed(self, row: Promised) -> bool:
        """Return whether it was not kept yet."""
        return row.stood(self.day).code != CommitmentStatus.DONE


def recall(session: Session, meeting: Meeting) -> Earlier | None:
    """Return the commitments of earlier meetings that a meeting's summary recalls; None for none.

    They are those of each meeting that one of the partners present attended, and of the one that
    this meeting follows: all but those that were recorded as closed by the day of the last of these
    with each of the same partners, whatever its kind.
    """
    present = partners_present(meeting)
    before = _meetings_before(session, meeting, present)
    theirs = {each: [one for one in partners_present(each) if one in present] for each in before}
    made = [row for row in _promises(session, theirs) if row.is_before(meeting)]
    rows = tuple(row for row in made if not row.was_told_closed)
    if not rows:
        return None
    are_shared = all(theirs[row.contents.meeting] for row in rows)
    return Earlier(rows, tuple(made), len(present) if are_shared else None, meeting.held_on)


def _meetings_before(
    session: Session, meeting: Meeting, present: Sequence[Partner]
) -> list[Meeting]:
    """Return the meetings before with one of these partners, and the one followed, oldest first."""
    uids = [partner.uid for partner in present]
    found = list(list_meetings_with(session, uids, until=meeting.held_on))
    followed = meeting.follows
    if (
        followed is not None
        and followed not in found
        and not followed.is_deleted
        and followed.status == MeetingStatus.HELD
    ):
        found.append(followed)
    before = [
        each
        for each in found
        if (each is followed and can_follow(meeting, each))
        or (is_after(meeting, each) and not is_after(each, meeting))
    ]
    return sorted(before, key=lambda each: (each.held_on, each.id))


def _promises(session: Session, theirs: dict[Meeting, list[Partner]]) -> Iterator[Promised]:
    """Yield the commitments of meetings, of which those present at them are given."""
    journal = list_values(
        session, [row for each in theirs for row in each.commitments if not row.is_deleted]
    )
    for meeting, partners in theirs.items():
        contents = Contents.of_promises(meeting, journal)
        last = [max(each.held_on for each in theirs if one in theirs[each]) for one in partners]
        for values in contents.commitments:
            yield Promised(contents, values, min(last, default=meeting.held_on))


def _order(made: MadeFacts) -> tuple[date, date, str]:
    return made.made_on, made.met.held_on, made.met.number
