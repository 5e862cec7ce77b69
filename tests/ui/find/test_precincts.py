"""Ctrl+K at headquarters leads to a precinct in the calendar of weeks."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.queries.found_rows import FoundRow
from outreach_app.startup import OpenOffice
from tests.registry import add_precinct, precinct_draft
from tests.ui.recorded import type_words
from ui.find.entries import second_line
from ui.find.overlay import FindOverlay
from ui.headquarters.page import OfficesPage
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks
from ui.words import apart


def test_a_record_of_a_precinct_says_whose_it_is_below_its_title() -> None:
    row = FoundRow("rumour", uuid4(), "03/2026", "إشاعة", "مدرسة", precinct="السلام")
    assert second_line(row).replace(apart("السلام"), "السلام") == "السلام · مدرسة"
    assert second_line(replace(row, precinct="")) == "مدرسة"


def test_a_precinct_that_is_found_is_chosen_in_its_list_whatever_that_was_narrowed_to(
    qtbot: QtBot, headquarters: OpenOffice, settings: Settings, tasks: Tasks
) -> None:
    shell = Shell(headquarters, settings, tasks)
    qtbot.addWidget(shell)
    shell.show()
    with headquarters.database.write() as session:
        for number, names in (("8", ("الياسمين", "Yasmine")), ("9", ("الزيتون", "Zitoune"))):
            add_precinct(session, precinct_draft(names, number), "r")
    shell.show_page("offices")
    page = shell.page
    assert isinstance(page, OfficesPage)
    page.refresh()
    page.filters.text.setText("yasmine")
    qtbot.waitUntil(lambda: len(page._shown) == 1)
    overlay = FindOverlay(shell.context, shell)
    overlay.appear()
    type_words(overlay.line, "zitoun")
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    assert page.table.row is not None
    assert page.table.row.office is not None
    assert page.table.row.office.name.fr == "Zitoune"
    assert "الزيتون" in page.strip.title.text()
