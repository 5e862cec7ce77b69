"""Where Tab and screen readers lead, and whether that is the order in which a screen is read."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

# Two controls whose tops are closer than this are in one line.
LINE = 16


def controls(widget: QWidget) -> list[QWidget]:
    """Return the visible controls in the tab order."""
    return [
        control
        for control in widget.findChildren(QWidget)
        if control.isVisibleTo(widget)
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and control.focusProxy() is None
    ]


def tab_order(widget: QWidget) -> list[QWidget]:
    """Return the tab order, from the first control until it wraps around."""
    inside = controls(widget)
    inside[0].setFocus()
    visited: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in visited:
        visited.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return visited


def heard_order(widget: QWidget) -> list[QWidget]:
    """Return the controls in the order of the children of each part, which screen readers go by."""
    inside = controls(widget)

    def below(part: QWidget) -> Iterator[QWidget]:
        for child in part.children():
            if isinstance(child, QWidget):
                if child in inside:
                    yield child
                yield from below(child)

    return list(below(widget))


def reading_place(root: QWidget, control: QWidget) -> tuple[int, int]:
    top_left = control.mapTo(root, QPoint(0, 0))
    x, beside = top_left.x(), control.parentWidget()
    if beside is not None and beside.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        x = root.width() - x - control.width()
    return top_left.y() // LINE, x


def turned_back(root: QWidget, visited: list[QWidget]) -> list[str]:
    """Return the steps backwards: earlier in the line, or above in the same column.

    Nested controls, such as the actions in a row of a list, come after their parent. What was
    scrolled is restored.
    """
    for area in root.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    return [
        f"{_told(one)} → {_told(other)}"
        for one, other in pairwise(visited)
        if not one.isAncestorOf(other) and _is_earlier(root, other, one)
    ]


def _is_earlier(root: QWidget, control: QWidget, other: QWidget) -> bool:
    line, begin = reading_place(root, control)
    other_line, other_begin = reading_place(root, other)
    if line == other_line:
        return begin < other_begin
    return line < other_line and begin < other_begin + other.width()


def _told(control: QWidget) -> str:
    return f"{control.accessibleName()!r} {type(control).__name__}"
