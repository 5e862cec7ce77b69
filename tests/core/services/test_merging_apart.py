"""A merge on one PC while the other one still writes: real files make them converge."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from uuid import UUID

from hypothesis import strategies as st
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Partner, Person
from outreach_app.queries.conflicts import list_conflicts
from outreach_app.queries.details import PartnerDetails, get_partner_details
from outreach_app.queries.duplicates import list_duplicates
from outreach_app.queries.figures import get_figures
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.meetings import find_last_meeting_with
from outreach_app.queries.month_totals import Total, read_totals
from outreach_app.queries.partner_lists import (
    PartnerFilter,
    list_partner_ids,
    select_partners_not_met,
)
from outreach_app.queries.partners import get_partner_place, list_partners
from outreach_app.queries.records import get_record
from outreach_app.rules.periods import Period
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import change_meeting
from outreach_app.services.merging import separate, tell_apart
from outreach_app.survivors import survivor
from tests import makers
from tests.core.exchange.network import Network, export, opened_network, state, take, unsound, upto
from tests.few_or_many import check_random, few_or_many

TODAY = date(2026, 11, 1)
LATE = date(2026, 10, 20)
Deed = Callable[[Database, tuple[UUID, UUID]], None]
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
MONTH = Period(date(2026, 10, 1), date(2026, 10, 31))


def swap(network: Network, *names: str) -> None:
    """Exchange the changes of these stores, or of all."""
    stores = [network.stores[name] for name in names or network.stores]
    files = [(store, export(store)) for store in stores]
    for sender, file in files:
        for store in stores:
            if store is not sender:
                take(store, file)


def details(store: Database, partner: UUID) -> PartnerDetails:
    with store.read() as session:
        return get_partner_details(session, partner, TODAY)


def written_twice(network: Network) -> tuple[UUID, UUID]:
    """Write a pair on both PCs, with a meeting each."""
    pair = (
        makers.write_partner(network.chief),
        makers.write_partner(network.chief, category="pt.company", type=None, name_ar="مقاولة"),
    )
    for day, uid in enumerate(pair, start=1):
        makers.write_meeting(network.chief, held_on=date(2026, 9, day), attendances=((uid, True),))
    take(network.deputy, export(network.chief))
    return pair


def write_late(store: Database, partner: UUID) -> UUID:
    """Write a person and a meeting of a partner that the other PC has just merged."""
    makers.write_person(store, partner, name_ar=None, name_fr="Late Speaker")
    return makers.write_meeting(store, held_on=LATE, attendances=((partner, True),))


def test_what_the_other_pc_wrote_to_the_merged_one_shows_under_the_one_that_stays(
    network: Network,
) -> None:
    winner, loser = written_twice(network)
    makers.merge(network.chief, winner, loser)
    meeting = write_late(network.deputy, loser)
    swap(network)
    assert state(network.chief) == state(network.deputy) == state(network.headquarters)
    for store in network.stores.values():
        found = details(store, winner)
        assert found.meetings[0].held_on == LATE
        assert len(found.meetings) == 3
        assert [row.partner for row in found.people] == [winner]
        assert found.row.last_met_on == LATE
        assert {name.ar for row in found.points for name in row.partners} == {"جمعية النخيل"}
        _is_counted(store, winner, meeting)
        assert unsound(store) == []


def _is_counted(store: Database, winner: UUID, meeting: UUID) -> None:
    """Require that every list and count of attendance counts it for the remaining one."""
    with store.read() as session:
        place = get_partner_place(session, winner).record_id
        last = find_last_meeting_with(session, [winner])
        assert last is not None
        assert last.uid == meeting
        assert list_partner_ids(session, PartnerFilter(met_in=Period(LATE, LATE))) == [place]
        assert list_partner_ids(session, PartnerFilter(not_met_since=LATE)) == []
        assert session.scalars(select_partners_not_met(LATE)).all() == []
        assert len(list_meeting_ids(session, MeetingFilter(category="pt.association"))) == 3
        assert list_meeting_ids(session, MeetingFilter(category="pt.company")) == []
        office = get_record(session, Partner, winner).office_id
        for period in (YEAR, MONTH):  # counted, and kept
            met = read_totals(session, period, Total.MET).by_code(Total.MET, office)
            assert met == {"pt.association": 1}
        figures = get_figures(session, YEAR, TODAY, 6)
        assert figures.partners.now == 1
        assert [(row.category, row.known.now, row.met.now) for row in figures.coverage] == [
            ("pt.association", 1, 1)
        ]
        assert draft_of_meeting(session, meeting).attendances == ((winner, True),)


def test_a_meeting_written_to_the_merged_one_is_changed_without_listing_it_twice(
    network: Network,
) -> None:
    winner, loser = written_twice(network)
    makers.merge(network.chief, winner, loser)
    both = ((winner, True), (loser, True))
    meeting = makers.write_meeting(network.deputy, held_on=LATE, attendances=both)
    swap(network)
    with network.chief.write(Actor.CHIEF) as session:
        draft = draft_of_meeting(session, meeting)
        assert draft.attendances == ((winner, True),)
        change_meeting(session, meeting, draft)
    with network.chief.read() as session:
        assert draft_of_meeting(session, meeting).attendances == ((winner, True),)
    assert len(details(network.chief, winner).meetings) == 3


def test_a_pair_merged_the_opposite_ways_ends_as_one_on_both(network: Network) -> None:
    first, second = sorted(written_twice(network))
    makers.merge(network.chief, first, second)
    makers.merge(network.deputy, second, first)
    swap(network)
    assert state(network.chief) == state(network.deputy) == state(network.headquarters)
    for store in network.stores.values():
        with store.read() as session:
            assert [row.uid for row in list_partners(session)] == [first]
        assert len(details(store, second).meetings) == 2
        assert unsound(store) == []
    with network.chief.write(Actor.CHIEF) as session:
        separate(session, second)
    with network.chief.read() as session:
        assert [row.uid for row in list_partners(session)] == [second]
    assert unsound(network.chief) == []


def test_a_record_merged_into_one_that_has_not_come_yet_stands_until_it_comes(
    network: Network,
) -> None:
    winner = makers.write_partner(network.chief)
    length = upto(network.chief)
    loser = makers.write_partner(network.chief, name_fr="Autre", name_ar=None)
    makers.merge(network.chief, winner, loser)
    take(network.deputy, export(network.chief, first=length + 1))
    with network.deputy.read() as session:
        assert [row.uid for row in list_partners(session)] == [loser]
    assert unsound(network.deputy) == []
    take(network.deputy, export(network.chief))
    with network.deputy.read() as session:
        assert [row.uid for row in list_partners(session)] == [winner]
    assert state(network.chief) == state(network.deputy)


def test_a_pair_told_apart_on_one_pc_is_told_apart_on_the_other(network: Network) -> None:
    pair = [makers.write_partner(network.chief) for _turn in range(2)]
    take(network.deputy, export(network.chief))
    with network.deputy.read() as session:
        assert len(list_duplicates(session)) == 1
    with network.chief.write(Actor.CHIEF) as session:
        tell_apart(session, *pair)
    take(network.deputy, export(network.chief))
    with network.deputy.read() as session:
        assert list_duplicates(session) == []


def _merge(store: Database, pair: tuple[UUID, UUID]) -> None:
    with store.read() as session:
        shown = {row.uid for row in list_partners(session)}
    if set(pair) <= shown:
        makers.merge(store, *pair, "place")


def _separate(store: Database, pair: tuple[UUID, UUID]) -> None:
    with store.read() as session:
        merged = get_record(session, Partner, pair[1]).merged_into
    if merged is not None:
        with store.write(Actor.CHIEF) as session:
            separate(session, pair[1])


def _meet(store: Database, pair: tuple[UUID, UUID]) -> None:
    write_late(store, pair[1])


def _change(store: Database, pair: tuple[UUID, UUID]) -> None:
    with store.write(Actor.CHIEF) as session:
        get_record(session, Partner, pair[1]).place = "حي السلام"


def _delete(store: Database, pair: tuple[UUID, UUID]) -> None:
    with store.write(Actor.CHIEF) as session:
        record = get_record(session, Partner, pair[1])
        record.is_deleted = not record.is_deleted


DEEDS: tuple[Deed, ...] = (_merge, _separate, _meet, _change, _delete)
STEP = st.tuples(
    st.sampled_from(["chief", "deputy"]), st.sampled_from(DEEDS), st.permutations(range(3))
)


@contextmanager
def _new_network(template: Path) -> Iterator[Network]:
    with tempfile.TemporaryDirectory() as folder, opened_network(template, Path(folder)) as network:
        yield network


Rounds = list[list[tuple[str, Deed, list[int]]]]
ROUNDS: st.SearchStrategy[Rounds] = st.lists(st.lists(STEP, max_size=5), min_size=1, max_size=3)


def _try(template: Path, rounds: Rounds) -> None:
    """In each round both write concurrently, then exchange files."""
    with _new_network(template) as network:
        uids = [*written_twice(network), makers.write_partner(network.chief)]
        take(network.deputy, export(network.chief))
        for steps in rounds:
            for name, deed, places in steps:
                deed(network.stores[name], (uids[places[0]], uids[places[1]]))
            swap(network, "chief", "deputy")
        assert state(network.chief) == state(network.deputy)
        for store in (network.chief, network.deputy):
            assert unsound(store) == []
            _nothing_is_lost(store, uids)


@few_or_many(2, 1000)
def test_whatever_two_pcs_merge_part_and_write_they_end_up_the_same(
    network_template: Path, number: int
) -> None:
    def check(rounds: Rounds) -> None:
        _try(network_template, rounds)

    check_random(number, check, ROUNDS)


def _nothing_is_lost(store: Database, uids: list[UUID]) -> None:
    """Require that every contact person is found from it, unless the remaining one was deleted."""
    with store.read() as session:
        shown = {row.uid for row in list_partners(session)}
        for uid in uids:
            partner = get_record(session, Partner, uid)
            if survivor(partner).is_deleted:
                continue
            found = get_partner_details(session, uid, TODAY)
            assert found.row.uid in shown
            people = session.scalars(select(Person.uid).where(Person.partner_id == partner.id))
            assert set(people) <= {row.uid for row in found.people}


def test_a_pair_merged_into_two_others_is_told_by_their_names(network: Network) -> None:
    first, second = written_twice(network)
    third = makers.write_partner(network.deputy, name_ar=None, name_fr="Club Rif")
    swap(network, "chief", "deputy")
    makers.merge(network.chief, second, first)
    makers.merge(network.deputy, third, first)
    swap(network, "chief", "deputy")
    assert state(network.chief) == state(network.deputy)
    with network.chief.read() as session:
        (conflict,) = [row for row in list_conflicts(session) if row.entity == "partner"]
        (field,) = conflict.fields
        assert field.kept.values == {"merged_into": "Club Rif"}
        assert field.lost.values == {"merged_into": "مقاولة · Association Annakhil"}
