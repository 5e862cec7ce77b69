"""The help page that belongs to a part of a screen, and the button that opens the help."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QDialog, QWidget

from outreach_app.i18n import gettext as _
from ui.widgets.buttons import FlatButton
from ui.widgets.keys import on_keys

_PROPERTY = "help_topic"


@runtime_checkable
class Explaining(Protocol):
    """A window that can explain what is seen in it."""

    def show_help(self) -> None:
        """Show the help."""


def explain_by(part: QWidget, topic: str) -> None:
    """Make F1 show this page of the help while that part of a screen is visible."""
    part.setProperty(_PROPERTY, topic)
    if isinstance(part, QDialog):
        explain_under(part)


def explain_under(dialog: QDialog) -> None:
    """Make F1 in a dialog show the help of the screen under it, whose keys do not reach it."""
    on_keys(dialog, "F1", lambda: _ask_help(dialog))


def _ask_help(dialog: QWidget) -> None:
    """Ask the window under a dialog for the help."""
    under = dialog.parentWidget()
    while under is not None and not isinstance(under, Explaining):
        under = under.parentWidget()
    if under is not None:
        under.show_help()


def topic_of(screen: QWidget) -> str:
    """Return the help page of the innermost visible part; "" for that of the screen."""
    seen = [part.property(_PROPERTY) for part in screen.findChildren(QWidget) if part.isVisible()]
    return next((topic for topic in reversed(seen) if isinstance(topic, str)), "")


def help_button() -> FlatButton:
    """Return the button of the help for a screen that has no rail."""
    return FlatButton(lambda: _("Help"), "question")
