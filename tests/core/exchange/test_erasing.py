"""No word of erased or withheld names is in a store that receives files."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.exporting.planning import Receiver
from outreach_app.exchange.importing.folders import catch_up, import_paths
from outreach_app.progress import Progress
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.saved_filters import KeptFilter, list_saved_filters
from outreach_app.rules.statuses import BundleStatus
from outreach_app.search import leftovers, upkeep
from outreach_app.services.drafts import save_draft
from outreach_app.services.erasure import erase_identity
from outreach_app.services.merging import separate
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import change_partner
from outreach_app.services.saved_filters import leave_filter, save_filter
from tests import makers
from tests.core.exchange.network import Network, export, unsound, upto
from tests.core.exchange.posts import export as write_files
from tests.core.exchange.posts import post
from tests.core.search.found import find
from tests.core.stored_words import stored_words

NAME = "Cabinet Plantedname"


def test_erasure_reaches_the_other_stores_and_leaves_no_word(
    network: Network, tmp_path: Path
) -> None:
    store = network.chief
    partner = makers.write_partner(store, name_ar="مكتب", is_named_after_person=True, name_fr=None)
    person = makers.write_person(store, partner, name_fr="Zephyrin Plantedname", name_ar=None)
    both = tmp_path / "with.outreach"
    both.write_bytes(export(store))
    assert run(network.deputy, both) == ["imported"]
    assert is_anywhere(network.deputy, tmp_path)
    late = tmp_path / "late.outreach"
    late.write_bytes(export(store, 2))
    with network.deputy.write(Actor.CHIEF) as session:
        left = KeptFilter(MeetingFilter(text="Plantedname"))
        leave_filter(session, "meetings", left)
        save_filter(session, "meetings", "Les écoles", KeptFilter(MeetingFilter(text="école")))
        draft = makers.person_draft(partner, name_fr="Zephyrin Plantedname")
        save_draft(session, "person", draft, clock.now())
    with store.write(Actor.CHIEF) as session:
        erase_identity(session, person)
    upkeep.purge(store)
    after = tmp_path / "after.outreach"
    after.write_bytes(export(store, upto(store)))
    assert run(network.deputy, after, late) == ["imported", "imported"]
    for erased in (store, network.deputy):
        assert unsound(erased) == []
        assert not is_anywhere(erased, tmp_path)
    with network.deputy.read() as session:
        assert list(list_saved_filters(session, "meetings", MeetingFilter)) == ["Les écoles"]


def test_a_withheld_name_is_nowhere_at_headquarters(network: Network, tmp_path: Path) -> None:
    partner = write_practice(network.chief, is_named_after_person=True)
    makers.write_person(network.chief, partner, name_fr="Zephyrin Plantedname", name_ar=None)
    assert is_anywhere(network.chief, tmp_path)
    post(network.headquarters, write_files(network.chief, tmp_path))
    assert unsound(network.headquarters) == []
    assert not is_anywhere(network.headquarters, tmp_path)


def test_a_name_that_is_withheld_from_now_on_is_nowhere_at_headquarters(
    network: Network, tmp_path: Path
) -> None:
    partner = write_practice(network.chief)
    post(network.headquarters, write_files(network.chief, tmp_path))
    assert found(network.headquarters) == ["meeting", "partner", "person"]
    with network.chief.write(Actor.CHIEF) as session:
        draft = draft_of_partner(session, partner)
        change_partner(session, partner, replace(draft, is_named_after_person=True))
    post(network.headquarters, write_files(network.chief, tmp_path))
    assert unsound(network.headquarters) == []
    assert not is_anywhere(network.headquarters, tmp_path)


@pytest.mark.parametrize("is_merged", [False, True])
def test_an_erased_practice_is_in_no_document_of_the_other_computer(
    network: Network, tmp_path: Path, *, is_merged: bool
) -> None:
    practice = write_practice(network.chief, is_named_after_person=True)
    if is_merged:
        other = makers.write_partner(network.chief, name_ar=None, name_fr="Cabinet Autre")
        makers.write_meeting(network.chief, attendances=((other, True),))
        makers.merge(network.chief, practice, other)
    post(network.deputy, write_files(network.chief, tmp_path, Receiver.SIBLING))
    assert "person" in found(network.deputy)
    with network.chief.write(Actor.CHIEF) as session:
        erase_identity(session, practice)
    post(network.deputy, write_files(network.chief, tmp_path, Receiver.SIBLING))
    assert unsound(network.deputy) == []
    assert not is_anywhere(network.deputy, tmp_path)


def test_a_renamed_partner_is_found_by_its_new_name_on_the_other_computer(
    network: Network, tmp_path: Path
) -> None:
    partner = write_practice(network.chief)
    post(network.deputy, write_files(network.chief, tmp_path, Receiver.SIBLING))
    with network.chief.write(Actor.CHIEF) as session:
        draft = draft_of_partner(session, partner)
        change_partner(session, partner, replace(draft, name_fr="Cabinet Newword"))
    post(network.deputy, write_files(network.chief, tmp_path, Receiver.SIBLING))
    assert found(network.deputy) == []
    assert found(network.deputy, "Newword") == ["meeting", "partner", "person"]
    assert unsound(network.deputy) == []


def test_a_name_that_went_over_to_another_holder_leaves_the_one_before(
    network: Network, tmp_path: Path
) -> None:
    """Even if the rest of the merge is in the next file."""
    winner = makers.write_partner(network.chief, name_ar=None, name_fr="Etude")
    loser = write_practice(network.chief, is_named_after_person=True)
    post(network.deputy, write_files(network.chief, tmp_path, Receiver.SIBLING))
    for change in ("merge", "separate"):
        before = upto(network.chief)
        if change == "merge":
            makers.merge(network.chief, winner, loser, "name_fr")
        else:
            with network.chief.write(Actor.CHIEF) as session:
                separate(session, loser)
        for seq in range(before + 1, upto(network.chief) + 1):
            part = tmp_path / f"{seq}.outreach"
            part.write_bytes(export(network.chief, seq, seq))
            assert run(network.deputy, part) == ["imported"]
            assert unsound(network.deputy) == []


def test_a_word_of_an_erased_name_goes_later_where_the_program_ended_before(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner = write_practice(network.chief)
    person = makers.write_person(network.chief, partner, name_fr="Zephyrin Ended", name_ar=None)
    post(network.deputy, write_files(network.chief, tmp_path, Receiver.SIBLING))
    with network.chief.write(Actor.CHIEF) as session:
        erase_identity(session, person)
    files = write_files(network.chief, tmp_path, Receiver.SIBLING)
    monkeypatch.setattr(leftovers, "optimize", end)
    with pytest.raises(KeyboardInterrupt):
        post(network.deputy, files)
    monkeypatch.undo()
    assert "ended" in stored_words(network.deputy)
    catch_up(network.deputy, Progress())
    assert "ended" not in stored_words(network.deputy)


def test_a_store_in_which_nothing_was_erased_is_not_merged_anew(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At headquarters this takes minutes."""
    partner = write_practice(network.chief, is_named_after_person=True)
    post(network.headquarters, write_files(network.chief, tmp_path))
    with network.chief.write(Actor.CHIEF) as session:
        draft = draft_of_partner(session, partner)
        change_partner(session, partner, replace(draft, place="Rue 5"))
    monkeypatch.setattr(leftovers, "optimize", lambda _session: pytest.fail("merged anew"))
    summary = post(network.headquarters, write_files(network.chief, tmp_path))
    assert summary.count(BundleStatus.IMPORTED) == 1


def end(_session: object) -> None:
    raise KeyboardInterrupt


def write_practice(store: Database, *, is_named_after_person: bool = False) -> UUID:
    """Write a practice with a contact person and a meeting."""
    partner = makers.write_partner(
        store, name_ar=None, name_fr=NAME, is_named_after_person=is_named_after_person
    )
    makers.write_person(store, partner)
    makers.write_meeting(store, attendances=((partner, True),))
    return partner


def run(store: Database, *paths: Path) -> list[str]:
    return [file.status for file in import_paths(store, paths, Progress()).files]


def found(store: Database, query: str = "Plantedname") -> list[str]:
    with store.read() as session:
        return sorted(hit.kind.value for hit in find(session, query, 50))


def is_anywhere(store: Database, folder: Path) -> bool:
    """Return whether the planted name is in the store: in its tables, or in the index.

    On a server all rows are searched; its files are the server's.
    """
    if store.is_on_server:
        return b"plantedname" in all_rows(store).lower()
    in_index = any("plantedname" in word for word in stored_words(store))
    return in_index or b"plantedname" in plain(store, folder).lower()


def all_rows(store: Database) -> bytes:
    """Yield every value in every table of a store on a server."""
    with store.read() as session:
        tables = session.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        )
        rows = [session.execute(text(f"TABLE {table}")).all() for table in tables.all()]
    values = (value for table in rows for row in table for value in row)
    return b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in values)


def plain(store: Database, folder: Path) -> bytes:
    """Return the decrypted bytes of a store; the index abbreviates its words."""
    target = folder / "plain.db"
    target.unlink(missing_ok=True)
    bare = store._medium._connect()  # type: ignore[attr-defined]
    bare.execute(f"ATTACH DATABASE '{target}' AS plain KEY ''")
    # Each of hundreds of tables is written in a transaction of its own, which would sync.
    bare.execute("PRAGMA plain.synchronous = OFF")
    bare.execute("PRAGMA plain.journal_mode = OFF")
    bare.execute("SELECT sqlcipher_export('plain')").fetchall()
    bare.execute("DETACH DATABASE plain")
    bare.close()
    return target.read_bytes()
