"""The marks of rows for which the words of an action are typed and not recorded."""

from typing import Any, Generic

from PySide6.QtCore import QObject

from outreach_app.i18n import gettext as _
from ui.actions.action_draft import list_drafted
from ui.changes import Topic
from ui.context import AppContext
from ui.listings.action_strip import ActionStrip
from ui.listings.subject import RowT, Subject
from ui.tables.table import Table


class DraftedRows(QObject, Generic[RowT]):
    """Marks rows in a table, and in the strip the actions that were begun."""

    def __init__(
        self,
        context: AppContext,
        subject: Subject[RowT, Any],
        table: Table[RowT],
        strip: ActionStrip[RowT],
    ) -> None:
        super().__init__(table)
        self._context = context
        self._names = {action.draft for action in subject.actions} - {""}
        self._subject = subject
        self._table, self._strip = table, strip
        table.model.mark = self._mark
        context.changes.happened.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Read again which rows have a draft."""
        drafted = list_drafted(self._context)
        if drafted != self._strip.drafted:
            self._strip.show_drafted(drafted)
            self._table.view.viewport().update()

    def _follow(self, topics: frozenset[Topic]) -> None:
        if Topic.DRAFT in topics:
            self.refresh()

    def _mark(self, row: RowT) -> str:
        has_draft = any((name, row.uid) in self._strip.drafted for name in self._names)
        words = (self._subject.mark(row), _("Draft") if has_draft else "")
        return " · ".join(filter(None, words))
