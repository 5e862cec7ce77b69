"""What was saved is opened from the line that names it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded
from ui.requests import ShowSummary
from ui.summaries.page import SummariesPage


def test_the_file_that_was_saved_is_opened_from_the_line_that_names_it(
    qtbot: QtBot,
    office: OpenOffice,
    page: SummariesPage,
    recorded: Recorded,
    tmp_path: Path,
    opened: list[Path],
) -> None:
    page.take(ShowSummary(makers.write_meeting(office.database)))
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    page.save_copy.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    assert recorded.go_on is not None
    recorded.go_on()
    assert opened == list((tmp_path / "out").iterdir())
