"""The register of issued documents of all kinds, the newest first."""

from uuid import UUID

from PySide6.QtCore import Signal

from outreach_app.clock import moment_words
from outreach_app.database import StoreSession
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.issues import IssueRow, list_issues
from ui.context import AppContext
from ui.document_words import document_words
from ui.history.history_list import actor_words
from ui.summaries.document_page import Wanted
from ui.summaries.lines import line_of_registered
from ui.summaries.lines_list import LinesList
from ui.widgets.labels import Label, note
from ui.widgets.layouts import column_in
from ui.widgets.translated import Translated
from ui.words import labelled_words

# The newest only; the command line lists all.
MAX_LISTED = 500


class RegisterPanel(Translated):
    """It previews no document: `changed` exists as in every panel and is never emitted."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._rows: dict[UUID, IssueRow] = {}
        self._shown: UUID | None = None
        self.lines = LinesList()
        self.details = Label()
        self.advice = note(lambda: _("Nothing yet. What you save or print is listed here."))
        self._build()
        self.lines.chosen.connect(self._show)
        self.retranslate()

    def wanted(self, languages: tuple[Language, ...]) -> Wanted | None:
        """Return None: issued documents are on paper or in their files."""
        return None

    def refresh(self) -> None:
        """Reload from the store."""
        self._rows = {row.uid: row for row in self._context.read(_list_newest)}
        rows = list(self._rows.values())
        self.lines.show_lines([line_of_registered(row) for row in rows], self._shown)
        self.advice.setVisible(not rows)
        self.lines.setVisible(bool(rows))
        self._say()

    def retranslate(self) -> None:
        self.lines.setAccessibleName(_("Register of documents"))
        self.refresh()

    def _show(self, uid: UUID) -> None:
        self._shown = uid
        self._say()

    def _say(self) -> None:
        """Show who issued the chosen document, when, its code and its number of files."""
        row = self._rows.get(self._shown) if self._shown else None
        self.details.setVisible(row is not None)
        if row is None:
            return
        facts = (
            (_("Document"), document_words(row.kind)),
            (_("Number"), isolate(row.number)),
            (_("Version"), isolate(str(row.edition))),
            (_("Issued"), moment_words(row.issued_at)),
            (_("By"), actor_words(row.by)),
            (_("Verification code"), isolate(row.code)),
            (_("PDF files recorded"), isolate(str(len(row.hashes)))),
        )
        self.details.setText("\n".join(labelled_words(*each) for each in facts))

    def _build(self) -> None:
        column = column_in(self, 4)
        column.addWidget(note(lambda: _("Documents that were issued")))
        column.addWidget(self.advice)
        column.addWidget(self.lines, 1)
        column.addWidget(self.details)


def _list_newest(session: StoreSession) -> list[IssueRow]:
    return list_issues(session, limit=MAX_LISTED)
