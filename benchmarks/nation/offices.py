"""600 precincts in the regions, provinces and cities that the program knows."""

import csv
import random
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.events import GENESIS
from outreach_app.models import Bundle, Office, Station
from outreach_app.queries.offices import last_weeks
from outreach_app.rules.territory import region_of_city
from outreach_app.samples.offices import invent_office
from outreach_app.services.offices import OfficeDraft, create_office
from outreach_app.vocabulary import RESOURCES

OFFICES = 600
_WEEKS = 5 * 52  # over which files arrived
_MISSED = 12  # one weekly file in this many is missing


@dataclass(slots=True)
class Precinct:
    """An office and its only device, with the last number of its log."""

    office: int
    device: UUID
    weight: float
    seq: int = 0
    head: bytes = GENESIS
    t: int = 0
    numbers: dict[int, int] = field(default_factory=lambda: defaultdict(int))


@dataclass(frozen=True, slots=True)
class _City:
    ar: str
    fr: str
    province_ar: str
    province_fr: str


def make_precincts(session: Session, chance: random.Random) -> list[Precinct]:
    """Write the offices with the program, and enrol each with its recent files."""
    cities = _cities()
    chance.shuffle(cities)
    weights = [1 / (rank + 3) for rank in range(len(cities))]
    places = chance.choices(cities, weights, k=OFFICES)
    precincts = []
    ranks = chance.sample(range(OFFICES), OFFICES)
    for number, (city, rank) in enumerate(zip(places, ranks, strict=True), 1):
        office = create_office(session, _draft(number, city))
        session.flush()
        device = _enrol(session, office)
        # The busiest office has about seven times the median number of meetings.
        precincts.append(Precinct(office.id, device, (rank + 5) ** -0.5))
    return precincts


def _cities() -> list[_City]:
    """Return the towns whose region the program knows."""
    with (RESOURCES / "places.tsv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file, delimiter="\t", quoting=3)}
    towns = [row for row in rows.values() if row["kind"] == "commune urbain"]
    return [
        _City(row["ar"], row["fr"], rows[row["parent"]]["ar"], rows[row["parent"]]["fr"])
        for row in towns
        if region_of_city(row["ar"], row["fr"])
    ]


def _draft(number: int, city: _City) -> OfficeDraft:
    sample = invent_office(number)
    state_ar, state_fr = (
        text.splitlines()[:2] for text in (sample.letterhead_ar, sample.letterhead_fr)
    )
    command = f"الأمن الإقليمي {city.province_ar}", f"Sûreté provinciale de {city.province_fr}"
    district = f"منطقة أمن {city.ar}", f"District de police de {city.fr}"
    return replace(
        sample,
        number=str(number),
        name_ar=f"{sample.name_ar} {number}",
        name_fr=f"{sample.name_fr} {number}",
        city_ar=city.ar,
        city_fr=city.fr,
        letterhead_ar="\n".join((*state_ar, command[0], district[0], f"الدائرة {number}")),
        letterhead_fr="\n".join((*state_fr, command[1], district[1], f"Arrondissement {number}")),
    )


def _enrol(session: Session, office: Office) -> UUID:
    key = sha256(office.uid.bytes).digest()
    device = UUID(bytes=key[:16], version=4)
    session.add(
        Station(
            device=device, office=office.uid, role="precinct",
            name_ar=office.name_ar, name_fr=office.name_fr,
            city_ar=office.city_ar, city_fr=office.city_fr, number=office.number,
            key_id=key[:8], signing_key=key, recipient=f"age1{key.hex()}",
            status="enrolled", enrolled_at=clock.now() - timedelta(weeks=_WEEKS),
        )
    )  # fmt: skip
    return device


def note_files(session: Session, precincts: list[Precinct], chance: random.Random) -> None:
    """Write the log of each week's file; for some the last week is missing."""
    moments = [
        datetime.combine(week + timedelta(days=4), time(8, 30), UTC)
        for week in last_weeks(clock.today(), _WEEKS)
    ]
    rows = [
        {
            "uid": UUID(int=precinct.device.int ^ place), "direction": "in",
            "partner": "precinct", "device": precinct.device, "first": 1, "last": 1, "count": 1,
            "new": 1, "file_name": f"{moment:%Y-%m-%d}-1.outreach", "created_at": moment,
            "moved_at": moment, "status": "imported", "has_names": False,
        }
        for precinct in precincts
        for place, moment in enumerate(moments, 1)
        if moment <= clock.now() and chance.randrange(_MISSED)
    ]  # fmt: skip
    session.execute(insert(Bundle), rows)
