"""An enrolled precinct that sends files in another's name changes nothing of the other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import uuid_utils.compat
from sqlalchemy import select

from outreach_app import journal
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import BundleError
from outreach_app.events import decode
from outreach_app.exchange.format.certificates import make_certificate
from outreach_app.exchange.format.container import Content, pack
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.stations import registry
from outreach_app.models import JournalEvent, Office, Station
from outreach_app.progress import Progress
from outreach_app.queries.national import national_figures
from outreach_app.queries.offices import list_office_places, list_reports
from outreach_app.queries.proposals import list_proposals
from outreach_app.queries.records import get_own_office
from outreach_app.rules.periods import Period
from outreach_app.services.offices import change_office, draft_of_own_office
from outreach_app.services.proposals import propose_phrase
from outreach_app.transfer.csv_file import csv_lines
from outreach_app.transfer.register.writing import write_register
from tests import makers
from tests.core.exchange.forging import edited, forge
from tests.core.exchange.network import OTHER_NAMES, state, take, upto
from tests.core.exchange.restored import CHIEF, HEADQUARTERS, OTHER, Offices
from tests.proposals import PROPOSAL

REGISTERED = OTHER_NAMES["name_fr"]
Lie = Callable[[Offices], bytes]
"""What OTHER, which is enrolled, signs in the name of CHIEF's office."""


def station_of(store: Database) -> Station:
    with store.read() as session:
        return registry.own_station(session)


def signed_as(offices: Offices, keys: StationKeys | None = None, **claims: object) -> bytes:
    """Return a bundle of the impostor's own events, with false claims of ownership."""
    store = offices.stores[OTHER]
    with store.read() as session:
        own = registry.own_station(session)
        rows = select(JournalEvent.line).where(JournalEvent.device == own.device)
        content = Content(
            bundle_id=str(uuid_utils.compat.uuid7()),
            device=str(own.device),
            office=str(own.office),
            app="test",
            created_at="2026-11-24T15:40:00Z",
            first=1,
            lines=[line for line in session.scalars(rows.order_by(JournalEvent.seq)) if line],
        )
        recipients = list(session.scalars(select(Station.recipient)))
        keys = keys or registry.own_keys(session, own)
        return pack(replace(content, **claims), keys, recipients)  # type: ignore[arg-type]


def of_its_office(offices: Offices) -> bytes:
    return signed_as(offices, office=str(station_of(offices.stores[CHIEF]).office))


def of_its_device(offices: Offices) -> bytes:
    chief = station_of(offices.stores[CHIEF])
    return signed_as(offices, device=str(chief.device), office=str(chief.office))


def of_a_computer_vouched_for(offices: Offices) -> bytes:
    """Return a bundle of a new device, certified by the impostor's key for the other's office."""
    chief, new, device = (
        station_of(offices.stores[CHIEF]),
        StationKeys.generate(),
        uuid_utils.compat.uuid7(),
    )
    with offices.stores[OTHER].read() as session:
        keys = registry.own_keys(session, registry.own_station(session))
    certificate = make_certificate(str(device), new.public, keys)
    return signed_as(
        offices, new, device=str(device), office=str(chief.office), certificate=certificate
    )


def beyond_its_log(offices: Offices, **changes: object) -> bytes:
    """Return another event of the impostor, about a record that is not its own."""
    seq = upto(offices.stores[OTHER]) + 1
    return forge(offices.stores[OTHER], seq, seq, {seq: edited(**changes)})


def on_its_office(offices: Offices) -> bytes:
    office = str(station_of(offices.stores[CHIEF]).office)
    return beyond_its_log(offices, ent="office", id=office, d={"name_fr": "Pris"})


def on_its_meeting(offices: Offices) -> bytes:
    with offices.stores[CHIEF].read() as session:
        device = journal.current_device(session).uid
        rows = session.scalars(select(JournalEvent).where(JournalEvent.device == device))
        [meeting] = [decode(row.line or b"") for row in rows if row.entity == "meeting"]
    return beyond_its_log(offices, ent="meeting", id=meeting.id, d={"subject_fr": "Pris"})


@pytest.mark.parametrize(
    ("lie", "code"),
    [
        (of_its_office, "E_MANIFEST"),
        (of_its_device, "E_MANIFEST"),
        (of_a_computer_vouched_for, "E_MANIFEST"),
        (on_its_office, "E_OWNER"),
        (on_its_meeting, "E_OWNER"),
    ],
)
def test_no_station_writes_in_the_name_of_another_office(
    offices: Offices, lie: Lie, code: str
) -> None:
    makers.write_meeting(offices.stores[CHIEF])
    makers.write_meeting(offices.stores[OTHER])
    for name in (CHIEF, OTHER):
        offices.send(name, HEADQUARTERS)
    headquarters = offices.stores[HEADQUARTERS]
    before = state(headquarters)
    with pytest.raises(BundleError) as refused:
        take(headquarters, lie(offices))
    assert refused.value.code == code
    assert state(headquarters) == before
    makers.write_meeting(offices.stores[CHIEF])
    assert [file.code for file in offices.send(CHIEF, HEADQUARTERS)] == [None]


def test_what_hangs_on_another_offices_meeting_is_never_shown_there(offices: Offices) -> None:
    meeting = makers.write_meeting(offices.stores[CHIEF])
    offices.send(CHIEF, HEADQUARTERS)
    headquarters = offices.stores[HEADQUARTERS]
    before = state(headquarters)
    point: dict[str, object] = {
        "meeting": str(meeting),
        "kind": "concern",
        "position": 1,
        "topic": "tp.lighting",
    }
    point |= {"words": {"text": "Glissé", "language": "fr"}}
    lie = beyond_its_log(offices, ent="point", id=str(uuid_utils.compat.uuid7()), d=point)
    taken = take(headquarters, lie)
    after = state(headquarters)
    assert taken.new == 1
    assert {uid: record for uid, record in after.items() if uid in before and uid != "waiting"} == {
        uid: record for uid, record in before.items() if uid != "waiting"
    }
    assert "Glissé" not in str(after)


def test_who_calls_itself_another_keeps_the_name_it_was_registered_under(offices: Offices) -> None:
    """In lists and in the national figures; a claim to be headquarters is ignored."""
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with offices.stores[CHIEF].read() as session:
        taken = draft_of_own_office(session)
    for name in (CHIEF, OTHER):
        makers.write_meeting(offices.stores[name])
        offices.send(name, HEADQUARTERS)
    headquarters = offices.stores[HEADQUARTERS]
    before = shown(headquarters, november)
    with offices.stores[OTHER].write(Actor.CHIEF) as session:
        change_office(session, taken)
    assert [file.code for file in offices.send(OTHER, HEADQUARTERS)] == ["W_NAMES"]
    with offices.stores[OTHER].read() as session:
        itself = get_own_office(session).uid
    crowned = beyond_its_log(offices, ent="office", id=str(itself), d={"role": "headquarters"})
    with pytest.raises(BundleError) as refused:
        take(headquarters, crowned)
    assert refused.value.code == "E_OWNER"
    with headquarters.read() as session:
        said = session.scalars(select(Office).where(Office.uid == itself)).one()
        assert (said.name_fr, said.role) == (taken.name_fr, "precinct")
    assert shown(headquarters, november) == before


def shown(store: Database, period: Period) -> tuple[object, ...]:
    """Return headquarters' view of its precincts: places and figures."""
    with store.read() as session:
        places = list_office_places(session)
        return places, national_figures(session, period, list_reports(session), period.last)


def test_no_table_and_no_proposal_has_the_name_that_it_gives_itself(
    offices: Offices, tmp_path: Path
) -> None:
    with offices.stores[CHIEF].read() as session:
        taken = draft_of_own_office(session)
    other = offices.stores[OTHER]
    makers.write_meeting(other)
    with other.write(Actor.CHIEF) as session:
        itself = str(get_own_office(session).uid)
        propose_phrase(session, PROPOSAL)
        change_office(session, taken)
    offices.send(OTHER, HEADQUARTERS)
    with offices.stores[HEADQUARTERS].read() as session:
        write_register(session, tmp_path / "tables", Progress())
        assert [row.office_name.fr for row in list_proposals(session)] == [REGISTERED]
    (row,) = [row for row in table(tmp_path / "tables" / "offices.csv") if row["uid"] == itself]
    assert row["name_fr"] == REGISTERED
    meetings = table(tmp_path / "tables" / "meetings.csv")
    assert {row["office_fr"] for row in meetings} == {REGISTERED}


def table(file: Path) -> list[dict[str, str]]:
    names, *rows = (cells for _line, cells in csv_lines(file.name, file.read_bytes()))
    return [dict(zip(names, cells, strict=True)) for cells in rows]
