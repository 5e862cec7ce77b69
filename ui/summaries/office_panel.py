"""A document about the whole office: only its language can be chosen."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument
from ui.context import AppContext
from ui.forms.editors import CheckEditor
from ui.summaries.document_page import Wanted
from ui.widgets.labels import note
from ui.widgets.translated import Text, Translated

Prepare = Callable[[Database], PreparedDocument[Any]]


class OfficePanel(Translated):
    """Shows what the document is for.

    `larger` is the poster form of the document and its label, if it has one.
    """

    changed = Signal()

    def __init__(
        self,
        context: AppContext,
        about: Text,
        prepare: Prepare,
        larger: tuple[Text, Prepare] | None = None,
    ) -> None:
        super().__init__()
        self._context = context
        self._prepare = prepare
        self._larger = larger
        self.is_larger = CheckEditor(larger[0] if larger else about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.about = note(about)
        self.about.setWordWrap(True)
        column.addWidget(self.about)
        column.addWidget(self.is_larger)
        self.is_larger.setVisible(larger is not None)
        self.is_larger.edited.connect(lambda _checked: self.changed.emit())
        column.addStretch(1)

    def wanted(self, languages: tuple[Language, ...]) -> Wanted | None:
        """Return the document."""
        is_larger = self._larger is not None and self.is_larger.isChecked()
        chosen = self._larger[1] if self._larger is not None and is_larger else self._prepare
        return Wanted(chosen, languages, partial(chosen, self._context.office.database))

    def refresh(self) -> None:
        """Keep the choices: the document is rebuilt each time it is shown."""
