"""The files just written, and where; for answers, which precinct each is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from outreach_app.exchange.exporting.bundles import WrittenBundle
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.queries.stations import StationRow, list_stations
from outreach_app.rules.statuses import BundleStatus
from ui.context import AppContext
from ui.exchange.captioned_table import CaptionedTable
from ui.exchange.words import computer_words, office_words
from ui.tables.columns import Column
from ui.widgets.labels import IconLabel, Label


@dataclass(frozen=True, slots=True)
class _Answer:
    """A written file and the station that can open it."""

    station: StationRow
    file: str
    count: int


_COLUMNS: tuple[Column[_Answer], ...] = (
    Column(lambda: _("Precinct"), lambda row: office_words(row.station), sort_key="office"),
    Column(
        lambda: _("Computer"),
        lambda row: computer_words(row.station) or "—",
        width=128,
        sort_key="computer",
    ),
    Column(
        lambda: _("File"),
        lambda row: isolate_file(row.file),
        width=240,
        sort_key="file",
        is_file=True,
    ),
    Column(
        lambda: _("Changes"),
        lambda row: isolate(str(row.count)),
        width=128,
        sort_key="changes",
        by=lambda row: row.count,
    ),
)


class WrittenFiles(CaptionedTable[_Answer]):
    """The files just written, hidden before; says when a stick can be removed."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            context,
            BundleStatus.WRITTEN,
            lambda: _("Files for the precincts"),
            _COLUMNS,
            IconLabel("checks", "ok"),
            Label(tone="ok"),
        )
        self._context = context
        self._files: Sequence[str] = ()
        self._answers: Sequence[_Answer] = ()
        self._folder = Path()
        self._is_on_stick = False
        self.forget()

    def show_files(
        self, written: Sequence[WrittenBundle], folder: Path, *, are_answers: bool
    ) -> None:
        """Show the files that were just written and verified."""
        self._files = [bundle.path.name for bundle in written]
        self._folder = folder
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
        """Hide the actions on a stick once it is gone; the list of files stays."""
        if not self._is_on_stick or self._is_plugged():
            return
        self._is_on_stick = False
        self._folder = Path()
        if self._answers:
            self._show()
        else:
            self.forget()

    def forget(self) -> None:
        """Clear the files: others will be written."""
        self._files = ()
        self._answers = ()
        self._show()

    def retranslate(self) -> None:
        self._show()

    def _is_plugged(self) -> bool:
        return any(map(self._folder.is_relative_to, self._context.files.sticks()))

    def _show(self) -> None:
        self.words.setText(self._written_words() if self._files else "")
        self.table.model.show_rows(self._answers)
        self.table.setVisible(bool(self._answers))
        self.setVisible(bool(self._files))

    def _written_words(self) -> str:
        names = " · ".join(map(isolate, self._files))
        files = isolate(str(len(self._files))) if self._answers else names
        words = [_("Files written and verified: {files}.").format(files=files)]
        if len({row.station.device for row in self._answers}) < len(self._answers):
            words.append(_("A computer that has several files needs them all."))
        if self._is_on_stick:
            words.append(_("The USB stick can be removed."))
        elif self._folder.name:
            words.append(_("Folder: {folder}").format(folder=isolate(str(self._folder))))
        return " ".join(words)
