"""What became of a file that was tried or imported, and of many of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from outreach_app.queries.stations import StationRow
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import BundleStatus


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """One file: `status` is imported, duplicate, elsewhere, refused or quarantined.

    `code` and `sentence` say why, or what is to be known of an imported one; `gaps` are the
    (first, last) of what the log in it lacks here, `last` the number of its last change; `log` is
    the device that wrote it, another than `device` where that one carries it.
    `is_sealed` where no key of this station opens it. `records` counts by noun what it brings, of
    which something new can be read; `acknowledged` is the number of this station's last change
    that its sender holds. `is_after_gap` and `sender` are known once all the files are.
    """

    path: Path
    status: BundleStatus
    code: str | None = None
    sentence: str = ""
    device: str | None = None
    log: str | None = None
    office: Bilingual | None = None
    events: int = 0
    new: int = 0
    last: int = 0
    gaps: tuple[tuple[int, int], ...] = ()
    is_sealed: bool = False
    records: Mapping[str, int] = field(default_factory=dict)
    acknowledged: int | None = None
    sender: StationRow | None = None
    is_tried: bool = False
    is_after_gap: bool = False

    @property
    def is_answer(self) -> bool:
        """Whether headquarters wrote it."""
        return self.sender is not None and self.sender.role == OfficeRole.HEADQUARTERS

    @property
    def state(self) -> BundleStatus:
        """Its status, or one of those that are computed."""
        if self.status != BundleStatus.IMPORTED:
            return self.status
        if self.is_tried:
            return BundleStatus.TO_IMPORT_GAP if self.is_after_gap else BundleStatus.TO_IMPORT
        return BundleStatus.GAP if self.is_after_gap else BundleStatus.IMPORTED


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What became of each file, in order; `left_out` are those a person's cancelling left."""

    files: tuple[ReceivedFile, ...]
    left_out: tuple[Path, ...] = ()

    def count(self, status: BundleStatus) -> int:
        """Return how many files became that."""
        return sum(file.status == status for file in self.files)

    @property
    def new(self) -> int:
        """How many events came in."""
        return sum(file.new for file in self.files)
