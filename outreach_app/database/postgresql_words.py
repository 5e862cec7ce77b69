"""Adjustments that make PostgreSQL sort and convert as SQLite does."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Column, Engine, event
from sqlalchemy.dialects.postgresql.base import PGTypeCompiler
from sqlalchemy.dialects.postgresql.psycopg import PGCompiler_psycopg
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import (
    BinaryExpression,
    ColumnClause,
    ColumnElement,
    UnaryExpression,
)
from sqlalchemy.sql.elements import _label_reference as LabelReference  # noqa: N812
from sqlalchemy.sql.functions import FunctionElement


class _Compiler(PGCompiler_psycopg):
    """Sorts NULL first, and last in descending order."""

    def order_by_clause(self, select: Any, **kw: Any) -> str:
        filled = set(_filled_columns(select))
        parts = [
            self.process(clause, **kw) + _empty_values(clause, filled)
            for clause in select._order_by_clauses  # noqa: SLF001  what SQLAlchemy's own reads
        ]
        return f" ORDER BY {', '.join(parts)}" if parts else ""


class _TypeCompiler(PGTypeCompiler):
    """Makes every integer a 64-bit one, and every text unlimited."""

    def visit_INTEGER(self, type_: Any, **kw: Any) -> str:  # noqa: N802
        return "BIGINT"

    def visit_VARCHAR(self, type_: Any, **kw: Any) -> str:  # noqa: N802
        return "TEXT"


def speak_as_sqlite(engine: Engine) -> None:
    """Make a PostgreSQL engine sort, add and store integers as a SQLite engine does."""
    dialect = engine.dialect
    dialect.statement_compiler = _Compiler
    dialect.type_compiler_instance = _TypeCompiler(dialect)
    event.listen(engine, "connect", _read_sums)


def _filled_columns(select: Any) -> Iterator[ColumnElement[Any]]:
    """Yield the columns that a statement only takes where they are not NULL."""
    for condition in getattr(select, "_where_criteria", ()):  # a union has none
        if isinstance(condition, BinaryExpression) and condition.operator is operators.is_not:
            yield condition.left


def _empty_values(clause: ColumnElement[Any], filled: Collection[ColumnElement[Any]]) -> str:
    """Return where NULL sorts; "" for a column that has none, so that its index is used."""
    element = clause.element if isinstance(clause, LabelReference) else clause
    modifier, place = None, " NULLS FIRST"
    while isinstance(element, UnaryExpression) and element.modifier is not None:
        modifier = element.modifier
        if modifier in (operators.nulls_first_op, operators.nulls_last_op):
            return ""
        if modifier is operators.desc_op:
            place = " NULLS LAST"
        element = element.element
    return "" if _is_filled(element) or element in filled else place


def _is_filled(element: ColumnElement[Any]) -> bool:
    """Return whether an expression is never NULL: a required column, or a default at the end."""
    if isinstance(element, FunctionElement):
        return _is_filled(list(element.clauses)[-1])
    if isinstance(element, ColumnClause) and element.is_literal:
        return True
    return isinstance(element, Column) and not element.nullable


def _read_sums(connection: Any, _entry: ConnectionPoolEntry) -> None:
    """Read sums of integers, which are NUMERIC here, as integers."""
    from psycopg.adapt import Loader  # noqa: PLC0415  a file needs none of it

    class NumberLoader(Loader):
        def load(self, data: bytes | bytearray | memoryview) -> int | float:
            text = bytes(data)
            return float(text) if b"." in text else int(text)

    connection.adapters.register_loader("numeric", NumberLoader)
