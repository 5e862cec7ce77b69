"""Comparison of a store's schema with what the migrations make."""

import re
from collections.abc import Iterator

from sqlalchemy import Connection

from outreach_app.migrations.server import SCRIPT
from outreach_app.models import Base

# The tables and indexes of the search have a check of their own.
_SEARCH = "search_"
_STAY = "BEGIN SELECT RAISE(ABORT, 'rows of the access log stay'); END"
_CUT = (
    "NEW.n = OLD.n AND NEW.at = OLD.at AND NEW.head = OLD.head AND NEW.act = 'cut'"
    " AND NEW.role = '' AND NEW.account IS NULL AND NEW.verb IS NULL AND NEW.record IS NULL"
    " AND NEW.count IS NULL"
)
_FILE_TRIGGERS = {
    "access_rows_keep_delete": f"BEFORE DELETE ON access_rows {_STAY}",
    "access_rows_keep_update": (
        f"BEFORE UPDATE ON access_rows WHEN NOT coalesce({_CUT}, 0) {_STAY}"
    ),
}
_COLUMNS = """
SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'"""
_INDEXES = """
SELECT m.name, m.tbl_name, l."unique", count(*) FROM sqlite_master m
JOIN pragma_index_list(m.tbl_name) l ON l.name = m.name JOIN pragma_index_info(m.name)
WHERE m.type = 'index' AND m.sql IS NOT NULL GROUP BY m.name"""
_OTHERS = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')"
_SERVER_COLUMNS = """
SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
AND c.relnamespace = current_schema()::text::regnamespace"""
_SERVER_INDEXES = """
SELECT i.relname, c.relname FROM pg_index x
JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
WHERE c.relnamespace = current_schema()::text::regnamespace
AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid)"""
# O is an enabled trigger.
_SERVER_TRIGGERS = """
SELECT t.tgname, c.relname, t.tgenabled = 'O', p.prosrc FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::text::regnamespace"""


def compare_schema(connection: Connection) -> tuple[int, list[str]]:
    """Return how many tables, indexes and triggers a store has to have, and which differ.

    A table differs in the names of its columns, an index in its table, its uniqueness and the
    number of its columns, a trigger in its words. One that no migration makes differs too.
    """
    is_file = connection.dialect.name == "sqlite"
    expected = dict(_expected_in_file() if is_file else _expected_on_server())
    found = dict(_found_in_file(connection) if is_file else _found_on_server(connection))
    names = sorted(expected.keys() | found.keys())
    return len(expected), [name for name in names if expected.get(name) != found.get(name)]


def _expected_in_file() -> Iterator[tuple[str, object]]:
    for name, words in _FILE_TRIGGERS.items():
        yield f"trigger {name}", f"CREATE TRIGGER {name} {words}"
    for table in Base.metadata.tables.values():
        yield f"table {table.name}", {column.name for column in table.columns}
        for index in table.indexes:
            count = len(list(index.expressions))
            yield f"index {index.name}", (table.name, bool(index.unique), count)


def _found_in_file(connection: Connection) -> Iterator[tuple[str, object]]:
    yield from _tables(connection, _COLUMNS)
    for name, table, is_unique, count in connection.exec_driver_sql(_INDEXES):
        if _is_compared(table):
            yield f"index {name}", (table, bool(is_unique), count)
    for kind, name, sql in connection.exec_driver_sql(_OTHERS):
        yield f"{kind} {name}", _words(sql)


def _expected_on_server() -> Iterator[tuple[str, object]]:
    body = re.search(r"FUNCTION access_rows_keep\(\).*?\$\$(.*?)\$\$", SCRIPT, re.DOTALL)
    yield "trigger access_rows_keep", ("access_rows", True, _words(body[1]) if body else "")
    for table in Base.metadata.tables.values():
        yield f"table {table.name}", {column.name for column in table.columns}
        for index in table.indexes:
            yield f"index {index.name}", table.name
    for name, columns in re.findall(r"CREATE TABLE (server_\w+) \((.*?)\)\n\n", SCRIPT, re.DOTALL):
        yield f"table {name}", {column.split()[0] for column in columns.split(",")}


def _found_on_server(connection: Connection) -> Iterator[tuple[str, object]]:
    yield from _tables(connection, _SERVER_COLUMNS)
    for name, table in connection.exec_driver_sql(_SERVER_INDEXES):
        if _is_compared(table):
            yield f"index {name}", table
    for name, table, is_on, body in connection.exec_driver_sql(_SERVER_TRIGGERS):
        yield f"trigger {name}", (table, is_on, _words(body))


def _tables(connection: Connection, columns: str) -> Iterator[tuple[str, object]]:
    """Yield each table with its columns, by a statement that selects the names of both."""
    tables: dict[str, set[str]] = {}
    for table, column in connection.exec_driver_sql(columns):
        tables.setdefault(table, set()).add(column)
    for table, names in tables.items():
        if _is_compared(table):
            yield f"table {table}", names


def _is_compared(table: str) -> bool:
    return not table.startswith(_SEARCH) and table != "alembic_version"


def _words(sql: str) -> str:
    return " ".join(sql.replace('"', "").split())
