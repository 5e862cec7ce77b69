"""The received files: if several offices sent some, one line per office with its files beside.

In a narrow window its files are below.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from outreach_app.exchange.importing.office_results import ReceivedGroup
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.queries.stations import StationRow
from outreach_app.rules.statuses import BundleStatus
from ui.context import AppContext
from ui.exchange.words import STATUS_ICONS, office_words, status_words
from ui.fonts import fix_width, free_width, scaled
from ui.table_export import logged_copies
from ui.tables.columns import Column, Icon
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState
from ui.widgets.fitting import Fitting
from ui.widgets.surfaces import Hairline
from ui.words import either

_GROUPS_WIDTH, _ROOM_FOR_BOTH = 568, 1150


def _number(count: int) -> str:
    return isolate(str(count)) if count else ""


def _group_words(group: ReceivedGroup) -> str:
    if group.is_all:
        return _("All files")
    if group.is_elsewhere:
        return _("For other computers")
    return office_words(group.office) if group.office else _("Unknown sender")


GROUP_COLUMNS: tuple[Column[ReceivedGroup], ...] = (
    Column(lambda: _("Office"), _group_words),
    Column(lambda: _("Files"), lambda row: _number(len(row.files)), width=64),
    Column(lambda: _("New ones"), lambda row: _number(row.new), width=72),
    Column(
        lambda: _("Gaps"),
        lambda row: _number(row.gaps),
        icon=lambda row: Icon("link-break", "warn") if row.gaps else None,
        width=72,
    ),
    Column(
        lambda: _("Put aside"),
        lambda row: _number(row.count(BundleStatus.QUARANTINED)),
        icon=lambda row: (
            Icon("hourglass-medium", "warn") if row.count(BundleStatus.QUARANTINED) else None
        ),
        width=88,
    ),
    Column(
        lambda: _("Not accepted"),
        lambda row: _number(row.count(BundleStatus.REFUSED)),
        icon=lambda row: Icon("x-circle", "late") if row.count(BundleStatus.REFUSED) else None,
        width=88,
    ),
)

FILE_COLUMNS: tuple[Column[ReceivedFile], ...] = (
    Column(
        lambda: _("Office"),
        lambda row: either(row.office) if row.office else "—",
        width=208,
        firm=96,
        sort_key="office",
    ),
    Column(
        lambda: _("File"),
        lambda row: isolate_file(row.path.name),
        least=184,
        sort_key="file",
        is_file=True,
    ),
    Column(
        lambda: _("New ones"),
        lambda row: _number(row.new),
        width=88,
        sort_key="new",
        by=lambda row: row.new,
    ),
    Column(
        lambda: _("State"),
        lambda row: status_words(row.state),
        icon=lambda row: Icon(*STATUS_ICONS[row.state]),
        width=224,
        sort_key="state",
    ),
)


class ReceivedTables(Fitting, QWidget):
    """Offices beside their files. `chosen` carries the current file, or None.

    `office_asked` carries the office of an opened row; a group of several opens its files.
    """

    chosen = Signal(object)
    office_asked = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.groups: Table[ReceivedGroup] = Table(
            "exchange.files.offices",
            lambda: _("Files by office"),
            RowsModel(GROUP_COLUMNS),
            EmptyState("buildings", lambda: _("Nothing here"), lambda: ""),
            context.settings,
        )
        self.groups.taken = logged_copies(context)
        self.files: Table[ReceivedFile] = Table(
            "exchange.files",
            lambda: _("Exchange files"),
            RowsModel(FILE_COLUMNS),
            EmptyState(
                "download-simple",
                lambda: _("No file is chosen"),
                lambda: _(
                    "Choose the files on a USB stick, or a whole folder: they are checked first."
                ),
            ),
            context.settings,
        )
        self.files.taken = logged_copies(context)
        self._beside, self._below = Hairline(is_vertical=True), Hairline()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.groups.chosen.connect(self._show_files)
        self.files.chosen.connect(self.chosen)
        self.groups.opened.connect(self._open_group)
        self.files.opened.connect(lambda row: self._open(row.sender))

    def show_groups(self, groups: Sequence[ReceivedGroup]) -> None:
        """Show all groups; the first one contains all files."""
        self.groups.model.show_rows(groups)
        has_several = len(groups) > 2
        self.groups.setVisible(has_several)
        self.fit()
        self.groups.select(0)

    def _show_files(self, group: ReceivedGroup | None) -> None:
        files = group.files if group is not None else ()
        self.files.model.show_rows(files)
        self.chosen.emit(None)
        if files:
            self.files.select(0)

    def _open_group(self, group: ReceivedGroup) -> None:
        if group.office is None:
            self.files.enter()
        self._open(group.office)

    def _open(self, station: StationRow | None) -> None:
        if station is not None:
            self.office_asked.emit(station.office)

    def fit(self) -> None:
        is_stacked = self.width() < scaled(_ROOM_FOR_BOTH)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_stacked else direction.LeftToRight)
        self._beside.setVisible(not is_stacked and not self.groups.isHidden())
        self._below.setVisible(is_stacked and not self.groups.isHidden())
        if is_stacked:
            free_width(self.groups)
        else:
            fix_width(self.groups, _GROUPS_WIDTH)

    def _build(self) -> None:
        row = self._row
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.groups, 1)
        row.addWidget(self._beside)
        row.addWidget(self._below)
        row.addWidget(self.files, 1)
        self.setLayout(row)
        self.groups.hide()
        self.fit()
