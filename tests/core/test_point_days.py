"""The stored day of a point follows every change of its meeting."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select, text

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.integrity import check_store
from outreach_app.models import Meeting, Point
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import change_meeting, delete_meeting, restore_meeting
from tests import makers


def _days(database: Database) -> set[date | None]:
    with database.read() as session:
        return set(session.scalars(select(Point.met_on)))


def test_points_move_go_and_come_back_with_their_meeting(database: Database) -> None:
    uid = makers.write_meeting(database, held_on=date(2026, 10, 14))
    assert _days(database) == {date(2026, 10, 14)}
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_meeting(session, uid)
        draft = replace(draft, held_on=date(2026, 10, 15))
        change_meeting(session, uid, draft)
    assert _days(database) == {date(2026, 10, 15)}
    with database.write(Actor.CHIEF) as session:
        delete_meeting(session, uid, session.query(Meeting).one().version)
    assert _days(database) == {None}
    with database.write(Actor.CHIEF) as session:
        restore_meeting(session, uid)
    assert _days(database) == {date(2026, 10, 15)}


def test_a_day_that_is_not_the_meetings_is_found_by_the_check(database: Database) -> None:
    makers.write_meeting(database)
    assert all(check.is_sound for check in check_store(database))
    with database.write(Actor.CHIEF) as session:
        session.execute(text("UPDATE points SET met_on = '2020-01-01' WHERE position = 0"))
    assert [check.name for check in check_store(database) if not check.is_sound] == ["states"]
