"""A page of the main window."""

from collections.abc import Sequence
from uuid import UUID

from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated


class Page(Translated, Surface):
    """One page; it lives as long as the office is open, hidden when another is shown."""

    def __init__(self) -> None:
        super().__init__()

    def show_record(self, uid: UUID) -> None:
        """Show one record; pages that have none ignore it."""

    def begin(self, what: str) -> None:
        """Begin something new of that name; pages that have none ignore it."""

    def shortcuts(self) -> Sequence[Shortcut]:
        """The keys of this page, for the list that F1 shows."""
        return ()

    def search(self) -> None:
        """Put the cursor where this page filters; pages that have no filter ignore it."""
