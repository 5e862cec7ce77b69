"""A document about the office as a whole: there is nothing to choose but its language."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument
from ui.context import AppContext
from ui.summaries.document_page import Wanted
from ui.widgets.labels import note
from ui.widgets.translated import Text, Translated


class OfficePanel(Translated):
    """Says what the document is for; `changed` is never sent: nothing else can be wanted."""

    changed = Signal()

    def __init__(
        self,
        context: AppContext,
        about: Text,
        prepare: Callable[[Database], PreparedDocument[Any]],
    ) -> None:
        super().__init__()
        self._context = context
        self._prepare = prepare
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.about = note(about)
        self.about.setWordWrap(True)
        column.addWidget(self.about)
        column.addStretch(1)

    def wanted(self, languages: tuple[Language, ...]) -> Wanted | None:
        """Return the document."""
        prepare = partial(self._prepare, self._context.office.database)
        return Wanted(self._prepare, languages, prepare)

    def refresh(self) -> None:
        """Keep what is said: the document is made anew each time it is seen."""

    def retranslate(self) -> None:
        """Do nothing: the words follow the language by themselves."""
