"""The windows that appear during an action: each takes the focus, even briefly."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.style import the_application


class _Watch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Menus and dialogs are of other types: a person asks for them.
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.windowType() == Qt.WindowType.Window
        ):
            self.seen.append(watched)
        return False


@contextmanager
def windows_shown() -> Iterator[list[QWidget]]:
    """Yield a list of every window that appears meanwhile."""
    watch, application = _Watch(), the_application()
    application.installEventFilter(watch)
    try:
        yield watch.seen
    finally:
        application.removeEventFilter(watch)
