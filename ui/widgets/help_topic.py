"""The help page that belongs to a part of a screen, and the button that opens the help."""

from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from ui.widgets.buttons import FlatButton

_PROPERTY = "help_topic"


def explain_by(part: QWidget, topic: str) -> None:
    """Make F1 show this page of the help while that part of a screen is visible."""
    part.setProperty(_PROPERTY, topic)


def topic_of(screen: QWidget) -> str:
    """Return the help page of the innermost visible part; "" for that of the screen."""
    seen = [part.property(_PROPERTY) for part in screen.findChildren(QWidget) if part.isVisible()]
    return next((topic for topic in reversed(seen) if isinstance(topic, str)), "")


def help_button() -> FlatButton:
    """Return the button of the help for a screen that has no rail."""
    return FlatButton(lambda: _("Help"), "question")
