"""The base class of the window's pages, with their refresh by topic."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTabBar, QWidget

from ui.changes import Topic
from ui.context import AppContext
from ui.program_requests import SearchEverything
from ui.widgets.page_header import PageHeader
from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated

# What a page takes of other pages: `Never`, or a union of the types of `ui/requests.py`.
RequestT = TypeVar("RequestT")


class Page(Translated, Surface, Generic[RequestT]):
    """A page; it lives as long as the office is open, hidden while another page is shown.

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
        """Carry out a request from another page."""
        raise NotImplementedError

    def way_back(self) -> RequestT | None:
        """Return the request that shows again what is worked on; None for the page alone."""
        return None

    def refresh(self) -> None:
        """Read again everything that the page shows."""

    def refresh_if_stale(self) -> None:
        """Refresh the page if a topic changed while it was out of sight."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def shortcuts(self) -> Sequence[Shortcut]:
        """Return the keys of the page, for the list that F1 shows."""
        return ()

    def show_start(self) -> None:
        """Show what the page begins with: it was chosen in the rail."""

    def search(self) -> None:
        """Put the cursor where the page filters, if it does."""

    def take_focus(self, last: QWidget | None) -> None:
        """Focus what last had the focus in the body of the page, if visible, else its main part."""
        if last is not None and last is not self and last.isVisibleTo(self) and self._is_body(last):
            last.setFocus()
        else:
            self.main_part().setFocus()

    def _is_body(self, part: QWidget) -> bool:
        """Return whether something is worked on in a part, unlike its header and its tabs."""
        headers = self.findChildren(PageHeader)
        return not isinstance(part, QTabBar) and not any(it.isAncestorOf(part) for it in headers)

    def main_part(self) -> QWidget:
        """Return the widget that takes the focus first: a list, or the page itself."""
        views = self.findChildren(QAbstractItemView)
        return next((view for view in views if view.isVisibleTo(self)), self)

    def make_header(self, title: Text) -> PageHeader:
        """Return the header of the page, with its global search button."""
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
