"""Writes a country of many meetings: copies of a small one's, each with its own journal and words.

A record's events, states and terms are those of the program, made once for each meeting of the
small country. A copy moves it by days, gives it other texts, other partners of its precinct, and
the numbers, versions, hashes and chain that follow.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from itertools import islice
from typing import Any

from benchmarks.nation.moulds import (
    MeetingMould,
    Mould,
    terms_of,
    terms_of_partner,
)
from benchmarks.nation.offices import Precinct
from outreach_app import clock
from outreach_app.events import chain, line_hash, version_of
from outreach_app.models import Attendance, Commitment, Meeting, Partner, Point, Record, Referral
from outreach_app.models.base import moment_text
from outreach_app.search.index import Document, Found, FoundKind, row_of

MODELS: tuple[type[Record], ...] = (Meeting, Attendance, Point, Commitment, Referral)
EVENT_COLUMNS = (
    "device", "seq", "t", "entity", "record", "operation", "line", "line_hash", "head"
)  # fmt: skip
SPREAD = 3  # days by which a meeting arrives early or late in the files
_STEPS = 10_000  # by which texts and partners of a copy are other ones
_SUBJECTS = frozenset({"subject_ar", "subject_fr"})  # searched by their sound too


@dataclass(slots=True)
class Rows:
    """The rows of a portion of copies, as the driver takes them."""

    records: dict[type[Record], list[list[Any]]]
    events: list[tuple[Any, ...]]
    documents: list[tuple[int, str]]


@dataclass(slots=True)
class _Copy:
    """A meeting being copied; `common` are the values that its records share."""

    precinct: Precinct
    day: int
    step: int
    common: dict[str, Any]
    terms: set[str]


class Copier:
    """Makes the copies in the order in which they arrive."""

    def __init__(
        self,
        moulds: Sequence[MeetingMould],
        copies: int,
        partners: dict[int, list[Partner]],
        today: date,
        chance: random.Random,
    ) -> None:
        self._moulds, self._copies, self._chance = moulds, copies, chance
        self._today = today.toordinal()
        self._next = dict.fromkeys(MODELS, 0)
        self._partners = {
            office: [(each.id, str(each.uid), terms_of_partner(each)) for each in of_office]
            for office, of_office in partners.items()
        }
        self._places = {
            each.id: place
            for of_office in partners.values()
            for place, each in enumerate(of_office)
        }

    def portions(self, size: int) -> Iterator[Rows]:
        """Yield the rows of all copies."""
        arrivals = iter(self._arrivals())
        while portion := list(islice(arrivals, size)):
            rows = Rows({model: [] for model in MODELS}, [], [])
            for _arrival, place, day in portion:
                self._copy(self._moulds[place], day, rows)
            rows.events.sort(key=_by_device)
            rows.documents.sort()
            yield rows

    def _arrivals(self) -> list[tuple[int, int, int]]:
        """Return the day of arrival of each copy, its mould and its day, in order."""
        found = []
        for place, mould in enumerate(self._moulds):
            for copy in range(self._copies):
                day = mould.day + copy - self._copies // 2
                if day > self._today and mould.status != "planned":
                    day = 2 * self._today - day + 1  # what is over stays in the past
                found.append((day + self._chance.randint(-SPREAD, SPREAD), place, day))
        self._chance.shuffle(found)
        found.sort(key=_by_arrival)
        return found

    def _copy(self, mould: MeetingMould, day: int, rows: Rows) -> None:
        """Add the rows of a meeting and its records."""
        precinct, recorded = mould.precinct, min(day, self._today)
        precinct.t = max(precinct.t + 1, _milliseconds(recorded))
        meeting, point = self._next[Meeting] + 1, self._next[Point] + 1
        common: dict[str, Any] = {
            "t": precinct.t, "at": _moment(recorded),
            "version": version_of(precinct.t, str(precinct.device)),
            "meeting_id": meeting, "meeting": uid_text(Meeting, meeting),
            "point_id": point, "point": uid_text(Point, point),
        }  # fmt: skip
        if mould.status == "held":
            year = date.fromordinal(day).year
            precinct.numbers[year] += 1
            common |= {"number_year": year, "number_sequence": precinct.numbers[year]}
        copy = _Copy(precinct, day, self._chance.randrange(_STEPS), common, set(mould.terms))
        for record in mould.records:
            values = self._values(record, copy)
            rows.records[record.model].append(record.filled(values))
            rows.events.append(_event(record, precinct, values))
        document = Document(Found(FoundKind.MEETING, meeting), "", day=date.fromordinal(day))
        rows.documents.append((row_of(document), " ".join(copy.terms)))

    def _values(self, mould: Mould, copy: _Copy) -> dict[str, Any]:
        """Return what the copy of a record changes, and add its terms."""
        model = mould.model
        self._next[model] = number = self._next[model] + 1
        copy.precinct.seq += 1
        values = copy.common | {
            "id": number, "uid": _uid_bytes(model, number), "record": uid_text(model, number),
            "seq": copy.precinct.seq,
        }  # fmt: skip
        for name, after in mould.dates:
            on = copy.day + after
            values[name] = _iso(on if name == "due_on" else min(on, max(copy.day, self._today)))
        for name, pool, place in mould.texts:
            values[name] = text = pool[(place + copy.step) % len(pool)]
            if name != "status_reason":
                copy.terms.update(terms_of(text, is_subject=name in _SUBJECTS))
        if mould.partner is not None:
            own = self._partners[copy.precinct.office]
            found = own[(self._places[mould.partner] + copy.step) % len(own)]
            values["partner_id"], values["partner"], of_partner = found
            copy.terms.update(of_partner)
        return values


def _event(mould: Mould, precinct: Precinct, values: dict[str, Any]) -> tuple[Any, ...]:
    """Return the row of the event of a copy, the next of its precinct."""
    line = (mould.line % values).encode()
    hashed = line_hash(line)
    precinct.head = chain(precinct.head, hashed)
    return (
        precinct.device.bytes, precinct.seq, precinct.t, mould.model.contract.entity,
        values["uid"], "set", line, hashed, precinct.head,
    )  # fmt: skip


def _by_arrival(arrival: tuple[int, int, int]) -> int:
    return arrival[0]


def _by_device(event: tuple[Any, ...]) -> tuple[bytes, int]:
    return event[0], event[1]


# The uids of the copies are UUIDv7 of one moment; the last six bytes are the local id.
@cache
def _prefix(model: type[Record]) -> tuple[str, bytes]:
    text = f"01930000-0000-7{MODELS.index(model):03x}-8000-"
    return text, bytes.fromhex(text.replace("-", ""))


def uid_text(model: type[Record], number: int) -> str:
    """Return the uid of a copied record as events write it."""
    return f"{_prefix(model)[0]}{number:012x}"


def _uid_bytes(model: type[Record], number: int) -> bytes:
    return _prefix(model)[1] + number.to_bytes(6)


@cache
def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


@cache
def _moment(day: int) -> str:
    return moment_text(clock.moment_of(date.fromordinal(day), time(17)))


@cache
def _milliseconds(day: int) -> int:
    return int(clock.moment_of(date.fromordinal(day), time(17)).timestamp() * 1000)
