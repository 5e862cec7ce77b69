"""The calendar of a date field: by keyboard, in the language of the screen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from tests.ui.rest import settle
from ui import languages
from ui.forms.calendar_popup import CalendarPopup
from ui.forms.date_editor import DateEditor

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def field(qtbot: QtBot) -> DateEditor:
    field = DateEditor()
    qtbot.addWidget(field)
    field.resize(132, 32)
    field.show()
    qtbot.waitExposed(field)
    field.set_value(date(2026, 11, 26))
    return field


def opened(field: DateEditor) -> CalendarPopup:
    QTest.keyClick(field, Key.Key_Down, ALT)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    return popup


def view(popup: CalendarPopup) -> QTableView:
    found = popup.calendar.findChild(QTableView)
    assert isinstance(found, QTableView)
    return found


def button(field: DateEditor) -> QToolButton:
    return next(found for found in field.findChildren(QToolButton) if found.isVisible())


def test_the_keys_open_the_month_of_the_day_and_enter_chooses(
    field: DateEditor, qtbot: QtBot
) -> None:
    popup = opened(field)
    assert popup.calendar.monthShown() == 11
    QTest.keyClick(view(popup), Key.Key_Down)
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(view(popup), Key.Key_Return)
    assert field.text() == "03/12/2026"
    assert field.value() == date(2026, 12, 3)
    assert QApplication.activePopupWidget() is None


def test_escape_closes_it_and_changes_nothing(field: DateEditor) -> None:
    popup = opened(field)
    QTest.keyClick(view(popup), Key.Key_Down)
    QTest.keyClick(view(popup), Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert field.text() == "26/11/2026"


def test_a_click_on_a_day_chooses_it_once(field: DateEditor) -> None:
    popup = opened(field)
    days: list[object] = []
    popup.chosen.connect(days.append)
    month = view(popup)
    cell = month.visualRect(month.model().index(1, 1))
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(month.viewport(), Qt.MouseButton.LeftButton, none, cell.center())
    assert len(days) == 1
    assert field.value() == days[0]


def test_what_is_no_date_opens_the_month_of_today(field: DateEditor) -> None:
    field.setText("32/13/2026")
    popup = opened(field)
    assert popup.calendar.selectedDate().isValid()
    popup.close()


@pytest.mark.parametrize(
    ("language", "month", "direction"),
    [
        (Language.ARABIC, "نونبر", Qt.LayoutDirection.RightToLeft),
        (Language.FRENCH, "novembre", Qt.LayoutDirection.LeftToRight),
    ],
)
def test_it_speaks_the_language_of_the_screen_and_begins_on_monday(
    field: DateEditor, qtbot: QtBot, language: Language, month: str, direction: Qt.LayoutDirection
) -> None:
    languages.switch(language)
    settle(field)
    popup = opened(field)
    assert popup.calendar.locale().monthName(11) == month
    assert popup.calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert view(popup).layoutDirection() == direction
    assert popup.accessibleName()
    days = [str(view(popup).model().index(2, column).data()) for column in range(7)]
    assert days == ["2", "3", "4", "5", "6", "7", "8"]  # the 2nd is a Monday; Latin digits
    popup.close()


def test_its_button_is_named_and_stands_at_the_trailing_edge(
    field: DateEditor, qtbot: QtBot
) -> None:
    arabic = button(field).text()
    assert arabic
    assert button(field).geometry().center().x() < field.width() / 2
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: button(field).text() not in ("", arabic))
    assert button(field).geometry().center().x() > field.width() / 2
