"""Completes the search index while the window is used, and says quietly how far it is."""

from functools import partial

from PySide6.QtCore import QObject

from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.search import index, leftovers
from outreach_app.search.upkeep import complete_index
from ui.context import AppContext
from ui.errors import message_of
from ui.widgets.labels import Label

# What the lists show: those that search their records ask again when the index is complete.
_TOPICS = frozenset({"meeting", "partner", "person"})


class IndexCompletion(QObject):
    """Begins where records wait to be indexed; `offer` stands in the status line meanwhile."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.offer = Label(pixels=12, tone="muted")
        self.offer.hide()
        if context.read(_is_due):
            context.tasks.start(
                self,
                partial(complete_index, context.office.database),
                done=lambda _nothing: self._end(),
                failed=self._fail,
                progressed=self._advance,
            )

    def _advance(self, done: int, total: int, _what: str) -> None:
        share = isolate(f"{100 * done // max(total, 1)}")
        self.offer.setText(_("Search index: {share} %").format(share=share))
        self.offer.show()

    def _end(self) -> None:
        self.offer.hide()
        self._context.changes.happened.emit(_TOPICS)

    def _fail(self, error: Exception) -> None:
        self.offer.hide()
        self._context.status(message_of(error))


def _is_due(session: StoreSession) -> bool:
    """Return whether records wait to be indexed, or words of what was erased are left."""
    return not index.is_complete(session) or bool(leftovers.noted_erasure(session))
