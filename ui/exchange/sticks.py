"""The watch for removable drives: offers on every page to import new files from them."""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from outreach_app.database import Database
from outreach_app.errors import OutreachError
from outreach_app.exchange.format.files import SUFFIX
from outreach_app.exchange.importing.folders import peek_paths
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.exchange.stations.registry import own_card
from outreach_app.folder_looks import answers
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.progress import Progress
from outreach_app.queries.stations import list_stations
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.statuses import BundleStatus
from ui.changes import Topic
from ui.context import AppContext
from ui.files import Files
from ui.requests import ReceiveFiles
from ui.widgets.buttons import FlatButton

Mark = tuple[Path, int, int]

_MAX = 1000
_LOOK_EVERY = 3000  # milliseconds between two checks


@dataclass(frozen=True, slots=True)
class Brought:
    """Files on USB sticks with something new for this computer.

    `is_answer` if all are from headquarters, whose files acknowledge what it received.
    """

    files: tuple[ReceivedFile, ...] = ()
    is_answer: bool = False

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(file.path for file in self.files)


@dataclass(frozen=True, slots=True)
class _Look:
    """The sticks, their exchange files, and a report on those not seen before."""

    sticks: tuple[Path, ...] = ()
    marks: frozenset[Mark] = frozenset()
    tried: tuple[ReceivedFile, ...] = ()


def find_bundles(sticks: Iterable[Path]) -> list[Path]:
    """List the exchange files of these sticks by name, at the top and one folder down."""
    found: list[Path] = []
    for stick in sticks:
        # A stick may be pulled out while it is read.
        with contextlib.suppress(OSError):
            for pattern in (f"*{SUFFIX}", f"*/*{SUFFIX}"):
                found += sorted(stick.glob(pattern))[:_MAX]
    return found


class StickWatch(QObject):
    """Checks USB sticks while an office is open; `offer` is the button that it shows.

    It checks in a background task: a stick may take seconds to respond.
    """

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._last = _Look()
        self._brought = Brought()
        self._is_looking = False
        self.offer = FlatButton(self._words, "hard-drive", "info")
        self._clock = QTimer(self, interval=_LOOK_EVERY)
        self._connect()
        self.offer.hide()
        self._clock.start()

    def look(self) -> None:
        """Check the sticks now, unless a check is still running."""
        if self._is_looking:
            return
        self._is_looking = True
        files, database, seen = self._context.files, self._context.office.database, self._last.marks
        self._context.tasks.start(
            self,
            lambda progress: _look(files, database, seen, progress),
            done=self._follow,
            failed=self._fail,
            cancelled=self._end,
        )

    def _follow(self, look: _Look) -> None:
        self._end()
        before, self._last = self._last, look
        there = {path for path, _time, _size in look.marks}
        own = self._context.read(own_card).device
        # Files that this computer wrote itself can be opened here too.
        new = [
            row for row in look.tried if row.status == BundleStatus.IMPORTED and row.device != own
        ]
        tried = {row.path for row in look.tried}
        kept = [row for row in self._brought.files if row.path in there - tried]
        files = (*kept, *new)
        roles = {str(row.device): row.role for row in self._context.read(list_stations)}
        is_answer = {roles.get(row.device or "") for row in files} == {OfficeRole.HEADQUARTERS}
        self._show(Brought(files, is_answer))
        if look.sticks != before.sticks:
            self._context.changes.plugged.emit()

    def _fail(self, error: Exception) -> None:
        """Ignore unreadable drives: this is a background check."""
        self._end()
        if not isinstance(error, OutreachError):
            raise error

    def _end(self) -> None:
        self._is_looking = False

    def _show(self, brought: Brought) -> None:
        self._brought = brought
        self.offer.retranslate()
        self.offer.setVisible(bool(brought.files))

    def _words(self) -> str:
        if self._brought.is_answer:
            return _("Acknowledgement on the USB stick")
        words = _("New files on the USB stick: {count}")
        return words.format(count=isolate(str(len(self._brought.files))))

    def _take(self) -> None:
        brought = self._brought
        self._show(Brought())
        self._context.open_page(ReceiveFiles(brought.paths))

    def _look_anew(self, topics: frozenset[Topic]) -> None:
        """Check all files again: an import can change which of the others are new."""
        if Topic.BUNDLE in topics:
            self._last = _Look(self._last.sticks)
            self._show(Brought())

    def _connect(self) -> None:
        self.offer.clicked.connect(self._take)
        self._clock.timeout.connect(self.look)
        self._context.changes.happened.connect(self._look_anew)
        self._context.changes.closing.connect(self._clock.stop)


def _look(files: Files, database: Database, seen: frozenset[Mark], progress: Progress) -> _Look:
    sticks = tuple(filter(answers, files.sticks()))
    marks = [_mark(path) for path in find_bundles(sticks)]
    fresh = [mark[0] for mark in marks if mark not in seen]
    tried = peek_paths(database, fresh, progress)
    return _Look(sticks, frozenset(marks), tried)


def _mark(path: Path) -> Mark:
    """Return what distinguishes files of the same name, which holds only the day and a number."""
    with contextlib.suppress(OSError):
        found = path.stat()
        return path, found.st_mtime_ns, found.st_size
    return path, 0, 0
