"""The next day: a logged meeting is found by three letters, in either script, or by its month."""

from pathlib import Path

import pytest

from outreach_app.i18n import Language
from tests.journeys.desk import CONTROL, Desk, Key

# The month of the meeting, in the language of the letters.
MONTH = {"مدر": "أكتوبر", "ecl": "octobre"}


@pytest.mark.parametrize("letters", ["مدر", "ecl"])
def test_three_letters_find_the_meeting(
    desk: Desk, filled_store: Path, language: Language, letters: str
) -> None:
    desk.start(filled_store)
    desk.unlock()
    desk.go("trash")
    desk.press(Key.Key_K, CONTROL)
    desk.type(letters)
    desk.press(Key.Key_Return)
    row = desk.meetings.list.table.row
    assert row is not None
    assert row.subject.ar == "تأمين محيط المدرسة"
    desk.go("trash")
    desk.press(Key.Key_K, CONTROL)
    desk.type(f"{letters} {MONTH[letters]} {row.held_on.year}")
    desk.press(Key.Key_Return)
    assert desk.meetings.list.filters.wanted().text == letters
    found = desk.meetings.list.table
    assert found.model.rowCount() == 1
    assert found.row == row
