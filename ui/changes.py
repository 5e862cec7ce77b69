"""What changed, said once after each commit."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Emits `happened` with a frozenset of entity names ("partner", "meeting").

    `closing` says that the office is about to close: what waits to be written must be written now.
    """

    happened = Signal(object)
    closing = Signal()
