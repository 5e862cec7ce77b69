"""A plan takes few statements, for any size of a meeting and any number before it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import event

from outreach_app.database import Database
from outreach_app.queries.meetings import get_meeting
from outreach_app.services.points import PointDraft
from outreach_app.summaries.session.facts import plan_session
from tests import makers


def test_many_points_are_told_with_as_many_statements_as_one(database: Database) -> None:
    def point(number: int) -> PointDraft:
        return PointDraft("concern", "tp.6.1", f"Rue {number} mal éclairée", "fr")

    count_statements(database, points=(point(0),))  # what is read once is read
    alone = count_statements(database, points=(point(0),))
    assert count_statements(database, points=tuple(map(point, range(9)))) == alone


def test_earlier_meetings_are_read_together(database: Database) -> None:
    present = ((makers.write_partner(database), True),)
    write_weeks_before(database, present, 6, 5)
    after_two = count_statements(database, attendances=present)
    write_weeks_before(database, present, 4, 3, 2, 1)
    assert count_statements(database, attendances=present) == after_two


def write_weeks_before(
    database: Database, present: tuple[tuple[UUID, bool], ...], *weeks: int
) -> None:
    """Log a meeting with the same partners this many weeks before the planned one."""
    for each in weeks:
        day = makers.meeting_draft().held_on - timedelta(weeks=each)
        makers.write_meeting(database, held_on=day, attendances=present)


def count_statements(database: Database, **contents: Any) -> int:
    """Return how many statements the plan of a meeting with these contents takes."""
    nothing: dict[str, Any] = dict.fromkeys(
        ("attendances", "points", "commitments", "referrals"), ()
    )
    meeting = makers.write_meeting(database, **nothing | contents)
    statements: list[object] = []

    def note(*call: object) -> None:
        statements.append(call)

    event.listen(database.engine, "before_cursor_execute", note)
    with database.read() as session:
        found = get_meeting(session, str(meeting))
        plan_session(session, found, found.held_on)
    event.remove(database.engine, "before_cursor_execute", note)
    return len(statements)
