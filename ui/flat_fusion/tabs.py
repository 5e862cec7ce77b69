"""Tabs: 36 px high, with a gap of 24 px on the trailing side, the open one underlined."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QWidget

from ui.flat_fusion.pens import Role, draw_box, ink

TAB_GAP = 24
_HEIGHT, _PADDING, _LINE = 36, 4, 2
_Position = QStyleOptionTab.TabPosition
_LAST = (_Position.End, _Position.OnlyOneTab)


def tab_size(option: QStyleOptionTab, widget: QWidget | None) -> QSize:
    """Return the size of a tab with the gap after it, whose side depends on the direction."""
    gap = 0 if option.position in _LAST else TAB_GAP
    height = max(_HEIGHT, option.fontMetrics.height() + 8)
    return QSize(_width(option.text, widget) + gap, height)


def draw_tab(painter: QPainter, option: QStyleOptionTab, widget: QWidget) -> None:
    """Draw the text at the leading side, underlined if the tab is open, with the gap after it."""
    rect, is_open = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
    width = _width(option.text, widget)
    words = QRect(rect.x(), rect.y(), width, rect.height() - _LINE)
    words = QStyle.visualRect(option.direction, rect, words)
    if option.state & QStyle.StateFlag.State_HasFocus:
        draw_box(painter, words.adjusted(0, 4, 0, -4), None, Role.Accent)
    painter.save()
    painter.setFont(_face(widget) if is_open else widget.font())
    painter.setPen(ink(Role.Text if is_open else Role.PlaceholderText))
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, option.text)
    painter.restore()
    if is_open:
        line = QRect(words.x(), words.bottom() + 1, width, _LINE)
        painter.fillRect(line, ink(Role.Accent))


def _width(words: str, widget: QWidget | None) -> int:
    return QFontMetrics(_face(widget)).horizontalAdvance(words) + 2 * _PADDING


def _face(widget: QWidget | None) -> QFont:
    """Return the font of the open tab, also used to measure the others, so that none moves."""
    face = QFont(widget.font() if widget else QGuiApplication.font())
    face.setWeight(QFont.Weight.DemiBold)
    return face
