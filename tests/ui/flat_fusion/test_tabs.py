"""Tabs begin at the leading edge and are 24 px apart, in both directions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from ui import style
from ui.style import Scheme

GAP = 24


def underline(bar: QTabBar) -> tuple[int, int]:
    """Return the start and end of the line under the open tab."""
    image, accent = bar.grab().toImage(), QColor(style.colours().accent)
    row = bar.tabRect(0).bottom()
    found = [x for x in range(image.width()) if image.pixelColor(x, row) == accent]
    return found[0], found[-1]


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_gap_is_on_the_side_where_reading_goes_on(
    qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    style.apply(Scheme.LIGHT)
    bar = QTabBar(drawBase=False, expanding=False)
    qtbot.addWidget(bar)
    bar.setLayoutDirection(direction)
    for words in ("Chronologie", "Engagements"):
        bar.addTab(words)
    bar.resize(400, 36)
    bar.show()
    first, second = bar.tabRect(0), bar.tabRect(1)
    left, right = underline(bar)
    assert right - left + 1 == first.width() - GAP
    if direction is Qt.LayoutDirection.LeftToRight:
        assert left == first.left() == 0
        assert second.left() - right - 1 == GAP
    else:
        assert right == first.right() == bar.width() - 1
        assert left - second.right() - 1 == GAP
