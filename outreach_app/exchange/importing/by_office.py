"""What many files brought, or would: office by office, with the gaps that they leave."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from outreach_app.exchange.importing.folders import FileSummary, ImportSummary
from outreach_app.queries.stations import StationRow

_Gaps = Mapping[str | None, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that was tried, or imported; `is_after_gap` once all of them are in."""

    file: FileSummary
    sender: StationRow | None
    is_tried: bool
    is_after_gap: bool

    @property
    def status(self) -> str:
        """What became of it, as the log says it."""
        return self.file.status

    @property
    def code(self) -> str | None:
        """Why, or what is to be known of it."""
        return self.file.code

    @property
    def is_answer(self) -> bool:
        """Whether headquarters wrote it."""
        return self.sender is not None and self.sender.role == "headquarters"

    @property
    def state(self) -> str:
        """Its status; of one that is only tried to_import, with _gap after changes that lack."""
        if self.status != "imported":
            return self.status
        if self.is_tried:
            return "to_import_gap" if self.is_after_gap else "to_import"
        return "gap" if self.is_after_gap else "imported"


@dataclass(frozen=True, slots=True)
class ReceivedGroup:
    """The files of one office, None where nobody known signed them; or all, where `is_all`.

    Those for others, which nobody here can open, are a group of their own: `is_elsewhere`.
    """

    files: tuple[ReceivedFile, ...]
    office: StationRow | None
    gaps: int
    is_all: bool = False
    is_elsewhere: bool = False

    @property
    def new(self) -> int:
        """How many changes came in."""
        return sum(row.file.new for row in self.files)

    def count(self, status: str) -> int:
        """How many files became that."""
        return sum(row.status == status for row in self.files)


def by_office(
    summary: ImportSummary, stations: Sequence[StationRow], *, is_tried: bool
) -> list[ReceivedGroup]:
    """All the files, then those of each office by city and name, of nobody known, for others."""
    # What a sender's log lacks after the last of its files: a later one may fill a gap.
    gaps = {file.device: file.gaps for file in summary.files if file.status == "imported"}
    rows = [
        ReceivedFile(file, _sender(file, stations), is_tried, _is_after(file, gaps))
        for file in summary.files
    ]
    grouped: dict[tuple[UUID | None, bool], list[ReceivedFile]] = defaultdict(list)
    for row in rows:
        office = row.sender.office if row.sender else None
        grouped[office, row.status == "elsewhere"].append(row)
    groups = [
        ReceivedGroup(tuple(files), files[0].sender, _count(files, gaps), is_elsewhere=elsewhere)
        for (_office, elsewhere), files in grouped.items()
    ]
    everything = ReceivedGroup(tuple(rows), None, _count(rows, gaps), is_all=True)
    return [everything, *sorted(groups, key=_place)]


def _sender(file: FileSummary, stations: Sequence[StationRow]) -> StationRow | None:
    """Find the station that signed; where only a trial enrolled it, another one of its office."""
    name = (file.office_ar, file.office_fr)
    named = [row for row in stations if (row.name_ar, row.name_fr) == name]
    signed = [row for row in named if str(row.device) == file.device]
    return next(iter(signed + named), None)


def _is_after(file: FileSummary, gaps: _Gaps) -> bool:
    lacking = gaps.get(file.device, ())
    return file.status == "imported" and any(first <= file.last for first, _last in lacking)


def _count(files: Iterable[ReceivedFile], gaps: _Gaps) -> int:
    return sum(len(gaps.get(device, ())) for device in {row.file.device for row in files})


def _place(group: ReceivedGroup) -> tuple[bool, bool, str, str, str]:
    office = group.office
    if office is None:
        return group.is_elsewhere, True, "", "", ""
    return False, False, office.city_fr, office.name_fr, office.number or ""
