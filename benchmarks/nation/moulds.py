"""A meeting of the small country with its records, as rows and lines of the journal to fill in.

A copy of it has its own day, words, partners and number; the rest stays as the program made it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from sys import intern
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects.sqlite import dialect as sqlite

from benchmarks.nation.offices import Precinct
from benchmarks.nation.words import Texts
from outreach_app.actors import Actor
from outreach_app.events import Event, Fields, Operation, encode
from outreach_app.models import Attendance, Meeting, Partner, Record
from outreach_app.models.base import Group, snapshot
from outreach_app.search.documents import document_of
from outreach_app.search.index import columns_of
from outreach_app.search.terms import Facet, facet_term, words_of, words_of_names

_NUMBERS = ("number_year", "number_sequence")
_OF_ITS_OWN = ("id", "uid", "version", "meeting_id", "point_id", "partner_id", *_NUMBERS)


@dataclass(slots=True)
class Mould:
    """A record: its row, its line with the names of what is filled in, and how a copy differs.

    `dates` are days after the meeting's, `texts` the place of each text in its pool.
    """

    model: type[Record]
    row: list[Any]
    line: str
    places: list[tuple[int, str]]
    dates: list[tuple[str, int]]
    texts: list[tuple[str, Sequence[str], int]]
    partner: int | None

    def filled(self, values: Mapping[str, object]) -> list[Any]:
        """Return the row of a copy."""
        row = self.row.copy()
        for place, name in self.places:
            row[place] = values[name]
        return row


@dataclass(slots=True)
class MeetingMould:
    """A meeting first, then its records; `terms` of its document, without texts and partners."""

    precinct: Precinct
    day: int
    status: str
    records: list[Mould]
    terms: list[str]


class Moulder:
    """Makes the moulds of a country's meetings."""

    def __init__(self, texts: Iterable[Texts]) -> None:
        self._pools: dict[str, tuple[Sequence[str], int]] = {}
        for of_language in texts:
            for pool in (of_language.subjects, of_language.texts):
                self._pools |= {text: (pool, place) for place, text in enumerate(pool)}

    def make(self, precinct: Precinct, records: list[Record]) -> MeetingMould:
        """Return the mould of a meeting with its records, which are of no use afterwards."""
        meeting = records[0]
        assert isinstance(meeting, Meeting)
        moulds = [self._mould(record, meeting.held_on) for record in records]
        for record, mould in zip(records, moulds, strict=True):
            for name, _pool, _place in mould.texts:
                setattr(record, name, None)
        meeting.attendances = []
        words = columns_of(document_of(meeting))["words"]
        terms = [intern(word) for word in str(words).split()]
        day = meeting.held_on.toordinal()
        return MeetingMould(precinct, day, meeting.status, moulds, terms)

    def _mould(self, record: Record, day: date) -> Mould:
        model, held = type(record), record.__dict__
        columns = columns_of_rows(model)
        dates = [
            (name, (held[name] - day).days) for name in columns if isinstance(held.get(name), date)
        ]
        texts = [
            (name, *self._pools[held[name]]) for name in columns if held.get(name) in self._pools
        ]
        changed = {name for name, _after in dates} | {name for name, *_place in texts}
        changed.update(
            name for name in _OF_ITS_OWN if name == "version" or held.get(name) is not None
        )
        return Mould(
            model=model,
            row=stored(record),
            line=_line(record, changed),
            places=[(place, name) for place, name in enumerate(columns) if name in changed],
            dates=dates,
            texts=texts,
            partner=held["partner_id"] if isinstance(record, Attendance) else None,
        )


@cache
def columns_of_rows(model: type[Record]) -> tuple[str, ...]:
    """Return the columns of a table in the order of `stored`."""
    return tuple(column.key for column in model.__mapper__.column_attrs)


@cache
def _processors(model: type[Record]) -> list[tuple[str, Any]]:
    types = inspect(model).columns
    driver = sqlite()
    return [
        (name, types[name].type.dialect_impl(driver).bind_processor(driver))
        for name in columns_of_rows(model)
    ]


def stored(record: Record) -> list[Any]:
    """Return the columns of a detached record as the driver takes them."""
    held = record.__dict__
    return [
        process(held.get(name)) if process else held.get(name)
        for name, process in _processors(type(record))
    ]


def _line(record: Record, changed: set[str]) -> str:
    """Return the line of a record's event, with `%(name)s` for what a copy changes."""
    fields: Fields = {name: value for name, value in snapshot(record).items() if value is not None}
    for each in record.contract.fields:
        if each.name not in fields or changed.isdisjoint(each.columns):
            continue
        group = fields[each.name]
        if isinstance(each, Group) and isinstance(group, dict):
            fields[each.name] = group | {
                column: f"%({column})s" for column in group if column in changed
            }
        else:
            fields[each.name] = f"%({each.name})s"
    number: Any = "%({})d"
    event = Event(
        s="%(seq)032x", seq=number.format("seq"), t=number.format("t"),
        ent=record.contract.entity, id="%(record)s", op=Operation.SET, at="%(at)s",
        by=str(Actor.CHIEF.value), base=None, d=fields,
    )  # fmt: skip
    line = encode(event).decode()
    for name in ("seq", "t"):
        line = line.replace(f'"%({name})d"', f"%({name})d")
    for name in _NUMBERS:
        line = line.replace(f'"%({name})s"', f"%({name})d")
    return line


@cache
def terms_of(text: str, *, is_subject: bool) -> tuple[str, ...]:
    """Return the terms of one text in the index of meetings."""
    sounds = words_of_names(text) if is_subject else ()
    return tuple(map(intern, (*words_of(text), *sounds)))


def terms_of_partner(partner: Partner) -> tuple[str, ...]:
    """Return the terms that a partner adds to the document of a meeting it came to."""
    names = str(columns_of(document_of(partner))["names"])
    return (*map(intern, names.split()), facet_term(Facet.CATEGORY, partner.category))
