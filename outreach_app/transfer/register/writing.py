"""Writing of the whole register as tables: one workbook, and a CSV file for each table."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from outreach_app.atomic_files import made_folder, written_together
from outreach_app.i18n import current
from outreach_app.i18n import gettext as _
from outreach_app.models import Office, OwnedRecord, Partner, Person, Record
from outreach_app.models.base import moment_text
from outreach_app.progress import Progress
from outreach_app.queries.registered_offices import KnownOffices, known_offices
from outreach_app.rights import Right, use_case
from outreach_app.rules.dates import UNKNOWN_DAY
from outreach_app.summaries.prose.circulation import LEVEL_FILE, Circulation
from outreach_app.transfer.register.columns import (
    IS_OWN,
    OFFICE,
    Column,
    Kind,
    NounTable,
    noun_tables,
)
from outreach_app.transfer.register.words import (
    COLUMN_WORDS,
    KIND_WORDS,
    TABLE_WORDS,
    both,
    code_words,
    record_words,
)
from outreach_app.transfer.table_file import Sheet, comma_separated, workbook_of
from outreach_app.vocabulary import LISTS, catalogue, phrases

WORKBOOK = "register.xlsx"
DICTIONARY, CODES = "dictionary", "codes"


class Written(NamedTuple):
    """The result of writing: the number of rows by table, and the files."""

    rows: dict[str, int]
    files: list[Path]


@use_case(Right.NAMES_OUT)
def write_register(session: Session, folder: Path, progress: Progress) -> Written:
    """Write every record of every noun into a folder, which is created if missing.

    The tables come with a dictionary of their columns and the lists of codes. The files are not
    encrypted, and readable for the owner of this account only. Raises WriteFailed, and then writes
    none.
    """
    tables_of_all = (*_sheets(session, progress), _dictionary(), _codes())
    sheets = [replace(each, circulation=Circulation.RESTRICTED.both) for each in tables_of_all]
    tables = {f"{sheet.title}.csv": sheet for sheet in sheets}
    files = ((name, comma_separated(sheet)) for name, sheet in tables.items())
    level = (LEVEL_FILE, f"{Circulation.RESTRICTED.both}\n".encode())
    whole = chain(files, [(WORKBOOK, workbook_of(sheets)), level])
    with made_folder(folder), written_together(folder, whole):
        rows = {sheet.title: len(sheet.rows) for sheet in sheets[:-2]}
    return Written(rows, [folder / name for name in (WORKBOOK, *tables, LEVEL_FILE)])


def row_without_names(table: NounTable, record: Record, own: Office) -> list[str]:
    """Return a record's row with only the uids of others, whose labels may be names."""
    offices = KnownOffices(own, {})
    return [
        cell
        for column in table.columns
        for cell in (
            _as_uid(record, column)
            if column.kind is Kind.RECORD
            else _cells(column, record, offices)
        )
    ]


def _as_uid(record: Record, column: Column) -> tuple[str, str, str]:
    target = _target(record, column.name)
    return (str(target.uid) if target else "", "", "")


def _sheets(session: Session, progress: Progress) -> Iterator[Sheet]:
    tables = noun_tables()
    offices = known_offices(session)
    # Held until the end, so that a link finds its record without querying the store again.
    held: list[list[Record]] = []
    for number, table in enumerate(tables):
        progress.step(number, len(tables), _("Reading the register"))
        held.append(_records(session, table.model))
        rows = [_row(table, record, offices) for record in held[-1]]
        yield Sheet(table.name, table.headings, rows, current())


def _records(session: Session, model: type[Record]) -> list[Record]:
    statement = select(model).order_by(model.id)
    if model is Partner or model is Person:
        statement = statement.options(selectinload(model.identity))
    return list(session.scalars(statement))


def _row(table: NounTable, record: Record, offices: KnownOffices) -> list[str]:
    return [cell for column in table.columns for cell in _cells(column, record, offices)]


def _cells(column: Column, record: Record, offices: KnownOffices) -> tuple[str, ...]:
    """Return a field, with its labels if it is a code or another record."""
    if column.name == IS_OWN:
        return (_text(record is offices.own),)
    if column.kind is Kind.RECORD:
        target = _target(record, column.name)
        return (str(target.uid), *_label(target, offices)) if target else ("", "", "")
    value = _value(column.name, record, offices)
    if column.kind is Kind.CODE:
        return (value, *code_words(column.name, value)) if value else ("", "", "")
    if column.kind is Kind.CODES:
        words = [code_words(column.name, code) for code in value]
        return (_text(value), *(" · ".join(pair[side] for pair in words) for side in (0, 1)))
    return (_text(value),)


def _value(name: str, record: Record, offices: KnownOffices) -> Any:
    return offices.value(record, name) if isinstance(record, Office) else getattr(record, name)


def _label(record: Record, offices: KnownOffices) -> tuple[str, str]:
    if not isinstance(record, Office):
        return record_words(record)
    name = offices.name_of(record)
    return name.ar or "", name.fr or ""


def _target(record: Record, name: str) -> Record | None:
    if name == OFFICE and isinstance(record, OwnedRecord):
        session = Session.object_session(record)
        return session.get(Office, record.office_id) if session else None
    target: Record | None = getattr(record, name)
    return target


def _text(value: object) -> str:
    match value:
        case None:
            text = ""
        case bool():
            text = str(int(value))
        case datetime():
            text = moment_text(value)
        case date():
            text = f"{value:%d/%m/%Y}" if value != UNKNOWN_DAY else ""
        case time():
            text = f"{value:%H:%M}"
        case tuple():
            text = " ".join(value)
        case _:
            text = str(value)
    return text


def _dictionary() -> Sheet:
    headings = ["table", "table_ar", "table_fr", "column", "column_ar", "column_fr"]
    headings += ["kind", "kind_ar", "kind_fr", "needed"]
    rows = [
        [
            *(table.name, *both(TABLE_WORDS[table.name])),
            *(column.name, *both(COLUMN_WORDS[column.name])),
            *(column.kind.value, *both(KIND_WORDS[column.kind])),
            str(int(column.is_needed)),
        ]
        for table in noun_tables()
        for column in table.columns
    ]
    return Sheet(DICTIONARY, headings, rows, current())


def _codes() -> Sheet:
    rows = [
        [entry.code, entry.ar, entry.fr] for prefix in LISTS for entry in catalogue(prefix).values()
    ]
    rows += [[phrase.code, phrase.ar, phrase.fr] for phrase in phrases().values()]
    return Sheet(CODES, ["code", "ar", "fr"], rows, current())
