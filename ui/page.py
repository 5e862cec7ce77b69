"""A page of the window, and how it is kept up to date."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtGui import QShowEvent

from ui.changes import Topic
from ui.context import AppContext
from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

# What a page takes of other pages: `Never`, or a union of the types of `ui/requests.py`.
RequestT = TypeVar("RequestT")


class Page(Translated, Surface, Generic[RequestT]):
    """Lives as long as the office is open, hidden while another page is shown.

    `topics` are what it shows. Once one of them changes, the page is refreshed: at once while it
    is in sight, else when it comes into sight.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._is_stale = False
        context.changes.happened.connect(self._follow)

    def take(self, request: RequestT) -> None:
        """Do what another page asks."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again what the page shows."""

    def refresh_if_stale(self) -> None:
        """Refresh the page if a topic changed while it was out of sight."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def shortcuts(self) -> Sequence[Shortcut]:
        """Return the keys of the page, for the list that F1 shows."""
        return ()

    def search(self) -> None:
        """Put the cursor where the page filters, if it does."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh_if_stale()

    def _follow(self, topics: frozenset[Topic]) -> None:
        if topics.isdisjoint(self.topics):
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh_if_stale()
