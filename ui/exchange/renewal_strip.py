"""A new device id for this computer: after its copy was refused, or to change its keys."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from outreach_app.database import StoreSession
from outreach_app.exchange.stations.renewal import renew_station, rotate_keys
from outreach_app.i18n import gettext as _
from ui.context import AppContext
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.keys import on_keys
from ui.widgets.labels import note, small_title
from ui.widgets.layouts import row_of
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated


@dataclass(frozen=True, slots=True)
class NewNumber:
    """Why this computer gets a new device id: messages before and after, and the use case."""

    title: Text
    advice: Text
    button: Text
    said: Text
    take: Callable[[StoreSession], object]


def refused_elsewhere() -> NewNumber:
    """Return the solution for a computer whose copy kept writing."""
    return NewNumber(
        lambda: _("This computer's files are refused elsewhere"),
        lambda: _(
            "Its register was copied to another computer, or restored from a backup, and both "
            "kept writing. With a new number it sends what it wrote since again, and nothing is "
            "lost. Do this on one of the two computers only."
        ),
        lambda: _("Continue with a new number"),
        lambda: _("This computer has a new number. Write a file for headquarters now."),
        renew_station,
    )


def new_keys() -> NewNumber:
    """Return the yearly change of keys."""
    return NewNumber(
        lambda: _("New keys for this computer"),
        lambda: _(
            "Once a year, or if somebody may have had access to the current ones. The others "
            "accept the new keys with your next file, because the current ones vouch for them. If "
            "in doubt, call each of them: it revokes this computer’s former number and enrols its "
            "new card."
        ),
        lambda: _("Create new keys"),
        lambda: _("This computer has new keys. Write a file to the others now."),
        rotate_keys,
    )


class RenewalStrip(Translated, Surface):
    """Asks before this computer gets a new device id. Emits `renewed` or `given_up`."""

    renewed = Signal()
    given_up = Signal()

    def __init__(self, context: AppContext, number: NewNumber) -> None:
        super().__init__("win")
        self._context = context
        self._number = number
        self.go_on = Button(number.button, "git-branch")
        self.give_up = FlatButton(lambda: _("Not now"))
        self._build()
        self._connect()
        self.hide()

    def ask(self) -> None:
        """Explain the renewal, with the focus on Cancel."""
        self.show()
        self.go_on.setFocus()

    def _renew(self) -> None:
        self._context.write(self._number.take, self._number.said())
        self.hide()
        self.renewed.emit()

    def _leave(self) -> None:
        self.hide()
        self.given_up.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addWidget(small_title(self._number.title))
        column.addWidget(note(self._number.advice))
        column.addLayout(row_of(self.go_on, self.give_up))

    def _connect(self) -> None:
        self.go_on.clicked.connect(self._renew)
        self.give_up.clicked.connect(self._leave)
        on_keys(self, "Esc", self._leave)
        buttons: tuple[QAbstractButton, ...] = (self.go_on, self.give_up)
        for button, keys in product(buttons, ("Return", "Enter")):
            on_keys(button, keys, button.click)
