"""Rows that could be sharded by office refer only to their own office, or are listed here.

One server is enough for ten years of the country (docs/decisions/0070). That a second one stays
possible is checked here: the rows of an office refer to rows of the same office, are identified by
more than a number of one server, and are queried together.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Table, UniqueConstraint, event

from benchmarks.nation.questions import QUESTIONS, Draw
from outreach_app.database import Database
from outreach_app.models import Base
from outreach_app.samples.offices import invent_office
from tests import makers

KEY = "office_id"
TABLES = Base.metadata.tables
OF_OFFICES = {name: table for name, table in TABLES.items() if KEY in table.c}
# Headquarters' own records about a precinct's. The import allows only these (`_CROSSING`).
CROSSING = {
    "replies.point_id": "headquarters' answer to a precinct's point",
    "reviews.meeting_id": "headquarters' view of a precinct's meeting",
    "findings.rumour_id": "what headquarters found of a precinct's rumour",
    "findings.publication_id": "the rectification, which may be headquarters' own",
}
# Tables without an office, and how they would be sharded.
WHOLE = {
    "offices": "a copy everywhere: few, and asked with everything",
    "stations": "a copy everywhere",
    "station_secrets": "at headquarters' own server",
    "devices": "spread by their office's number once there is one; few, copied until then",
    "events": "spread by device, which is one office's",
    **dict.fromkeys(("seams", "kept_heads", "acknowledgements"), "with the events of their device"),
    **dict.fromkeys(("waiting_records", "oddities", "confirmations"), "by the uid of a record"),
    **dict.fromkeys(
        ("conflicts", "restorations", "given_up_events"), "at headquarters' own server: of its work"
    ),
    **dict.fromkeys(("bundles", "import_batches", "imported_records"), "there: the log of files"),
    **dict.fromkeys(
        ("accounts", "kept_key_files", "access_rows", "drafts", "saved_filters", "emblems"), "there"
    ),
    "printed_parts": "there: what headquarters printed",
    **dict.fromkeys(("eliminations", "elimination_items"), "there: what headquarters destroys"),
}
_ALIAS = re.compile(r"\b(\w+) AS (\w+)\b")
_MEETS = re.compile(
    r"\b(\w+)\.(\w+) (?:=|(?:NOT )?IN \(SELECT(?: DISTINCT)?) (\w+)\.(\w+)", re.ASCII
)


def references(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the columns of a table that refer to rows of offices, with the column referred to."""
    for column in table.columns:
        for reference in column.foreign_keys:
            if reference.column.table.name in OF_OFFICES:
                yield f"{table.name}.{column.name}", str(reference.column)


REFERENCES = {pair for table in TABLES.values() for pair in references(table)}


def test_every_table_is_of_offices_or_says_where_it_lies() -> None:
    assert TABLES.keys() - OF_OFFICES.keys() == WHOLE.keys()


def test_only_what_is_named_refers_to_rows_of_another_office() -> None:
    of_whole = [column for column, _to in REFERENCES if column.split(".")[0] in WHOLE]
    assert of_whole == []
    assert CROSSING.keys() <= {column for column, _to in REFERENCES}


def test_rows_of_offices_are_unique_by_what_no_server_counts() -> None:
    """A uid is made at random by the computer that writes the record."""
    unique = {
        tuple(column.name for column in constraint.columns)
        for table in OF_OFFICES.values()
        for constraint in [*table.constraints, *(i for i in table.indexes if i.unique)]
        if isinstance(constraint, UniqueConstraint) or constraint in table.indexes
    }
    assert {columns for columns in unique if KEY not in columns} == {("uid",)}


@pytest.mark.both_engines
def test_no_question_brings_rows_of_two_offices_together(database: Database) -> None:
    """Joins follow references: so rows are of one office, or listed above."""
    for office in makers.consolidate(database, *map(invent_office, (0, 1, 9))):
        partner = makers.write_partner_of(database, office)
        makers.write_meeting_of(database, office, attendances=((partner, True),))
    with database.read() as session:
        draw = Draw(session, {"ar": ["دورية"] * 5_000, "fr": ["patrouille"] * 5_000})
    statements: dict[str, str] = {}
    for name, make in QUESTIONS.items():

        def note(*call: Any, name: str = name) -> None:
            statements.setdefault(call[2], name)

        event.listen(database.engine, "before_cursor_execute", note)
        with database.read() as session:
            make(draw)(session)
        event.remove(database.engine, "before_cursor_execute", note)
    across = {
        (name, *pair)
        for statement, name in statements.items()
        for pair in meeting(statement)
        if pair not in REFERENCES and pair[::-1] not in REFERENCES and not is_same(*pair)
    }
    assert across == set()


def meeting(statement: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of columns of offices' tables that a statement joins."""
    tables = {name: name for name in TABLES}
    tables |= {alias: name for name, alias in _ALIAS.findall(statement) if name in TABLES}
    for left, its, right, others in _MEETS.findall(statement):
        names = tables.get(left), tables.get(right)
        if names[0] in OF_OFFICES and names[1] in OF_OFFICES:
            yield f"{names[0]}.{its}", f"{names[1]}.{others}"


def is_same(left: str, right: str) -> bool:
    """Return whether rows are joined within their office, or with themselves."""
    return left == right or (left.endswith(f".{KEY}") and right.endswith(f".{KEY}"))
