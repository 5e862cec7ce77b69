"""Shared parts of all tables: column types, uids, versions, and the fields an event can carry."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import ClassVar
from uuid import UUID

import uuid_utils.compat
from sqlalchemy import (
    Date,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Time,
    TypeDecorator,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from outreach_app.events import Json, Scalar
from outreach_app.rules.text import encodable


class UidType(TypeDecorator[UUID]):
    """A UUID as 16 bytes: SQLAlchemy's own type is 32 characters on SQLite."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:
        return None if value is None else value.bytes

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> UUID | None:
        return None if value is None else UUID(bytes=value)


class CodesType(TypeDecorator[tuple[str, ...]]):
    """A short list of catalogue codes, stored as one text with spaces between them."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else " ".join(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        return tuple(value.split()) if value else ()


class FileNameType(TypeDecorator[str]):
    """The name of a file; undecodable parts of it are replaced."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else encodable(value)


class MomentType(TypeDecorator[datetime]):
    """A moment in UTC, to the second, as ISO 8601 text that sorts."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def moment_text(moment: datetime) -> str:
    """Return a moment as an event writes it: `2026-11-24T15:40:00Z`."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


class Base(DeclarativeBase):
    type_annotation_map: ClassVar = {
        UUID: UidType,
        tuple[str, ...]: CodesType,
        datetime: MomentType,
    }


def partial_index(name: str, *columns: str, of: str) -> Index:
    """Return an index of the rows under a condition; SQLite stores truth values as numbers."""
    of_numbers = re.sub(r"(NOT )?is_deleted", lambda said: f"is_deleted = {int(not said[1])}", of)
    return Index(name, *columns, sqlite_where=text(of_numbers), postgresql_where=text(of))


@dataclass(frozen=True, slots=True)
class Value:
    """A field of one column, under the column's name."""

    name: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.name,)


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that change together: one nested value, so that a merge never mixes two authors."""

    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to another record, by its uid; the relationship has the field's name."""

    name: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (f"{self.name}_id",)


@dataclass(frozen=True, slots=True)
class Contract:
    """The names of an entity and its fields in events, independent of the columns."""

    entity: str
    fields: tuple[Value | Group | Link, ...]


def new_uid() -> UUID:
    """Return the uid of a new record: time first, then random."""
    return uuid_utils.compat.uuid7()


class Record(Base):
    """A journaled record. `version` is that of its last event, `t@device`."""

    __abstract__ = True
    contract: ClassVar[Contract]

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[UUID] = mapped_column(unique=True, default=new_uid, insert_sentinel=True)
    version: Mapped[str] = mapped_column(String(60))
    is_deleted: Mapped[bool] = mapped_column(default=False)


class OwnedRecord(Record):
    """A record of one office: headquarters holds those of many."""

    __abstract__ = True

    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"), index=True)


def to_json(value: object) -> Json:
    """Convert a column's value to an event's: codes become a list, an empty one None."""
    if isinstance(value, tuple):
        return [str(item) for item in value] or None
    return to_scalar(value)


def to_scalar(value: object) -> Scalar:
    """Return one value as an event writes it: dates and times in ISO 8601."""
    match value:
        case None | bool() | int() | str():
            return value
        case datetime():
            return moment_text(value)
        case date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case _:
            raise TypeError(f"an event cannot carry {type(value).__name__}")


def snapshot(record: Record, names: frozenset[str] | None = None) -> dict[str, Json]:
    """Return the fields of a record as an event writes them: all, or only those named."""
    return {
        field.name: _field_json(record, field)
        for field in record.contract.fields
        if names is None or field.name in names
    }


def _field_json(record: Record, field: Value | Group | Link) -> Json:
    if isinstance(field, Link):
        target: Record | None = getattr(record, field.name)
        return None if target is None else str(target.uid)
    if isinstance(field, Value):
        return to_json(getattr(record, field.name))
    group = {column: to_scalar(getattr(record, column)) for column in field.columns}
    return {name: value for name, value in group.items() if value is not None} or None


def default_of(model: type[Record], column: str) -> object:
    """Return a column's default, for events older than the column."""
    default = model.__mapper__.columns[column].default
    return default.arg if isinstance(default, ScalarElementColumnDefault) else None


def from_json(model: type[Record], column: str, value: Json) -> object:
    """Convert an event's value to a column's: the reverse of `to_json`."""
    kind = model.__mapper__.columns[column].type
    match value:
        case str() if isinstance(kind, MomentType):
            return datetime.fromisoformat(value)
        case str() if isinstance(kind, Date):
            return date.fromisoformat(value)
        case str() if isinstance(kind, Time):
            return time.fromisoformat(value)
        case None | list() if isinstance(kind, CodesType):
            return tuple(str(item) for item in value or ())
        case _:
            return value
