"""An office changes only its own records: otherwise others would refuse its whole log."""

import json
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import select

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import BundleError, NotAllowed
from outreach_app.events import Event
from outreach_app.exchange.exporting.planning import Receiver
from outreach_app.exchange.importing.bundle_import import import_bundle
from outreach_app.exchange.stations.registry import own_station
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.models import Elimination, Issue, Meeting
from outreach_app.progress import Progress
from outreach_app.queries.conflicts import list_conflicts
from outreach_app.queries.issues import list_published
from outreach_app.queries.records import get_own_office
from outreach_app.queries.retention import find_issue
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import change_partner
from outreach_app.transfer.meetings_file import read_meetings
from outreach_app.transfer.meetings_import import import_meetings
from tests import makers
from tests.core.exchange.forging import edited, forge
from tests.core.exchange.network import Network, open_at, state, take, upto
from tests.core.exchange.network import export as export_whole
from tests.core.exchange.posts import answer, export, post, statuses


def move(store: Database, actor: Actor, partner: UUID, place: str) -> None:
    with store.write(actor) as session:
        change_partner(session, partner, replace(draft_of_partner(session, partner), place=place))


def require_answers_taken(network: Network, folder: Path) -> None:
    """Require that headquarters' changes are imported at both computers of the precinct."""
    bundles = answer(network.headquarters, folder)
    for store in (network.chief, network.deputy):
        mine = [row for row in bundles if row.stations == (_device(store),)]
        assert statuses(post(store, mine)) == [("imported", None)]


def _device(store: Database) -> UUID:
    with store.read() as session:
        return own_station(session).device


def test_headquarters_changes_no_record_of_a_precinct(network: Network, tmp_path: Path) -> None:
    partner = makers.write_partner(network.chief)
    post(network.headquarters, export(network.chief, tmp_path / "out"))
    before, written = state(network.headquarters), upto(network.headquarters)
    with pytest.raises(NotAllowed) as refused:
        move(network.headquarters, Actor.HEADQUARTERS, partner, "elsewhere")
    assert refused.value.code == "another_office"
    assert state(network.headquarters) == before
    assert upto(network.headquarters) == written
    require_answers_taken(network, tmp_path / "answers")


def test_what_a_precinct_wrote_apart_is_for_the_precinct_to_review(
    network: Network, tmp_path: Path
) -> None:
    partner = makers.write_partner(network.chief)
    post(network.deputy, export(network.chief, tmp_path, Receiver.SIBLING))
    move(network.chief, Actor.CHIEF, partner, "north")
    move(network.deputy, Actor.DEPUTY, partner, "south")
    for store, other in ((network.chief, network.deputy), (network.deputy, network.chief)):
        bundles = export(store, tmp_path, Receiver.SIBLING)
        post(other, bundles)
        post(network.headquarters, export(store, tmp_path))
    listed = {}
    for name, store in network.stores.items():
        with store.read() as session:
            listed[name] = len(list_conflicts(session))
    assert listed == {"chief": 1, "deputy": 1, "headquarters": 0}


def test_a_file_imported_at_headquarters_touches_no_meeting_of_a_precinct(
    network: Network, tmp_path: Path
) -> None:
    makers.write_meeting(network.chief, reference="R-1", subject_fr="Du quartier", subject_ar=None)
    post(network.headquarters, export(network.chief, tmp_path / "out"))
    theirs = state(network.headquarters)
    file = tmp_path / "meetings.json"
    meeting = {"uid": "R-1", "status": "planned", "held_on": "2026-12-01", "subject_fr": "Du siège"}
    partner = {"name_ar": "جمعية النخيل", "category": "pt.association", "present": True}
    rows = [meeting | {"kind": "mt.periodic", "channel": "ch.inperson", "partners": [partner]}]
    content = {"format": "outreach-meetings", "version": 1, "meetings": rows}
    file.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(NotAllowed), network.headquarters.write(Actor.HEADQUARTERS) as session:
        import_meetings(session, read_meetings(file), file.name, Progress())
    assert state(network.headquarters) == theirs
    require_answers_taken(network, tmp_path / "answers")


@pytest.mark.parametrize("op", ["del", "purge"])
def test_an_office_does_not_take_itself_out_of_the_figures(network: Network, op: str) -> None:
    makers.write_partner(network.chief)
    take(network.headquarters, export_whole(network.chief))
    with network.chief.read() as session:
        office = str(get_own_office(session).uid)
    changes = {3: edited(ent="office", id=office, op=op, d={})}
    before = state(network.headquarters)
    with pytest.raises(BundleError) as refused:
        take(network.headquarters, forge(network.chief, 3, 3, changes, previous_of=2))
    assert refused.value.code == "E_RECORD"
    assert state(network.headquarters) == before


def test_a_precinct_takes_no_meetings_of_headquarters_for_its_own(
    network: Network, tmp_path: Path
) -> None:
    makers.write_meeting(network.headquarters)
    before = state(network.chief)
    with pytest.raises(BundleError) as refused:
        take(network.chief, export_whole(network.headquarters))
    assert refused.value.code == "E_RECORD"
    assert state(network.chief) == before
    require_answers_taken(network, tmp_path / "answers")
    with network.chief.read() as session:
        assert not session.scalars(select(Meeting.uid)).all()


def test_a_precinct_takes_of_headquarters_publications_rectifications_alone(
    network: Network, tmp_path: Path
) -> None:
    makers.write_publication(network.headquarters)
    before = state(network.chief)
    with pytest.raises(BundleError) as refused:
        take(network.chief, export_whole(network.headquarters))
    assert refused.value.code == "E_RECORD"
    assert state(network.chief) == before
    require_answers_taken(network, tmp_path / "answers")


def test_what_another_office_signs_as_published_or_listed_is_not_ones_own(
    network: Network,
) -> None:
    meeting = makers.write_meeting(network.chief)
    makers.give(network.chief, prepare_session_summary(network.chief, str(meeting)))
    last = upto(network.chief)
    kinds = (DocumentKind.NATIONAL_PUBLISHABLE, DocumentKind.ELIMINATION)
    for kind in kinds:

        def signed(event: Event, kind: str = kind) -> Event:
            fields = {"kind": kind, "fingerprint": "f" * 64} if event.ent == "issue" else {}
            return msgspec.structs.replace(event, d={**event.d, **fields})

        with network.headquarters.write(Actor.HEADQUARTERS) as session:
            bundle = forge(network.chief, 1, last, dict.fromkeys(range(1, last + 1), signed))
            import_bundle(session, open_at(network.headquarters, bundle), clock.now())
            assert session.scalars(select(Issue.kind)).all() == [kind]
            assert list_published(session, kind) == []
            assert find_issue(session, Elimination(digest="f" * 64)) is None
            session.rollback()
