"""One rumour heard at two precincts: joined at headquarters by a person, rectified at both."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, NotAllowed
from outreach_app.models import Meeting
from outreach_app.queries.communication import Delays, get_communication_figures
from outreach_app.queries.records import get_record
from outreach_app.queries.rumour_pairs import list_rumour_pairs
from outreach_app.queries.rumours import get_rumour, list_rumours
from outreach_app.queries.rumours_to_tell import count_rumours_to_tell, list_rumours_to_tell
from outreach_app.rules.periods import Period
from outreach_app.services.findings import join_rumours, record_finding
from outreach_app.services.merging import tell_apart
from outreach_app.services.rumours import carry_back_at
from tests import makers
from tests.core.exchange.network import OTHER_NAMES, Network, enrol, new_store
from tests.core.exchange.posts import answer, export, post

TODAY = date(2026, 10, 20)
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def maarif(network: Network, tmp_path: Path) -> Iterator[Database]:
    """Return the store of a second precinct, which headquarters knows."""
    store = new_store(tmp_path / "maarif.db", "precinct", **OTHER_NAMES)
    enrol(network.headquarters, store)
    enrol(store, network.headquarters)
    yield store
    store.close()


@pytest.fixture
def heard(network: Network, maarif: Database, tmp_path: Path) -> tuple[UUID, UUID]:
    """Return one rumour as two precincts heard it, sent to headquarters."""
    first = makers.write_rumour(network.chief)
    second = makers.write_rumour(
        maarif, text="خطف تلميذة قدام إعدادية النخيل", heard_at=time(20, 45)
    )
    for place, store in enumerate((network.chief, maarif)):
        post(network.headquarters, export(store, tmp_path / str(place)))
    return first, second


def test_a_person_joins_them_and_both_get_the_correction(
    network: Network, maarif: Database, heard: tuple[UUID, UUID], tmp_path: Path
) -> None:
    headquarters = network.headquarters
    with headquarters.read() as session:
        (pair,) = list_rumour_pairs(session, TODAY)
    assert {pair.first.uid, pair.second.uid} == set(heard)
    with headquarters.write(Actor.HEADQUARTERS) as session:
        join_rumours(session, heard)
    rectification = makers.rectify(headquarters, heard[0])
    with headquarters.read() as session:
        assert list_rumour_pairs(session, TODAY) == []
        figures = get_communication_figures(session, OCTOBER)
    assert (figures.rumours.now, figures.different, figures.rectified.now) == (2, 1, 2)
    assert figures.hours == Delays(16, 17)  # 17 and 15, each precinct's own
    answers = answer(headquarters, tmp_path / "answers")
    for store, uid, hours in ((network.chief, heard[0], 17), (maarif, heard[1], 15)):
        post(store, answers)
        with store.read() as session:
            (row,) = list_rumours(session)  # the other precinct's is not visible
        assert (row.uid, row.state, row.hours) == (uid, "corrected", hours)
        assert row.rectification is not None
        assert row.rectification.uid == rectification
        opens_the_next_meeting(store, uid)


def opens_the_next_meeting(store: Database, rumour: UUID) -> None:
    """Say beside the programme that it is to be explained, until it was reported there."""
    partner = makers.write_partner(store)
    day = clock.today()
    # Of one without an hour, none has passed.
    meeting = makers.write_meeting(
        store,
        status="planned",
        held_on=day,
        starts_at=None,
        ends_at=None,
        attendances=((partner, True),),
    )
    with store.read() as session:
        assert count_rumours_to_tell(session, Period(day, day)) == 1
    with store.write(Actor.CHIEF) as session:
        carry_back_at(session, meeting)
    with store.read() as session:
        row = get_rumour(session, rumour)
        assert list_rumours_to_tell(session, get_record(session, Meeting, meeting)) == []
    assert (row.state, row.back_on, row.back_channel) == ("carried", day, "pc.meeting")
    assert row.back_to == "جمعية النخيل"


def test_one_joined_late_gets_the_result_at_once(
    network: Network, heard: tuple[UUID, UUID]
) -> None:
    makers.rectify(network.headquarters, heard[0])
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        join_rumours(session, heard)
        assert get_rumour(session, heard[1]).state == "corrected"


def test_two_results_that_differ_are_settled_before_they_are_joined(
    network: Network, heard: tuple[UUID, UUID]
) -> None:
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        for uid, result in zip(heard, ("vr.true", "vr.false"), strict=True):
            record_finding(session, uid, makers.finding_draft(result=result))
        with pytest.raises(InvalidDraft) as refused:
            join_rumours(session, heard)
    assert refused.value.problems[0].code == "different_results"


def test_a_pair_that_was_told_apart_is_not_asked_about_again(
    network: Network, heard: tuple[UUID, UUID]
) -> None:
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        tell_apart(session, *heard)
        assert list_rumour_pairs(session, TODAY) == []


def test_a_precinct_joins_nothing(network: Network) -> None:
    uid = makers.write_rumour(network.chief)
    with network.chief.write(Actor.CHIEF) as session, pytest.raises(NotAllowed):
        join_rumours(session, (uid, uid))
