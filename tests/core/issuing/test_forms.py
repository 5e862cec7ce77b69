"""Sheets of daily work: numbered in their own series, printed again under the same number."""

from datetime import date

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.issuing.forms import prepare_attendance_sheet
from tests import makers


def test_attendance_sheets_have_a_series_of_their_own(database: Database) -> None:
    first, second = (
        makers.write_meeting(database, status="planned", held_on=date(2026, 12, day))
        for day in (2, 3)
    )
    year = clock.now().year
    numbers = [
        makers.give(database, prepare_attendance_sheet(database, str(each))).issue.number
        for each in (first, second, first)
    ]

    assert numbers == [f"A-01/{year}", f"A-02/{year}", f"A-01/{year}"]
