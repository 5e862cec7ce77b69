"""The history of what a meeting holds is one question to the journal, however much it holds."""

from sqlalchemy import event

from outreach_app.database import Database
from outreach_app.queries.meetings import get_meeting
from outreach_app.services.points import PointDraft
from outreach_app.summaries.session.facts import plan_session
from tests import makers


def test_many_points_are_told_with_as_many_statements_as_one(database: Database) -> None:
    def point(number: int) -> PointDraft:
        return PointDraft("concern", "tp.6.1", f"Rue {number} mal éclairée", "fr")

    count_statements(database, (point(0),))  # what is read once is read
    alone = count_statements(database, (point(0),))
    assert count_statements(database, tuple(map(point, range(9)))) == alone


def count_statements(database: Database, points: tuple[PointDraft, ...]) -> int:
    """Return how many statements the plan of a meeting with these points takes."""
    meeting = makers.write_meeting(
        database, attendances=(), points=points, commitments=(), referrals=()
    )
    statements: list[object] = []

    def note(*call: object) -> None:
        statements.append(call)

    event.listen(database.engine, "before_cursor_execute", note)
    with database.read() as session:
        found = get_meeting(session, str(meeting))
        assert plan_session(session, found, found.held_on).points
    event.remove(database.engine, "before_cursor_execute", note)
    return len(statements)
