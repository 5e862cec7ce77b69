"""The page of deleted records: one or several are restored with one key."""

from collections.abc import Sequence
from typing import Never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
)

from outreach_app.database import StoreSession
from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.trash import DeletedRow, list_deleted
from outreach_app.services.forgetting import restore_name
from outreach_app.services.meetings import restore_meeting
from outreach_app.services.partners import restore_partner
from outreach_app.services.people import restore_person
from outreach_app.services.publications import restore_publication
from outreach_app.services.remarks import restore_remark
from outreach_app.services.rumours import restore_rumour
from ui.actions.undoable import Said, write_undoable
from ui.changes import Topic
from ui.context import AppContext
from ui.history.dialog import HistoryDialog
from ui.page import Page
from ui.trash.delegate import DeletedDelegate
from ui.trash.names import deletion_of, facts_of, noun_of, title_of
from ui.widgets.buttons import Button, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import on_keys
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.menus import offer_menu
from ui.widgets.page_header import MARGIN

# In the order in which several are restored: a person or a meeting may need its partner.
_RESTORE = {
    "partner": restore_partner,
    "person": restore_person,
    "name": restore_name,
    "meeting": restore_meeting,
    "rumour": restore_rumour,
    "publication": restore_publication,
    "remark": restore_remark,
}


class TrashPage(Page[Never]):
    """A restored record is back where it was; only names are erased, after a month."""

    topics = frozenset(
        {
            *(Topic.MEETING, Topic.PARTNER, Topic.PERSON, Topic.IDENTITY),
            *(Topic.RUMOUR, Topic.PUBLICATION, Topic.POINT),
        }
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.restore = primary_button(lambda: _("Restore"), "arrow-counter-clockwise")
        self.look = Button(lambda: _("Look at it"), "eye")
        self.list = QListWidget()
        self.empty = EmptyState(
            "trash",
            lambda: _("Nothing was deleted"),
            lambda: _("Deleted records stay here until you restore them."),
        )
        self.kept = note(
            lambda: _(
                "Deleted records stay here until they are restored or, once their retention period"
                " is over, destroyed from Settings › Retention."
            )
        )
        self._layers = QStackedWidget()
        self._build()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        self.list.setAccessibleName(_("Deleted records"))
        self.refresh()

    def refresh(self) -> None:
        rows = self._context.read(list_deleted)
        place = self.list.currentRow()
        self.list.clear()
        for row in rows:
            said = (title_of(row), facts_of(row), noun_of(row), deletion_of(row))
            item = QListWidgetItem(", ".join(filter(None, said)))
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(place, 0), len(rows) - 1))
        self._layers.setCurrentIndex(1 if rows else 0)
        for button in (self.restore, self.look):
            button.setVisible(bool(rows))
        self.kept.setVisible(bool(rows))

    def _restore(self) -> None:
        order = list(_RESTORE)
        chosen = (item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems())
        rows: list[DeletedRow] = sorted(chosen, key=lambda row: order.index(row.entity))
        if rows:
            write_undoable(self._context, lambda store: _restore(store, rows), _said_of(rows))

    def show_history(self) -> None:
        """Show what the first chosen record held, before it is restored."""
        chosen = self.list.selectedItems()
        if not chosen:
            return
        row: DeletedRow = chosen[0].data(Qt.ItemDataRole.UserRole)
        try:
            HistoryDialog(self._context, row.uid, title_of(row), self).open()
        except NotFound as error:  # of a name that was forgotten nothing else is left
            self._context.refuse(error)

    def _build(self) -> None:
        header = self.make_header(lambda: _("Trash"))
        header.add_action(self.restore)
        header.add_action(self.look, "F4")
        self.list.setItemDelegate(DeletedDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._layers.addWidget(self.empty)
        self._layers.addWidget(self.list)
        column = column_in(self)
        column.addWidget(header)
        self.kept.setContentsMargins(MARGIN, 0, MARGIN, 8)
        column.addWidget(self.kept)
        column.addWidget(self._layers, 1)

    def _connect(self) -> None:
        self.restore.clicked.connect(self._restore)
        self.list.itemActivated.connect(self._restore)
        self.look.clicked.connect(self.show_history)
        on_keys(self, "F4", self.show_history)
        offer_menu(self.list, self.restore, self.look)


def _restore(session: StoreSession, rows: Sequence[DeletedRow]) -> None:
    for row in rows:
        _RESTORE[row.entity](session, row.uid)


def _said_of(rows: Sequence[DeletedRow]) -> Said:
    if len(rows) == 1:
        return _("Restored: {name}").format(name=isolate(title_of(rows[0])))
    count = _("Number: {count}.").format(count=isolate(str(len(rows))))
    return _("The records were restored."), count
