"""How a store answers the questions of a piece of work: from an index, or by reading whole tables.

A plan does not depend on how few rows a test has. SQLite without statistics expects large tables. A
server is told that the tables are as large as the country's.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, event

from outreach_app.database import Database
from outreach_app.models import Base

_COUNTRY = 1_500_000  # meetings; other tables have as many rows, or a few times as many
_TABLES = {table.name: table for table in Base.metadata.sorted_tables}
# Records, of which the country has few: a question may read them whole.
FEW = {
    "partners": "60,000, of which the few that are merged are told apart",
    "people": "60,000",
    "identities": "120,000",
    "publications": "what an office publishes",
    "readings": "one of an account and week",
    "rumours": "what an office hears",
    "findings": "one of a rumour",
    "replies": "what headquarters writes by hand",
    "proposals": "what officers propose by hand",
    "claims": "what people ask of an office by hand",
    "distinctions": "partners that somebody told apart by hand",
    "catalogue_entries": "headquarters' own",
}
GROWING = {name for name, table in _TABLES.items() if "office_id" in table.c} - FEW.keys() | {
    "events",
    "bundles",
    "imported_records",
}
_INDEXES = [index for table in _TABLES.values() for index in table.indexes]
_TABLE_OF = {index.name: table.name for table in _TABLES.values() for index in table.indexes}
# Of what is still open or waits, or was deleted: a small part of its table.
_PARTIAL = {"search_waiting"} | {
    index.name for index in _INDEXES if index.dialect_options["sqlite"]["where"] is not None
}
_ALIAS = re.compile(r"\b(\w+) AS (\w+)\b")
_STEP = re.compile(r"(SCAN|SEARCH) (\w+)(?: USING .*?INDEX (\w+))?(?: \((.*)\))?")
_SORT = "USE TEMP B-TREE FOR ORDER BY"
# Conditions that an index is searched by, and that nearly all rows meet.
_OPEN_ENDED_IN_FILE = re.compile(r"is_deleted=\?|\w+[<>]\?")
_OPEN_ENDED_ON_SERVER = re.compile(r"(\w+) (?:IS NOT NULL|= false|[<>]=? .+)")
# Nodes of a plan that ask their part for no more rows than they are asked for.
_LAZY = {"Limit", "Incremental Sort", "Subquery Scan", "Nested Loop", "Append"}
_SCANS = {"Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Index Scan"}


def asked(database: Database, work: Callable[[], object]) -> dict[str, Any]:
    """Return the statements by which a piece of work reads, each with values that it was given."""
    found: dict[str, Any] = {}

    def note(*call: Any) -> None:
        found[call[2]] = call[3]

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
    is_read = re.compile(r"\s*(SELECT|WITH)\b.*\bFROM\b", re.DOTALL)
    return {statement: values for statement, values in found.items() if is_read.match(statement)}


def planned(database: Database, work: Callable[[], object]) -> dict[str, list[str]]:
    """Return the steps of a file's plan of each statement that the work asks it."""
    statements = asked(database, work)
    with database.engine.connect() as connection:
        return {
            statement: [step for _parent, step in _steps(connection, statement, values)]
            for statement, values in statements.items()
        }


def explained(database: Database, work: Callable[[], object]) -> str:
    """Return the words of either engine's plan of all statements that the work asks it."""
    verb = "EXPLAIN" if database.is_on_server else "EXPLAIN QUERY PLAN"
    statements = asked(database, work)
    with database.engine.connect() as connection:
        plans = [
            connection.exec_driver_sql(f"{verb} {statement}", values).all()
            for statement, values in statements.items()
        ]
    return "\n".join(str(row) for plan in plans for row in plan)


def tables_read_whole(database: Database, statements: dict[str, Any]) -> set[str]:
    """Return the tables that the store reads whole, or a whole index of, for these statements.

    A list that is read in the order of an index, and stops at the end of its portion, does not.
    """
    read = _read_on_server if database.is_on_server else _read_in_file
    with database.engine.connect() as connection:
        if database.is_on_server:
            # A row costs four times as much: the pages where it would lie are not there to count.
            connection.exec_driver_sql("SET LOCAL cpu_tuple_cost = 0.04")
        found = {
            name
            for statement, values in statements.items()
            for name in read(connection, statement, values)
        }
        connection.rollback()
    return found & GROWING


def _steps(connection: Connection, statement: str, values: Any) -> list[tuple[int, str]]:
    """Return the steps of a file's plan, each with the number of the step that it is part of."""
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
    return [(parent, step) for _id, parent, _unused, step in rows]


def _read_in_file(connection: Connection, statement: str, values: Any) -> Iterator[str]:
    aliases: dict[str, str] = {alias: name for name, alias in _ALIAS.findall(statement)}
    steps = _steps(connection, statement, values)
    for parent, step in steps:
        found = _STEP.match(step)
        if found is None:
            continue
        verb, alias, index, condition = found.groups()
        ends_early = "LIMIT" in statement and index and (parent, _SORT) not in steps
        is_all = verb == "SCAN" or _OPEN_ENDED_IN_FILE.fullmatch(condition or "")
        if is_all and not ends_early and index not in _PARTIAL:
            yield aliases.get(alias, alias)


def expect_the_country(database: Database) -> None:
    """Let a server expect the country's rows in the page of each table that holds any.

    What is in them it guesses: no statistics of a few rows say what the country's are like.
    """
    if not database.is_on_server:
        return
    kept = "ALTER TABLE {} SET (autovacuum_enabled = false)"
    update = (
        "UPDATE pg_class SET relpages = 1, reltuples = %s"
        " WHERE relname = ANY(%s) AND pg_relation_size(oid) > 0"
    )
    with database.engine.begin() as connection:
        for name in GROWING:
            connection.exec_driver_sql(kept.format(name))
        connection.exec_driver_sql(update, (_COUNTRY, sorted(GROWING)))


def _read_on_server(connection: Connection, statement: str, values: Any) -> Iterable[str]:
    explained = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", values)
    (plan,) = explained.scalar_one()
    return _read_by(plan["Plan"], ends_early=False)


def _is_met_by_all(condition: str | None) -> bool:
    """Return whether nearly all rows meet the condition that a server searches an index by."""
    if condition is None:
        return True
    parts = re.sub(r"[()]", "", condition).split(" AND ")
    columns = [found[1] for found in map(_OPEN_ENDED_ON_SERVER.fullmatch, parts) if found]
    return len(set(columns)) == len(parts)  # a column that is named twice is between two values


def _read_by(node: dict[str, Any], *, ends_early: bool) -> Iterator[str]:
    """Yield the tables that a node of a plan, or a part of it, reads whole."""
    kind, index = node["Node Type"], node.get("Index Name")
    is_all = kind in _SCANS and _is_met_by_all(node.get("Index Cond"))
    if is_all and index not in _PARTIAL and not (index and ends_early):
        yield str(node.get("Relation Name") or _TABLE_OF.get(index))
    is_lazy = kind == "Limit" or (ends_early and kind in _LAZY)
    for place, part in enumerate(node.get("Plans", ())):
        yield from _read_by(part, ends_early=is_lazy and place == 0)
