"""The result of an import, or of its dry run, office by office with the gaps that remain."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from outreach_app.exchange.importing.received_files import ImportSummary, ReceivedFile
from outreach_app.queries.stations import StationRow
from outreach_app.rules.statuses import BundleStatus

_Gaps = Mapping[str | None, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class ReceivedGroup:
    """The files of one office (None if no known station signed them), or all if `is_all`.

    Files for others, which nobody here can open, form a group of their own: `is_elsewhere`.
    """

    files: tuple[ReceivedFile, ...]
    office: StationRow | None
    gaps: int
    is_all: bool = False
    is_elsewhere: bool = False

    @property
    def new(self) -> int:
        """The number of changes that came in."""
        return sum(row.new for row in self.files)

    def count(self, status: str) -> int:
        """Return the number of files with this status."""
        return sum(row.status == status for row in self.files)


def by_office(summary: ImportSummary, stations: Sequence[StationRow]) -> list[ReceivedGroup]:
    """Return groups of files: all, each office by city and name, unknown senders, for others."""
    # What a log lacks after the last of its files: a later one may fill a gap.
    gaps = {file.log: file.gaps for file in summary.files if file.status == BundleStatus.IMPORTED}
    rows = [
        replace(file, sender=_sender(file, stations), is_after_gap=_is_after(file, gaps))
        for file in summary.files
    ]
    grouped: dict[tuple[UUID | None, bool], list[ReceivedFile]] = defaultdict(list)
    for row in rows:
        office = row.sender.office if row.sender else None
        grouped[office, row.status == BundleStatus.ELSEWHERE].append(row)
    groups = [
        ReceivedGroup(tuple(files), files[0].sender, _count(files, gaps), is_elsewhere=elsewhere)
        for (_office, elsewhere), files in grouped.items()
    ]
    everything = ReceivedGroup(tuple(rows), None, _count(rows, gaps), is_all=True)
    return [everything, *sorted(groups, key=_place)]


def _sender(file: ReceivedFile, stations: Sequence[StationRow]) -> StationRow | None:
    """Find the station that signed; if only a dry run enrolled it, another one of its office."""
    named = [row for row in stations if row.name == file.office]
    signed = [row for row in named if str(row.device) == file.device]
    return next(iter(signed + named), None)


def _is_after(file: ReceivedFile, gaps: _Gaps) -> bool:
    lacking = gaps.get(file.log, ())
    return file.status == BundleStatus.IMPORTED and any(
        first <= file.last for first, _last in lacking
    )


def _count(files: Iterable[ReceivedFile], gaps: _Gaps) -> int:
    return sum(len(gaps.get(device, ())) for device in {row.log for row in files})


def _place(group: ReceivedGroup) -> tuple[bool, bool, str, str, str]:
    office = group.office
    if office is None:
        return group.is_elsewhere, True, "", "", ""
    return False, False, office.city.fr or "", office.name.fr or "", office.number or ""
