"""The index says what the records say: named, renamed, merged, erased or worded anew."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest

from outreach_app import search, search_index, vocabulary
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.importing.folders import catch_up
from outreach_app.integrity import check_store
from outreach_app.models import CatalogueEntry, Partner
from outreach_app.progress import Progress
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.services.erasure import erase_identity
from outreach_app.services.merging import separate
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import change_partner
from outreach_app.startup import open_office
from tests import makers
from tests.core.stored_words import stored_words

NAME = "Cabinet Plantedname"


@pytest.fixture(autouse=True)
def lists_of_the_files() -> Iterator[None]:
    yield
    vocabulary.overlay([], [])


def found(database: Database, query: str) -> list[str]:
    with database.read() as session:
        return sorted(hit.kind.value for hit in search.find(session, query, 50))


def unsound(database: Database) -> list[str]:
    return [
        f"{check.name}: {check.detail}" for check in check_store(database) if not check.is_sound
    ]


def rename(database: Database, partner: UUID, name: str) -> None:
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_partner(session, partner)
        change_partner(session, partner, replace(draft, name_ar=None, name_fr=name))


def write_named(database: Database, name: str, **changes: bool) -> UUID:
    """A partner that somebody speaks for and that was at a meeting."""
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
    with database.write(Actor.CHIEF) as session:  # as another computer leaves it: not moved over
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


def test_an_erased_word_leaves_the_disk_even_if_the_program_ended_before(
    database: Database,
) -> None:
    partner = write_named(database, NAME, is_named_after_person=True)
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, partner)
    assert "plantedname" in stored_words(database)
    database.close()
    office = open_office(database.path.parent, makers.PASSPHRASE)
    assert "plantedname" not in stored_words(office.database)
    assert "الزقاق" in stored_words(office.database)
    office.close()


def test_what_a_reader_keeps_on_the_disk_is_made_good_later(database: Database) -> None:
    partner = write_named(database, NAME, is_named_after_person=True)
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, partner)
    log = database.path.with_name(f"{database.path.name}-wal")
    with database.read() as session:
        search.noted_erasure(session)  # a look at the store: its log cannot be emptied
        search_index.purge(database)
    assert log.stat().st_size > 0
    with database.read() as session:
        assert search.noted_erasure(session) != 0
    search_index.purge(database)
    with database.read() as session:
        assert search.noted_erasure(session) == 0


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
    search_index.purge(database)
    monkeypatch.undo()
    assert {"plantedfirst", "plantedsecond"} & stored_words(database) == {"plantedsecond"}
    search_index.purge(database)
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
