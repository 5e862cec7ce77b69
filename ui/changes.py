"""What changed, said once after each commit."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Emits `happened` with a frozenset of entity names ("partner", "meeting")."""

    happened = Signal(object)
