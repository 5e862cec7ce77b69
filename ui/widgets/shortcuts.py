"""The list of shortcuts, a page of the help."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from outreach_app.i18n import gettext as _
from ui.widgets.labels import KeyCap, Label, section_title
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys as printed on the keyboard, and what they do."""

    keys: str
    text: Text


EVERYWHERE: tuple[Shortcut, ...] = (
    Shortcut("Ctrl+K", lambda: _("Search everything")),
    Shortcut("Ctrl+1…9", lambda: _("Go to a page")),
    Shortcut("Ctrl+0", lambda: _("Go to the list of pages, and back")),
    Shortcut("Ctrl+Z", lambda: _("Undo the last action")),
    Shortcut("Ctrl+L", lambda: _("Lock the register")),
    Shortcut("F1", lambda: _("Show the help")),
)
# For pages that filter a list or find in a document.
FILTER = Shortcut("Ctrl+F", lambda: _("Filter the list, or find in the document"))
# For lists with details of the current row.
DETAILS = Shortcut("F3", lambda: _("In a narrow window: show the details, or close them"))


class ShortcutsList(Surface):
    """Global shortcuts, then those of the page shown."""

    def __init__(self, of_page: Sequence[Shortcut]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(section_title(lambda: _("Shortcuts")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, shortcut in enumerate([*EVERYWHERE, *of_page]):
            grid.addWidget(KeyCap(shortcut.keys), row, 0)
            grid.addWidget(Label(shortcut.text), row, 1)
        column.addLayout(grid)
        column.addStretch(1)
