"""What changed, said once after each commit."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Emits `happened` with a frozenset of entity names ("partner", "meeting").

    `closing` says that the office is about to close: what waits to be written must be written now.
    `erased` carries the names and contacts that were erased: what was typed with one must go.
    `plugged` says that a stick was plugged in or pulled out.
    """

    happened = Signal(object)
    erased = Signal(object)
    closing = Signal()
    plugged = Signal()
