"""The meetings whose words name somebody: they are the author's to mend, before they leave."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.named_people import NamingMeeting
from ui.context import AppContext
from ui.tables.columns import Column, Icon
from ui.tables.row_delegate import ROW_HEIGHT
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import IconLabel, note
from ui.widgets.translated import Translated
from ui.words import apart, date_words

_LEAST_ROWS = 3


def _meeting_words(row: NamingMeeting) -> str:
    number = isolate(row.number) if row.number else ""
    return " · ".join(filter(None, (date_words(row.held_on), number)))


_COLUMNS: tuple[Column[NamingMeeting], ...] = (
    Column(lambda: _("Meeting"), _meeting_words, icon=lambda _row: Icon("chats"), width=240),
    Column(lambda: _("Names in its text"), lambda row: " · ".join(map(apart, row.names))),
)


class NamedMeetings(Translated):
    """Hidden where there is none; `asked` carries the one that was pressed."""

    asked = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._meetings: Sequence[NamingMeeting] = ()
        self._warning = note(tone="warn")
        self.table: Table[NamingMeeting] = Table(
            "exchange.named",
            lambda: _("Meetings whose text names a person"),
            RowsModel(_COLUMNS, self._load),
            EmptyState("check-circle", lambda: _("Nothing here"), lambda: ""),
            context.settings,
        )
        self._build()
        self.table.view.clicked.connect(self._ask)
        self.table.view.activated.connect(self._ask)

    def show_meetings(self, meetings: Sequence[NamingMeeting]) -> None:
        """Show these."""
        self._meetings = meetings
        self.table.model.show_ids(range(len(meetings)))
        self._fit()
        self.setVisible(bool(meetings))
        self.retranslate()

    def retranslate(self) -> None:
        words = _("Meetings whose text names a person: {count}. Look at them before sending.")
        self._warning.setText(words.format(count=isolate(str(len(self._meetings)))))

    def _load(self, ids: Sequence[int]) -> Mapping[int, NamingMeeting]:
        return {number: self._meetings[number] for number in ids}

    def _ask(self, index: QModelIndex) -> None:
        row = self.table.model.row(index.row())
        if row is not None:
            self.asked.emit(row.uid)

    def _fit(self) -> None:
        """As high as its rows where there is room; where there is not, it scrolls."""
        header = self.table.view.horizontalHeader().height()
        rows = len(self._meetings)
        self.table.setMinimumHeight(header + min(rows, _LEAST_ROWS) * ROW_HEIGHT)
        self.table.setMaximumHeight(header + rows * ROW_HEIGHT)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("warning-circle", "warn"))
        head.addWidget(self._warning, 1)
        column.addLayout(head)
        column.addWidget(self.table, 1)
