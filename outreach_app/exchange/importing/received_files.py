"""The result of trying or importing a file, and of many of them."""

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

    - `code` and `sentence` say why, or what to know about an imported one.
    - `log` is the device that wrote the log in it, which is not `device` if that one carries it;
      `gaps` are the (first, last) of what that log lacks here, `last` the number of its last
      change.
    - `is_sealed` if no key of this station opens it.
    - `records` counts by noun what it brings, with something new that is readable; `bare` counts
      the new changes that came as hashes, without their content.
    - `acknowledged` is the number of this station's last change that its sender holds.
    - `is_after_gap` and `sender` are known only once all files are.
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
    bare: int = 0
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
    """The result of each file, in order; `left_out` are those left when the person cancelled."""

    files: tuple[ReceivedFile, ...]
    left_out: tuple[Path, ...] = ()

    def count(self, status: BundleStatus) -> int:
        """Return the number of files with this status."""
        return sum(file.status == status for file in self.files)

    @property
    def new(self) -> int:
        """The number of events that came in."""
        return sum(file.new for file in self.files)
