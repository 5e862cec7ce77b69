"""The choice of the issued documents that a covering letter lists."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.forms import prepare_covering_note
from outreach_app.queries.issues import IssueRow, list_issues
from ui.context import AppContext
from ui.summaries.document_page import Wanted
from ui.summaries.lines import line_of_issue
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.tips import tip
from ui.widgets.translated import Translated

MAX_LISTED = 200


class CoveringPanel(Translated):
    """Documents are ticked one by one; emits `changed` when the selection changes."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._chosen: tuple[str, ...] = ()
        self.documents = QListWidget()
        self.advice = note()
        self._build()
        self.documents.itemChanged.connect(self._tick)
        self.retranslate()

    def wanted(self, languages: tuple[Language, ...]) -> Wanted | None:
        """Return the covering note for the ticked documents; None if none is ticked."""
        numbers = self._chosen
        if not numbers:
            return None
        prepare = partial(prepare_covering_note, self._context.office.database, numbers)
        return Wanted(numbers, languages, prepare)

    def refresh(self) -> None:
        """Reload from the store; ticked documents stay ticked."""
        rows = self._context.read(lambda store: list_issues(store, limit=MAX_LISTED))
        self.documents.blockSignals(True)
        self.documents.clear()
        for row in {row.number: row for row in reversed(rows)}.values():
            self.documents.insertItem(0, self._item(row))
        self.documents.blockSignals(False)
        self.advice.setText(
            _("Tick what is sent with it.")
            if rows
            else _("Nothing has been issued yet. What you save or print can be sent from here.")
        )

    def retranslate(self) -> None:
        self.documents.setAccessibleName(_("Documents to send"))
        self.refresh()

    def _item(self, row: IssueRow) -> QListWidgetItem:
        line = line_of_issue(row)
        item = QListWidgetItem(" · ".join(filter(None, (line.number, line.title, line.day))))
        item.setToolTip(tip(line.title))
        item.setData(Qt.ItemDataRole.UserRole, row.number)
        is_chosen = row.number in self._chosen
        item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        return item

    def _tick(self) -> None:
        items = (self.documents.item(place) for place in range(self.documents.count()))
        ticked = (item for item in items if item.checkState() is Qt.CheckState.Checked)
        self._chosen = tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked)
        self.changed.emit()

    def _build(self) -> None:
        column = column_in(self, 4)
        column.addWidget(note(lambda: _("Documents to send")))
        column.addWidget(self.advice)
        self.documents.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(self.documents, 1)
