"""The wizard's background work: read a file, try an import, carry it out, undo one."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.services.imports import Reverted, revert_import
from outreach_app.transfer.address_books import contact_entries, find_program
from outreach_app.transfer.foreign_files import WORKBOOK_SUFFIXES, sheet_names
from outreach_app.transfer.mappings import guess_mapping
from outreach_app.transfer.named_rows import NamedRow, headings_of
from outreach_app.transfer.partner_entries import Entries, PartnerEntry
from outreach_app.transfer.partner_finder import MatchKey
from outreach_app.transfer.partners_file import (
    has_cards,
    read_partners,
    read_rows,
    row_entries,
)
from outreach_app.transfer.partners_import import import_partners
from outreach_app.transfer.reports import ImportReport, is_reasons
from outreach_app.transfer.value_words import Values, save_values
from ui.context import AppContext


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is read: the field of each column, and the code of each unknown word."""

    mapping: Mapping[str, str]
    values: Values


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: the rows of a table, or contacts.

    `program` is what wrote a table of contacts, "" if it is unknown, None for any other file.
    """

    path: Path
    rows: tuple[NamedRow, ...] = ()
    cards: tuple[PartnerEntry, ...] = ()
    sheets: tuple[str, ...] = ()
    sheet: str | None = None
    program: str | None = None

    @property
    def has_contacts(self) -> bool:
        """Return whether it is read as contacts, without a mapping."""
        return bool(self.cards)

    @property
    def headings(self) -> list[str]:
        """Return the columns that can be mapped."""
        return [name for name in headings_of(self.rows) if not is_reasons(name)]

    def guess(self) -> dict[str, str]:
        """Return the field of each column whose heading is recognised."""
        return guess_mapping(self.headings)

    def entries(self, reading: Reading) -> Entries:
        """Read the whole file as partners. Raises UnreadableFile if no column is a name."""
        return self.first(reading, len(self.cards) + len(self.rows))

    def first(self, reading: Reading, most: int) -> Entries:
        """Read the first partners for a preview. Raises UnreadableFile."""
        if self.has_contacts:
            return self.cards[:most]
        return row_entries(self.rows[:most], reading.mapping, reading.values)


def read_source(path: Path, sheet: str | None, category: str, *, by_columns: bool) -> Source:
    """Read a file, or another sheet of it. Raises UnreadableFile.

    `by_columns` reads a table of contacts as any other, by a mapping.
    """
    if has_cards(path):
        return Source(path, cards=tuple(read_partners(path, category=category)))
    sheets = tuple(sheet_names(path)) if path.suffix.lower() in WORKBOOK_SUFFIXES else ()
    shown = sheet or next(iter(sheets), None)
    rows = read_rows(path, shown)
    program = find_program(headings_of(rows))
    is_contacts = program is not None and not by_columns
    return Source(
        path,
        tuple(rows),
        tuple(contact_entries(rows, category)) if is_contacts else (),
        sheets,
        shown,
        program,
    )


def try_import(
    context: AppContext,
    source: Source,
    reading: Reading,
    match: MatchKey,
    progress: Progress,
) -> ImportReport:
    """Return what an import would do, and do nothing."""
    entries = source.entries(reading)
    with context.office.database.read() as session:
        return import_partners(session, entries, source.path.name, progress, match)


def do_import(
    context: AppContext,
    source: Source,
    reading: Reading,
    match: MatchKey,
    progress: Progress,
) -> ImportReport:
    """Import a file, after a backup, and save the meanings of its words."""
    entries = source.entries(reading)
    context.office.back_up_first()
    with context.office.database.write() as session:
        if reading.values:
            save_values(session, source.headings, reading.values)
        return import_partners(session, entries, source.path.name, progress, match)


def undo_import(context: AppContext, batch: UUID, progress: Progress) -> Reverted:
    """Undo an import, after a backup. Raises NotFound and NotAllowed."""
    context.office.back_up_first()
    with context.office.database.write() as session:
        return revert_import(session, batch, progress)


def undone_words(reverted: Reverted) -> str:
    """Return what undoing an import did."""
    line = _("Removed: {removed}. Restored: {restored}. Kept: {kept}.")
    return line.format(removed=reverted.removed, restored=reverted.restored, kept=reverted.kept)
