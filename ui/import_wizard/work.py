"""The wizard's background work: read a file, try an import, carry it out, undo one."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from outreach_app.i18n import gettext as _
from outreach_app.noun_words import numbers_words
from outreach_app.progress import Progress
from outreach_app.services.imports import Reverted, revert_import
from outreach_app.transfer.foreign_files import WORKBOOK_SUFFIXES, sheet_names
from outreach_app.transfer.mappings import guess_mapping
from outreach_app.transfer.named_rows import NamedRow, headings_of
from outreach_app.transfer.partner_finder import MatchKey
from outreach_app.transfer.partners_file import read_rows
from outreach_app.transfer.reports import ImportReport, is_reasons
from outreach_app.transfer.used_mappings import keep_used
from outreach_app.transfer.value_words import save_values
from ui.context import AppContext
from ui.import_wizard.noun import Chosen, Entries, Entry, Noun, Reading


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a noun that was read: the rows of a table, or entries without columns.

    `program` is what wrote a table of contacts, "" if it is unknown, None for any other file.
    """

    path: Path
    noun: Noun
    rows: tuple[NamedRow, ...] = ()
    whole: tuple[Entry, ...] = ()
    sheets: tuple[str, ...] = ()
    sheet: str | None = None
    program: str | None = None

    @property
    def is_whole(self) -> bool:
        """Return whether it is read without a mapping."""
        return bool(self.whole)

    @property
    def headings(self) -> list[str]:
        """Return the columns that can be mapped."""
        return [name for name in headings_of(self.rows) if not is_reasons(name)]

    def guess(self) -> dict[str, str]:
        """Return the field of each column whose heading is recognised."""
        return guess_mapping(self.headings, self.noun.headings)

    def entries(self, reading: Reading) -> Entries:
        """Read the whole file. Raises UnreadableFile without the column that each row needs."""
        return self.first(reading, len(self.whole) + len(self.rows))

    def first(self, reading: Reading, most: int) -> Entries:
        """Read the first entries for a preview. Raises UnreadableFile."""
        if self.is_whole:
            return self.whole[:most]
        return self.noun.read_rows(self.rows[:most], reading)


def read_source(
    noun: Noun, path: Path, sheet: str | None, usual: Chosen, *, by_columns: bool
) -> Source:
    """Read a file, or another sheet of it. Raises UnreadableFile.

    `by_columns` reads a table of contacts as any other, by a mapping.
    """
    if noun.is_whole(path):
        return Source(path, noun, whole=tuple(noun.read_whole(path, usual)))
    sheets = tuple(sheet_names(path)) if path.suffix.lower() in WORKBOOK_SUFFIXES else ()
    shown = sheet or next(iter(sheets), None)
    rows = tuple(read_rows(path, shown))
    program, contacts = noun.contacts(rows, usual) or (None, ())
    whole = () if by_columns else tuple(contacts)
    return Source(path, noun, rows, whole, sheets, shown, program)


def try_import(
    context: AppContext, source: Source, reading: Reading, match: MatchKey, progress: Progress
) -> ImportReport:
    """Return what an import would do, and do nothing."""
    entries = source.entries(reading)
    with context.office.database.read() as session:
        return source.noun.write(session, entries, source.path.name, progress, match)


def do_import(
    context: AppContext, source: Source, reading: Reading, match: MatchKey, progress: Progress
) -> ImportReport:
    """Import a file, after a backup, and save its mapping and the meanings of its words."""
    entries = source.entries(reading)
    context.office.back_up_first()
    with context.office.database.write() as session:
        if reading.values:
            save_values(session, source.headings, reading.values)
        if not source.is_whole:
            keep_used(session, source.headings, source.noun.key, reading.mapping)
        return source.noun.write(session, entries, source.path.name, progress, match)


def undo_import(context: AppContext, batch: UUID, progress: Progress) -> Reverted:
    """Undo an import, after a backup. Raises NotFound and NotAllowed."""
    context.office.back_up_first()
    with context.office.database.write() as session:
        return revert_import(session, batch, progress)


def undone_words(reverted: Reverted) -> str:
    """Return what undoing an import did, in what a person brought: meetings, partners, people."""
    words = [_("The import is undone.")]
    if reverted.gone:
        words.append(_("Taken out: {what}.").format(what=numbers_words(reverted.gone)))
    if reverted.restored:
        words.append(_("What it had completed is as before."))
    if reverted.left:
        kept = _("Kept, as it was worked on since: {what}.")
        words.append(kept.format(what=numbers_words(reverted.left)))
    return " ".join(words)
