"""Commands on a record: the next step as a button, the rest in one menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from ui.icons import icon
from ui.widgets.buttons import ActButton, Button, FlatButton, IconButton
from ui.widgets.keys import key_words
from ui.widgets.labels import KeyCap
from ui.widgets.reading_order import order_children
from ui.widgets.tips import tip
from ui.widgets.translated import Text

_IN_SIGHT = 2
_GAP = 8


@dataclass(frozen=True, slots=True)
class Command:
    """Label, icon, action and shortcut. Destructive commands come last.

    It is only offered to accounts that have its `right`. A disabled one is shown, since
    the person looks for it.
    """

    words: Text
    icon: str
    do: Callable[[], object]
    keys: str = ""
    destroys: bool = False
    is_enabled: bool = True
    right: Right = Right.READ


class MoreButton(IconButton):
    """“…”: opens a menu of the commands."""

    def __init__(self, commands: Callable[[], Sequence[Command]]) -> None:
        super().__init__(lambda: _("More actions"), "dots-three-bold")
        self.commands = commands
        self.setAutoRaise(False)
        self.setFixedSize(34, 32)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        open_menu(self.commands(), self, self.mapToGlobal(self.rect().bottomLeft()))


class CommandBar(QWidget):
    """The first command as a button, the next ones as flat buttons, all in a menu under “…”.

    `in_sight` are the buttons, each with its keys beside it if they fit.
    If space is short, keys are hidden first, then all buttons but the first.
    """

    def __init__(
        self, commands: Sequence[Command] = (), in_sight: int = _IN_SIGHT, *, has_keys: bool = False
    ) -> None:
        super().__init__()
        self._in_sight = in_sight
        self._has_keys = has_keys
        self._commands: Sequence[Command] = ()
        self._buttons: list[QAbstractButton] = []
        self._caps: list[KeyCap] = []
        self._more = MoreButton(lambda: self._commands)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        self._layout.addWidget(self._more)
        self._layout.addStretch(1)
        self.show_commands(commands)

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Show other commands; hide the bar if there are none."""
        for former in (*self._buttons, *self._caps):
            former.hide()
            former.deleteLater()
        self._commands = commands
        self._buttons = []
        self._caps = []
        for place, command in enumerate(commands[: self._in_sight]):
            self._buttons.append(self._button(place, command))
            self._layout.insertWidget(self._layout.count() - 2, self._buttons[-1])
            if self._has_keys and command.keys:
                self._caps.append(KeyCap(command.keys))
                self._layout.insertWidget(self._layout.count() - 2, self._caps[-1])
        order_children(self._layout)
        self._fit()
        if self.parentWidget() is not None:  # else it would be a separate window
            self.setVisible(bool(commands))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the first button and of the menu."""
        return QSize(_width([*self._buttons[:1], self._more]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        has_rest = len(self._commands) > self._in_sight
        shown, room = list(self._buttons), self.width()
        menu = [self._more] if has_rest else []
        has_keys = _width([*shown, *self._caps, *menu]) <= room
        while len(shown) > 1 and _width([*shown, *menu]) > room:
            shown.pop()
            menu = [self._more]
        for cap in self._caps:
            cap.setVisible(has_keys)
        for button in self._buttons:
            button.setVisible(button in shown)
        self._more.setVisible(bool(menu))

    def _button(self, place: int, command: Command) -> QAbstractButton:
        kind = FlatButton if place else Button
        button = kind(command.words, command.icon)
        button.setToolTip(tip(key_words(command.keys)))
        button.setEnabled(command.is_enabled)
        button.clicked.connect(command.do)
        return button


def _width(parts: Sequence[QWidget]) -> int:
    return sum(part.sizeHint().width() for part in parts) + _GAP * max(0, len(parts) - 1)


def open_menu(commands: Sequence[Command], parent: QWidget, place: QPoint) -> QMenu:
    """Open the menu of these commands at a screen position, each with its keys."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for command in commands:
        if command.destroys:
            menu.addSeparator()
        # The keys are only displayed: the page handles them.
        keys = f"\t\u2066{key_words(command.keys)}\u2069" if command.keys else ""
        action = menu.addAction(icon(command.icon, chosen="atext"), f"{command.words()}{keys}")
        action.setEnabled(command.is_enabled)
        action.triggered.connect(command.do)
    # Under a pressed button it is not chosen yet: letting the button go would do it.
    if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
        menu.setActiveAction(menu.actions()[0])
    menu.popup(place)
    return menu


def commands_in_sight(page: QWidget) -> list[Command]:
    """Return what the “…” menus in sight on a page can do now, each command once."""
    menus = [it for it in page.findChildren(MoreButton) if _is_near(it)]
    found: dict[str, Command] = {}
    for command in (command for menu in menus for command in menu.commands()):
        if command.is_enabled:
            found.setdefault(command.words(), command)
    return list(found.values())


def _is_near(menu: MoreButton) -> bool:
    """Return whether what the menu belongs to is in sight: where all fits, the menu is not."""
    return (beside := menu.parentWidget()) is not None and beside.isVisible()


def clearing(clear: Callable[[], object]) -> Command:
    """Return the command that clears the filters of a list."""
    return Command(lambda: _("Clear the filters"), "x", clear)


def command_of(button: ActButton) -> Command:
    """Return the action of a button as a menu command."""
    keys = button.shortcut().toString()
    return Command(
        button.accessibleName, button.icon_name, button.click, keys, is_enabled=button.isEnabled()
    )
