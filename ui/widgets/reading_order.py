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
    for child in _read(part):
        if child.isWindow() or not child.isVisible():
            continue
        if child is focused or _takes_tab(child):
            yield child
        yield from _controls(child, focused)


def _takes_tab(control: QWidget) -> bool:
    by_tab = control.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and control.isEnabled() and control.focusProxy() is None


def _read(part: QWidget) -> list[QWidget]:
    """Return the children of a part: those in layouts, then others from top to bottom."""
    if isinstance(part, QSplitter):
        laid = [it for place in range(part.count()) if (it := part.widget(place))]
    else:
        layout = part.layout()
        laid = list(_laid_out(layout)) if layout is not None else []
    children = [it for it in part.children() if isinstance(it, QWidget) and it not in laid]
    return [*laid, *sorted(children, key=lambda child: (child.y(), _along(child)))]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        cells = [cast("tuple[int, int, int, int]", layout.getItemPosition(it)) for it in places]
        places.sort(key=cells.__getitem__)
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _along(child: QWidget) -> int:
    is_mirrored = child.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return -child.x() if is_mirrored else child.x()
