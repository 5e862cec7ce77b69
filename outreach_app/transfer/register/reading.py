"""Reading of a whole register's tables, with a check of every cell before a store is made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

from outreach_app.errors import InvalidDraft, Problem, UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.models import Identity, Office, Record
from outreach_app.models.base import moment_text
from outreach_app.rules.dates import parse_date, parse_time
from outreach_app.rules.domain_kinds import Held
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.known_values import keep_agreeing
from outreach_app.rules.quoting import quoted
from outreach_app.rules.text import clean_text
from outreach_app.rules.validation import Checks
from outreach_app.transfer.foreign_files import read_csv, read_workbook, sheet_names
from outreach_app.transfer.named_rows import NamedRow
from outreach_app.transfer.register.columns import (
    IS_OWN,
    OFFICE,
    UID,
    Column,
    Kind,
    NounTable,
    noun_tables,
    target_of,
)

# The texts were typed in forms, where sensitive words were reviewed and kept.
_LOOKED_AT = "kept"


@dataclass(frozen=True, slots=True)
class Row:
    """A record in its table: its values by column, and the uids in its links."""

    line: int
    uid: UUID
    values: Mapping[str, object]
    links: dict[str, UUID]


@dataclass(slots=True)
class Register:
    """The tables of one office: its own row, and its records by noun.

    `left_out` counts the records of other offices, which return by exchange, and those that need
    one of them; `cut_links` the links to them that were emptied.
    """

    office: Row
    records: dict[type[Record], list[Row]] = field(default_factory=dict)
    left_out: int = 0
    cut_links: int = 0


def read_register(path: Path) -> Register:
    """Read the folder that `write_register` wrote, or its workbook alone.

    Raises UnreadableFile, and InvalidDraft with every problem by table, line and column.
    """
    problems: list[Problem] = []
    tables = {table: _read_table(path, table) for table in noun_tables()}
    if not any(named for table, named in tables.items() if table.model is Office):
        raise _no_register(path)
    rows = {
        table: [row for found in named if (row := _row(table, found, problems))]
        for table, named in tables.items()
    }
    _require_each_once(rows, problems)
    if not problems:
        register = _of_own_office(path, rows, problems)
    if problems:
        raise InvalidDraft(" ".join(dict.fromkeys(each.message for each in problems)), problems)
    return register


def _read_table(path: Path, table: NounTable) -> list[NamedRow]:
    if path.is_dir():
        file = path / f"{table.name}.csv"
        return read_csv(file) if file.exists() else []
    return read_workbook(path, table.name) if table.name in sheet_names(path) else []


def _row(table: NounTable, found: NamedRow, problems: list[Problem]) -> Row | None:
    """Return a valid row, or add its problems to the list."""
    line, cells = found
    checks = Checks(f"{table.name}.{line}.")
    for heading in cells.keys() - set(table.headings):
        message = _("The register has no such column. Remove it, or copy it into another one.")
        checks.add(heading, "unknown_column", message)
    values: dict[str, object] = {}
    for column in table.columns:
        text = clean_text(cells.get(column.name, ""))
        try:
            value = _value(column, text)
        except ValueError:
            checks.add(column.name, "not_valid", _not_valid(text))
            continue
        if value is not None:
            values[column.name] = value
        elif column.is_needed:
            checks.required(column.name, None)
    if "number_year" in values:
        values.setdefault("number_station", "")  # an office's first computer has no letter
    if not checks.problems:
        _check(table.model, values, checks)
    problems += checks.problems
    if checks.problems:
        return None
    links = {
        column.name: UUID(str(values.pop(column.name)))
        for column in table.columns
        if column.kind is Kind.RECORD and column.name in values
    }
    return Row(line, UUID(str(values.pop(UID))), values, links)


def _value(column: Column, text: str) -> object:
    """Return the value of a cell, None for an empty one. Raises ValueError."""
    value: object = text
    if not text:
        return None
    match column.kind:
        case Kind.RECORD:
            value = UUID(text)
        case Kind.NUMBER:
            value = int(text)
        case Kind.TRUTH:
            value = bool(("0", "1").index(text))
        case Kind.DAY:
            value = parse_date(text)
        case Kind.TIME:
            value = parse_time(text)
        case Kind.MOMENT:
            value = datetime.fromisoformat(text)
        case Kind.CODES | Kind.DIGESTS:
            value = tuple(text.split())
        case _:
            value = UUID(text) if column.name == UID else text
    if value is None:
        raise ValueError(text)
    return value


def _check(model: type[Record], values: Mapping[str, object], checks: Checks) -> None:
    """Check values against their domains, and against one another."""
    entity = model.contract.entity
    held = {name: _plain_value(value) for name, value in values.items() if name in DOMAINS[entity]}
    for name, value in held.items():
        if DOMAINS[entity][name].kept(value) != value:
            checks.add(name, "not_valid", _not_valid(str(value)))
    agreeing = dict(held)
    keep_agreeing(entity, agreeing)
    for name, value in held.items():
        if agreeing[name] != value:
            checks.add(name, "contradicts", _("This contradicts another column of the row."))
    checks.texts(entity, SimpleNamespace(**values), _LOOKED_AT)


def _plain_value(value: object) -> Held:
    """Return a value in the form that the domains check."""
    match value:
        case datetime():
            return moment_text(value)
        case date() | time():
            return value.isoformat()
        case tuple():
            return " ".join(value)
        case _:
            return value if isinstance(value, int) else str(value)


def _require_each_once(rows: Mapping[NounTable, list[Row]], problems: list[Problem]) -> None:
    seen: set[UUID] = set()
    for table, each in rows.items():
        for row in each:
            if row.uid in seen:
                message = _("Two records have this identifier.")
                problems.append(Problem(f"{table.name}.{row.line}.{UID}", "twice", message))
            seen.add(row.uid)


def _of_own_office(
    path: Path, rows: Mapping[NounTable, list[Row]], problems: list[Problem]
) -> Register:
    """Return the office and its records, with only the links among them. Raises UnreadableFile."""
    known = {table.model: {row.uid for row in each} for table, each in rows.items()}
    offices = next(each for table, each in rows.items() if table.model is Office)
    own = [row for row in offices if row.values[IS_OWN]]
    if len(own) != 1:
        raise _no_register(path)
    register = Register(own[0], left_out=len(offices) - 1)
    kept: dict[type[Record], set[UUID]] = {Office: {own[0].uid}}
    for table, each in rows.items():
        if table.model is Office:
            continue
        for row in each:
            problems += _broken_links(table, row, known)
        ours = [row for row in each if row.links[OFFICE] == own[0].uid]
        kept[table.model] = {row.uid for row in ours}
        ours = [row for row in ours if _keeps_needed_links(table, row, kept, register)]
        kept[table.model] = {row.uid for row in ours}
        register.records[table.model] = ours
        register.left_out += len(each) - len(ours)
    return register


def _broken_links(
    table: NounTable, row: Row, known: Mapping[type[Record], set[UUID]]
) -> Iterator[Problem]:
    path = f"{table.name}.{row.line}."
    for name, uid in row.links.items():
        if uid not in known[target_of(table.model, name)]:
            message = _("There is no such record: {uid}.").format(uid=isolate(str(uid)))
            yield Problem(f"{path}{name}", "not_found", message)
    if table.model is Identity and not row.links.keys() - {OFFICE}:
        yield Problem(f"{path}partner", "required", _("This field is required."))


def _keeps_needed_links(
    table: NounTable, row: Row, kept: Mapping[type[Record], set[UUID]], register: Register
) -> bool:
    """Empty links to records that are left out; return False if the row needs one of them."""
    cut = [name for name, uid in row.links.items() if uid not in kept[target_of(table.model, name)]]
    if any(column.is_needed for column in table.columns if column.name in cut):
        return False
    for name in cut:
        del row.links[name]
    register.cut_links += len(cut)
    return True


def _not_valid(text: str) -> str:
    message = _("This value is not valid here: {value}. The dictionary describes the column.")
    return message.format(value=quoted(text))


def _no_register(path: Path) -> UnreadableFile:
    message = _("{file} is not the whole register of an office, as export-data writes it.")
    return UnreadableFile(message.format(file=isolate_file(path.name)))
