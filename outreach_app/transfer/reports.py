"""What an import did, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from outreach_app.errors import Problem
from outreach_app.i18n import Language, isolate, messages
from outreach_app.i18n import gettext as _
from outreach_app.rules.identifiers import cover_identity_numbers
from outreach_app.rules.text import clean_line

_MOST_NAME = 60


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A row that stayed out, or of which something did: where it starts, what, and the row.

    `record` names it by its noun and its number in a file that may hold all of them on one line.
    """

    line: int
    problems: tuple[Problem, ...]
    raw: object
    record: str = ""

    @property
    def called(self) -> str:
        """Return the name that the row gives itself; "" for most."""
        uid = self.raw.get("uid") if isinstance(self.raw, dict) else None
        return cover_identity_numbers(clean_line(uid)[:_MOST_NAME]) if isinstance(uid, str) else ""


@dataclass(slots=True)
class ImportReport:
    """Counts of rows by what became of them; `batch` is None where nothing was written.

    `incomplete` are rows that went in without something, which their problems tell with its words.
    `ignored` is what the file holds and the register does not take, in words; `guessed` counts the
    partners of which the name alone says what they are.
    """

    created: int = 0
    updated: int = 0
    skipped: int = 0
    failed: list[FailedRow] = field(default_factory=list)
    incomplete: list[FailedRow] = field(default_factory=list)
    ignored: set[str] = field(default_factory=set)
    uids: list[UUID] = field(default_factory=list)
    batch: UUID | None = None
    guessed: int = 0

    def add(self, other: "ImportReport") -> None:
        """Add what another table of the same file did."""
        for name in ("created", "updated", "skipped", "guessed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.failed += other.failed
        self.incomplete += other.incomplete
        self.ignored |= other.ignored
        self.uids += other.uids
        self.batch = other.batch or self.batch

    @property
    def not_whole(self) -> tuple[FailedRow, ...]:
        """Return every row of which something stayed out, to be mended and imported again."""
        return (*self.failed, *self.incomplete)


def name_by_number(report: ImportReport, noun: str, items: Sequence[object]) -> None:
    """Name the rows of a report by the places of their records in the list of a JSON file."""
    numbers = {id(item): isolate(str(number)) for number, item in enumerate(items, start=1)}
    for rows in (report.failed, report.incomplete):
        rows[:] = [replace(row, record=f"{noun} {numbers[id(row.raw)]}") for row in rows]


def reasons_heading() -> str:
    """Return the heading of the column that says why rows were refused."""
    return _("reasons")


def is_reasons(heading: str) -> bool:
    """Whether a column is that of a file of refused rows, in whichever language it was written."""
    return heading in {messages(language).gettext("reasons") for language in Language}
