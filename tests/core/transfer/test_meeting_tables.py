"""Meetings from a table: optional columns, and errors of incomplete rows."""

from pathlib import Path

from outreach_app.database import Database
from outreach_app.models import Meeting
from tests.core.transfer.test_meetings import bring_in


def test_the_language_of_an_assessment_is_that_of_its_letters(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    head = "held_on;kind;channel;assessment"
    rows = ("Le dialogue se poursuit.", "الحوار مستمر ومنتظم.", "OK")
    lines = [f"2026-10-{day};mt.thematic;ch.inperson;{said}" for day, said in enumerate(rows, 11)]
    file.write_text("\n".join((head, *lines)), encoding="utf-8")
    report = bring_in(database, file)
    assert report.created == 2
    (problem,) = report.failed[0].problems
    assert (problem.field, problem.code) == ("assessment_language", "required")
    with database.read() as session:
        told = {meeting.assessment_language for meeting in session.query(Meeting)}
    assert told == {"ar", "fr"}
