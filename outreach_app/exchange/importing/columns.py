"""The columns of each entity: the values that events can give them, and the driver's statements."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache

from sqlalchemy import Boolean, Date, Integer, String, Table, Time

from outreach_app.events import MOMENT, Fields, Json, Scalar
from outreach_app.models import JOURNALED, OwnedRecord, Record
from outreach_app.models.base import CodesType, Group, Link, MomentType, default_of
from outreach_app.rules.domain_kinds import Code, Day, Listed, Whatever
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.known_values import keep_agreeing

Stored = str | int | bytes | None
Read = Callable[[Json], Stored]

MODELS: dict[str, type[Record]] = {model.contract.entity: model for model in JOURNALED}

# Written by headquarters on another office's records, as a partner sheet that it issues.
_CROSSING = ("reply", "finding", "review", "issue")
# A row needs one of these columns: an identity has a holder, a point a meeting or a remark.
_EITHER: dict[str, tuple[str, str]] = {
    "identity": ("person_id", "partner_id"),
    "point": ("meeting_id", "received_on"),
    "commitment": ("meeting_id", "point_id"),
    "referral": ("meeting_id", "point_id"),
    "reading": ("publication_id", "account"),
}
# Optional links whose target a row waits for if they are given.
_AWAITED = {
    "identity": ("person", "partner"),
    "point": ("meeting",),
    "commitment": ("meeting",),
    "referral": ("meeting",),
    "reading": ("publication",),
}
# The states of a point and of a meeting: computed here, never stated by an event.
_COMPUTED = {"point": ("state",), "meeting": ("review",)}
_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_MOMENT = re.compile(MOMENT)
# texts of a column, and the characters of each
_MAX_REMEMBERED, _MAX_REMEMBERED_LENGTH = 1_000, 20


@dataclass(frozen=True, slots=True)
class Reference:
    """A link's column, and the table it points into; `may_cross` into another office's records."""

    column: str
    target: type[Record]
    is_required: bool
    may_cross: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """How one entity is stored: the readers of its fields, and its columns in order.

    A field of one column has a reader in `singles`; columns that change together are in `groups`.
    """

    entity: str
    model: type[Record]
    has_office: bool
    singles: dict[str, tuple[str, Read]]
    groups: dict[str, dict[str, Read]]
    references: tuple[Reference, ...]
    columns: tuple[str, ...]
    required: tuple[str, ...]
    either: tuple[str, ...]
    empty: dict[str, Stored]

    @property
    def table(self) -> str:
        return _table(self.model).name

    @property
    def insert(self) -> str:
        """The statement that inserts rows; computed columns are last."""
        computed = _COMPUTED.get(self.entity, ())
        return f"INSERT INTO {self.table} ({', '.join((*self._names, *computed))}) VALUES"

    @property
    def replacing(self) -> str:
        """The ON CONFLICT clause.

        A third slower than a plain INSERT: only used if rows may exist.
        """
        changes = ", ".join(f"{name} = excluded.{name}" for name in self._names[2:])
        return f" ON CONFLICT (id) DO UPDATE SET {changes}"

    @property
    def _names(self) -> tuple[str, ...]:
        office = ("office_id",) if self.has_office else ()
        return ("id", "uid", "version", "is_deleted", *office, *self.columns)

    def values(self, fields: Fields) -> dict[str, Stored]:
        """Return the columns that fields fill; links hold the bytes of a uid.

        Invalid values get their substitute (`rules.domains`). Raises ValueError with the field's
        name.
        """
        stored = self.empty.copy()
        singles, groups = self.singles, self.groups
        for name, value in fields.items():
            try:
                if value is None:
                    self._require_known(name)
                elif name in singles:
                    column, read = singles[name]
                    stored[column] = read(value)
                else:
                    readers = groups[name]
                    for column, part in _parts(value):
                        stored[column] = readers[column](part)
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(name) from error
        keep_agreeing(self.entity, stored)
        return stored

    def is_whole(self, values: dict[str, Stored]) -> bool:
        """Return whether every required column is there, and one of the alternatives if any."""
        return None not in map(values.get, self.required) and self.has_either(values)

    def has_either(self, values: dict[str, Stored]) -> bool:
        """Return whether one of the alternative columns is there, if there are any."""
        return not self.either or any(values[name] is not None for name in self.either)

    def _require_known(self, name: str) -> None:
        if name not in self.singles and name not in self.groups:
            raise ValueError(name)


@cache
def layout_of(entity: str) -> Layout:
    """Return the layout of an entity. Raises KeyError for an unknown one."""
    model = MODELS[entity]
    contract = model.contract
    table = _table(model).columns
    columns = tuple(name for field in contract.fields for name in field.columns)
    awaited = _AWAITED.get(entity, ())
    references = tuple(
        Reference(
            column=field.columns[0],
            target=model.__mapper__.relationships[field.name].mapper.class_,
            is_required=not table[field.columns[0]].nullable or field.name in awaited,
            may_cross=entity in _CROSSING,
        )
        for field in contract.fields
        if isinstance(field, Link)
    )
    return Layout(
        entity=entity,
        model=model,
        has_office=issubclass(model, OwnedRecord),
        singles={
            field.name: (field.columns[0], _reader(model, field.columns[0]))
            for field in contract.fields
            if not isinstance(field, Group)
        },
        groups={
            field.name: {column: _reader(model, column) for column in field.columns}
            for field in contract.fields
            if isinstance(field, Group)
        },
        references=references,
        columns=columns,
        required=tuple(name for name in columns if not table[name].nullable),
        either=_EITHER.get(entity, ()),
        empty={name: _default(model, name) for name in columns},
    )


def _reader(model: type[Record], name: str) -> Read:
    """Return the reader of a column, which replaces invalid values.

    Readers raise ValueError or TypeError for a value of another type.
    """
    if _table(model).columns[name].foreign_keys:
        return uid_bytes
    read, domain = _reader_of(model, name), DOMAINS[model.contract.entity][name]
    if isinstance(domain, Whatever):
        return read
    if isinstance(domain, Code | Listed | Day):
        return _Remembered(lambda value: domain.kept(read(value))).__getitem__
    return lambda value: domain.kept(read(value))


class _Remembered(dict[Json, Stored]):
    """Caches the texts of a column of codes or days. Not numbers: 1 and True are one key."""

    def __init__(self, read: Read) -> None:
        self._read = read

    def __missing__(self, text: Json) -> Stored:
        stored = self._read(text)
        if len(self) < _MAX_REMEMBERED and len(str(text)) <= _MAX_REMEMBERED_LENGTH:
            self[text] = stored
        return stored


def _reader_of(model: type[Record], name: str) -> Read:
    column = _table(model).columns[name]
    kinds: tuple[tuple[type, Read], ...] = (
        (MomentType, _moment),
        (CodesType, _codes),
        (Boolean, _truth),
        (Integer, _integer),
        (Date, _date),
        (Time, _time),
        (String, _text),
    )
    return next(read for type_, read in kinds if isinstance(column.type, type_))


def _default(model: type[Record], name: str) -> Stored:
    default = default_of(model, name)
    return "" if default == () else default if isinstance(default, int) else None


def _table(model: type[Record]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101
    return table


def _parts(value: Json) -> Iterable[tuple[str, Scalar]]:
    if not isinstance(value, dict) or not value:
        raise ValueError(value)
    return value.items()


def uid_bytes(value: Json) -> bytes:
    """Return the 16 bytes of a uid. Raises ValueError."""
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004
    return _uid_bytes(value)


@lru_cache(maxsize=100_000)
def _uid_bytes(text: str) -> bytes:
    """Return the bytes of a uid's text; cached, as each is read as record, link and sort key."""
    if _UID.fullmatch(text) is None:
        raise ValueError(text)
    return bytes.fromhex(text.replace("-", ""))


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004  one error for whatever an event cannot say
    return value


def _truth(value: Json) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)  # noqa: TRY004
    return value


def _integer(value: Json) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(value)  # noqa: TRY004
    return value


def _date(value: Json) -> str:
    text = _text(value)
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError(value)
    return text


def _time(value: Json) -> str:
    """Return a time of day in SQLAlchemy's form, with microseconds. Raises ValueError."""
    text = _text(value)
    if _TIME.fullmatch(text) is None:
        raise ValueError(value)
    return f"{text}:00.000000"


def _moment(value: Json) -> str:
    text = _text(value)
    if _MOMENT.fullmatch(text) is None:
        raise ValueError(value)
    datetime.fromisoformat(text)
    return text


def _codes(value: Json) -> str:
    if not isinstance(value, list) or not value or any(len(code.split()) != 1 for code in value):
        raise ValueError(value)
    text = " ".join(value)
    if text.split() != value:
        raise ValueError(value)
    return text
