"""Waiting until a screen has settled, at any machine speed."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_PAUSE = 20  # milliseconds
_PASSES = 5
# Checks, not seconds: on a busy machine a check takes longer too.
_MAX_LOOKS = 1500
_RGB = QImage.Format.Format_RGB32


def settle(screen: QWidget, is_working: Callable[[], bool] = lambda: False) -> QImage:
    """Return the image of the screen's window once nothing is running and two images are equal.

    `is_working` returns whether background work is running.
    """
    before, under_way = None, ""
    for _look in range(_MAX_LOOKS):
        under_way = "a task runs" if is_working() else _under_way(screen)
        _take_events()
        now = None if under_way else _seen(screen)
        if now is not None and now == before:
            return now
        before = now
    raise AssertionError(f"the screen does not come to rest: {under_way or 'it moves'}")


def _take_events() -> None:
    """Take the events of a pause, and those they give rise to: a busy machine has time for one."""
    QTest.qWait(_PAUSE)
    for _pass in range(_PASSES):
        QApplication.processEvents()


def _seen(screen: QWidget) -> QImage:
    """Return what the window of the screen shows: to grab the widget would paint it again."""
    window = screen.window()
    return window.screen().grabWindow(window.winId()).toImage()


def _under_way(screen: QWidget) -> str:
    """Return what is still running: a typing pause, a page rendered by a thread."""
    for timer in screen.findChildren(QTimer):
        if timer.isSingleShot() and timer.isActive():
            return f"a timer of {timer.parent()!r} runs"
    if not all(is_drawn(view) for view in screen.findChildren(QPdfView) if view.isVisible()):
        return "a page is not drawn for its size"
    return ""


def is_drawn(view: QPdfView) -> bool:
    """Return whether the first page is rendered for its size, not stretched."""
    document, margins, seen = view.document(), view.documentMargins(), view.viewport().grab()
    if not document.pageCount():
        return True
    scale = view.screen().logicalDotsPerInch() / 72
    page = (document.pagePointSize(0) * scale).toSize()  # the view too rounds before it fits
    width = seen.width() - margins.left() - margins.right()
    drawn = QImage(page * (width / page.width()), _RGB)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    painter.drawImage(0, 0, document.render(0, drawn.size()))
    painter.end()
    corner, height = QPoint(margins.left(), margins.top()), seen.height() - margins.top()
    part = QSize(width, min(height, drawn.height()))
    there = seen.toImage().convertToFormat(_RGB).copy(QRect(corner, part))
    return there == drawn.copy(QRect(QPoint(), part))
