"""A precinct's proposal is sent in a bundle, and headquarters' answer reaches every store."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from outreach_app import journal, vocabulary
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.events import decode, encode
from outreach_app.exchange.importing.folders import import_paths, take_up_entries
from outreach_app.models import JournalEvent
from outreach_app.progress import Progress
from outreach_app.queries.proposals import ProposalRow, list_proposals
from outreach_app.queries.records_naming_people import list_records_naming_people
from outreach_app.queries.repeated_points import list_repeated_points
from outreach_app.services.proposals import decline_proposal, draft_of_repeated, propose_phrase
from outreach_app.services.undo import changes_so_far, undo
from tests import makers
from tests.core.exchange.forging import packed
from tests.core.exchange.invariants import require_sound
from tests.core.exchange.network import OTHER_NAMES, Network, enrol, new_store
from tests.core.exchange.posts import answer, export, post
from tests.proposals import ADOPTION, OFTEN, PROPOSAL, adopt, propose, write_often

GOLDEN = Path(__file__).parents[2] / "data" / "exchange" / "proposal.ndjson"


@pytest.fixture(autouse=True)
def lists_of_the_files() -> Iterator[None]:
    yield
    vocabulary.overlay([], [])


def only(store: Database) -> ProposalRow:
    with store.read() as session:
        (row,) = list_proposals(session)
    return row


def test_what_is_written_often_comes_back_as_a_frequent_point_of_every_precinct(
    network: Network, tmp_path: Path
) -> None:
    chief, headquarters = network.chief, network.headquarters
    other = new_store(tmp_path / "other.db", "precinct", **OTHER_NAMES)
    for one, two in ((other, headquarters), (headquarters, other)):
        enrol(one, two)
    write_often(chief)
    with chief.write(Actor.CHIEF) as session:
        (often,) = list_repeated_points(session)
        propose_phrase(session, draft_of_repeated(often, PROPOSAL.proposed_on))
    for number, store in enumerate((chief, other)):
        post(headquarters, export(store, tmp_path / str(number)))
    came = only(headquarters)
    assert (came.text, came.count, came.state) == (OFTEN.text, 3, "waiting")
    code = adopt(headquarters, came.uid)
    for bundle in answer(headquarters, tmp_path / "down"):
        for store in (chief, other):
            post(store, [bundle])
    assert only(chief).state == "adopted"
    with other.read() as session:  # it learns what is adopted, never who proposed it
        assert list_proposals(session) == []
    for store in (chief, other):
        vocabulary.overlay([], [])
        take_up_entries(store)
        assert vocabulary.phrases()[code].ar == ADOPTION.ar
        require_sound(store)
    other.close()


def test_what_is_only_counted_leaves_nothing(network: Network, tmp_path: Path) -> None:
    write_often(network.chief)
    with network.chief.read() as session:
        assert list_repeated_points(session)
    post(network.headquarters, export(network.chief, tmp_path))
    with network.headquarters.read() as session:
        assert list_proposals(session) == []
        # Headquarters has many of the precinct's points, but cannot propose them.
        assert list_repeated_points(session) == []


def test_two_computers_of_headquarters_that_answer_apart_end_alike(
    network: Network, tmp_path: Path
) -> None:
    chief, headquarters = network.chief, network.headquarters
    uid = propose(chief)
    post(headquarters, export(chief, tmp_path))
    with headquarters.write(Actor.HEADQUARTERS) as session:
        decline_proposal(session, uid, "dr.known")
        changes = changes_so_far(session)
    assert only(headquarters).state == "declined"
    with headquarters.write(Actor.HEADQUARTERS) as session:
        undo(session, changes)
    assert only(headquarters).state == "waiting"
    code = adopt(headquarters, uid)
    post(chief, answer(headquarters, tmp_path / "down"))
    assert (only(chief).state, code.rpartition(".")[2]) == ("adopted", uid.hex[-10:])
    require_sound(headquarters)


def test_a_name_in_a_proposal_is_told_before_it_leaves(network: Network) -> None:
    """It was proposed before the person was registered."""
    chief = network.chief
    uid = propose(chief, text="Retards signalés par Zineb Alaoui", language="fr", translation=None)
    makers.write_person(chief, makers.write_partner(chief), name_fr="Zineb Alaoui")
    with chief.read() as session:
        said = select(JournalEvent.record).where(JournalEvent.record == uid)
        (found,) = list_records_naming_people(session, said)
    assert (found.entity, found.uid, found.names) == ("proposal", uid, ("Zineb Alaoui",))


def test_a_proposal_that_an_earlier_program_wrote_comes_in(
    network: Network, tmp_path: Path
) -> None:
    """The content is as written; its position in the log is the sender's."""
    chief, headquarters = network.chief, network.headquarters
    with chief.read() as session:
        device = journal.current_device(session)
        first, t = device.upto + 1, device.highest_t
    event = decode(GOLDEN.read_bytes().splitlines()[0])
    line = encode(msgspec.structs.replace(event, seq=first, t=t + 1))
    file = tmp_path / "golden.outreach"
    post(headquarters, export(chief, tmp_path))
    file.write_bytes(packed(chief, first, [line]))
    summary = import_paths(headquarters, [file], Progress())
    assert [row.status for row in summary.files] == ["imported"]
    row = only(headquarters)
    assert (row.text, row.kind, row.topic) == (PROPOSAL.text, PROPOSAL.kind, PROPOSAL.topic)
    assert (row.count, row.proposed_on) == (PROPOSAL.count, PROPOSAL.proposed_on)
    require_sound(headquarters)


def test_a_precinct_that_adopts_is_refused(network: Network, tmp_path: Path) -> None:
    """As another program might write it: this program's services refuse it earlier."""
    chief, headquarters = network.chief, network.headquarters
    post(headquarters, export(chief, tmp_path))
    with chief.read() as session:
        device = journal.current_device(session)
        first, t = device.upto + 1, device.highest_t
    event = decode(GOLDEN.read_bytes().splitlines()[1])
    file = tmp_path / "forged.outreach"
    line = encode(msgspec.structs.replace(event, seq=first, t=t + 1))
    file.write_bytes(packed(chief, first, [line]))
    summary = import_paths(headquarters, [file], Progress())
    assert [(row.status, row.code) for row in summary.files] == [("refused", "E_OWNER")]


def test_two_proposals_never_share_a_code(network: Network) -> None:
    """Their suffixes are random, whatever their time."""
    uids = [propose(network.chief, text=f"اقتراح رقم {n} للأحياء") for n in range(20)]
    assert len({uid.hex[-10:] for uid in uids}) == len(uids)
    assert replace(PROPOSAL).count >= 3
