"""Find texts painted by the program that do not fit, in lists and elsewhere.

Qt's eliding and drawing are watched, so that the program needs no hook.
"""

import re
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QImage, QPainter, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

_TOLERANCE = 1
_STEP = 16  # px between two places where a tooltip is asked for
_DAY = re.compile(r"\W*\d\d/\d\d/\d{4}\W*")  # half a date says nothing
_WRAPS = Qt.TextFlag.TextWordWrap


def find_cut_words(screen: QWidget, messages: Container[str]) -> Iterator[str]:
    """Return a line for each cut text of the program or cut date, and for each cut user text
    without a tooltip.
    """
    for widget, words, told in _all_cut(screen):
        if words in messages or _DAY.fullmatch(words):
            yield f"{type(widget).__name__} «{words}»: cut"
        elif words.rstrip("…") not in told:
            yield f"{type(widget).__name__} «{words}»: cut, and nothing tells it whole"


def _all_cut(screen: QWidget) -> Iterator[tuple[QWidget, str, str]]:
    """Yield the cut texts, each with its tooltip."""
    for view in screen.findChildren(QAbstractItemView):
        if not view.isVisible():
            continue
        for index in _visible(view):
            with watched() as cut:
                _paint(view, index)
            for words in cut:
                yield view, words, told_at(view.viewport(), view.visualRect(index).center())
    for widget in screen.findChildren(QWidget):
        if widget.isVisible() and _paints_itself(widget):
            with watched() as cut:
                # Without its children, which are checked separately.
                image = QImage(widget.size(), QImage.Format.Format_ARGB32)
                widget.render(image, renderFlags=QWidget.RenderFlag.DrawWindowBackground)
            told = "\n".join(told_at(widget, place) for place in _places(widget)) if cut else ""
            for words in cut:
                yield widget, words, told


def _places(widget: QWidget) -> Iterator[QPoint]:
    """Yield places all over a widget, which may tell of each something else."""
    for y in range(_STEP // 2, widget.height(), _STEP):
        for x in range(_STEP // 2, widget.width(), _STEP):
            yield QPoint(x, y)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Collect the texts that are elided or drawn without enough space."""
    cut: list[str] = []
    elide = QFontMetrics.elidedText
    draw: Callable[..., None] = QPainter.drawText

    def watched_elide(metrics: QFontMetrics, words: str, mode: Qt.TextElideMode, width: int) -> str:
        shown = elide(metrics, words, mode, width)
        if shown != words:
            cut.append(words)
        return shown

    def watched_draw(
        painter: QPainter, room: QRect | QRectF, first: int | str, second: str | QTextOption
    ) -> None:
        """Watch both calls: with flags before the words, and with an option after them."""
        words, wraps = _read_call(first, second)
        advance = painter.fontMetrics().horizontalAdvance
        width = max(map(advance, words.splitlines()), default=0)
        if width > room.width() + _TOLERANCE and not wraps:
            cut.append(words)
        draw(painter, room, first, second)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFontMetrics, "elidedText", watched_elide)
        patch.setattr(QPainter, "drawText", watched_draw)
        yield cut


def _read_call(first: int | str, second: str | QTextOption) -> tuple[str, bool]:
    """Return the words that are drawn, and whether they wrap."""
    if isinstance(second, QTextOption):
        return str(first), second.wrapMode() != QTextOption.WrapMode.NoWrap
    return second, isinstance(first, int) and bool(first & _WRAPS)


def _paints_itself(widget: QWidget) -> bool:
    kinds = type(widget).__mro__
    return any("paintEvent" in vars(kind) for kind in kinds if kind.__module__.startswith("ui."))


def _visible(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """Return the cells that are entirely visible."""
    model, room, top = view.model(), view.viewport().rect(), QModelIndex()
    for row in range(model.rowCount(top)):
        for column in range(model.columnCount(top) if isinstance(view, QTableView) else 1):
            index = model.index(row, column)
            rect = view.visualRect(index)
            if rect.isValid() and room.contains(rect):
                yield index


def _paint(view: QAbstractItemView, index: QModelIndex) -> None:
    image = QImage(view.viewport().size(), QImage.Format.Format_ARGB32)
    painter, option = QPainter(image), QStyleOptionViewItem()
    option.rect = view.visualRect(index)
    option.direction = view.layoutDirection()
    view.itemDelegateForIndex(index).paint(painter, option, index)
    painter.end()


def told_at(widget: QWidget, place: QPoint) -> str:
    """Return the tooltip at a place."""
    QToolTip.hideText()
    shown = widget.mapToGlobal(place)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, shown))
    told = QToolTip.text() if QToolTip.isVisible() else ""
    QToolTip.hideText()
    return told
