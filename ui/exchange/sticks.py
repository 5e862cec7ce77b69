"""What the sticks that are plugged in bring."""

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.exchange.container import SUFFIX
from outreach_app.exchange.importing import ImportSummary, import_paths
from outreach_app.exchange.stations import own_card
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.context import AppContext
from ui.exchange.ways import Ways
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import IconLabel, Label
from ui.widgets.surfaces import Hairline, Surface
from ui.widgets.translated import Translated

Mark = tuple[Path, int, int]

_MOST = 1000
_LOOK_EVERY = 3000  # milliseconds between two looks


def find_bundles(drives: Iterable[Path]) -> list[Path]:
    """The exchange files at the top of these drives and in their folders, in order of name."""
    found: list[Path] = []
    for drive in drives:
        # A stick may be pulled out while it is read.
        with contextlib.suppress(OSError):
            for pattern in (f"*{SUFFIX}", f"*/*{SUFFIX}"):
                found += sorted(drive.glob(pattern))[:_MOST]
    return found


def _mark(path: Path) -> Mark:
    """Tells one file from another that has its name: names say the day and a number only."""
    with contextlib.suppress(OSError):
        found = path.stat()
        return path, found.st_mtime_ns, found.st_size
    return path, 0, 0


class StickOffer(Translated, Surface):
    """Tries what a stick brings, and offers it where something of it is new: `taken` carries it.

    `changed` when sticks were plugged in or pulled out.
    """

    taken = Signal(object)
    changed = Signal()

    def __init__(self, context: AppContext, ways: Ways) -> None:
        super().__init__("hover")
        self._context = context
        self._ways = ways
        self._drives: Sequence[Path] = ()
        self._seen: frozenset[Mark] = frozenset()
        self._brought: Sequence[Path] = ()
        self.words = Label()
        self.take = Button(lambda: _("Look at them"), "download-simple")
        self._later = IconButton(lambda: _("Close"), "x")
        self._clock = QTimer(self, interval=_LOOK_EVERY)
        self._build()
        self._connect()
        self.hide()
        self._clock.start()

    def look(self) -> None:
        """Look at the sticks now."""
        drives = list(self._ways.drives())
        found = find_bundles(drives)
        marks = {path: _mark(path) for path in found}
        fresh = [path for path, mark in marks.items() if mark not in self._seen]
        self._seen = frozenset(marks.values())
        if drives != self._drives:
            self._drives = drives
            self.changed.emit()
        if not found:
            self.hide()
        if fresh:
            self._try(fresh)

    def retranslate(self) -> None:
        count = isolate(str(len(self._brought)))
        words = _("The stick brings exchange files that are new here: {count}.")
        self.words.setText(words.format(count=count))

    def _look_while_open(self) -> None:
        if self.window().isVisible():
            self.look()

    def _try(self, paths: Sequence[Path]) -> None:
        database = self._context.office.database
        self._context.tasks.start(
            self,
            lambda progress: import_paths(database, paths, progress, dry_run=True),
            done=self._offer,
        )

    def _offer(self, summary: ImportSummary) -> None:
        own = self._context.read(own_card).device
        # What this computer wrote itself opens here too.
        files = [file for file in summary.files if file.device != own]
        self._brought = [file.path for file in files if file.status == "imported"]
        if self._brought:
            self.retranslate()
            self.show()

    def _take(self) -> None:
        self.hide()
        self.taken.emit(self._brought)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(IconLabel("hard-drive", "info"))
        row.addWidget(self.words, 1)
        row.addWidget(self.take)
        row.addWidget(self._later)
        column.addLayout(row)
        column.addWidget(Hairline())

    def _connect(self) -> None:
        self.take.clicked.connect(self._take)
        self._later.clicked.connect(self.hide)
        self._clock.timeout.connect(self._look_while_open)
        self._context.changes.closing.connect(self._clock.stop)
