"""A page of the main window."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What another page wants to see of a list: the filter of its query, and what to call it."""

    wanted: object
    words: Text


class Page(Translated, Surface):
    """One page; it lives as long as the office is open, hidden when another is shown."""

    def __init__(self) -> None:
        super().__init__()

    def show_record(self, uid: UUID) -> None:
        """Show one record; pages that have none ignore it."""

    def begin(self, what: str) -> None:
        """Begin something new of that name; pages that have none ignore it."""

    def narrow(self, given: Narrowing) -> None:
        """Show of its list what is wanted; pages without such a list ignore it."""

    def shortcuts(self) -> Sequence[Shortcut]:
        """The keys of this page, for the list that F1 shows."""
        return ()

    def search(self) -> None:
        """Put the cursor where this page filters; pages that have no filter ignore it."""
