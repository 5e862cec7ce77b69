"""Fixtures of the page of documents, with answers to its dialogs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.answers import Answers
from tests.ui.recorded import Recorded
from ui.summaries.outputs import WaysOut
from ui.summaries.page import SummariesPage


@pytest.fixture
def opened() -> list[Path]:
    """Return the folders that were opened."""
    return []


@pytest.fixture
def page(
    qtbot: QtBot, recorded: Recorded, tmp_path: Path, opened: list[Path]
) -> Iterator[SummariesPage]:
    def ask_printer(_parent: object) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        return printer

    context = replace(recorded.context, files=Answers(tmp_path / "out"))
    page = SummariesPage(context, WaysOut(ask_printer, opened.append))
    qtbot.addWidget(page)
    page.show()
    yield page
    page.close_worker()


@pytest.fixture
def partner(office: OpenOffice) -> UUID:
    """Met today."""
    partner = makers.write_partner(office.database)
    makers.write_partner(office.database, name_ar="شريك لم يتم اللقاء به")
    today = clock.today()
    makers.write_meeting(office.database, held_on=today, attendances=((partner, True),))
    return partner
