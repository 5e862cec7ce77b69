"""The reading order of a window, for Tab and screen readers: the order of the layouts."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QSplitter, QWidget

from ui.widgets.surfaces import Surface


class ReadingSurface(Surface):
    """A surface with tab order by layout: Qt puts widgets added later at the end."""

    def focusNextPrevChild(self, forwards: bool) -> bool:
        focused = QApplication.focusWidget()
        inside = list(_controls(self, focused))
        if not inside:
            return False
        place = inside.index(focused) if focused in inside else -1 if forwards else 0
        following = inside[(place + (1 if forwards else -1)) % len(inside)]
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        following.setFocus(reason)
        return True


def order_children(layout: QLayout) -> None:
    """Put the widgets of a layout in reading order among the children of their parent.

    Screen readers follow that order, which otherwise is the order of creation.
    """
    for widget in _laid_out(layout):
        widget.raise_()


def _controls(part: QWidget, focused: QWidget | None) -> Iterator[QWidget]:
    """Yield the focusable widgets of a part in reading order, including the focused one."""
    for child in _children_of(part):
        if child.isWindow() or not child.isVisible():
            continue
        if child is focused or _takes_tab(child):
            yield child
        yield from _controls(child, focused)


def _takes_tab(control: QWidget) -> bool:
    by_tab = control.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and control.isEnabled() and control.focusProxy() is None


def _children_of(part: QWidget) -> list[QWidget]:
    """Return the children of a part: those in layouts, then others from top to bottom."""
    if isinstance(part, QSplitter):
        laid = [it for place in range(part.count()) if (it := part.widget(place))]
    else:
        layout = part.layout()
        laid = list(_laid_out(layout)) if layout is not None else []
    children = [it for it in part.children() if isinstance(it, QWidget) and it not in laid]
    return [*laid, *sorted(children, key=lambda child: (child.y(), _along(child)))]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets of a layout and of those inside it, in reading order.

    Asks for the place of each: `itemAt` would hand out items that Python keeps after the layout
    has deleted them, and frees once more.
    """
    holder = layout.parentWidget()
    parts = [*layout.children(), *(holder.children() if holder is not None else ())]
    inside = [part for part in parts if isinstance(part, QLayout | QWidget)]
    places = {part: place for part in inside if (place := layout.indexOf(part)) >= 0}
    for part in sorted(places, key=lambda part: _cell(layout, places[part])):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _laid_out(part)


def _cell(layout: QLayout, place: int) -> tuple[int, ...]:
    """Return what orders the parts of a layout: row and column in a grid, else the place."""
    if isinstance(layout, QGridLayout):
        return cast("tuple[int, int, int, int]", layout.getItemPosition(place))
    return (place,)


def _along(child: QWidget) -> int:
    is_mirrored = child.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return -child.x() if is_mirrored else child.x()
