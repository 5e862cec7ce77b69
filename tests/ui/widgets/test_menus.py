"""Context menus made of the buttons of a page, opened by the keyboard and the mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from outreach_app.queries.partners import list_partners
from outreach_app.services.partners import delete_partner
from tests import makers
from tests.ui.recorded import Recorded
from ui.preferences.backups import BackupsScreen
from ui.trash.page import TrashPage
from ui.widgets.line_button import ActingLine, LineWords


def by_shift_f10(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


def by_menu_key(widget: QWidget) -> None:
    place = widget.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))


BY_KEYS = pytest.mark.parametrize("ask", [by_shift_f10, by_menu_key])


def words_of(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def opened_menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@BY_KEYS
def test_a_deleted_record_is_restored_from_its_menu(
    qtbot: QtBot, recorded: Recorded, ask: Callable[[QWidget], None]
) -> None:
    makers.write_partner(recorded.context.office.database)
    (row,) = recorded.context.read(list_partners)
    recorded.context.write(lambda store: delete_partner(store, row.uid, row.version), "")
    page = TrashPage(recorded.context)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.list.setFocus()
    ask(page.list.viewport() if ask is by_menu_key else page.list)
    menu = opened_menu(qtbot)
    assert words_of(menu) == [_("Restore"), _("Look at it")]
    menu.actions()[0].trigger()
    menu.close()
    assert page.list.count() == 0


@BY_KEYS
def test_the_menu_of_a_line_has_what_its_buttons_do(
    qtbot: QtBot, ask: Callable[[QWidget], None]
) -> None:
    line = ActingLine(LineWords("L"), lambda: "Act", "check")
    done: list[str] = []
    line.clicked.connect(lambda: done.append("opened"))
    line.acted.connect(lambda: done.append("acted"))
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
    for widget in (line.line, line.button):
        widget.setFocus()
        ask(widget)
        menu = opened_menu(qtbot)
        for action in menu.actions():
            action.trigger()
        menu.close()
    assert done == ["opened", "acted"] * 2
    line.button.hide()  # the account may not do it
    ask(line.line)
    assert words_of(opened_menu(qtbot)) == [_("Open")]
    opened_menu(qtbot).close()


def test_the_menu_of_a_backup_has_the_buttons_that_are_shown(
    qtbot: QtBot, recorded: Recorded
) -> None:
    recorded.context.office.back_up()
    screen = BackupsScreen(recorded.context)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    screen.put_back.offer(is_allowed=False)
    screen.table.menu_asked.emit(QPoint(9, 9))
    menu = opened_menu(qtbot)
    shown = (screen.read, screen.check, screen.show_folder)
    assert words_of(menu) == [button.accessibleName() for button in shown]
    menu.close()
