"""Completes the search index in the background, and shows its progress."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.search import index, leftovers
from outreach_app.search.upkeep import complete_index
from ui.context import AppContext
from ui.widgets.labels import Label

# The nouns of lists that search: they reload when the index is complete.
_TOPICS = frozenset({"meeting", "partner", "person"})
_AGAIN = 60_000  # milliseconds after a failure, such as while an import locks the store


class IndexCompletion(QObject):
    """Starts if records wait to be indexed; `offer` is in the status line meanwhile."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.offer = Label(pixels=12, tone="muted")
        self.again = QTimer(self, singleShot=True, interval=_AGAIN)
        self.again.timeout.connect(self._begin)
        self.offer.hide()
        self._begin()

    def _begin(self) -> None:
        if self._context.read(_is_due):
            self._context.tasks.start(
                self,
                partial(complete_index, self._context.office.database),
                done=lambda _nothing: self._end(),
                failed=lambda _error: self._try_again(),
                progressed=self._advance,
            )

    def _advance(self, done: int, total: int, _what: str) -> None:
        share = isolate(f"{100 * done // max(total, 1)}")
        self.offer.setText(_("Search index: {share} %").format(share=share))
        self.offer.show()

    def _end(self) -> None:
        self.offer.hide()
        self._context.changes.happened.emit(_TOPICS)

    def _try_again(self) -> None:
        """Retry later; search results already warn about the incomplete index."""
        self.offer.hide()
        self.again.start()


def _is_due(session: StoreSession) -> bool:
    """Return whether records wait to be indexed, or words of erased texts remain."""
    return not index.is_complete(session) or bool(leftovers.noted_erasure(session))
