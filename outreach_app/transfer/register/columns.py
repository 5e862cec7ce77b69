"""The columns of every noun's table, derived from the fields of its events."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Boolean, Date, Integer, Time

from outreach_app.models import JOURNALED, Office, OwnedRecord, Record
from outreach_app.models.base import CodesType, Link, MomentType, default_of
from outreach_app.rules.domain_kinds import Code, Codes, Listed
from outreach_app.rules.domains import DOMAINS

UID, OFFICE, IS_OWN, IS_DELETED = "uid", "office", "is_own", "is_deleted"


class Kind(StrEnum):
    """The kind of a column's values, and how they are written.

    A record is its uid, a truth value 1 or 0; several codes or digests are separated by spaces;
    days are 31/12/2026, hours 23:59, moments 2026-12-31T23:59:59Z.
    """

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"
    TIME = "time"
    MOMENT = "moment"
    CODE = "code"
    CODES = "codes"
    DIGESTS = "digests"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a noun; it is not empty in any row if it `is_needed`."""

    name: str
    kind: Kind
    is_needed: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """Its name, with label columns in both languages for a code or a record."""
        has_words = self.kind in (Kind.CODE, Kind.CODES, Kind.RECORD)
        return (self.name, *((f"{self.name}_ar", f"{self.name}_fr") if has_words else ()))


@dataclass(frozen=True, slots=True)
class NounTable:
    """The table of one noun, named as the store names it."""

    model: type[Record]
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        return str(self.model.__tablename__)

    @property
    def headings(self) -> list[str]:
        return [heading for column in self.columns for heading in column.headings]


def noun_tables() -> tuple[NounTable, ...]:
    """Return the table of every noun, parents before children."""
    return tuple(NounTable(model, tuple(_columns(model))) for model in JOURNALED)


def target_of(model: type[Record], name: str) -> type[Record]:
    """Return the noun whose records a column of kind RECORD names."""
    if name == OFFICE:
        return Office
    target: type[Record] = model.__mapper__.relationships[name].mapper.class_
    return target


def _columns(model: type[Record]) -> list[Column]:
    columns = [Column(UID, Kind.TEXT, is_needed=True)]
    if issubclass(model, OwnedRecord):
        columns.append(Column(OFFICE, Kind.RECORD, is_needed=True))
    if model is Office:
        columns.append(Column(IS_OWN, Kind.TRUTH, is_needed=True))
    for field in model.contract.fields:
        if isinstance(field, Link):
            columns.append(Column(field.name, Kind.RECORD, _is_needed(model, field.columns[0])))
        else:
            columns += [
                Column(name, _kind(model, name), _is_needed(model, name)) for name in field.columns
            ]
    columns.append(Column(IS_DELETED, Kind.TRUTH))
    return columns


def _is_needed(model: type[Record], name: str) -> bool:
    is_nullable = model.__mapper__.columns[name].nullable
    return not is_nullable and default_of(model, name) is None and name != "number_station"


def _kind(model: type[Record], name: str) -> Kind:
    domain = DOMAINS[model.contract.entity][name]
    if isinstance(domain, Code | Listed) or name == "phrase":
        return Kind.CODE
    if isinstance(domain, Codes):
        return Kind.CODES
    kinds: tuple[tuple[type, Kind], ...] = (
        (MomentType, Kind.MOMENT),
        (CodesType, Kind.DIGESTS),
        (Boolean, Kind.TRUTH),
        (Integer, Kind.NUMBER),
        (Date, Kind.DAY),
        (Time, Kind.TIME),
    )
    type_ = model.__mapper__.columns[name].type
    return next((kind for of, kind in kinds if isinstance(type_, of)), Kind.TEXT)
