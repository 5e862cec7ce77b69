"""A printer that takes no document is told of, and the log says that nothing was printed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.queries.access_rows import list_access
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded
from ui.requests import ShowSummary
from ui.summaries.page import SummariesPage


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_what_the_printer_did_not_take_is_said_and_logged(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage, recorded: Recorded, tmp_path: Path
) -> None:
    page.take(ShowSummary(makers.write_meeting(office.database)))
    qtbot.waitUntil(page.print.isEnabled)
    (tmp_path / "paper.pdf").mkdir()
    page.print.click()
    qtbot.waitUntil(page.banner.isVisible)
    failed, given = recorded.context.read(list_access)[:2]
    assert (failed.act, failed.verb) == ("not_made", "give_document")
    assert failed.record == given.record
    assert not recorded.said
