"""A meeting whose women a name contradicts is imported as it is, and told of."""

from pathlib import Path

from outreach_app.database import Database
from outreach_app.queries.meetings import list_meetings
from tests.core.transfer.test_meetings import GOOD, bring_in, write


def test_women_that_a_name_contradicts_are_imported_and_told(
    database: Database, tmp_path: Path
) -> None:
    nurse = {"name_fr": "Youssef Bouazza, infirmier", "type": "pr.nurse"}
    odd = GOOD | {"headcount": 5, "women": 5, "partners": [nurse]}
    report = bring_in(database, write(tmp_path / "a.json", odd, odd | {"uid": "two", "women": 2}))
    assert (report.created, report.failed) == (2, [])
    [row] = report.incomplete
    assert [(each.field, each.code) for each in row.problems] == [("women", "women_at_odds")]
    with database.read() as session:
        assert {row.women for row in list_meetings(session)} == {5, 2}
