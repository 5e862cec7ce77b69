"""What was just written, and where: of answers which file is for which precinct."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.exchange.exporting import WrittenBundle
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.stations import StationRow, list_stations
from ui.context import AppContext
from ui.exchange.words import computer_words, office_words
from ui.tables.columns import Column
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import IconLabel, Label
from ui.widgets.translated import Translated


@dataclass(frozen=True, slots=True)
class _Answer:
    """A file, and the station that opens it."""

    station: StationRow
    file: str
    count: int


_COLUMNS: tuple[Column[_Answer], ...] = (
    Column(lambda: _("Precinct"), lambda row: office_words(row.station)),
    Column(lambda: _("Computer"), lambda row: computer_words(row.station) or "—", width=128),
    Column(lambda: _("File"), lambda row: isolate(row.file), width=240),
    Column(lambda: _("Changes"), lambda row: isolate(str(row.count)), width=128),
)


class WrittenFiles(Translated):
    """Hidden until something was written; of what is on a stick it says that it can be removed."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._files: Sequence[str] = ()
        self._answers: Sequence[_Answer] = ()
        self._folder = Path()
        self._is_on_stick = False
        self.words = Label(tone="ok")
        self.table: Table[_Answer] = Table(
            "exchange.written",
            lambda: _("Files for the precincts"),
            RowsModel(_COLUMNS, self._load),
            EmptyState("check-circle", lambda: _("Nothing here"), lambda: ""),
            context.settings,
        )
        self._build()
        self.forget()

    def show_files(
        self, written: Sequence[WrittenBundle], folder: Path, *, are_answers: bool
    ) -> None:
        """Tell of what was written and read back just now."""
        self._files, self._folder = [bundle.path.name for bundle in written], folder
        self._is_on_stick = self._is_plugged()
        stations = {row.device: row for row in self._context.read(list_stations)}
        self._answers = [
            _Answer(stations[device], bundle.path.name, bundle.count)
            for bundle in written
            for device in bundle.stations
            if are_answers
        ]
        self._show()

    def follow_sticks(self) -> None:
        """Once its stick is gone, only which file is for whom is still of use."""
        if not self._is_on_stick or self._is_plugged():
            return
        self._is_on_stick, self._folder = False, Path()
        if self._answers:
            self._show()
        else:
            self.forget()

    def forget(self) -> None:
        """Something else is to be written."""
        self._files, self._answers = (), ()
        self._show()

    def retranslate(self) -> None:
        self._show()

    def _is_plugged(self) -> bool:
        return any(map(self._folder.is_relative_to, self._context.files.sticks()))

    def _show(self) -> None:
        self.words.setText(self._said() if self._files else "")
        self.table.model.show_ids(range(len(self._answers)))
        self.table.setVisible(bool(self._answers))
        self.setVisible(bool(self._files))

    def _said(self) -> str:
        names = " · ".join(map(isolate, self._files))
        files = isolate(str(len(self._files))) if self._answers else names
        words = [_("Files written and verified: {files}.").format(files=files)]
        if self._is_on_stick:
            words.append(_("The stick can be removed."))
        elif self._folder.name:
            words.append(_("Folder: {folder}").format(folder=isolate(str(self._folder))))
        return " ".join(words)

    def _load(self, ids: Sequence[int]) -> Mapping[int, _Answer]:
        return {number: self._answers[number] for number in ids}

    def _build(self) -> None:
        self.words.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconLabel("checks", "ok"))
        line.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(line)
        column.addWidget(self.table, 1)
