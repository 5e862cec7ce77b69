"""The commitments made before a meeting: their state that day, and their outcome since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from sqlalchemy.orm import Session

from outreach_app.models import Meeting, Partner
from outreach_app.queries.histories import list_values
from outreach_app.queries.meetings import list_meetings_with
from outreach_app.queries.remarks import list_promised_remarks
from outreach_app.rules.statuses import (
    OPEN_COMMITMENTS,
    CommitmentStatus,
    MeetingStatus,
    commitment_status,
)
from outreach_app.summaries.prose.store_words import written
from outreach_app.summaries.session.contents import promise_of
from outreach_app.summaries.session.history import Status, Values
from outreach_app.summaries.session.next_meeting import can_follow, is_after
from outreach_app.summaries.session.plan import News, SituationFacts
from outreach_app.summaries.session.presence import partners_present
from outreach_app.summaries.session.promised import BEGUN, Promised, as_it_stood
from outreach_app.summaries.session.promises import (
    CommitmentFacts,
    EarlierFacts,
    EarlierState,
    MadeFacts,
    OthersClosed,
)
from outreach_app.summaries.session.renewals import GIVEN_UP, Renewals, are_same
from outreach_app.summaries.session.situation import owed_by, state_of
from outreach_app.summaries.session.writer import STATES
from outreach_app.survivors import survivor

# Those that were not closed.
OPEN = (*OPEN_COMMITMENTS, CommitmentStatus.OVERDUE)


@dataclass(frozen=True, slots=True)
class Earlier:
    """The commitments recalled at a meeting on a day, oldest first.

    `made` are all those of the same meetings; `present` is the number of partners listed, or None
    if a recalled one is of a meeting that none attended.
    """

    rows: tuple[Promised, ...]
    made: tuple[Promised, ...]
    present: int | None
    day: date

    def facts(self, renewals: Renewals) -> EarlierFacts:
        """Return the states of the commitments that day, with what was promised again by then."""
        days = sorted({row.made for row in self.rows}, key=_order)
        found: dict[str, list[CommitmentFacts]] = {}
        for number, row in enumerate(self.rows, start=1):
            told = replace(self._told(number, row, days), renewed=renewals.until(row))
            found.setdefault(row.stood(self.day).code, []).append(told)
        states = tuple(
            EarlierState(code, tuple(promises))
            for code in (f"cst.{name}" for name in STATES)
            if (promises := found.get(code))
        )
        before = EarlierFacts(tuple(days), states, among=0, present=self.present)
        first, last = days[0].made_on, days[-1].made_on
        among = [
            row
            for row in self.made
            if (first <= row.made_on <= last if before.are_days_in_table else row.made in days)
        ]
        closed = [row.stood(self.day) for row in among if row not in self.rows]
        others = tuple(
            _closed(code, ended)
            for code in (f"cst.{name}" for name in STATES)
            if (ended := [status for status in closed if status.code == code])
        )
        return replace(before, among=len(among), others=others)

    def _told(self, number: int, row: Promised, days: list[MadeFacts]) -> CommitmentFacts:
        """Return a commitment as it stood that day; `days` are those on which they were made."""
        # Those of a remark are told from those of a meeting of their day.
        of_several = {(each.made_on, each.received_on) for each in days}
        return replace(
            as_it_stood(row, number, self.day),
            made_at=days.index(row.made) + 1 if len(of_several) > 1 else None,
            put_off_from=row.put_off_from(self.day),
        )

    def meetings(self) -> list[Meeting]:
        """Return the meetings of the listed commitments."""
        found = (row.record.meeting for row in self.rows)
        return list(dict.fromkeys(meeting for meeting in found if meeting is not None))

    def news(self, renewals: Renewals, today: date) -> Iterator[SituationFacts]:
        """Yield the later outcomes, until today."""
        for row in self.rows:
            if not self._is_followed(row):
                continue
            line = replace(self._line_of(row), renewed=renewals.since(row, today))
            states = list(state_of(line, row.values, today)) if self._has_moved(row, today) else []
            if self._is_put_off(row):
                on = row.values.last_set("due_on")
                news = News.DUE if row.due_on(self.day) else News.FIRST_DUE
                # That it was promised again is told with its state, where that is told too.
                is_told_later = states or row.stood(self.day).code != CommitmentStatus.OPEN
                put_off = replace(line, renewed=None) if is_told_later else line
                yield replace(put_off, news=news, on=on, due_on=row.record.due_on)
            yield from states

    def waiting(self, renewals: Renewals, today: date) -> Iterator[SituationFacts]:
        """Yield those whose state has not changed since that day, unless kept."""
        for row in self.rows:
            status = row.stood(self.day)
            code = status.code
            if self._has_moved(row, today) or not self._is_followed(row) or code not in OPEN:
                continue
            line = replace(self._line_of(row), renewed=renewals.since(row, today))
            if code == CommitmentStatus.OPEN and not self._is_put_off(row):
                yield replace(line, on=status.since, code=code, due_on=row.record.due_on)
            elif code != CommitmentStatus.OPEN:
                yield from state_of(line, row.values, today)

    def _has_moved(self, row: Promised, today: date) -> bool:
        """Return whether it is in another state than that day, or its day has passed since."""
        now, due_on = row.record.status, row.record.due_on
        if now in BEGUN:
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
        return line if is_alone else owed_by(line, promise_of(0, row.record, None))

    def _is_followed(self, row: Promised) -> bool:
        """Return whether it was not kept yet."""
        return row.stood(self.day).code != CommitmentStatus.DONE


def recall(session: Session, meeting: Meeting) -> Earlier | None:
    """Return the commitments made before a meeting that its summary recalls; None for none.

    They are those of each meeting that one of the partners present attended, of the one that this
    meeting follows, and those made on remarks of these partners: all but those that were recorded
    as closed by the day of the last of these meetings, or of a remark the last with its partner.
    What was given up and then taken up again, until this meeting, is recalled as what it became is.
    """
    present = partners_present(meeting)
    before = _meetings_before(session, meeting, present)
    theirs = {each: [one for one in partners_present(each) if one in present] for each in before}
    made = [row for row in _promises(session, meeting, theirs) if row.is_before(meeting)]
    day = meeting.held_on
    news = [row for row in made if not row.was_told_closed or row.stood(day).code in OPEN]
    own = (Promised(Values(row, ()), None) for row in meeting.commitments if not row.is_deleted)
    again = [*news, *(row for row in own if row.made_on <= day)]
    rows = tuple(row for row in made if row in news or _is_taken_up(row, again, day))
    if not rows:
        return None
    told = {row.record.meeting for row in rows}
    are_shared = all(theirs[each] for each in theirs if each in told)
    return Earlier(rows, tuple(made), len(present) if are_shared else None, day)


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


def _promises(
    session: Session, meeting: Meeting, theirs: dict[Meeting, list[Partner]]
) -> Iterator[Promised]:
    """Yield the commitments of meetings before, of which those present at both are given.

    Those made on remarks of the partners present come after them.
    """
    last = {one: each.held_on for each in theirs for one in theirs[each]}
    present = partners_present(meeting)
    remarks = list_promised_remarks(session, [one.uid for one in present], before=meeting.held_on)
    of_meetings = chain.from_iterable(each.commitments for each in theirs)
    of_remarks = chain.from_iterable(each.commitments for each in remarks)
    kept = [row for row in (*of_meetings, *of_remarks) if not row.is_deleted]
    journal = list_values(session, kept)
    for row in kept:
        told_on: date | None = None
        if row.meeting is not None:
            told_on = max((*last.values(), row.meeting.held_on))
        elif row.point is not None and row.point.raised_by is not None:
            told_on = last.get(survivor(row.point.raised_by))
        yield Promised(Values.told(row, journal), told_on)


def _is_taken_up(row: Promised, again: Sequence[Promised], day: date) -> bool:
    """Return whether one that was given up was promised again, of what is told."""
    state = row.stood(day)
    return state.code in GIVEN_UP and any(
        each.made_on >= state.since and each.record is not row.record and are_same(each, row)
        for each in again
    )


def _closed(code: str, ended: Sequence[Status]) -> OthersClosed:
    """Return how many were closed so, and by what day, where it is known of each."""
    days = [status.noted_on for status in ended if status.noted_on is not None]
    until = max(days) if len(days) == len(ended) else None
    is_entered = until is not None and not all(status.is_typed for status in ended)
    return OthersClosed(code, len(ended), until, is_entered or None)


def _order(made: MadeFacts) -> tuple[date, date, str]:
    if made.met is None:
        return made.made_on, made.received_on or made.made_on, ""
    return made.made_on, made.met.held_on, made.met.number
