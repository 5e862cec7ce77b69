"""The menu of a row of any list."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from tests import makers
from tests.ui.widgets.test_menus import opened_menu
from ui.communication.page import CommunicationPage
from ui.context import AppContext


def test_what_deletes_is_the_last_command(context: AppContext, qtbot: QtBot) -> None:
    makers.write_rumour(context.office.database)
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.show()
    page.rumours.table.enter()
    page.rumours.table.menu_asked.emit(QPoint(9, 9))
    menu = opened_menu(qtbot)
    assert menu.actions()[-1].text().startswith(_("Delete"))
    menu.close()
