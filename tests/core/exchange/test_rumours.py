"""A rumour is sent, and its result and rectification come back to the office that heard it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import func, select

from outreach_app.actors import Actor
from outreach_app.events import Event
from outreach_app.exchange.exporting.planning import Receiver, plan_answers, plan_export
from outreach_app.models import JournalEvent, Rumour
from outreach_app.queries.publications import list_publications
from outreach_app.queries.records import get_record
from outreach_app.queries.rumours import get_rumour, list_rumours
from outreach_app.services.findings import record_finding
from outreach_app.services.rumours import CarryingDraft, carry_back
from tests import makers
from tests.core.exchange.forging import forge
from tests.core.exchange.invariants import require_sound
from tests.core.exchange.network import Network, take, upto
from tests.core.exchange.posts import answer, export, post


def test_the_result_and_the_rectification_come_back(network: Network, tmp_path: Path) -> None:
    chief, headquarters = network.chief, network.headquarters
    uid = makers.write_rumour(chief)
    post(headquarters, export(chief, tmp_path))
    rectification = makers.rectify(headquarters, uid)
    post(chief, answer(headquarters, tmp_path))
    for store in (chief, headquarters):
        with store.read() as session:
            row = get_rumour(session, uid)
            assert (row.state, row.hours, row.result) == ("corrected", 17, "vr.false")
            assert row.rectification is not None
            assert row.rectification.uid == rectification
        require_sound(store)
    with chief.write(Actor.CHIEF) as session:
        told = CarryingDraft(date(2026, 10, 19), "pc.meeting")
        carry_back(session, uid, get_record(session, Rumour, uid).version, told)
    post(headquarters, export(chief, tmp_path))
    with headquarters.read() as session:
        assert get_rumour(session, uid).state == "carried"


def test_headquarters_result_rules_over_the_precincts_own(network: Network, tmp_path: Path) -> None:
    uid = makers.write_rumour(network.chief)
    with network.chief.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft(result="vr.true"))
    post(network.headquarters, export(network.chief, tmp_path))
    makers.rectify(network.headquarters, uid)
    post(network.chief, answer(network.headquarters, tmp_path))
    with network.chief.read() as session:
        assert get_rumour(session, uid).result == "vr.false"


def test_a_precinct_gets_nothing_that_is_not_its_business(network: Network, tmp_path: Path) -> None:
    chief, headquarters = network.chief, network.headquarters
    post(headquarters, export(chief, tmp_path))
    makers.write_publication(headquarters)
    rectification = makers.write_publication(headquarters, kind="pb.rectification")
    own = makers.write_rumour(headquarters)
    elsewhere = makers.write_rumour(headquarters, text="إشاعة دائرة أخرى")
    with headquarters.write(Actor.PROGRAM) as session:
        get_record(session, Rumour, elsewhere).office_id = makers.another_office(session)
        record_finding(session, elsewhere, makers.finding_draft())
        record_finding(session, own, makers.finding_draft())
    with headquarters.read() as session:
        plans = [plan.records for plan in plan_answers(session)]
    assert all(records.get("publication") == 1 for records in plans)
    assert not any(noun in records for records in plans for noun in ("rumour", "finding"))
    post(chief, answer(headquarters, tmp_path))
    with chief.read() as session:
        assert list_rumours(session) == []
        assert [row.uid for row in list_publications(session)] == [rectification]
        stubs = select(func.count()).where(
            JournalEvent.line.is_(None), JournalEvent.entity.in_(("rumour", "finding"))
        )
        assert session.scalar(stubs) == 4  # they keep the chain, without content


def test_a_precinct_sends_all_that_it_recorded(network: Network, tmp_path: Path) -> None:
    uid = makers.write_rumour(network.chief)
    makers.write_publication(network.chief)
    makers.rectify(network.chief, uid)
    with network.chief.read() as session:
        records = plan_export(session, Receiver.HEADQUARTERS).records
    assert (records["rumour"], records["finding"], records["publication"]) == (1, 1, 2)
    post(network.headquarters, export(network.chief, tmp_path))
    with network.headquarters.read() as session:
        assert get_rumour(session, uid).state == "corrected"
        assert len(list_publications(session)) == 2


def test_another_precinct_cannot_judge_a_rumour(network: Network) -> None:
    """A finding of an office other than headquarters applies only to its own rumours."""
    heard, own = makers.write_rumour(network.headquarters), makers.write_rumour(network.chief)
    with network.chief.write(Actor.CHIEF) as session:
        record_finding(session, own, makers.finding_draft())
    last = upto(network.chief)
    edit: Callable[[Event], Event] = partial(naming, own, heard)
    edits = dict.fromkeys(range(1, last + 1), edit)
    take(network.headquarters, forge(network.chief, 1, last, edits))
    with network.headquarters.read() as session:
        assert get_rumour(session, heard).state == "heard"


def naming(own: UUID, heard: UUID, event: Event) -> Event:
    """Return an event whose link to its own rumour leads to another's."""
    if event.d.get("rumour") != str(own):
        return event
    return msgspec.structs.replace(event, d={**event.d, "rumour": str(heard)})
