"""The result of an import, row by row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.errors import Problem
from outreach_app.i18n import Language, isolate, messages
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.rules.identifiers import cover_identity_numbers
from outreach_app.rules.text import clean_line

_MAX_NAME = 60


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A row that stayed out, or of which something did: its line, its problems, and the row.

    `record` identifies it by noun and number in a file that may be a single line.
    """

    line: int
    problems: tuple[Problem, ...]
    raw: object
    record: str = ""

    @property
    def called(self) -> str:
        """The row's own identifier; "" for most."""
        uid = self.raw.get("uid") if isinstance(self.raw, dict) else None
        return cover_identity_numbers(clean_line(uid))[:_MAX_NAME] if isinstance(uid, str) else ""


@dataclass(slots=True)
class ImportReport:
    """Counts of rows by result; `batch` is None if nothing was written.

    `incomplete` are rows that were imported without some values, which are their problems, or with
    values that contradict each other.
    `ignored` are names of fields in the file that the register does not take, as the file has them;
    `guessed` counts the partners whose kind was guessed from their name.
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
        """Add the result of another table of the same file."""
        for name in ("created", "updated", "skipped", "guessed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.failed += other.failed
        self.incomplete += other.incomplete
        self.ignored |= other.ignored
        self.uids += other.uids
        self.batch = other.batch or self.batch

    @property
    def not_taken(self) -> list[str]:
        """Return the name of each field that was not taken, identity numbers covered, in order."""
        return sorted(map(cover_identity_numbers, self.ignored))

    @property
    def not_whole(self) -> tuple[FailedRow, ...]:
        """Every row of which something stayed out, to be corrected and imported again."""
        return (*self.failed, *self.incomplete)


Importing = Callable[[Session, str, Progress], ImportReport]
"""Imports what was read of a file, of this name."""


def name_by_number(report: ImportReport, noun: str, items: Sequence[object]) -> None:
    """Identify the rows of a report by their positions in the list of a JSON file."""
    numbers = {id(item): isolate(str(number)) for number, item in enumerate(items, start=1)}
    for rows in (report.failed, report.incomplete):
        rows[:] = [replace(row, record=f"{noun} {numbers[id(row.raw)]}") for row in rows]


def reasons_heading() -> str:
    """Return the heading of the column with the reasons of refusals."""
    return _("reasons")


def is_reasons(heading: str) -> bool:
    """Return whether a column has the reasons of refusals, in whichever language it was written."""
    return heading in {messages(language).gettext("reasons") for language in Language}
