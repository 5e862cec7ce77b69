"""A page of the window, and how it is kept up to date."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.changes import Topic
from ui.context import AppContext
from ui.requests import SearchEverything
from ui.widgets.page_header import PageHeader
from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated

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

    def take_focus(self, last: QWidget | None) -> None:
        """Let the keyboard act where the person left the page, if that is in sight, or begin."""
        if last is not None and last is not self and last.isVisibleTo(self):
            last.setFocus()
        else:
            self.main_part().setFocus()

    def main_part(self) -> QWidget:
        """Return what the keyboard acts on first: a list, else the page itself with its keys."""
        views = self.findChildren(QAbstractItemView)
        return next((view for view in views if view.isVisibleTo(self)), self)

    def make_header(self, title: Text) -> PageHeader:
        """Make the head of the page, which offers to search everything."""
        return PageHeader(title, lambda: self._context.open_page(SearchEverything()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh_if_stale()

    def _follow(self, topics: frozenset[Topic]) -> None:
        if topics.isdisjoint(self.topics):
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh_if_stale()
