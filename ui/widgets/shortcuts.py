"""The list of shortcuts, a page of the help."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from ui.widgets.labels import KeyCap, Label, section_title
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys as printed on the keyboard, what they do, and the right that it takes, if any."""

    keys: str
    text: Text
    right: Right | None = None


EVERYWHERE: tuple[Shortcut, ...] = (
    Shortcut("Ctrl+K", lambda: _("Search everything")),
    Shortcut("Ctrl+1…9", lambda: _("Go to a page")),
    Shortcut("Ctrl+0", lambda: _("Go to the list of pages, and back")),
    Shortcut("Ctrl+Z", lambda: _("Undo the last action"), Right.RECORD),
    Shortcut("Ctrl+Y", lambda: _("Do again what was undone"), Right.RECORD),
    Shortcut("Ctrl+L", lambda: _("Lock the register")),
    Shortcut("Ctrl+Q", lambda: _("Quit; what is typed is kept")),
    Shortcut("F1", lambda: _("Show the help")),
)
# For pages that filter a list or find in a document.
FILTER = Shortcut("Ctrl+F", lambda: _("Filter the list, or find in the document"))
# For lists with details of the current row.
DETAILS = Shortcut("F3", lambda: _("In a narrow window: show the details, or close them"))


def offered(of_page: Sequence[Shortcut], may: Callable[[Right], bool]) -> list[Shortcut]:
    """Return the keys of the program, then of a page, that do what the account may do."""
    return [each for each in (*EVERYWHERE, *of_page) if each.right is None or may(each.right)]


class ShortcutsList(Surface):
    """Global shortcuts and those of the page shown."""

    def __init__(self, shortcuts: Sequence[Shortcut]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(section_title(lambda: _("Shortcuts")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, shortcut in enumerate(shortcuts):
            grid.addWidget(KeyCap(shortcut.keys), row, 0)
            grid.addWidget(Label(shortcut.text), row, 1)
        column.addLayout(grid)
        column.addStretch(1)
