"""The focus is visible when using Tab."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QRadioButton, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import style
from ui.forms.editors import LineEditor
from ui.style import Scheme
from ui.widgets.buttons import Button, FlatButton, IconButton, RailButton, primary_button
from ui.widgets.line_button import LineButton, LineWords
from ui.widgets.search_box import SearchBox


def tabs() -> QTabBar:
    bar = QTabBar()
    bar.addTab("One")
    return bar


MAKERS: dict[str, Callable[[], QWidget]] = {
    "primary": lambda: primary_button(lambda: "Words"),
    "button": lambda: Button(lambda: "Words", "plus"),
    "flat": lambda: FlatButton(lambda: "Words", "plus"),
    "icon": lambda: IconButton(lambda: "Words", "plus"),
    "rail": lambda: RailButton(lambda: "Words", "plus"),
    "search": SearchBox,
    "choice": QComboBox,
    "box": lambda: QCheckBox("Words"),
    "radio": lambda: QRadioButton("Words"),
    "line": lambda: LineButton(LineWords("Words")),
    "field": LineEditor,
    "tabs": tabs,
}


def shown(qtbot: QtBot, name: str) -> tuple[QWidget, QWidget, LineEditor]:
    """Show a window with a widget of that name beside a focused line."""
    window, widget, other = QWidget(), MAKERS[name](), LineEditor()
    column = QVBoxLayout(window)
    for each in (other, widget):
        column.addWidget(each)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    return window, widget, other


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_what_has_the_keyboard_is_seen(qtbot: QtBot, name: str, scheme: Scheme) -> None:
    style.apply(scheme)
    _window, widget, other = shown(qtbot, name)
    without = widget.grab().toImage()
    QTest.keyClick(other, Qt.Key.Key_Tab)
    assert widget.hasFocus()
    assert widget.grab().toImage() != without, "it looks as it did before"


@pytest.mark.parametrize("name", ["primary", "button"])
def test_a_click_leaves_no_ring_and_the_next_key_brings_it(qtbot: QtBot, name: str) -> None:
    style.apply(Scheme.LIGHT)
    _window, widget, _other = shown(qtbot, name)
    without = widget.grab().toImage()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    assert widget.hasFocus()
    assert widget.grab().toImage() == without
    QTest.keyClick(widget, Qt.Key.Key_Shift)
    assert widget.grab().toImage() != without
