"""A page's context over a real store, which records messages and requests."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from outreach_app.startup import OpenOffice
from ui.changes import Changes
from ui.context import AppContext
from ui.requests import Request
from ui.settings import Settings
from ui.tasks import Tasks
from ui.widgets.translated import Text


class Recorded:
    """`context` is for the page under test; close it before the store."""

    def __init__(self, office: OpenOffice, folder: Path) -> None:
        self.said: list[str] = []
        self.refused: list[str] = []
        self.requests: list[Request] = []
        self._undo: Callable[[], None] | None = None
        self.go_on: Callable[[], None] | None = None
        self.context = AppContext(
            office=office,
            changes=Changes(),
            tasks=Tasks(),
            settings=Settings(folder / "window.json"),
            open_page=self.requests.append,
            status=self._say,
        )

    def undo(self) -> None:
        """Press Undo."""
        assert self._undo is not None
        self._undo()

    def close(self) -> None:
        self.context.tasks.stop()

    def _say(
        self,
        message: str,
        undo: Callable[[], None] | None = None,
        *,
        go_on: Callable[[], None] | None = None,
        onward: Text | None = None,
        is_refusal: bool = False,
        is_notice: bool = False,
    ) -> None:
        self.said.append(message)
        self.refused += [message] if is_refusal else []
        self._undo, self.go_on = undo, go_on


def type_words(line: QLineEdit, words: str) -> None:
    """Type text in either script; QTest aborts on a key that is not ASCII."""
    line.setFocus(Qt.FocusReason.OtherFocusReason)
    line.insert(words)
