"""Records destroyed here are destroyed at other holders by the next file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.events import Operation, decode, encode
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.models import (
    JOURNALED,
    Commitment,
    JournalEvent,
    Meeting,
    Partner,
    Point,
    Publication,
    Rumour,
    WaitingRecord,
)
from outreach_app.models.base import Link
from outreach_app.models.ties import GOES_WITH, HOLDS, LETS_GO
from outreach_app.progress import Progress
from outreach_app.queries.records import get_record
from outreach_app.queries.trees import find_holder, tree_of
from outreach_app.search import upkeep
from outreach_app.services.findings import FindingDraft, record_finding
from outreach_app.services.purging import purge_tree
from outreach_app.services.replies import ReplyDraft, reply_to_point
from tests import makers
from tests.core.exchange.forging import packed
from tests.core.exchange.network import Network, export, unsound, upto
from tests.core.search.found import find

WORD = "Plantedword"


def destroy(
    store: Database, model: type[Meeting | Partner | Publication | Rumour], uid: UUID
) -> int:
    with store.write(Actor.CHIEF) as session:
        return purge_tree(session, tree_of(session, get_record(session, model, uid)))


def tell(session: Session, meeting: UUID) -> Point:
    """Write a word into the first point of a meeting."""
    point = get_record(session, Meeting, meeting).points[0]
    point.text = WORD
    return point


def is_anywhere(store: Database) -> bool:
    """Return whether a word is left in a table, a line or the index, or on the disk."""
    upkeep.purge(store)
    with store.read() as session:
        lines = session.execute(text("SELECT line FROM events WHERE line IS NOT NULL"))
        if any(WORD.encode() in line for (line,) in lines) or find(session, WORD, 10):
            return True
        return any(
            WORD in str(row)
            for model in JOURNALED
            for row in session.execute(select(*model.__table__.columns))
        )


@pytest.fixture
def meeting(network: Network) -> UUID:
    """Return a meeting in every store, with a reply of headquarters."""
    meeting = makers.write_meeting(network.chief, held_on=date(2026, 1, 14))
    with network.chief.write(Actor.CHIEF) as session:
        point = tell(session, meeting).uid
    for store in (network.deputy, network.headquarters):
        assert bring(store, export(network.chief)) == ["imported"]
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        reply_to_point(session, point, ReplyDraft(WORD, "fr", date(2026, 2, 1)))
    for store in (network.chief, network.deputy):
        assert bring(store, export(network.headquarters)) == ["imported"]
    return meeting


def bring(store: Database, *bundles: bytes) -> list[str]:
    return [file.status for file in take_in(store, *bundles)]


def take_in(store: Database, *bundles: bytes) -> Sequence[ReceivedFile]:
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.outreach" for number in range(len(bundles))]
        for file, bundle in zip(files, bundles, strict=True):
            file.write_bytes(bundle)
        return import_paths(store, files, Progress()).files


def test_every_link_says_what_becomes_of_it_when_the_other_is_destroyed() -> None:
    links: set[InstrumentedAttribute[object]] = {
        getattr(model, field.name)
        for model in JOURNALED
        for field in model.contract.fields
        if isinstance(field, Link)
    }
    told = (*GOES_WITH, *HOLDS, *LETS_GO)
    assert {str(link) for link in links} == {str(tie) for tie in told}
    assert len(told) == len(set(map(str, told)))


def test_a_meeting_goes_everywhere_with_all_that_hangs_on_it(
    network: Network, meeting: UUID
) -> None:
    before = upto(network.chief)
    assert destroy(network.chief, Meeting, meeting) == 6  # 2 points, promise, referral, reply
    after = export(network.chief, before + 1)
    for store in (network.deputy, network.headquarters):
        assert bring(store, after) == ["imported"]
    for store in network.stores.values():
        assert not is_anywhere(store)
        assert unsound(store) == []


def test_parts_of_parts_go_with_what_was_destroyed_before_they_came(network: Network) -> None:
    """A station destroys a partner alone, in the file that brings its person and the name."""
    partner = makers.write_partner(network.chief)
    makers.write_person(network.chief, partner, name_fr=WORD)
    with network.chief.read() as session:
        statement = select(JournalEvent.line).order_by(JournalEvent.seq)
        lines = [line for line in session.scalars(statement) if line is not None]
    newest = decode(lines[-1])
    purge = msgspec.structs.replace(
        newest,
        seq=newest.seq + 1,
        t=newest.t + 1,
        ent="partner",
        id=str(partner),
        op=Operation.PURGE,
        d={},
    )
    bundle = packed(network.chief, 1, [*lines, encode(purge)])
    assert bring(network.headquarters, bundle) == ["imported"]
    assert not is_anywhere(network.headquarters)
    with network.headquarters.read() as session:
        assert session.scalars(select(WaitingRecord.record)).all() == []
    assert unsound(network.headquarters) == []


def test_parts_that_come_in_any_order_end_the_same(network: Network, meeting: UUID) -> None:
    before = upto(network.chief)
    destroy(network.chief, Meeting, meeting)
    parts = [
        export(network.chief, seq, seq)
        for seq in range(upto(network.chief), before, -1)  # the meeting before its points
    ]
    for store in (network.deputy, network.headquarters):
        for part in parts:
            assert bring(store, part) == ["imported"]
            assert unsound(store) == []
        assert not is_anywhere(store)


def test_what_the_other_computer_added_meanwhile_goes_too_and_is_told(
    network: Network, meeting: UUID
) -> None:
    with network.deputy.write(Actor.CHIEF) as session:
        it = get_record(session, Meeting, meeting)
        it.subject_fr = WORD
        session.add(
            Commitment(
                office_id=it.office_id,
                meeting=it,
                position=9,
                text=WORD,
                language="fr",
                owner="office",
                status="cst.open",
            )
        )
    destroy(network.chief, Meeting, meeting)
    told = [
        take_in(store, export(other))[0].code
        for store, other in (
            (network.deputy, network.chief),
            (network.chief, network.deputy),
            (network.headquarters, network.deputy),
            (network.headquarters, network.chief),
            (network.deputy, network.chief),
        )
    ]
    assert told == ["W_IN_VAIN", "W_IN_VAIN", None, None, None]
    for store in network.stores.values():
        assert unsound(store) == []
        assert not is_anywhere(store)


def test_a_rumour_goes_with_its_findings_and_its_publication_is_let_go(network: Network) -> None:
    rumour = makers.write_rumour(network.chief, text=WORD)
    with network.chief.write(Actor.CHIEF) as session:
        record_finding(
            session, rumour, FindingDraft("vr.false", date(2026, 10, 16), text=WORD, language="fr")
        )
    assert bring(network.headquarters, export(network.chief)) == ["imported"]
    before = upto(network.chief)
    destroy(network.chief, Rumour, rumour)
    assert bring(network.headquarters, export(network.chief, before + 1)) == ["imported"]
    for store in (network.chief, network.headquarters):
        assert not is_anywhere(store)
        assert unsound(store) == []


def test_a_partner_met_meanwhile_elsewhere_is_found_no_more(network: Network) -> None:
    partner = makers.write_partner(network.chief, name_fr=WORD)
    for store in (network.deputy, network.headquarters):
        assert bring(store, export(network.chief)) == ["imported"]
    makers.write_meeting(network.deputy, attendances=((partner, True),))
    assert bring(network.headquarters, export(network.deputy)) == ["imported"]
    for store in network.stores.values():
        upkeep.complete_index(store, Progress())
    before = upto(network.chief)
    assert destroy(network.chief, Partner, partner) == 1
    after = export(network.chief, before + 1)
    for store in (network.deputy, network.headquarters):
        assert bring(store, after) == ["imported"]
        assert unsound(store) == []
        upkeep.complete_index(store, Progress())
        assert not is_anywhere(store)


def test_a_follow_up_that_is_destroyed_takes_its_effects_with_it(
    network: Network, meeting: UUID
) -> None:
    """The program itself never destroys only one; a signed file may."""
    with network.chief.write(Actor.CHIEF) as session:
        it = get_record(session, Meeting, meeting)
        it.commitments[0].text = WORD
        it.points[0].text = "Lamp"
    before = upto(network.chief)
    for store in (network.deputy, network.headquarters):
        assert bring(store, export(network.chief)) == ["imported"]
        upkeep.complete_index(store, Progress())
    with network.chief.write(Actor.CHIEF) as session:
        purge_tree(session, get_record(session, Meeting, meeting).commitments)
    for store in (network.deputy, network.headquarters):
        assert bring(store, export(network.chief, before + 1)) == ["imported"]
        assert unsound(store) == []
        with store.read() as session:
            assert not find(session, WORD, 10)


def test_a_partner_that_was_met_is_held_by_its_meetings(network: Network) -> None:
    partner = makers.write_partner(network.chief)
    makers.write_person(network.chief, partner)
    makers.write_meeting(network.chief, attendances=((partner, True),))
    with network.chief.read() as session:
        tree = tree_of(session, makers.the_partner(session))
        assert [record.contract.entity for record in tree] == ["identity", "person", "partner"]
        holder = find_holder(session, tree)
        assert holder is not None
        assert holder.contract.entity == "attendance"
