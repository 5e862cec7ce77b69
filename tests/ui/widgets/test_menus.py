"""A menu opens under the mouse without doing anything."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.commands import Command, open_menu


def test_the_right_button_opens_the_menu_and_chooses_nothing(qtbot: QtBot) -> None:
    done: list[str] = []
    commands = [Command(lambda: "Confirm it", "check", lambda: done.append("confirmed"))]
    widget, place, right = QWidget(), QPoint(40, 40), Qt.MouseButton.RightButton
    qtbot.addWidget(widget)
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    widget.customContextMenuRequested.connect(
        lambda at: open_menu(commands, widget, widget.mapToGlobal(at))
    )
    widget.show()
    QTest.mousePress(widget.windowHandle(), right, pos=place)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction() is None  # letting the button go would do it
    QTest.mouseRelease(widget.windowHandle(), right, pos=place)
    assert not done
    menu.close()
    by_keys = open_menu(commands, widget, widget.mapToGlobal(place))
    QTest.keyClick(by_keys, Qt.Key.Key_Return)
    assert done == ["confirmed"]
