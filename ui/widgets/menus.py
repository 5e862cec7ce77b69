"""Context menus of what the buttons of a list offer: no act is declared twice."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.widgets.buttons import ActButton
from ui.widgets.commands import command_of, open_menu
from ui.widgets.keys import on_keys


def offer_menu(view: QAbstractItemView, *buttons: ActButton) -> None:
    """Open the menu of these buttons on an item: by right click, the menu key or Shift+F10."""
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(partial(_ask_menu, view, buttons))
    on_keys(view, "Shift+F10", partial(_ask_menu, view, buttons, QPoint(-1, -1)))


def offer_menu_around(part: QWidget, *buttons: ActButton) -> None:
    """Open the menu of these buttons of a part of the page: where the mouse or the cursor is."""

    def ask(place: QPoint) -> None:
        open_menu_of(buttons, part, part.mapToGlobal(place))

    def ask_by_keys() -> None:
        focused = QApplication.focusWidget() or part
        ask(focused.mapTo(part, focused.rect().center()))

    part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    part.customContextMenuRequested.connect(ask)
    on_keys(part, "Shift+F10", ask_by_keys)


def open_menu_of(buttons: Sequence[ActButton], parent: QWidget, place: QPoint) -> None:
    """Open the menu of the buttons that are shown, if any is."""
    if commands := [command_of(button) for button in buttons if not button.isHidden()]:
        open_menu(commands, parent, place)


def _ask_menu(view: QAbstractItemView, buttons: Sequence[ActButton], place: QPoint) -> None:
    """Open the menu of the current item: at the mouse, or in the item for the keyboard."""
    item = view.visualRect(view.currentIndex())
    if item.isValid():
        inside = place if item.contains(place) else item.center()
        open_menu_of(buttons, view, view.viewport().mapToGlobal(inside))
