"""The kinds of documents that an office issues, and their numbers."""

import re
from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """The kind of a document; each kind has its own series of numbers."""

    SESSION = "session"
    PERIOD = "period"
    PERIOD_PUBLISHABLE = "period_publishable"
    PROGRAMME = "programme"
    PARTNER_SHEET = "partner_sheet"
    HAND_OUT = "hand_out"
    ATTENDANCE = "attendance"
    HANDOVER = "handover"
    NOTICE = "notice"
    EXTRACT = "extract"
    ERASURE = "erasure"
    ELIMINATION = "elimination"
    DESTRUCTION = "destruction"
    COVERING_NOTE = "covering_note"
    RECTIFICATION = "rectification"
    VERIFICATION = "verification"
    NATIONAL = "national"
    NATIONAL_PUBLISHABLE = "national_publishable"

    @property
    def is_for_public(self) -> bool:
        """Whether it is written to be published."""
        return self in (DocumentKind.PERIOD_PUBLISHABLE, DocumentKind.NATIONAL_PUBLISHABLE)

    @property
    def mark(self) -> str:
        """The capitals before its numbers; a meeting's summary has the meeting's number alone."""
        return _MARKS.get(self, "")


_MARKS = {
    DocumentKind.PERIOD: "R",
    DocumentKind.PERIOD_PUBLISHABLE: "RP",
    DocumentKind.PROGRAMME: "P",
    DocumentKind.PARTNER_SHEET: "F",
    DocumentKind.HAND_OUT: "D",
    DocumentKind.ATTENDANCE: "A",
    DocumentKind.HANDOVER: "H",
    DocumentKind.NOTICE: "N",
    DocumentKind.EXTRACT: "E",
    DocumentKind.ERASURE: "T",
    DocumentKind.ELIMINATION: "L",
    DocumentKind.DESTRUCTION: "C",
    DocumentKind.COVERING_NOTE: "B",
    DocumentKind.RECTIFICATION: "M",
    DocumentKind.VERIFICATION: "V",
    DocumentKind.NATIONAL: "S",
    DocumentKind.NATIONAL_PUBLISHABLE: "SP",
}


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number of a series: per kind, office, year and station, without gaps.

    `station` is the letter of a second PC, "" for the first.
    """

    mark: str
    year: int
    sequence: int
    station: str

    def __str__(self) -> str:
        """Return it as printed: `07/2026`, `D-07/2026`, from a second PC `D-07-B/2026`."""
        parts = (self.mark, f"{self.sequence:02d}", self.station)
        return f"{'-'.join(filter(None, parts))}/{self.year}"


def order_of(number: str) -> tuple[int, int, str]:
    """Return what sorts the printed numbers of a kind: the year, the sequence, the station."""
    found = re.fullmatch(r"(?:[A-Z]+-)?(\d+)(?:-([A-Z]+))?/(\d+)", number)
    sequence, station, year = found.groups() if found else ("0", "", "0")
    return int(year), int(sequence), station or ""
