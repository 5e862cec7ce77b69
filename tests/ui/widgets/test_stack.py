"""A page scrolls only if it needs to itself."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.page_area import PageArea
from ui.widgets.stack import Stack

HEIGHT = 200


@pytest.mark.parametrize("wraps", [False, True])
def test_a_hidden_page_that_is_too_tall_makes_no_other_scroll(qtbot: QtBot, *, wraps: bool) -> None:
    small, tall, stack = page(1, wraps=wraps), page(40, wraps=wraps), Stack()
    stack.addWidget(small)
    stack.addWidget(tall)
    area = PageArea(stack)
    qtbot.addWidget(area)
    area.resize(300, HEIGHT)
    area.show()
    bar = area.verticalScrollBar()
    assert bar.maximum() == 0
    stack.setCurrentWidget(tall)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    stack.setCurrentWidget(small)
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def page(lines: int, *, wraps: bool) -> QWidget:
    """Return a page of `lines` lines; if they wrap, its height follows its width."""
    page = QWidget()
    column = QVBoxLayout(page)
    for _line in range(lines):
        label = QLabel("a line")
        label.setWordWrap(wraps)
        column.addWidget(label)
    return page
