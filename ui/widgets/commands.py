"""What can be done with the thing at hand: the next step as a button, the rest in one menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from outreach_app.i18n import gettext as _
from ui.icons import icon
from ui.widgets.buttons import Button, FlatButton, IconButton
from ui.widgets.tips import tip
from ui.widgets.translated import Text

_IN_SIGHT = 2


@dataclass(frozen=True, slots=True)
class Command:
    """Words, icon, what it does, and the keys that do it too. What destroys stands last."""

    words: Text
    icon: str
    do: Callable[[], object]
    keys: str = ""
    destroys: bool = False


class CommandBar(QWidget):
    """The first command as a button, the second flat, all in a menu under “…”."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for place, command in enumerate(commands[:_IN_SIGHT]):
            kind = FlatButton if place else Button
            button = kind(command.words, command.icon)
            button.setToolTip(tip(command.keys))
            button.clicked.connect(command.do)
            layout.addWidget(button)
        self._more = IconButton(lambda: _("More actions"), "dots-three-bold")
        self._more.setAutoRaise(False)
        self._more.setFixedSize(34, 32)
        self._more.clicked.connect(self._open)
        layout.addWidget(self._more)
        layout.addStretch(1)
        if len(commands) <= _IN_SIGHT:
            self._more.hide()

    def _open(self) -> None:
        below = self._more.mapToGlobal(self._more.rect().bottomLeft())
        open_menu(self._commands, self._more, below)


def open_menu(commands: Sequence[Command], parent: QWidget, place: QPoint) -> QMenu:
    """Open the menu of these commands at a place of the screen, each with its keys."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for command in commands:
        if command.destroys:
            menu.addSeparator()
        # Behind a tab they are only shown: the page listens to them.
        keys = f"\t\u2066{command.keys}\u2069" if command.keys else ""
        action = menu.addAction(icon(command.icon), f"{command.words()}{keys}")
        action.triggered.connect(command.do)
    menu.setActiveAction(menu.actions()[0])
    menu.popup(place)
    return menu
