"""The style follows the chosen colour scheme."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QRawFont, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui import style
from ui.fonts import FAMILY, font
from ui.palettes import DARK, LIGHT, Colours
from ui.style import Scheme
from ui.tables.header import Header
from ui.widgets.buttons import Button, primary_button
from ui.widgets.labels import KeyCap, Label


@pytest.mark.parametrize(("scheme", "expected"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)])
def test_a_chosen_scheme_is_used(qtbot: QtBot, scheme: Scheme, expected: Colours) -> None:
    style.apply(scheme)
    assert style.colours() == expected
    window = QWidget()
    qtbot.addWidget(window)
    assert window.grab().toImage().pixelColor(5, 5).name().upper() == expected.win


def test_the_style_sheets_stay_short(qtbot: QtBot) -> None:
    kinds = (QLineEdit(), primary_button(lambda: "Save"), KeyCap("F1"), Header([]))
    for widget in kinds:
        qtbot.addWidget(widget)
    sheets = [style.style_sheet_of(widget, LIGHT) for widget in kinds]
    assert all(sheets)
    assert len("".join(sheets).encode()) < 1024


def test_what_stands_there_takes_another_scheme(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    button, line, words = primary_button(lambda: ""), QLineEdit(), Label(lambda: "Words")
    for widget in (button, line, words):
        layout.addWidget(widget)
    page.show()
    for scheme, chosen in ((Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)):
        style.apply(scheme)
        grounds = [widget.grab().toImage().pixelColor(6, 6).name() for widget in (button, line)]
        assert grounds == [chosen.accent.lower(), chosen.base.lower()]
        assert words.palette().color(words.foregroundRole()).name() == chosen.text.lower()


def test_a_button_is_the_main_one_for_as_long_as_it_is(qtbot: QtBot) -> None:
    button = Button(lambda: "")
    qtbot.addWidget(button)

    def has_accent() -> bool:
        return _has_accent(button.grab().toImage())

    assert not has_accent()
    button.set_primary(True)
    assert has_accent()
    button.set_primary(False)
    assert not has_accent()


def test_a_page_is_not_styled_anew_for_each_part_that_it_is_put_together_from(
    qtbot: QtBot,
) -> None:
    """Each restyling costs as much as creating a widget: a page of hundreds would open late."""
    times: list[str] = []

    class Part(QLabel):
        def changeEvent(self, event: QEvent) -> None:
            if event.type() == QEvent.Type.StyleChange:
                times.append(self.text())
            super().changeEvent(event)

    whole: QWidget = Part("innermost")
    for _depth in range(8):
        around = QWidget()
        QVBoxLayout(around).addWidget(whole)
        whole = around
    qtbot.addWidget(whole)
    whole.show()
    assert not times


def test_a_checked_box_shows_the_accent(qtbot: QtBot) -> None:
    box = QCheckBox()
    qtbot.addWidget(box)
    assert not _has_accent(box.grab().toImage())
    box.setChecked(True)
    assert _has_accent(box.grab().toImage())


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("value", [0, 100])
def test_a_scroll_bar_is_a_thin_handle_without_arrows(
    qtbot: QtBot, scheme: Scheme, value: int
) -> None:
    style.apply(scheme)
    bar = QScrollBar(Qt.Orientation.Vertical)
    qtbot.addWidget(bar)
    bar.setRange(0, 100)
    bar.setPageStep(100)
    bar.setValue(value)
    bar.resize(bar.sizeHint().width(), 200)
    image = bar.grab().toImage()
    ground = style.colours().base
    assert bar.width() <= 12
    inked = [
        y for y in range(200) if image.pixelColor(bar.width() // 2, y).name().upper() != ground
    ]
    assert inked == list(range(inked[0], inked[-1] + 1))
    assert 80 <= len(inked) <= 100
    assert (inked[0] < 10) == (value == 0)


def test_a_level_scroll_bar_is_mirrored_with_the_language(qtbot: QtBot) -> None:
    bar = QScrollBar(Qt.Orientation.Horizontal)
    qtbot.addWidget(bar)
    bar.setRange(0, 100)
    bar.setPageStep(50)
    bar.resize(200, bar.sizeHint().height())

    def has_handle_at(x: int) -> bool:
        return bar.grab().toImage().pixelColor(x, bar.height() // 2).name().upper() != LIGHT.base

    assert has_handle_at(180)
    assert not has_handle_at(20)
    bar.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert has_handle_at(20)
    assert not has_handle_at(180)


def test_a_scroll_bar_is_dragged_by_its_handle(qtbot: QtBot) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    qtbot.addWidget(bar)
    bar.setRange(0, 100)
    bar.setPageStep(100)
    bar.resize(12, 200)
    bar.show()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 50))
    QTest.mouseMove(bar, QPoint(6, 100))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 100))
    assert bar.value() == 50


def test_the_arrow_of_a_combo_box_trails(qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.resize(200, 32)

    def columns_of_arrow() -> list[int]:
        image = box.grab().toImage()
        return [
            x
            for x in range(2, 198)
            if any(image.pixelColor(x, y).lightness() < 160 for y in range(4, 28))
        ]

    assert max(columns_of_arrow()) < 30
    box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert min(columns_of_arrow()) > 170


def _has_accent(image: QImage) -> bool:
    pixels = (
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    )
    return LIGHT.accent in pixels


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_every_weight_that_is_asked_for_is_drawn_by_a_face_of_its_own(weight: int) -> None:
    face = QRawFont.fromFont(font(24, QFont.Weight(weight)), QFontDatabase.WritingSystem.Arabic)
    # A missing weight would be synthesised.
    assert (face.familyName(), face.weight()) == (FAMILY, weight)


def test_the_wheel_over_a_choice_changes_nothing(qtbot: QtBot) -> None:
    choice = QComboBox()
    qtbot.addWidget(choice)
    choice.addItems(["30 min", "60 min"])
    choice.show()
    place = QPointF(choice.rect().center())
    turned = QWheelEvent(
        place,
        choice.mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turned)
    assert choice.currentIndex() == 0
    assert not turned.isAccepted()  # the page takes it, and scrolls
