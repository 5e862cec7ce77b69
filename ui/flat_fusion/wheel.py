"""The mouse wheel over combo boxes."""

from PySide6.QtCore import QEvent, QObject


class PassingWheel(QObject):
    """An event filter that leaves the wheel over a closed combo box to the page, which scrolls.

    Qt would change the value, often without anybody noticing.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
