"""Text size, meeting rhythm, locking and Hijri calendar take effect at once and are stored."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui import settings as window_settings
from ui import style
from ui.context import AppContext
from ui.fonts import font
from ui.preferences.choices import NumberChoice
from ui.preferences.page import PreferencesPage
from ui.widgets.labels import page_title


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> PreferencesPage:
    page = PreferencesPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


def choose(choice: NumberChoice, number: int) -> None:
    choice.list.set_value(str(number))
    choice.list.activated.emit(choice.list.currentIndex())


def test_the_text_grows_at_once_and_shrinks_back(qtbot: QtBot, page: PreferencesPage) -> None:
    title, plain = page_title(lambda: "Title"), QLabel("words")
    for widget in (title, plain):
        qtbot.addWidget(widget)
        widget.show()
    page.look.sizes[125].click()
    assert (title.font().pixelSize(), plain.font().pixelSize()) == (30, 18)
    assert window_settings.load(page._context.settings.file).text_size == 125
    page.look.sizes[112].click()
    assert title.font().pixelSize() == 27
    page.look.sizes[100].click()
    assert (title.font().pixelSize(), plain.font().pixelSize()) == (24, 14)
    assert font().pixelSize() == 14


def test_choices_are_kept(page: PreferencesPage, context: AppContext) -> None:
    told: list[frozenset[str]] = []
    context.changes.happened.connect(told.append)
    choose(page.reminders.rhythm, 3)
    choose(page.reminders.reminder, 0)
    choose(page.calendar.hours, 4)
    choose(page.idle, 30)
    choose(page.calendar.hijri, -1)
    kept = window_settings.load(context.settings.file)
    assert (kept.rhythm_months, kept.idle_minutes, kept.hijri_offset) == (3, 30, -1)
    assert (kept.reminder_minutes, kept.schedule) == (0, 4)
    assert told  # the pages that show who was not met ask again


@pytest.fixture(autouse=True)
def usual_size(qtbot: QtBot) -> None:
    """Reset the text size to 100 % after each test."""
    style.set_text_size(100)


def test_a_narrow_page_leads_to_its_parts_by_a_combo(qtbot: QtBot, page: PreferencesPage) -> None:
    parts = page._choices
    page.resize(1300, 700)
    page.show()
    assert not parts.choice.isVisible()
    page.resize(900, 700)
    qtbot.waitUntil(parts.choice.isVisible)
    last = parts.choice.count() - 1
    parts.choice.setCurrentIndex(last)
    parts.choice.activated.emit(last)
    assert parts._area.verticalScrollBar().value() > 0
    parts._area.verticalScrollBar().setValue(0)
    assert parts.choice.currentText() == parts.list.item(0).text()


def test_the_title_of_the_chosen_part_is_marked(page: PreferencesPage) -> None:
    """The last parts cannot be scrolled to the top."""
    parts = page._choices
    for place in (parts.list.count() - 2, 0):
        parts.list.setCurrentRow(place)
        marked = [title for title in parts._titles if title._tone == "accent"]
        assert [title.text() for title in marked] == [parts.list.item(place).text()]
