"""Test helpers for precincts in headquarters' registry, with the log of their weekly files."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from uuid import UUID

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.models import Bundle, Device, JournalEvent, Office, Station
from outreach_app.queries.offices import last_weeks
from outreach_app.services.offices import OfficeDraft, create_office
from tests import makers

Both = tuple[str, str]  # words in Arabic and in French

_CASABLANCA = ("ولاية أمن الدار البيضاء", "Préfecture de police de Casablanca")
_PRECINCT = ("الدائرة الأمنية", "Arrondissement de police")
_CHANGES = 10  # of each file


def precinct_draft(name: Both, number: str, district: Both | None = None) -> OfficeDraft:
    """Return the draft of a precinct of Casablanca, in a district if one is given."""
    arabic, french = (
        "\n".join(
            (_CASABLANCA[place], *((district[place],) if district else ()), f"{kind} {name[place]}")
        )
        for place, kind in enumerate(_PRECINCT)
    )
    return replace(
        makers.office_draft(),
        number=number,
        name_ar=name[0],
        name_fr=name[1],
        letterhead_ar=arabic,
        letterhead_fr=french,
    )


def add_precinct(session: StoreSession, draft: OfficeDraft, sent: str) -> None:
    """Write a precinct and enrol it; see `enrol_office`."""
    enrol_office(session, create_office(session, draft), sent)


def enrol_office(session: StoreSession, office: Office, sent: str) -> None:
    """Enrol a known precinct; `sent` has a letter for each week since then, today's last.

    r: received in time, l: late, g: received, but the previous file is lost, .: nothing.
    """
    key = sha256(f"{office.name_fr} {office.number}".encode()).digest()
    device = UUID(bytes=key[:16], version=4)
    weeks = last_weeks(clock.today(), len(sent))
    session.add(_station(office, device, key, _written(weeks[0], ".")))
    upto, last = 0, 0
    for week, letter in zip(weeks, sent, strict=True):
        if letter == ".":
            continue
        if letter == "g":
            last += _CHANGES
            session.add(_event(device, last + 1))
        upto = last + _CHANGES if upto == last else upto
        last += _CHANGES
        session.add(_bundle(device, last, _written(week, letter)))
    session.add(
        Device(
            uid=device, letter="", is_current=False, since=clock.now(),
            upto=upto, head=key, highest_t=0,
        )
    )  # fmt: skip


def _station(office: Office, device: UUID, key: bytes, since: datetime) -> Station:
    return Station(
        device=device, office=office.uid, role="precinct",
        name_ar=office.name_ar, name_fr=office.name_fr,
        city_ar=office.city_ar, city_fr=office.city_fr, number=office.number,
        key_id=key[:8], signing_key=key, recipient=f"age1{key.hex()}",
        status="enrolled", enrolled_at=since,
    )  # fmt: skip


def _bundle(device: UUID, last: int, written: datetime) -> Bundle:
    return Bundle(
        uid=UUID(int=device.int ^ last), direction="in", partner="precinct", device=device,
        first=last - _CHANGES + 1, last=last, count=_CHANGES, new=_CHANGES,
        file_name=f"{written:%Y-%m-%d}-1.outreach", created_at=written, moved_at=written,
        status="imported",
    )  # fmt: skip


def _event(device: UUID, seq: int) -> JournalEvent:
    """Return an event that shows that later changes have arrived."""
    return JournalEvent(
        device=device, seq=seq, t=seq, entity="meeting", record=UUID(int=device.int ^ seq),
        operation="set", line=None, line_hash=device.bytes * 2, head=device.bytes * 2,
    )  # fmt: skip


def _written(week: date, letter: str) -> datetime:
    """Return Monday morning, or the Saturday after the due day; never in the future."""
    day = week + timedelta(days=5 if letter == "l" else 0)
    return min(datetime.combine(day, time(8, 30), UTC), clock.now())
