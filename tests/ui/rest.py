"""Waits until nothing moves on a screen any more, however long that takes on this machine."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_PAUSE = 20  # milliseconds
# Looks and not seconds: on a busy machine a look takes longer too.
_MAX_LOOKS = 1500
_RGB = QImage.Format.Format_RGB32


def settle(screen: QWidget, is_working: Callable[[], bool] = lambda: False) -> QImage:
    """Return the screen as it looks once nothing is under way and it looks the same twice.

    `is_working` says whether work goes on away from the screen.
    """
    before, under_way = None, ""
    for _look in range(_MAX_LOOKS):
        under_way = "a task runs" if is_working() else _under_way(screen)
        QTest.qWait(_PAUSE)
        now = None if under_way else screen.grab().toImage()
        if now is not None and now == before:
            return now
        before = now
    raise AssertionError(f"the screen does not come to rest: {under_way or 'it moves'}")


def _under_way(screen: QWidget) -> str:
    """Name what is not over yet: a pause after typing, a page drawn by a thread."""
    for timer in screen.findChildren(QTimer):
        if timer.isSingleShot() and timer.isActive():
            return f"a timer of {timer.parent()!r} runs"
    if not all(is_drawn(view) for view in screen.findChildren(QPdfView) if view.isVisible()):
        return "a page is not drawn for its size"
    return ""


def is_drawn(view: QPdfView) -> bool:
    """Return whether the first page is drawn for its size, not stretched from another one."""
    document, margins, seen = view.document(), view.documentMargins(), view.viewport().grab()
    if not document.pageCount():
        return True
    page = document.pagePointSize(0)
    width = seen.width() - margins.left() - margins.right()
    drawn = QImage(QSize(width, round(page.height() * width / page.width())), _RGB)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    painter.drawImage(0, 0, document.render(0, drawn.size()))
    painter.end()
    corner, height = QPoint(margins.left(), margins.top()), seen.height() - margins.top()
    part = QSize(width, min(height, drawn.height()))
    there = seen.toImage().convertToFormat(_RGB).copy(QRect(corner, part))
    return there == drawn.copy(QRect(QPoint(), part))
