"""On the first start Enter begins with the first step."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.startup import OpenOffice
from ui.partners.page import PartnersPage
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks


def test_enter_registers_the_first_partner(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks
) -> None:
    shell = Shell(office, settings, tasks)
    qtbot.addWidget(shell)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget() or shell, Qt.Key.Key_Return)
    assert isinstance(shell.page, PartnersPage)
