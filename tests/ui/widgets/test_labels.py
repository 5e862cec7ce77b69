"""Labels show every letter of wrapped text, whatever its direction and the window's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.widgets.labels import Label

RIGHT, LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def ends_of_lines(label: Label) -> list[tuple[int, int]]:
    """Return the first and the last column with ink of each line of a label."""
    image = label.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ground = image.pixelColor(0, 0).value()
    lines: list[list[int]] = [[]]
    for row in range(image.height()):
        inked = [x for x in range(image.width()) if image.pixelColor(x, row).value() != ground]
        if inked:
            lines[-1] += inked
        elif lines[-1]:
            lines.append([])
    return [(min(line), max(line)) for line in lines if line]


@pytest.mark.parametrize("direction", [RIGHT, LEFT])
@pytest.mark.parametrize("word", ["خوف", "peur", "خوف · خوف"])
def test_each_wrapped_line_has_the_edges_of_the_last(
    qtbot: QtBot, word: str, direction: Qt.LayoutDirection
) -> None:
    label = Label()
    qtbot.addWidget(label)
    label.setLayoutDirection(direction)
    label.setWordWrap(True)
    label.setText(" ".join([word] * 3))
    label.setContentsMargins(8, 0, 8, 0)
    advance = label.fontMetrics().horizontalAdvance
    label.resize(advance(word) + 20, 200)
    lines = ends_of_lines(label)
    assert len(lines) == 3
    assert len(set(lines)) == 1
