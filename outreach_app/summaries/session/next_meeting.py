"""The meeting set to follow another: as it was agreed on, and what came of it since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import Meeting
from outreach_app.queries.meetings import meeting_number
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.summaries.session.history import Columns, Values
from outreach_app.summaries.session.plan import News, NextMeetingFacts, SituationFacts


@dataclass(frozen=True, slots=True)
class Following:
    """The meeting set to follow another, as its journal gives it."""

    values: Values[Meeting]

    def agreed(self) -> NextMeetingFacts | None:
        """Return what was agreed on; None without a day."""
        row, then = self.values.record, self.values.first
        held_on = then.day("held_on")
        if held_on is None:
            return None
        agreed, now = _places(then), Bilingual(row.place_ar, row.place_fr)
        # The same place named in the other language later is still the one agreed on.
        is_same = agreed.ar in (None, now.ar) and agreed.fr in (None, now.fr)
        place = now if is_same else agreed
        return NextMeetingFacts(held_on, then.hour("starts_at"), place, then.text("channel"))

    def news(self, today: date) -> Iterator[SituationFacts]:
        """Yield each new day it was given, then how it ended, or that this was not recorded."""
        row, moved_on = self.values.record, date.min
        for moved_on, before, after in self._moves():
            yield _moved(moved_on, before, after)
        written_on = self.values.last_set("status")
        if row.status == MeetingStatus.HELD:
            number = meeting_number(row) or None
            yield SituationFacts(1, News.HELD, row.held_on, summary=number)
        elif row.status == MeetingStatus.CANCELLED:
            missed_on = _if_before(row.held_on, written_on)
            yield SituationFacts(1, News.CANCELLED, written_on, missed_on=missed_on)
        elif row.status == MeetingStatus.POSTPONED and written_on > moved_on:
            missed_on = _if_before(row.held_on, written_on)
            yield SituationFacts(1, News.POSTPONED, written_on, missed_on=missed_on)
        elif row.held_on <= today:
            yield SituationFacts(1, News.UNKNOWN, row.held_on)

    def _moves(self) -> Iterator[tuple[date, Columns, Columns]]:
        """Yield each later day on which its own day was changed, before it was held."""
        known, days = self.values.first, {day for day, _values in self.values.writes}
        for day in sorted(days)[1:]:
            before, known = known, self.values.until(day)
            if known.text("status") == MeetingStatus.HELD:
                return
            if known.day("held_on") != before.day("held_on"):
                yield day, before, known


def find_next(session: Session, meeting: Meeting) -> Following | None:
    """Return the meeting set to follow; None where none was."""
    statement = select(Meeting).where(Meeting.follows_id == meeting.id, ~Meeting.is_deleted)
    following = session.scalars(statement.order_by(Meeting.held_on)).first()
    return Following(Values.of(session, following)) if following is not None else None


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
