"""The meeting set to follow another: as it was agreed on, and what came of it since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import Meeting
from outreach_app.queries.meetings import meeting_number
from outreach_app.rules.exchanges import EXCHANGE_CHANNELS
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.summaries.session.history import Columns, Values
from outreach_app.summaries.session.plan import News, NextMeetingFacts, SituationFacts

_PLANNED = (MeetingStatus.PLANNED, MeetingStatus.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Following:
    """The meeting set to follow another, as its journal gives it, and others.

    `held` are those held since, `to_come` those set too.
    """

    values: Values[Meeting]
    held: tuple[Meeting, ...] = ()
    to_come: tuple[Values[Meeting], ...] = ()

    def agreed(self) -> NextMeetingFacts | None:
        """Return what was agreed on; None without a day, or of one recorded when it was held."""
        row, then = self.values.record, self.values.first
        held_on = then.day("held_on")
        if held_on is None or not self.was_set:
            return None
        agreed, now = _places(then), Bilingual(row.place_ar, row.place_fr)
        # The same place named in the other language later is still the one agreed on.
        is_same = agreed.ar in (None, now.ar) and agreed.fr in (None, now.fr)
        place = now if is_same else agreed
        return NextMeetingFacts(held_on, then.hour("starts_at"), place, then.text("channel"))

    def news(self, today: date) -> Iterator[SituationFacts]:
        """Yield each new day it was given, then how it ended, or that this was not recorded."""
        for other in self.held:
            line = _held(other, News.FOLLOWED)
            yield replace(line, is_exchange=_is_exchange(other))
        for values in self.to_come:
            row, place = values.record, _places(values.until(today))
            to = NextMeetingFacts(row.held_on, row.starts_at, place, row.channel)
            line = SituationFacts(1, News.SET_TOO, values.writes[0][0], to=to)
            yield replace(line, is_exchange=_is_exchange(row))
        for line in self._own_news(today):
            yield replace(line, is_exchange=_is_exchange(self.values.record))

    def _own_news(self, today: date) -> Iterator[SituationFacts]:
        row, moved_on = self.values.record, date.min
        for moved_on, before, after in self._moves():
            yield _moved(moved_on, before, after)
        written_on = self.values.last_set("status")
        if row.status == MeetingStatus.HELD:
            yield _held(row, News.HELD if self.was_set else News.FOLLOWED)
        elif row.status == MeetingStatus.CANCELLED:
            missed_on = _if_before(row.held_on, written_on)
            yield SituationFacts(1, News.CANCELLED, written_on, missed_on=missed_on)
        elif row.status == MeetingStatus.POSTPONED and written_on > moved_on:
            missed_on = _if_before(row.held_on, written_on)
            yield SituationFacts(1, News.POSTPONED, written_on, missed_on=missed_on)
        elif row.held_on <= today:
            yield SituationFacts(1, News.UNKNOWN, row.held_on)

    @property
    def was_set(self) -> bool:
        """Whether it was recorded before it was held."""
        return self.values.first.text("status") != MeetingStatus.HELD

    def is_to_come(self, today: date) -> bool:
        """Return whether it is planned for a day from today on."""
        row = self.values.record
        return row.status in _PLANNED and row.held_on >= today

    def _moves(self) -> Iterator[tuple[date, Columns, Columns]]:
        """Yield each later day on which its own day was changed, before it was held."""
        known, days = self.values.first, {day for day, _values in self.values.writes}
        for day in sorted(days)[1:]:
            before, known = known, self.values.until(day)
            if known.text("status") == MeetingStatus.HELD:
                return
            if known.day("held_on") != before.day("held_on"):
                yield day, before, known


def find_next(session: Session, meeting: Meeting, today: date) -> Following | None:
    """Return the meeting set to follow; None where none was.

    Of several it is the one still to come, else the first that was set, with the others held. One
    that was entered as following, but was not after it, is none.
    """
    statement = select(Meeting).where(Meeting.follows_id == meeting.id, ~Meeting.is_deleted)
    found_rows = session.scalars(statement.order_by(Meeting.held_on, Meeting.id)).all()
    rows = [row for row in found_rows if can_follow(row, meeting)]
    found = [Following(Values.of(session, row)) for row in rows]
    if not found:
        return None
    found.sort(key=lambda each: (not each.is_to_come(today), not each.was_set))
    told = found[0]
    rows_too = [row for row in rows if row is not told.values.record]
    held = tuple(row for row in rows_too if row.status == MeetingStatus.HELD)
    to_come = tuple(each.values for each in found[1:] if each.is_to_come(today))
    return replace(told, held=held, to_come=to_come)


def can_follow(row: Meeting, meeting: Meeting) -> bool:
    """Return whether a meeting that is entered as following another may have come after it."""
    return row.held_on >= meeting.held_on and not is_after(meeting, row)


def is_after(row: Meeting, meeting: Meeting) -> bool:
    """Return whether one began after the other, as far as their days and hours are known."""
    if row.held_on != meeting.held_on:
        return row.held_on > meeting.held_on
    hours = row.starts_at, meeting.ends_at or meeting.starts_at
    return hours[0] is not None and hours[1] is not None and hours[0] >= hours[1]


def _held(row: Meeting, news: News) -> SituationFacts:
    """Return that a meeting was held, and under which number."""
    return SituationFacts(1, news, row.held_on, summary=meeting_number(row) or None)


def _is_exchange(row: Meeting) -> bool | None:
    return row.channel in EXCHANGE_CHANNELS or None


def _moved(on: date, before: Columns, after: Columns) -> SituationFacts:
    """Return that it was given a new day; its place only if it is another one."""
    place = _places(after) if _places(after) != _places(before) else Bilingual(None, None)
    held_on = after.day("held_on") or on
    to = NextMeetingFacts(held_on, after.hour("starts_at"), place)
    return SituationFacts(1, News.MOVED, on, missed_on=_if_before(before.day("held_on"), on), to=to)


def _if_before(day: date | None, written_on: date) -> date | None:
    """Return the day that a meeting was set for if it had passed when that was written."""
    return day if day is not None and day < written_on else None


def _places(values: Columns) -> Bilingual:
    return Bilingual(values.text("place_ar"), values.text("place_fr"))
