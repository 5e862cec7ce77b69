"""The program driven by keyboard and mouse."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language, ScreenLanguage
from tests import makers
from tests.ui.answers import Answers
from tests.ui.meetings.keyboard import Keyboard
from ui import languages
from ui.app import Program
from ui.first_run.page import FirstRunPage
from ui.meetings.page import MeetingsPage
from ui.page import Page
from ui.partners.page import PartnersPage
from ui.settings import Settings
from ui.shell import Shell
from ui.unlock.page import UnlockPage
from ui.widgets.commands import MoreButton

PageT = TypeVar("PageT", bound=Page[Any])
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
_MAX_TABS = 60


class _Keyboard(Keyboard):
    """Sends keys to the widget that a window manager would choose."""

    def _target(self) -> QWidget:
        if popped_up := QApplication.activePopupWidget():
            return popped_up
        if QApplication.focusWidget() is None:
            # The offscreen platform keeps a closed popup active.
            (QApplication.activeModalWidget() or self._window).activateWindow()
            QApplication.processEvents()
        return super()._target()


class Mouse:
    """Clicks on visible widgets; fails for hidden ones or outside the window."""

    def click(self, widget: QWidget) -> None:
        assert widget.isEnabled(), widget.accessibleName()
        self._click(widget, widget.rect().center())

    def click_row(
        self,
        view: QAbstractItemView,
        row: int,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Click a row of a list; with Ctrl it is added to the selection."""
        self._click(
            view.viewport(), view.visualRect(view.model().index(row, 0)).center(), modifiers
        )

    def _click(
        self,
        widget: QWidget,
        place: QPoint,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        assert widget.visibleRegion().contains(place), widget.accessibleName() or repr(widget)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, modifiers, place)


class Desk:
    """One start of the program, driven through whatever has the focus."""

    def __init__(self, qtbot: QtBot, settings: Settings, language: Language) -> None:
        self._qtbot = qtbot
        settings.language = ScreenLanguage(language.value)
        languages.switch(language)
        # The program shows unexpected errors in a banner; here they must fail the test.
        hook = sys.excepthook
        self._answers = Answers()
        self.program = Program(settings, self._answers)
        sys.excepthook = hook
        self.window = self.program.window
        self.window.resize(1366, 768)  # the offscreen platform's screen is smaller
        self.keyboard = _Keyboard(self.window)
        self.type = self.keyboard.type
        self.press = self.keyboard.press
        self.mouse = Mouse()

    def start(self, folder: Path) -> None:
        """Start the program on a store, or on a folder without one."""
        self.program.show(folder)
        self.window.activateWindow()
        first = (UnlockPage, FirstRunPage)
        self.wait(lambda: isinstance(self.program.gate.currentWidget(), first))

    def unlock(self, secret: str = makers.PASSPHRASE) -> None:
        """Type the passphrase, up to the first page."""
        self.wait(lambda: isinstance(self.program.gate.currentWidget(), UnlockPage))
        self.type(secret)
        self.press(Key.Key_Return)
        self.wait(lambda: self.program.shell is not None and self.program.shell.isVisible())

    def close(self) -> None:
        """Close the window, which ends after the backup."""
        self.window.close()
        self.wait(lambda: not self.window.isVisible())

    def go(self, key: str) -> None:
        """Press Ctrl and the number of a page."""
        number = list(self.shell._entries).index(key) + 1
        self.press(Key(Key.Key_0 + number), CONTROL)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait for background work of the program."""
        self._qtbot.waitUntil(condition)

    def reach(self, widget: QWidget) -> None:
        """Press Tab until the widget has the focus; fail if Tab never reaches it."""
        for _time in range(_MAX_TABS):
            focused = QApplication.focusWidget()
            if focused is widget or (focused is not None and widget.isAncestorOf(focused)):
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {widget.accessibleName() or widget!r}")

    def push(self, words: str) -> None:
        """Run a command by its button if visible, else from its “…” menu."""
        self.wait(lambda: bool(self._ways_to(words)))
        way = self._ways_to(words)[0]
        self.reach(way)
        self.press(Key.Key_Space)
        if isinstance(way, MoreButton):
            self.wait(lambda: QApplication.activePopupWidget() is not None)
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            actions = {action.text().partition("\t")[0]: action for action in menu.actions()}
            menu.setActiveAction(actions[words])
            self.press(Key.Key_Return)

    def _ways_to(self, words: str) -> list[QAbstractButton]:
        """Return the visible buttons of that name, else the “…” menus with a command of it."""
        shown = [it for it in self.window.findChildren(QAbstractButton) if it.isVisible()]
        named = [it for it in shown if it.accessibleName() == words]
        menus = [it for it in shown if isinstance(it, MoreButton)]
        return named or [
            it for it in menus if words in (command.words() for command in it.commands())
        ]

    def button(self, words: str) -> QAbstractButton:
        """Return the visible button of that name, once there is one."""
        found: list[QAbstractButton] = []

        def look() -> bool:
            buttons = self.window.findChildren(QAbstractButton)
            found[:] = [it for it in buttons if it.isVisible() and it.accessibleName() == words]
            return bool(found)

        self.wait(look)
        return found[0]

    def reads(self, words: str) -> bool:
        """Return whether a visible label contains this text."""
        labels = self.window.findChildren(QLabel)
        return any(label.isVisible() and words in label.text() for label in labels)

    def answer_file_dialog(self, path: Path) -> None:
        """Answer the next file dialogs with this path."""
        self._answers.path = path

    @property
    def shell(self) -> Shell:
        assert self.program.shell is not None
        return self.program.shell

    @property
    def said(self) -> str:
        """The message of the status line."""
        return self.shell.status.message

    @property
    def first_run(self) -> FirstRunPage:
        page = self.program.gate.currentWidget()
        assert isinstance(page, FirstRunPage)
        return page

    @property
    def meetings(self) -> MeetingsPage:
        return page_of(self, MeetingsPage)

    @property
    def partners(self) -> PartnersPage:
        return page_of(self, PartnersPage)


def page_of(desk: Desk, kind: type[PageT]) -> PageT:
    """Return the current page, which must be of that class."""
    assert isinstance(desk.shell.page, kind)
    return desk.shell.page
