"""The index follows the records: named, renamed, merged, erased or reworded."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import select

from outreach_app import vocabulary
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.importing.folders import catch_up
from outreach_app.integrity import check_store
from outreach_app.migrations.versions import m0014_search_filters
from outreach_app.models import CatalogueEntry, Partner, Point
from outreach_app.paths import STORE_FILE
from outreach_app.progress import Progress
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.queries.search_results import search_everything
from outreach_app.search import documents, index, leftovers, upkeep
from outreach_app.services.erasure import erase_identity
from outreach_app.services.merging import separate
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import change_partner, delete_partner
from outreach_app.startup import opened
from tests import makers
from tests.core.search.found import find
from tests.core.stored_words import stored_words
from tests.remarks import write_remark
from tests.servers import ON_A_FILE

NAME = "Cabinet Plantedname"


@pytest.fixture(autouse=True)
def lists_of_the_files() -> Iterator[None]:
    yield
    vocabulary.overlay([], [])


def found(database: Database, query: str) -> list[str]:
    with database.read() as session:
        return sorted(hit.kind.value for hit in find(session, query, 50))


def unsound(database: Database) -> list[str]:
    return [
        f"{check.name}: {check.detail}" for check in check_store(database) if not check.is_sound
    ]


def rename(database: Database, partner: UUID, name: str) -> None:
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_partner(session, partner)
        change_partner(session, partner, replace(draft, name_ar=None, name_fr=name))


def write_named(database: Database, name: str, **changes: bool) -> UUID:
    """Write a partner with a contact person and a meeting."""
    partner = makers.write_partner(database, name_ar=None, name_fr=name, **changes)
    makers.write_person(database, partner)
    makers.write_meeting(database, attendances=((partner, True),))
    return partner


def test_a_partners_new_name_finds_its_meetings_and_people_and_the_old_one_none(
    database: Database,
) -> None:
    partner = write_named(database, "Association Oldword")
    rename(database, partner, "Association Newword")
    assert found(database, "Oldword") == []
    assert found(database, "Newword") == ["meeting", "partner", "person"]
    assert unsound(database) == []


def test_what_was_merged_is_found_by_the_new_name_of_what_stands_for_it(
    database: Database,
) -> None:
    winner, loser = write_named(database, "Winner"), write_named(database, "Loser")
    third = write_named(database, "Third")
    makers.merge(database, loser, third)
    with database.write(Actor.CHIEF) as session:  # as another computer leaves it: not moved
        get_record(session, Partner, loser).merged_into = get_record(session, Partner, winner)
    assert found(database, "Winner") == ["meeting"] * 3 + ["partner"] + ["person"] * 3
    rename(database, winner, "Renamed")
    assert found(database, "Winner") == []
    assert found(database, "Renamed") == ["meeting"] * 3 + ["partner"] + ["person"] * 3
    assert unsound(database) == []
    with database.write(Actor.CHIEF) as session:
        separate(session, loser)
    assert found(database, "Renamed") == ["meeting", "partner", "person"]
    assert unsound(database) == []


def test_a_name_that_goes_over_to_another_holder_leaves_the_one_before(database: Database) -> None:
    winner = makers.write_partner(database, name_ar=None, name_fr="Etude")
    loser = write_named(database, NAME, is_named_after_person=True)
    with database.write(Actor.CHIEF) as session:  # without the rest of a merge
        identity = get_record(session, Partner, loser).identity
        assert identity is not None
        identity.partner = get_record(session, Partner, winner)
    assert found(database, "Plantedname") == ["partner"]
    assert unsound(database) == []


def test_an_erased_practice_is_in_no_document(database: Database) -> None:
    partner = write_named(database, NAME, is_named_after_person=True)
    assert found(database, "Plantedname") == ["meeting", "partner", "person"]
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, partner)
    assert found(database, "Plantedname") == []
    assert unsound(database) == []


@ON_A_FILE
def test_an_erased_word_leaves_the_disk_even_if_the_program_ended_before(
    database: Database,
) -> None:
    partner = write_named(database, NAME, is_named_after_person=True)
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, partner)
    assert "plantedname" in stored_words(database)
    database.close()
    with opened(database.path.parent, makers.PASSPHRASE) as office:
        upkeep.complete_index(office.database, Progress())
        assert "plantedname" not in stored_words(office.database)
        assert "الزقاق" in stored_words(office.database)


@ON_A_FILE
def test_what_a_reader_keeps_on_the_disk_is_made_good_later(database: Database) -> None:
    partner = write_named(database, NAME, is_named_after_person=True)
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, partner)
    log = database.path.with_name(f"{database.path.name}-wal")
    with database.read() as session:
        leftovers.noted_erasure(session)  # a reader: its write-ahead log cannot be emptied
        upkeep.purge(database)
    assert log.stat().st_size > 0
    with database.read() as session:
        assert leftovers.noted_erasure(session) != 0
    upkeep.purge(database)
    with database.read() as session:
        assert leftovers.noted_erasure(session) == 0


@ON_A_FILE
def test_an_erasure_while_the_one_before_is_cleaned_up_is_cleaned_up_too(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (
        write_named(database, f"Cabinet Planted{place}", is_named_after_person=True)
        for place in ("first", "second")
    )
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, first)
    checkpoint = database.checkpoint

    def erase_meanwhile() -> bool:
        with database.write(Actor.CHIEF) as session:
            erase_identity(session, second)
        return checkpoint()

    monkeypatch.setattr(database, "checkpoint", erase_meanwhile)
    upkeep.purge(database)
    monkeypatch.undo()
    assert {"plantedfirst", "plantedsecond"} & stored_words(database) == {"plantedsecond"}
    upkeep.purge(database)
    assert "plantedsecond" not in stored_words(database)


def test_a_topic_worded_anew_is_found_by_its_new_words(database: Database) -> None:
    makers.write_meeting(database)
    with database.write(Actor.HEADQUARTERS) as session:
        office = get_own_office(session)
        entry = CatalogueEntry(office_id=office.id, code="tp.6.1", ar="قناديل", fr="lampadaires")
        session.add(entry)
    catch_up(database, Progress())
    assert found(database, "lampadaires") == ["meeting"]
    assert unsound(database) == []


def test_no_word_of_a_list_is_left_in_the_index_once_headquarters_reworded_it(
    database: Database,
) -> None:
    makers.write_partner(database)
    makers.write_meeting(database)
    makers.rectify(database, makers.write_rumour(database))
    write_remark(database)
    with database.write(Actor.CHIEF) as session:
        for point in session.scalars(select(Point)):
            point.phrase = "ph.1.1"
    with database.write(Actor.PROGRAM) as session:
        office = get_own_office(session).id
        for prefix in (*vocabulary.LISTS, vocabulary.PHRASES):
            for code in vocabulary.catalogue(prefix):
                words = {"ar": f"كلمة {code}", "fr": f"mot {code}"}
                session.add(CatalogueEntry(office_id=office, code=code, **words))
    catch_up(database, Progress())
    assert unsound(database) == []


def put_off(database: Database) -> None:
    """Queue every record for the index, as a migration and an import do."""
    with database.write(Actor.PROGRAM) as session:
        index.postpone(session, [each.found for each in documents.list_documents(session)])


@ON_A_FILE
def test_a_store_whose_index_is_behind_opens_at_once_and_says_so(database: Database) -> None:
    write_named(database, "Association Late")
    put_off(database)
    database.close()
    with opened(database.path.parent, makers.PASSPHRASE) as office:
        with office.database.read() as session:
            result = search_everything(session, "Late")
        assert (result.rows, result.is_complete) == ((), False)
        assert unsound(office.database) == []
        upkeep.complete_index(office.database, Progress())
        with office.database.read() as session:
            result = search_everything(session, "Late")
    assert {row.kind for row in result.rows} == {"partner", "person", "meeting"}
    assert result.is_complete


def test_what_is_written_meanwhile_is_found_at_once(database: Database) -> None:
    partner = write_named(database, "Association Early")
    put_off(database)
    rename(database, partner, "Association Renamed")
    assert found(database, "Renamed") == ["meeting", "partner", "person"]
    upkeep.complete_index(database, Progress())
    assert found(database, "Renamed") == ["meeting", "partner", "person"]
    assert unsound(database) == []


def test_cancelling_keeps_what_is_indexed_and_leaves_the_rest_waiting(database: Database) -> None:
    for number in range(upkeep.PORTION + 20):
        makers.write_partner(database, name_fr=f"Partner {number}")
    put_off(database)
    progress = Progress(lambda _done, _total, _what: progress.cancel())
    upkeep.complete_index(database, progress)
    with database.read() as session:
        assert index.count_waiting(session) == 20
    upkeep.complete_index(database, Progress())
    with database.read() as session:
        assert index.is_complete(session)
    assert unsound(database) == []


def test_what_is_deleted_while_it_waits_is_not_waited_for(database: Database) -> None:
    partner = makers.write_partner(database)
    put_off(database)
    with database.write(Actor.CHIEF) as session:
        delete_partner(session, partner, makers.the_partner(session).version)
    with database.read() as session:
        assert index.is_complete(session)
    assert unsound(database) == []


def test_a_partners_new_category_filters_its_meetings(database: Database) -> None:
    partner = write_named(database, "Etude")
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_partner(session, partner)
        change_partner(session, partner, replace(draft, category="pt.liberal", type=None))
    with database.read() as session:
        found_by = {
            category: list_meeting_ids(session, MeetingFilter("Etude", category=category))
            for category in ("pt.association", "pt.liberal")
        }
    assert found_by == {"pt.association": [], "pt.liberal": [1]}


def test_a_migrated_store_waits_to_be_indexed(store: Path, new_store_key: bytes) -> None:
    old = Database(store / STORE_FILE, new_store_key)
    write_named(old, "Association Before")
    with old.rebuild() as connection:
        for table in ("search_meetings", "search_names", "search_documents"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("CREATE VIRTUAL TABLE search_index USING fts5(words)")
        with Operations.context(MigrationContext.configure(connection)):
            m0014_search_filters.upgrade()
    with old.read() as session:
        assert index.count_waiting(session) == 3
    upkeep.complete_index(old, Progress())
    assert found(old, "Before") == ["meeting", "partner", "person"]
    assert unsound(old) == []
    old.close()
