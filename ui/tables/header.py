"""The header of a table, in line with its cells."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader

from ui.style import colour
from ui.tables.columns import Column

# The first cell is 24 px from the edge, the style sheet's padding is 8.
_INDENT = 16
_PADDING = 8
_ARROW, _GAP = 12, 4
_FAINT = 0.4


class Header(QHeaderView):
    """Indents the first column, which a style sheet selects by side, not by order.

    Only columns that can sort have space for an arrow, which is faint under the mouse; the `usual`
    one has it before a heading is clicked. `resized` is emitted when the width of the columns
    changes, or of their titles.
    """

    resized = Signal()

    def __init__(self, columns: Sequence[Column[Any]]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._sortable = [bool(column.sort_key) for column in columns]
        self._usual = next(
            ((at, it.usual == "falling") for at, it in enumerate(columns) if it.usual), None
        )
        self._pointed = -1  # the section under the mouse, if it can sort
        self.setSectionsClickable(True)
        self.setMouseTracking(True)

    @property
    def order(self) -> tuple[int, bool] | None:
        """The column that the rows are in the order of, and whether it descends."""
        if not self.isSortIndicatorShown() or self.sortIndicatorSection() < 0:
            return self._usual
        order = self.sortIndicatorOrder()
        return self.sortIndicatorSection(), order == Qt.SortOrder.DescendingOrder

    def sectionSizeFromContents(self, section: int) -> QSize:
        size = super().sectionSizeFromContents(section)
        if not self._sortable[section]:
            title = self.model().headerData(section, Qt.Orientation.Horizontal)
            size.setWidth(self.fontMetrics().horizontalAdvance(title) + 2 * _PADDING)
        return size if section > 0 else size + QSize(_INDENT, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.resized.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()  # else Qt does not show its own over the edge of a section
        super().mouseMoveEvent(event)
        section = self.logicalIndexAt(event.position().toPoint())
        if self.testAttribute(Qt.WidgetAttribute.WA_SetCursor):
            section = -1
        self._point_at(section if section >= 0 and self._sortable[section] else -1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(-1)

    def _point_at(self, section: int) -> None:
        if section >= 0:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if section != self._pointed:
            self._pointed = section
            self.viewport().update()

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Leave out the arrow, which styles put at the far end, beside the next title."""
        super().initStyleOptionForIndex(option, section)
        option.sortIndicator = QStyleOptionHeader.SortIndicator.None_

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        inside = self._paint_title(painter, rect, section)
        if self.order is not None and section == self.order[0]:
            self._paint_arrow(painter, inside, section, is_descending=self.order[1])
        elif section == self._pointed:
            painter.setOpacity(_FAINT)
            self._paint_arrow(painter, inside, section, is_descending=False)
            painter.setOpacity(1)

    def _paint_arrow(
        self, painter: QPainter, rect: QRect, section: int, *, is_descending: bool
    ) -> None:
        """Paint the arrow of the sort right after the title that it belongs to."""
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        room = rect.width() - 2 * _PADDING - _ARROW
        before = _PADDING + min(self.fontMetrics().horizontalAdvance(title) + _GAP, room)
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = rect.right() - before - _ARROW if is_mirrored else rect.left() + before
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.rect = QRect(x, rect.center().y() - _ARROW // 2, _ARROW, _ARROW)
        arrows = QStyleOptionHeader.SortIndicator
        option.sortIndicator = arrows.SortUp if is_descending else arrows.SortDown  # Qt's own words
        arrow = QStyle.PrimitiveElement.PE_IndicatorHeaderArrow
        self.style().drawPrimitive(arrow, option, painter, self)

    def _paint_title(self, painter: QPainter, rect: QRect, section: int) -> QRect:
        """Paint a section; return where its title and what belongs to it have their room."""
        if section > 0:
            super().paintSection(painter, rect, section)
            return rect
        painter.fillRect(rect, colour("base"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("line"))
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        before, after = (0, _INDENT) if is_mirrored else (_INDENT, 0)
        inside = rect.adjusted(before, 0, -after, 0)
        super().paintSection(painter, inside, section)
        return inside
