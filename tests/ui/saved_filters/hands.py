"""Test helpers that drive the filters of a list."""

from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from outreach_app.queries.saved_filters import FilterT
from ui.forms.choice_editor import ChoiceEditor
from ui.saved_filters.saved_filters import SavedFilters

WidgetT = TypeVar("WidgetT", bound=QWidget)


def shown(page: WidgetT, qtbot: QtBot) -> WidgetT:
    """Return a page at its usual width."""
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    return page


def choose(choice: ChoiceEditor, code: str | None) -> None:
    """Choose a code in a list, as a click does."""
    choice.set_value(code)
    choice.activated.emit(choice.currentIndex())


def open_menu(saved: SavedFilters[FilterT]) -> None:
    """Open the menu, and close it again."""
    saved.click()
    assert saved.entries.isVisible()
    saved.entries.hide()


def entry(saved: SavedFilters[FilterT], words: str) -> QAction:
    """Return the entry of the opened menu that contains this text."""
    open_menu(saved)
    (found,) = [action for action in saved.entries.actions() if words in action.text()]
    return found


def named(saved: SavedFilters[FilterT], name: str) -> QAction:
    """Return the entry that applies the filter of that name."""
    open_menu(saved)
    (found,) = [action for action in saved.entries.actions() if action.text() == name]
    return found


def names(saved: SavedFilters[FilterT]) -> list[str]:
    """Return the names in the menu."""
    open_menu(saved)
    return [action.text() for action in saved.entries.actions() if action.isCheckable()]


def save(saved: SavedFilters[FilterT], name: str) -> None:
    """Save the current filter under a name."""
    entry(saved, "حفظ هذه التصفية").trigger()
    assert saved.naming.isVisible()
    saved.naming.name.setText(name)
    saved.naming.save.click()
