"""Concurrent changes on two computers: both are shown, and a person keeps one."""

from collections.abc import Collection, Sequence
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, NotFound
from outreach_app.models import Partner
from outreach_app.queries.conflicts import ConflictRow, count_conflicts, list_conflicts
from outreach_app.queries.records import get_record
from outreach_app.services.conflicts import reopen_conflict, review_conflict
from outreach_app.services.undo import Change, changes_so_far, undo
from tests import makers
from tests.core.exchange.network import Network, export, state, take, unsound


def set_place(store: Database, partner: UUID, place: str) -> None:
    with store.write(Actor.CHIEF) as session:
        get_record(session, Partner, partner).place = place


def swap(network: Network) -> None:
    """Exchange the changes of both computers."""
    files = export(network.chief), export(network.deputy)
    take(network.deputy, files[0])
    take(network.chief, files[1])


def conflicts(store: Database) -> list[ConflictRow]:
    with store.read() as session:
        return list_conflicts(session)


def settle(store: Database, restored: Collection[str] = ()) -> tuple[int, tuple[Change, ...]]:
    """Settle the only conflict; return what Undo needs."""
    (row,) = conflicts(store)
    with store.write(Actor.CHIEF) as session:
        review_conflict(session, row.id, restored)
        return row.id, changes_so_far(session)


def reopen(store: Database, conflict: int, done: Sequence[Change]) -> None:
    with store.write(Actor.CHIEF) as session:
        reopen_conflict(session, conflict, done)


@pytest.fixture
def partner(network: Network) -> UUID:
    """Write a partner whose place both computers changed, the deputy last."""
    uid = makers.write_partner(network.chief)
    take(network.deputy, export(network.chief))
    set_place(network.chief, uid, "حي الأمل")
    set_place(network.deputy, uid, "حي السلام")
    swap(network)
    return uid


def test_both_values_are_shown_with_who_where_and_when(network: Network, partner: UUID) -> None:
    for store, is_kept_here in ((network.chief, False), (network.deputy, True)):
        (row,) = conflicts(store)
        assert (row.entity, row.record) == ("partner", partner)
        (field,) = row.fields
        assert field.name == "place"
        assert field.kept.values == {"place": "حي السلام"}
        assert field.lost.values == {"place": "حي الأمل"}
        assert field.kept.is_this_computer is is_kept_here
        assert field.kept.by is Actor.CHIEF


def test_the_value_that_lost_comes_back_on_both_computers(network: Network, partner: UUID) -> None:
    (row,) = conflicts(network.chief)
    with network.chief.write(Actor.CHIEF) as session:
        review_conflict(session, row.id, ["place"])
    swap(network)
    for store in (network.chief, network.deputy):
        assert conflicts(store) == []
        assert unsound(store) == []
        with store.read() as session:
            assert get_record(session, Partner, partner).place == "حي الأمل"
    assert state(network.chief) == state(network.deputy)


def test_keeping_what_is_there_only_closes_the_conflict(network: Network, partner: UUID) -> None:
    (row,) = conflicts(network.chief)
    before = state(network.chief)
    with network.chief.write(Actor.CHIEF) as session:
        review_conflict(session, row.id)
    assert state(network.chief) == before
    assert conflicts(network.chief) == []
    with network.chief.write(Actor.CHIEF) as session, pytest.raises(NotFound):
        review_conflict(session, row.id)
    swap(network)
    with network.chief.read() as session:
        assert count_conflicts(session) == 0


@pytest.mark.parametrize("name", ["chief", "deputy"])  # the deputy is whose value stands
@pytest.mark.parametrize("restored", [(), ("place",)])
def test_what_was_settled_is_opened_again(
    network: Network, partner: UUID, restored: tuple[str, ...], name: str
) -> None:
    here = network.stores[name]
    before = conflicts(here)
    done = settle(here, restored)
    swap(network)  # the settlement is known at the other computer, too
    assert conflicts(here) == []
    reopen(here, *done)
    swap(network)
    assert conflicts(here) == before
    for store in (network.chief, network.deputy):
        assert unsound(store) == []
        with store.read() as session:
            assert count_conflicts(session) == 1
            assert get_record(session, Partner, partner).place == "حي السلام"
    settle(here, ["place"])
    swap(network)
    for store in (network.chief, network.deputy):
        assert conflicts(store) == []
        with store.read() as session:
            assert get_record(session, Partner, partner).place == "حي الأمل"


@pytest.mark.parametrize("restored", [(), ("place",)])
def test_what_was_settled_stays_so_where_it_was_changed_since(
    network: Network, partner: UUID, restored: tuple[str, ...]
) -> None:
    done = settle(network.chief, restored)
    set_place(network.chief, partner, "حي النور")
    with pytest.raises(Conflict):
        reopen(network.chief, *done)
    assert conflicts(network.chief) == []
    with network.chief.read() as session:
        assert get_record(session, Partner, partner).place == "حي النور"


def test_a_conflict_is_settled_by_a_change_of_its_record(network: Network, partner: UUID) -> None:
    before = conflicts(network.chief)
    with network.chief.write(Actor.CHIEF) as session:
        get_record(session, Partner, partner).place = "حي النور"
        done = changes_so_far(session)
    assert conflicts(network.chief) == []
    with network.chief.read() as session:
        assert count_conflicts(session) == 0
    with network.chief.write(Actor.CHIEF) as session:
        undo(session, done)
    assert conflicts(network.chief) == before


def test_what_another_computer_puts_back_was_decided_there(network: Network, partner: UUID) -> None:
    settle(network.chief, ["place"])
    swap(network)
    set_place(network.deputy, partner, "حي السلام")
    swap(network)
    with network.chief.write(Actor.CHIEF) as session:
        get_record(session, Partner, partner).receipt_number = "7/2020"
    swap(network)  # each import looks at the record again
    assert conflicts(network.chief) == conflicts(network.deputy) == []


def test_changes_of_different_fields_are_no_conflict(network: Network) -> None:
    uid = makers.write_partner(network.chief)
    take(network.deputy, export(network.chief))
    set_place(network.chief, uid, "حي الأمل")
    with network.deputy.write(Actor.CHIEF) as session:
        get_record(session, Partner, uid).receipt_number = "7/2020"
    swap(network)
    assert conflicts(network.chief) == conflicts(network.deputy) == []
    with network.chief.read() as session:
        found = session.scalars(select(Partner)).one()
        assert (found.place, found.receipt_number) == ("حي الأمل", "7/2020")


def test_what_moves_together_is_one_value(network: Network) -> None:
    makers.write_meeting(network.chief)
    take(network.deputy, export(network.chief))
    for store, headcount in ((network.chief, 20), (network.deputy, 30)):
        with store.write(Actor.CHIEF) as session:
            makers.the_meeting(session).headcount = headcount
    swap(network)
    (row,) = conflicts(network.chief)
    with network.chief.read() as session:
        assert row.meeting == makers.the_meeting(session).uid
    assert row.fields[0].kept.values == {"headcount": 30, "women": 6}
    assert row.fields[0].lost.values == {"headcount": 20, "women": 6}


def test_a_deletion_against_a_change_is_shown_and_can_be_taken_back(network: Network) -> None:
    uid = makers.write_partner(network.chief)
    take(network.deputy, export(network.chief))
    set_place(network.chief, uid, "حي الأمل")
    with network.deputy.write(Actor.CHIEF) as session:
        get_record(session, Partner, uid).is_deleted = True
    swap(network)
    (row,) = conflicts(network.chief)
    assert [field.name for field in row.fields] == ["is_deleted"]
    reopen(network.chief, *settle(network.chief, ["is_deleted"]))
    assert conflicts(network.chief) == [row]
    settle(network.chief, ["is_deleted"])
    swap(network)
    for store in (network.chief, network.deputy):
        assert unsound(store) == []
        with store.read() as session:
            assert not get_record(session, Partner, uid).is_deleted
        assert conflicts(store) == []


def test_a_gap_is_no_conflict(network: Network) -> None:
    uid = makers.write_partner(network.chief)
    take(network.deputy, export(network.chief))
    for place in ("حي 1", "حي 2", "حي 3"):
        set_place(network.chief, uid, place)
    take(network.deputy, export(network.chief, 5, 5))
    assert conflicts(network.deputy) == []
    take(network.deputy, export(network.chief, 3, 4))
    assert conflicts(network.deputy) == []
