"""The records whose texts name a person, for the author to correct before an export."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QResizeEvent

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.noun_words import one_noun_words
from outreach_app.queries.records_naming_people import NamingRecord
from outreach_app.rules.dates import date_words
from ui.context import AppContext
from ui.exchange.captioned_table import GAP, CaptionedTable
from ui.tables.columns import Column, Icon
from ui.tables.row_room import ROW_HEIGHT
from ui.widgets.commands import Command, open_menu
from ui.widgets.labels import IconLabel, note
from ui.words import apart

_MIN_ROWS = 3


_ICONS = {
    "meeting": "chats",
    "rumour": "megaphone-simple",
    "publication": "newspaper",
    "remark": "chat-circle-text",
    "proposal": "quotes",
    "partner": "handshake",
}


def _record_words(row: NamingRecord) -> str:
    number = isolate(row.number) if row.number else ""
    day = date_words(row.day) if row.day else ""
    trash = _("in the trash") if row.is_deleted else ""
    return " · ".join(filter(None, (one_noun_words(row.entity), day, number, trash)))


_COLUMNS: tuple[Column[NamingRecord], ...] = (
    Column(
        lambda: _("Record"),
        _record_words,
        icon=lambda row: Icon(_ICONS[row.entity]),
        width=280,
        sort_key="record",
    ),
    Column(
        lambda: _("Names in its text"),
        lambda row: " · ".join(map(apart, row.names)),
        sort_key="names",
    ),
)


class NamedRecords(CaptionedTable[NamingRecord]):
    """Records whose text names a person; hidden if there are none. `asked` carries one."""

    asked = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            context,
            "named",
            lambda: _("Records whose text names a person"),
            _COLUMNS,
            IconLabel("warning-circle", "warn"),
            note(tone="warn"),
        )
        self.table.view.clicked.connect(self._ask)
        self.table.view.activated.connect(self._ask)
        self.table.menu_asked.connect(self._open_menu)
        self.show_records(())

    def show_records(self, records: Sequence[NamingRecord]) -> None:
        """Show these."""
        self.table.model.show_rows(records)
        self._fit(len(records))
        self.setVisible(bool(records))
        self.retranslate()

    def retranslate(self) -> None:
        words = _("Records whose text names a person: {count}. Check them before sending.")
        self.words.setText(words.format(count=isolate(str(self.table.model.rowCount()))))

    def _open_menu(self, place: QPoint) -> None:
        index = self.table.view.currentIndex()
        opening = Command(lambda: _("Open"), "arrow-square-right", partial(self._ask, index))
        open_menu([opening], self.table, place)

    def _ask(self, index: QModelIndex) -> None:
        row = self.table.model.row(index.row())
        if row is not None:
            self.asked.emit(row)

    def _fit(self, rows: int) -> None:
        """Make the table as high as its rows if there is room, else let it scroll."""
        header = self.table.view.horizontalHeader().height()
        self.table.setMinimumHeight(header + min(rows, _MIN_ROWS) * ROW_HEIGHT)
        self.table.setMaximumHeight(header + rows * ROW_HEIGHT)
        self._keep_together()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_together()

    def _keep_together(self) -> None:
        """Leave no space between the caption and the table."""
        words = max(self.words.heightForWidth(self.words.width()), self.words.minimumHeight())
        self.setMaximumHeight(words + GAP + self.table.maximumHeight())
