"""The page of partners in its window, opened by another page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.startup import OpenOffice
from tests import makers
from ui.import_requests import ImportPartners
from ui.import_wizard.dialog import ImportDialog
from ui.pages import PRECINCT_PAGES
from ui.partners.page import PartnersPage
from ui.requests import OpenPartner
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks
from ui.widgets.buttons import Button


def test_enter_on_a_card_just_opened_registers_no_new_partner(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks
) -> None:
    uids = [makers.write_partner(office.database, name_fr=name) for name in ("Un", "Deux")]
    shell = Shell(office, settings, tasks, PRECINCT_PAGES)
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    shell.open_page(OpenPartner(uids[0]))
    page = shell.page
    assert isinstance(page, PartnersPage)
    seen = [it for it in page.details.findChildren(Button) if it.isVisible() and it.isEnabled()]
    seen[0].setFocus()
    shell.show_page("exchange")
    shell.open_page(OpenPartner(uids[1]))
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert page.beside.currentWidget() is page.details
    assert focused is page.list.table.view


def test_the_keyboard_is_on_the_list_once_the_import_is_closed(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks
) -> None:
    makers.write_partner(office.database)
    shell = Shell(office, settings, tasks, PRECINCT_PAGES)
    qtbot.addWidget(shell)
    shell.show()
    shell.activateWindow()
    shell.show_page("partners")
    qtbot.waitUntil(shell.isActiveWindow)
    page = shell.page
    assert isinstance(page, PartnersPage)
    page.add.setFocus()
    page.take(ImportPartners())
    (wizard,) = page.findChildren(ImportDialog)
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert shell.focusWidget() is page.list.table.view
