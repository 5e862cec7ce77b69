"""The log of all exported and imported files, with their results."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.clock import moment_words
from outreach_app.exchange.stations.registry import own_stations
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.queries.bundles import (
    BundleFilter,
    BundleRow,
    list_bundle_ids,
    list_bundles_by_id,
)
from outreach_app.queries.sorting import Sorting
from outreach_app.rules.kinds import BundleDirection
from outreach_app.rules.statuses import BundleStatus
from ui.context import AppContext
from ui.exchange.pane import Pane
from ui.exchange.refusals import former_gap_words, refusal_words
from ui.exchange.words import STATUS_ICONS, range_words, status_words
from ui.fonts import fix_width
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.table_export import ExportButton, logged_copies
from ui.tables.columns import Column, Icon
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import note, small_title
from ui.widgets.menus import open_menu_of
from ui.widgets.search_line import SearchLine
from ui.widgets.surfaces import Hairline, Surface
from ui.words import numbered_words


def _other_end(row: BundleRow) -> str:
    if row.direction == BundleDirection.OUT and row.office:
        return _("To {office}").format(office=numbered_words(row.office, row.number))
    if row.direction == BundleDirection.OUT:
        return {
            "headquarters": _("To headquarters"),
            "sibling": _("To the second computer"),
            "precinct": _("To a precinct"),
        }[row.receiver or ""]
    if row.office is None:
        return _("From an unknown sender")
    return _("From {office}").format(office=numbered_words(row.office, row.number))


def _kinds() -> list[Choice]:
    return [
        Choice("", _("All files")),
        Choice(BundleDirection.OUT, _("Sent files")),
        Choice(BundleDirection.IN, _("Received files")),
        Choice("unaccepted", _("Refused or put aside")),
    ]


BUNDLE_COLUMNS: tuple[Column[BundleRow], ...] = (
    Column(lambda: _("To or from"), _other_end, least=168, sort_key="end"),
    Column(
        lambda: _("File"),
        lambda row: isolate_file(row.file_name),
        is_file=True,
        width=232,
        firm=184,
        sort_key="file",
    ),
    Column(
        lambda: _("Changes"),
        lambda row: range_words(row.first, row.last),
        width=136,
        leaves=1,
        sort_key="changes",
    ),
    Column(
        lambda: _("When"),
        lambda row: moment_words(row.moved_at),
        width=160,
        sort_key="when",
        usual="falling",
    ),
    Column(
        lambda: _("State"),
        lambda row: status_words(row.state),
        icon=lambda row: Icon(*STATUS_ICONS[row.state]),
        width=216,
        firm=184,
        sort_key="state",
    ),
)


class LogPane(Pane):
    """The log, with filters and an export, and the report of the chosen file below.

    `office_asked` carries the office at the other end of an opened file, None if it is not known.
    """

    office_asked = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.kind = ChoiceEditor(_kinds)
        self.words = SearchLine(lambda: _("Filter by office or file"), icon_name="funnel-simple")
        self.empty = EmptyState(
            "swap",
            self._nothing,
            lambda: "" if self._is_narrowed else _("Write the first one under «To send»."),
        )
        self.table: Table[BundleRow] = Table(
            "exchange.log",
            lambda: _("Sent and received files"),
            RowsModel(BUNDLE_COLUMNS, self._load),
            self.empty,
            context.settings,
        )
        self.table.taken = logged_copies(context)
        self.export: ExportButton[BundleRow] = ExportButton(
            context, lambda: _("Log of files"), self.table.model
        )
        self.title = small_title()
        self.report = note()
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Read the log again; the chosen file stays chosen."""
        super().refresh()
        chosen = self.table.chosen_records()
        kept = BundleFilter(str(self.kind.value()), self.words.text())
        column, is_descending = self.table.sort
        sorting = Sorting(column, is_descending) if column else None
        ids = self._context.read(lambda store: list_bundle_ids(store, kept, sorting))
        self.table.model.show_ids(ids)
        self.empty.title.retranslate()
        self.empty.advice.retranslate()
        numbers = map(self.table.model.number_of, chosen)
        number = next((it for it in numbers if it is not None), None)
        if number is None:
            self._show_report(None)
        else:
            self.table.select(number)

    def retranslate(self) -> None:
        self.kind.setAccessibleName(_("Direction or result"))
        self._show_report(self.table.row)

    @property
    def _is_narrowed(self) -> bool:
        return bool(self.kind.value() or self.words.text().strip())

    def _nothing(self) -> str:
        return (
            _("Nothing here") if self._is_narrowed else _("No file has been sent or received yet")
        )

    def _load(self, ids: Sequence[int]) -> Mapping[int, BundleRow]:
        return self._context.read(lambda session: list_bundles_by_id(session, list(ids)))

    def _show_report(self, row: BundleRow | None) -> None:
        self.title.setText(_other_end(row) if row else _("Choose a file to see what became of it."))
        self.report.setText(self._report(row) if row else "")

    def _report(self, row: BundleRow) -> str:
        if row.status == BundleStatus.IMPORTED:
            return " ".join((_what_it_held(row), _what_was_said(row)))
        if row.code is None:
            return _what_it_held(row)
        own = self._context.read(lambda session: {each.device for each in own_stations(session)})
        return refusal_words(row.code, is_own=row.device in own)

    def _build(self) -> None:
        strip = Surface("win")
        inside = QVBoxLayout(strip)
        inside.setContentsMargins(24, 12, 24, 12)
        inside.setSpacing(4)
        inside.addWidget(self.title)
        inside.addWidget(self.report)
        filters = QHBoxLayout()
        filters.setContentsMargins(24, 16, 24, 8)
        filters.setSpacing(8)
        fix_width(self.words, 280)
        filters.addWidget(self.words)
        filters.addWidget(self.kind)
        filters.addStretch(1)
        filters.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.export.progress)
        column.addLayout(filters)
        column.addWidget(self.table, 1)
        column.addWidget(Hairline())
        column.addWidget(strip)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_report)
        self.table.opened.connect(lambda row: self.office_asked.emit(row.uid))
        self.table.model.sort_asked.connect(lambda _column, _is_descending: self.refresh())
        self.table.menu_asked.connect(partial(open_menu_of, (self.export,), self.table))
        self.kind.activated.connect(self.refresh)
        self.words.asked.connect(self.refresh)


def _what_was_said(row: BundleRow) -> str:
    """Return what there is to know about an imported file; a gap may have been filled since."""
    if row.code == "W_GAP" and not row.is_after_gap:
        return former_gap_words()
    return refusal_words(row.code)


def _what_it_held(row: BundleRow) -> str:
    if row.status == BundleStatus.ANSWERED:
        return _("Its passphrase was forgotten: this file lets it choose a new one.")
    if row.status == BundleStatus.RECOVERED:
        return _("The passphrase was forgotten: with this file a new one was chosen.")
    count = isolate(str(row.count))
    if row.direction == BundleDirection.IN:
        words = _("Changes in the file: {count} · new here: {new}")
        return words.format(count=count, new=isolate(str(row.new)))
    names = _("names and contacts included") if row.has_names else _("without names or contacts")
    return _("Changes in the file: {count} · {names}").format(count=count, names=names)
