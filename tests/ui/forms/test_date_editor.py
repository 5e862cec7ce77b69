"""A day is typed in usual forms; its interpretation is shown under the field at once."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.dates import date_text
from tests.ui.meetings.keyboard import Keyboard
from ui import languages
from ui.forms.date_editor import DateEditor
from ui.words import day_words, no_day_words


@pytest.fixture(params=list(Language))
def field(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[DateEditor]:
    languages.switch(request.param)
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addSpacing(32)
    field = DateEditor()
    field.setFixedWidth(140)
    for widget in (field, QLineEdit()):
        layout.addWidget(widget)
    layout.addStretch(1)
    window.resize(400, 200)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    yield field
    window.close()


def hint_of(field: DateEditor) -> QLabel | None:
    """Return the visible text under the field."""
    shown = [label for label in field.window().findChildren(QLabel) if label.isVisible()]
    return shown[0] if shown else None


def test_what_is_meant_is_said_at_once_and_written_in_full(field: DateEditor) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    Keyboard(field).type("demain")
    hint = hint_of(field)
    assert hint is not None
    assert hint.text() == day_words(tomorrow)
    field.focusNextChild()
    assert hint_of(field) is None
    assert field.text() == date_text(tomorrow)
    assert field.value() == tomorrow


def test_what_is_no_day_stays_as_it_was_typed(field: DateEditor) -> None:
    Keyboard(field).type("abc")
    hint = hint_of(field)
    assert hint is not None
    assert hint.text() == _("10/12 · +15 · tomorrow · end of the month")
    with pytest.raises(ValueError, match=no_day_words().split(".")[0]):
        field.value()
    field.focusNextChild()
    assert field.text() == "abc"


def test_a_day_that_is_past_is_said_to_be_so(field: DateEditor) -> None:
    Keyboard(field).type("hier")
    hint = hint_of(field)
    assert hint is not None
    yesterday = day_words(clock.today() - timedelta(days=1))
    assert hint.text() == _("{day} · already past").format(day=yesterday)


def test_the_words_stand_under_the_field_and_move_nothing(field: DateEditor) -> None:
    places = [widget.geometry() for widget in field.window().findChildren(QLineEdit)]
    Keyboard(field).type("+15")
    hint = hint_of(field)
    assert hint is not None
    corner = field.mapTo(field.window(), QPoint(0, 0))
    assert hint.y() > corner.y() + field.height()
    if field.window().layoutDirection() == Qt.LayoutDirection.RightToLeft:
        assert hint.geometry().right() == corner.x() + field.width() - 1
    else:
        assert hint.x() == corner.x()
    assert places == [widget.geometry() for widget in field.window().findChildren(QLineEdit)]


def test_the_words_leave_the_label_of_the_next_field_in_sight(field: DateEditor) -> None:
    layout = field.window().layout()
    assert isinstance(layout, QVBoxLayout)
    label = QLabel("Heure")
    layout.insertWidget(2, label)
    QApplication.processEvents()
    Keyboard(field).type("+15")
    (hint,) = (each for each in field.window().findChildren(QLabel) if each is not label)
    assert hint.isVisible()
    assert not hint.geometry().intersects(label.geometry())
    assert not hint.geometry().intersects(field.geometry())


def test_what_speaks_against_a_day_is_said_with_it(field: DateEditor) -> None:
    field.against = lambda day: f"rest on {date_text(day)}"
    Keyboard(field).type("+15")
    hint, meant = hint_of(field), clock.today() + timedelta(days=15)
    assert hint is not None
    assert hint.text() == f"{day_words(meant)} · rest on {date_text(meant)}"


def test_a_day_that_the_program_leads_to_is_typed_over(field: DateEditor) -> None:
    field.set_value(clock.today())
    field.clearFocus()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    Keyboard(field).type("demain")
    assert field.text() == "demain"


def test_the_words_leave_the_error_of_the_field_in_sight(field: DateEditor) -> None:
    field.setProperty("wrong", True)
    Keyboard(field).type("+15")
    hint = hint_of(field)
    assert hint is not None
    assert hint.geometry().bottom() < field.mapTo(field.window(), QPoint(0, 0)).y()


def test_a_day_that_passed_lately_is_asked_about_once(field: DateEditor) -> None:
    passed = clock.today() - timedelta(days=10)
    field.setText("")
    Keyboard(field.window()).type(f"{passed:%d/%m}")
    meant = field.day()
    assert meant is not None
    assert meant > clock.today()
    assert date_text(passed) in field.take_doubt()
    assert field.text() == date_text(meant)
    assert not field.take_doubt()
    field.setText(date_text(clock.today() + timedelta(days=200)))
    assert not field.take_doubt()
