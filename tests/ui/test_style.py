"""The look follows the scheme that was chosen."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from ui import style
from ui.palettes import DARK, LIGHT, Colours
from ui.style import Scheme


@pytest.mark.parametrize(("scheme", "expected"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)])
def test_a_chosen_scheme_is_used(qtbot: QtBot, scheme: Scheme, expected: Colours) -> None:
    style.apply(scheme)
    assert style.colours() == expected
    window = QWidget()
    qtbot.addWidget(window)
    assert window.grab().toImage().pixelColor(5, 5).name().upper() == expected.win


def test_the_style_sheet_stays_short() -> None:
    assert len(style.style_sheet(LIGHT).encode()) < 1024


def test_a_checked_box_shows_the_accent(qtbot: QtBot) -> None:
    box = QCheckBox()
    qtbot.addWidget(box)
    assert not _has_accent(box.grab().toImage())
    box.setChecked(True)
    assert _has_accent(box.grab().toImage())


def _has_accent(image: QImage) -> bool:
    pixels = (
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    )
    return LIGHT.accent in pixels
