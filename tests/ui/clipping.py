"""Find text that does not fit its widget."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from ui.forms.date_editor import DateEditor
from ui.forms.editors import TextEditor
from ui.widgets.page_area import PageArea

# The smallest supported screen.
SIZE = QSize(1366, 768)
_TOLERANCE = 1  # one pixel: Qt rounds text widths both ways
_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
_SECTION_PADDING = 16  # of a table's header and its tabs, from the style sheet
_TAB_PADDING = 8
_DATE_PADDING = 2 * 8 + 24  # of its frame, and the button of the calendar


def find_clipped(screen: QWidget) -> list[str]:
    """Return a line for each widget that cuts its text or is partly outside its parent."""
    widgets = [screen, *screen.findChildren(QWidget)]
    least = screen.minimumSizeHint()
    room = SIZE.boundedTo(least)
    too_large = [f"the window cannot be smaller than {least.width()} × {least.height()}"]
    too_wide = [
        f"the page is wider than {area.width()}"
        for area in screen.findChildren(PageArea)
        if area.horizontalScrollBar().maximum()
    ]
    return (
        (too_large if room != least else [])
        + too_wide
        + [
            f"{type(widget).__name__} «{words}»: {trouble}"
            for widget in widgets
            if widget.isVisible()
            for words, trouble in _troubles(widget)
        ]
    )


def _troubles(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton):
        yield from _button(widget)
    elif isinstance(widget, QComboBox):
        yield from _combo_box(widget)
    elif isinstance(widget, QHeaderView):
        yield from _header(widget)
    elif isinstance(widget, QTabBar):
        yield from _tabs(widget)
    elif isinstance(widget, DateEditor):
        width = widget.fontMetrics().horizontalAdvance(widget.text()) + _DATE_PADDING
        yield from _compare(widget.text(), width, widget.width(), "width of a date")
    elif isinstance(widget, TextEditor):
        yield from _compare("", widget.maximumHeight(), widget.height(), "height of a text")


def _label(label: QLabel) -> Iterator[tuple[str, str]]:
    words = label.text()
    if not words:
        return
    needed, room = label.sizeHint(), label.size()
    if label.wordWrap():
        longest = max(words.split(), key=label.fontMetrics().horizontalAdvance, default="")
        width = label.fontMetrics().horizontalAdvance(longest)
        yield from _compare(words, width, label.contentsRect().width(), "width of a word")
        yield from _compare(words, label.heightForWidth(room.width()), room.height(), "height")
    else:
        yield from _compare(words, needed.width(), room.width(), "width")
        yield from _compare(words, needed.height(), room.height(), "height")
    yield from _outside(label, words)


def _button(button: QAbstractButton) -> Iterator[tuple[str, str]]:
    words = button.text()
    if not words or (isinstance(button, QToolButton) and _is_an_icon(button)):
        return
    needed = button.sizeHint()
    if isinstance(button, QPushButton) and not button.property("primary"):
        # The padding of a plain button is larger than Qt's.
        needed = QPushButton.sizeHint(button)
    yield from _compare(words, needed.width(), button.width(), "width")
    yield from _outside(button, words)


def _is_an_icon(button: QToolButton) -> bool:
    return not button.icon().isNull() and button.toolButtonStyle() is _ICON_ONLY


def _combo_box(box: QComboBox) -> Iterator[tuple[str, str]]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    width = box.fontMetrics().horizontalAdvance(box.currentText())
    yield from _compare(box.currentText(), width, room.width(), "width")
    yield from _outside(box, box.currentText())


def _header(header: QHeaderView) -> Iterator[tuple[str, str]]:
    if header.orientation() is not Qt.Orientation.Horizontal:
        return
    # The style sheet sets the font size, which the widget's font does not have.
    font = header.font()
    font.setPixelSize(12)
    for section in range(header.count()):
        words = str(header.model().headerData(section, Qt.Orientation.Horizontal) or "")
        width = QFontMetrics(font).horizontalAdvance(words) + _SECTION_PADDING
        if words and not header.isSectionHidden(section):
            yield from _compare(words, width, header.sectionSize(section), "width of a column")


def _tabs(bar: QTabBar) -> Iterator[tuple[str, str]]:
    for place in range(bar.count()):
        words = bar.tabText(place)
        width = bar.fontMetrics().horizontalAdvance(words) + _TAB_PADDING
        if bar.isTabVisible(place):
            yield from _compare(words, width, bar.tabRect(place).width(), "width of a tab")
    yield from _outside(bar, bar.tabText(0))


def _outside(widget: QWidget, words: str) -> Iterator[tuple[str, str]]:
    """Yield the problem if a parent cuts the widget; scrolled content may be cut below."""
    inner, parent = widget, widget.parentWidget()
    while parent is not None and not inner.isWindow():
        place = QRect(widget.mapTo(parent, QPoint()), widget.size())
        scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
        room = parent.rect()
        if place.left() < room.left() or place.right() > room.right():
            yield words, f"stands outside {type(parent).__name__} sideways"
            return
        if not scrolls and (place.top() < room.top() or place.bottom() > room.bottom()):
            yield words, f"stands outside {type(parent).__name__}"
            return
        if scrolls:
            return
        inner, parent = parent, parent.parentWidget()


def _compare(words: str, needed: int, room: int, what: str) -> Iterator[tuple[str, str]]:
    if needed > room + _TOLERANCE:
        yield words, f"{what} {room}, needs {needed}"
