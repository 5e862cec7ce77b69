"""Partners files: CSV and workbooks under a mapping of columns to fields, and vCard."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import Language, isolate_file
from outreach_app.i18n import gettext as _
from outreach_app.rules.emails import split_emails
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.rules.phones import split_phones
from outreach_app.rules.text import language_of
from outreach_app.rules.validation import Checks
from outreach_app.services.partner_drafts import with_bearer
from outreach_app.services.partners import PartnerDraft
from outreach_app.services.people import PersonDraft
from outreach_app.transfer.address_books import contact_entries, find_program
from outreach_app.transfer.foreign_files import WORKBOOK_SUFFIXES, read_csv, read_workbook
from outreach_app.transfer.mappings import NAMES, guess_mapping
from outreach_app.transfer.named_rows import NamedRow, headings_of, require_rows
from outreach_app.transfer.partner_cards import read_cards
from outreach_app.transfer.partner_entries import (
    NOT_YET,
    Entries,
    PartnerEntry,
    Reached,
    TableEntries,
    by_script,
    checked,
    code_of,
    guessed,
    usual_category,
)
from outreach_app.transfer.reading import RowReader
from outreach_app.transfer.reports import is_reasons
from outreach_app.transfer.value_words import Values, with_kinds

CARD_SUFFIXES = (".vcf", ".vcard")
SUFFIXES = (".csv", *WORKBOOK_SUFFIXES, *CARD_SUFFIXES)


def has_cards(path: Path) -> bool:
    """Return whether the file holds cards, which need no mapping."""
    return path.suffix.lower() in CARD_SUFFIXES


def read_partners(
    path: Path,
    mapping: Mapping[str, str] | None = None,
    *,
    sheet: str | None = None,
    category: str = PartnerCategory.LIBERAL,
    values: Values | None = None,
) -> Entries:
    """Return every row or card of a file. Raises UnreadableFile, also if no column is a name.

    Without a mapping the headings decide, also whether the rows are another program's contacts.
    `category` is that of contacts without an organisation. `values` are codes for words that are in
    no list.
    """
    if has_cards(path):
        return read_cards(path, category)
    rows = read_rows(path, sheet)
    headings = headings_of(rows)
    if mapping is None and find_program(headings) is not None:
        return contact_entries(rows, category)
    fields = mapping if mapping is not None else guess_mapping(headings)
    return row_entries(rows, fields, values)


def read_rows(path: Path, sheet: str | None = None) -> list[NamedRow]:
    """Read the rows of a table without interpreting them. Raises UnreadableFile."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        message = _(
            "The file {file} is neither CSV, XLSX, XLS, ODS nor vCard. Save it as one of these"
            " in the program that made it."
        )
        raise UnreadableFile(message.format(file=isolate_file(path.name)))
    rows = read_workbook(path, sheet) if suffix in WORKBOOK_SUFFIXES else read_csv(path)
    require_rows(path.name, len(rows))
    return rows


def row_entries(
    rows: Sequence[NamedRow], mapping: Mapping[str, str], values: Values | None
) -> Entries:
    """Read the rows as partners and people. Raises UnreadableFile if no column holds a name."""
    if not NAMES & {mapping.get(heading) for heading in headings_of(rows)}:
        message = _(
            "No column contains a name. Give a mapping of columns to fields with --mapping."
        )
        raise UnreadableFile(message)
    return TableEntries(rows, partial(_entry, mapping, values or {}))


def _entry(
    mapping: Mapping[str, str], values: Values, line: int, row: dict[str, str]
) -> PartnerEntry:
    checks = Checks()
    fields = {mapping[heading]: value for heading, value in row.items() if heading in mapping}
    named = with_kinds(fields, values)
    reader = RowReader(named, checks)
    not_taken = {
        heading
        for heading, value in row.items()
        if heading not in mapping and value.strip() and not is_reasons(heading)
    }
    person = _person(reader)
    partner = _partner(reader, has_person=person is not None)
    stated = reader.yes_or_no("is_named_after_person")
    left = tuple(checks.problems)
    entry = PartnerEntry(row, line, partner, person, (), frozenset(not_taken), left)
    if not named.get("category", "").strip():
        entry = guessed(entry)
    return checked(replace(entry, partner=with_bearer(entry.partner, stated=stated)))


def _partner(reader: RowReader, *, has_person: bool) -> PartnerDraft:
    """Return the partner of a row; the contacts of a person whom it does not name are its own."""
    name_ar, name_fr = by_script(reader.line("name_ar"), reader.line("name_fr"))
    type_ = code_of(reader.line("type"), "as", "pr")
    reached = _reached(reader, *([""] if has_person else ["", "person_"]))
    return PartnerDraft(
        name_ar=name_ar,
        name_fr=name_fr,
        category=code_of(reader.line("category"), "pt") or usual_category(type_),
        type=type_,
        place=_place(reader.line("place"), reader.line("quarter")),
        phone=reached.phone,
        email=reached.email,
        note=reader.words("note"),
        receipt_number=reader.line("receipt_number"),
        receipt_on=reader.day("receipt_on"),
        others=reached.others,
    )


def _place(address: str | None, quarter: str | None) -> str | None:
    """Return the address with the quarter, which many tables have apart, unless it names it."""
    if not address or not quarter or fold_words(quarter) in fold_words(address):
        return address or quarter
    comma = "،" if language_of(quarter) is Language.ARABIC else ","
    return f"{address}{comma} {quarter}"


def _person(reader: RowReader) -> PersonDraft | None:
    """Return the partner's representative, or None if the row has no name."""
    name_ar, name_fr = by_script(reader.line("person_ar"), reader.line("person_fr"))
    if not name_ar and not name_fr:
        return None
    reached = _reached(reader, "person_")
    capacity_ar, capacity_fr = by_script(reader.line("capacity_ar"), reader.line("capacity_fr"))
    return PersonDraft(
        partner=NOT_YET,
        name_ar=name_ar,
        name_fr=name_fr,
        capacity_ar=capacity_ar,
        capacity_fr=capacity_fr,
        phone=reached.phone,
        email=reached.email,
        others=reached.others,
    )


def _reached(reader: RowReader, *prefixes: str) -> Reached:
    """Return the contacts in the cells of these fields, each of which may have several."""
    phones = [reader.line(f"{prefix}phone") or "" for prefix in prefixes]
    emails = [reader.line(f"{prefix}email") or "" for prefix in prefixes]
    return Reached.by(
        [phone for cell in phones for phone in split_phones(cell)],
        [email for cell in emails for email in split_emails(cell)],
    )
