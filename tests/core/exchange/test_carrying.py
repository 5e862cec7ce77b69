"""One station carries another's log: accepted by that one's signature, within limits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import msgspec
import pytest
import uuid_utils.compat
from sqlalchemy import select

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import BundleError
from outreach_app.exchange.exporting import bundles
from outreach_app.exchange.format.container import Content, pack
from outreach_app.exchange.format.heads import SignedHead, sign_head
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.format.manifest import Carried
from outreach_app.exchange.importing.acknowledgements import signed_heads
from outreach_app.exchange.stations import registry, revocation
from outreach_app.exchange.stations.renewal import renew_station
from outreach_app.models import Identity, JournalEvent, Meeting, Station
from tests import makers
from tests.core.exchange.invariants import everything
from tests.core.exchange.network import take
from tests.core.exchange.restored import (
    CHIEF,
    DEPUTY,
    HEADQUARTERS,
    OTHER,
    Offices,
    exchange_all,
)
from tests.core.exchange.test_convergence import clock_at

change = msgspec.structs.replace


@dataclass(frozen=True)
class Load:
    """A carried part of another's log: the log's station, its lines, its signature."""

    carrier: Database
    station: Station
    lines: list[bytes]
    signed: SignedHead

    def packed(self, carried: Carried | None = None, lines: list[bytes] | None = None) -> bytes:
        """Return the bundle, for every station that the carrier knows."""
        with self.carrier.read() as session:
            own = registry.own_station(session)
            content = Content(
                bundle_id=str(uuid_utils.compat.uuid7()),
                device=str(self.station.device),
                office=str(self.station.office),
                app="test",
                created_at="2026-11-24T15:40:00Z",
                first=1,
                lines=lines or self.lines,
                carried=carried or Carried(self.station.key_id, self.signed),
            )
            recipients = list(session.scalars(select(Station.recipient)))
            return pack(content, registry.own_keys(session, own), recipients)


@pytest.fixture
def load(offices: Offices) -> Load:
    """Return the chief's log, which the deputy has and headquarters lacks."""
    makers.write_meeting(offices.stores[CHIEF])
    offices.send(CHIEF, DEPUTY)
    return load_of(offices.stores[DEPUTY], device_of(offices.stores[CHIEF]))


def load_of(carrier: Database, device: UUID) -> Load:
    with carrier.read() as session:
        statement = select(JournalEvent.line).where(JournalEvent.device == device)
        lines = session.scalars(statement.order_by(JournalEvent.seq))
        [signed] = signed_heads(session, [device])[device]
        return Load(carrier, session.get_one(Station, device), list(filter(None, lines)), signed)


def device_of(store: Database) -> UUID:
    with store.read() as session:
        return registry.own_station(session).device


def references(offices: Offices, name: str) -> set[str | None]:
    with offices.stores[name].read() as session:
        return set(session.scalars(select(Meeting.reference)))


def test_what_was_sent_before_a_restore_comes_back(offices: Offices) -> None:
    makers.write_meeting(offices.stores[CHIEF], reference="in the backup")
    offices.back_up(CHIEF)
    makers.write_meeting(offices.stores[CHIEF], reference="told to headquarters alone")
    offices.send(CHIEF, HEADQUARTERS)
    offices.restore(CHIEF, -1)
    exchange_all(offices)
    for name in (CHIEF, DEPUTY, HEADQUARTERS):
        assert references(offices, name) == {"in the backup", "told to headquarters alone"}


def test_what_only_a_former_number_of_the_receiver_held_is_sent_again(offices: Offices) -> None:
    offices.send(DEPUTY, CHIEF)
    offices.back_up(CHIEF)
    with offices.stores[DEPUTY].write(Actor.CHIEF) as session:
        renew_station(session)
    makers.write_meeting(offices.stores[DEPUTY], reference="under the new number")
    offices.send(DEPUTY, CHIEF)
    offices.send(CHIEF, DEPUTY)
    offices.restore(CHIEF, -1)
    assert references(offices, CHIEF) == set()
    offices.send(CHIEF, DEPUTY)
    offices.send(DEPUTY, CHIEF)
    assert references(offices, CHIEF) == {"under the new number"}


def test_a_log_comes_back_though_who_vouched_for_it_wrote_nothing(offices: Offices) -> None:
    chief = offices.stores[CHIEF]
    for _number in range(2):
        with chief.write(Actor.CHIEF) as session:
            renew_station(session)
        offices.send(CHIEF, DEPUTY)
        offices.send(DEPUTY, CHIEF)
    makers.write_meeting(chief, reference="under the third number")
    offices.send(CHIEF, DEPUTY)
    offices.restore(CHIEF, 0)
    offices.send(CHIEF, DEPUTY)
    offices.send(DEPUTY, CHIEF)
    assert references(offices, CHIEF) == {"under the third number"}


def test_a_log_whose_card_one_store_alone_enrolled_is_carried_to_all(offices: Offices) -> None:
    chief, lost = offices.stores[CHIEF], list[UUID]()
    for _number in range(4):  # more than may be vouched for in a month: a person enrols the last
        with chief.write(Actor.CHIEF) as session:
            lost.append(renew_station(session).device)
        offices.send(CHIEF, DEPUTY)
    assert [each.has_card for each in stations(offices.stores[DEPUTY], lost)] == [False] * 3 + [
        True
    ]
    makers.write_meeting(chief, reference="under a number of which a card tells")
    offices.send(CHIEF, DEPUTY)
    offices.restore(CHIEF, 0)
    exchange_all(offices)
    for name in (CHIEF, DEPUTY, HEADQUARTERS):
        assert references(offices, name) == {"under a number of which a card tells"}


def test_two_stores_that_were_put_back_hear_of_each_other_by_the_third(offices: Offices) -> None:
    for pair in ((HEADQUARTERS, DEPUTY), (DEPUTY, HEADQUARTERS)):
        offices.send(*pair)
    for name in (HEADQUARTERS, DEPUTY):
        offices.back_up(name)
    later = clock.now() + timedelta(minutes=1)  # who spoke last is told by the second
    with clock_at(later), offices.stores[DEPUTY].write(Actor.CHIEF) as session:
        renew_station(session)
    for name in (HEADQUARTERS, CHIEF):
        with clock_at(later):
            offices.send(DEPUTY, name)
    offices.back_up(HEADQUARTERS)
    for name in (HEADQUARTERS, DEPUTY):  # to a state in which neither has the other's later keys
        offices.restore(name, 1)
    with clock_at(later):
        offices.send(HEADQUARTERS, DEPUTY)
    offices.restore(HEADQUARTERS, -1)
    for pair in ((HEADQUARTERS, DEPUTY), (DEPUTY, HEADQUARTERS)):
        assert all(file.is_sealed for file in offices.send(*pair))
    exchange_all(offices)
    assert {file.status for file in offices.send(DEPUTY, HEADQUARTERS)} == {"imported"}


def stations(store: Database, devices: list[UUID]) -> list[Station]:
    with store.read() as session:
        return [session.get_one(Station, device) for device in devices]


def test_names_that_headquarters_withholds_come_back_from_the_second_computer(
    offices: Offices,
) -> None:
    chief = offices.stores[CHIEF]
    makers.write_person(chief, makers.write_partner(chief))
    offices.send(CHIEF, DEPUTY)
    offices.send(CHIEF, HEADQUARTERS)
    offices.restore(CHIEF, 0)
    offices.send(CHIEF, HEADQUARTERS)
    offices.send(HEADQUARTERS, CHIEF)
    assert names(offices) == set()
    offices.send(CHIEF, DEPUTY)
    offices.send(DEPUTY, CHIEF)
    assert names(offices) == {"Khalid Idrissi"}


def test_a_line_is_taken_by_a_computer_restored_since_it_asked(offices: Offices) -> None:
    chief = offices.stores[CHIEF]
    makers.write_person(chief, makers.write_partner(chief))
    makers.write_meeting(chief)  # no file ends after the person
    offices.send(CHIEF, DEPUTY)
    offices.send(CHIEF, HEADQUARTERS)
    offices.restore(CHIEF, 0)
    offices.send(CHIEF, HEADQUARTERS)
    offices.send(HEADQUARTERS, CHIEF)
    offices.send(CHIEF, DEPUTY)
    offices.restore(CHIEF, 0)
    files = offices.send(DEPUTY, CHIEF)
    assert [file.status for file in files] == ["imported"] * len(files)
    exchange_all(offices)
    assert names(offices) == {"Khalid Idrissi"}


def names(offices: Offices) -> set[str | None]:
    with offices.stores[CHIEF].read() as session:
        return set(session.scalars(select(Identity.name_fr)))


def test_a_sibling_may_carry_what_the_device_signed(offices: Offices, load: Load) -> None:
    assert take(offices.stores[HEADQUARTERS], load.packed()).new == len(load.lines)
    assert references(offices, HEADQUARTERS) == references(offices, CHIEF)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(lambda signed, _keys: change(signed, head="0" * 64), id="another head"),
        pytest.param(
            lambda signed, keys: sign_head("0" * 8, signed.last, signed.head, keys),
            id="another's signature",
        ),
        pytest.param(lambda signed, _keys: change(signed, last=signed.last - 1), id="too early"),
    ],
)
def test_a_log_without_its_devices_word_is_refused(
    offices: Offices, load: Load, wrong: Callable[[SignedHead, StationKeys], SignedHead]
) -> None:
    carried = Carried(load.station.key_id, wrong(load.signed, StationKeys.generate()))
    require_refused(offices.stores[HEADQUARTERS], load.packed(carried))


def test_what_ends_before_the_signed_head_needs_what_follows_it(
    offices: Offices, load: Load
) -> None:
    require_refused(offices.stores[HEADQUARTERS], load.packed(lines=load.lines[:-1]))


def test_a_log_of_a_third_office_is_refused(offices: Offices) -> None:
    makers.write_meeting(offices.stores[OTHER])
    offices.send(OTHER, HEADQUARTERS)
    load = load_of(offices.stores[HEADQUARTERS], device_of(offices.stores[OTHER]))
    with offices.stores[CHIEF].write(Actor.PROGRAM) as session:
        # As if this precinct knew the other: it still must not get its records.
        session.add(session.merge(load.station))
    require_refused(offices.stores[CHIEF], load.packed())


def test_what_was_revoked_comes_in_through_nobody(offices: Offices, load: Load) -> None:
    with offices.stores[HEADQUARTERS].write(Actor.HEADQUARTERS) as session:
        revocation.revoke(session, load.station.device, load.signed.last)
    require_refused(offices.stores[HEADQUARTERS], load.packed(), "E_SENDER_REVOKED")


def require_refused(store: Database, data: bytes, code: str = "E_CARRIER") -> None:
    before = everything(store)
    with pytest.raises(BundleError) as refused:
        take(store, data)
    assert refused.value.code == code
    assert everything(store) == before


def test_a_long_log_is_carried_from_its_end(
    offices: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        makers.write_meeting(offices.stores[CHIEF], reference=str(number))
    offices.send(CHIEF, DEPUTY)
    offices.send(CHIEF, HEADQUARTERS, is_lost=True)
    offices.send(HEADQUARTERS, DEPUTY)
    monkeypatch.setattr(bundles, "MAX_EVENTS", 4)
    files = offices.send(DEPUTY, HEADQUARTERS)
    assert len([file for file in files if file.log != file.device]) > 3
    assert {file.status for file in files} == {"imported"}
    assert references(offices, HEADQUARTERS) == {"0", "1", "2"}
