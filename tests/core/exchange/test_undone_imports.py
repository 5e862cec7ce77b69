"""An import undone before any file left takes no number and sends headquarters nothing to read."""

from datetime import date
from pathlib import Path
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.exporting.planning import Receiver, plan_export
from outreach_app.integrity import check_store
from outreach_app.models import JOURNALED, Partner
from outreach_app.progress import Progress
from outreach_app.queries.bundles import get_exchange_state
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from outreach_app.queries.trash import list_deleted
from outreach_app.services.imports import revert_import
from outreach_app.services.purging import purge_tree
from tests import makers
from tests.core.exchange.network import Network, unsound
from tests.core.exchange.posts import export, post
from tests.core.transfer.test_meetings import GOOD, bring_in, write

MEETING = GOOD | {
    "partners": [{"name_fr": "Association Assalam", "category": "pt.association"}],
    "points": [{"kind": "concern", "topic": "tp.6.1", "text": "Éclairage", "language": "fr"}],
}


def bring(store: Database, folder: Path) -> UUID:
    """Import two meetings with a partner that is new."""
    report = bring_in(store, write(folder / "a.json", MEETING, MEETING | {"uid": "two"}))
    assert (report.created, report.batch is None) == (2, False)
    assert report.batch is not None
    return report.batch


def undo(store: Database, batch: UUID) -> None:
    with store.write(Actor.CHIEF) as session:
        revert_import(session, batch, Progress())


def numbers(store: Database) -> list[str]:
    with store.read() as session:
        return sorted(row.number for row in list_meetings(session))


def leaving(store: Database) -> tuple[int, int]:
    """Return what Today and the plan of a file count as changes."""
    with store.read() as session:
        plan = plan_export(session, Receiver.HEADQUARTERS)
        assert bool(plan.records) == bool(plan.events)
        return get_exchange_state(session).unsent, plan.events


def test_the_numbers_of_what_nobody_saw_are_free_again(network: Network, tmp_path: Path) -> None:
    makers.write_meeting(network.chief, held_on=date(2026, 10, 1))
    undo(network.chief, bring(network.chief, tmp_path))
    makers.write_meeting(network.chief, held_on=date(2026, 10, 20))
    assert numbers(network.chief) == ["01/2026", "02/2026"]
    with network.chief.read() as session:
        assert list_deleted(session) == []
    assert all(check.is_sound for check in check_store(network.chief))


def test_headquarters_is_sent_nothing_of_what_nobody_saw(network: Network, tmp_path: Path) -> None:
    export(network.chief, tmp_path)
    before = leaving(network.chief)
    undo(network.chief, bring(network.chief, tmp_path))
    assert leaving(network.chief) == before
    bundles = export(network.chief, tmp_path)
    post(network.headquarters, bundles)
    for store in (network.headquarters, network.chief):
        with store.read() as session:
            assert [model for model in JOURNALED if session.query(model).count() > 3] == []
            assert (list_meetings(session), list_partners(session)) == ([], [])
        assert unsound(store) == []


def test_what_was_sent_before_it_was_undone_keeps_its_number(
    network: Network, tmp_path: Path
) -> None:
    batch = bring(network.chief, tmp_path)
    post(network.headquarters, export(network.chief, tmp_path))
    undo(network.chief, batch)
    assert leaving(network.chief)[0] > 0
    post(network.headquarters, export(network.chief, tmp_path))
    makers.write_meeting(network.chief, held_on=date(2026, 10, 20))
    assert numbers(network.chief) == ["03/2026"]
    with network.headquarters.read() as session:
        assert list_meetings(session) == []


def test_a_partner_met_since_stays_with_its_import(network: Network, tmp_path: Path) -> None:
    batch = bring(network.chief, tmp_path)
    with network.chief.read() as session:
        partner = session.query(Partner).one().uid
    makers.write_meeting(network.chief, attendances=((partner, True),), held_on=date(2026, 11, 2))
    undo(network.chief, batch)
    assert numbers(network.chief) == ["03/2026"]
    assert all(check.is_sound for check in check_store(network.chief))


def test_an_erasure_of_what_headquarters_has_counts_as_one(
    network: Network, tmp_path: Path
) -> None:
    makers.write_partner(network.chief)
    export(network.chief, tmp_path)  # on its way: nobody acknowledged it
    with network.chief.write(Actor.PROGRAM) as session:
        purge_tree(session, [makers.the_partner(session)])
    with network.chief.read() as session:
        assert plan_export(session, Receiver.HEADQUARTERS).records["erasure"] == 1
