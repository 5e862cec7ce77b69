"""A person is informed in time, or the name is erased: first to the trash, never silently (L6)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app import clock, startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, InvalidDraft, NotFound
from outreach_app.queries.people import PersonRow, list_people
from outreach_app.queries.trash import list_deleted
from outreach_app.restoring import restore
from outreach_app.services.forgetting import erase_forgotten, forget_uninformed, restore_name
from outreach_app.services.partner_drafts import draft_of_person
from outreach_app.services.people import change_person, inform_person
from tests import makers
from tests.core.search.found import find

NAME = "Zephyrin Plantedname"
# Later than the creation of the test store.
START = clock.today() + timedelta(days=2)


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> "Today":
    return Today(monkeypatch)


class Today:
    """Sets the clock of the computer."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.set(START)

    def set(self, day: date) -> None:
        moment = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
        self._monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture
def person(database: Database, today: Today) -> UUID:
    partner = makers.write_partner(database)
    return makers.write_person(
        database, partner, name_fr=NAME, name_ar=None, capacity_fr="Trésorier"
    )


def the_person(database: Database) -> PersonRow:
    with database.read() as session:
        (row,) = list_people(session)
    return row


def keep_deadlines(database: Database) -> tuple[int, int]:
    """Run the deadlines of an opening; return how many names were deleted, and erased."""
    with database.write(Actor.PROGRAM) as session:
        return forget_uninformed(session), erase_forgotten(session)


def trash(database: Database) -> list[tuple[str, UUID, str | None]]:
    with database.read() as session:
        return [(row.entity, row.uid, row.title.fr) for row in list_deleted(session)]


def is_found(database: Database) -> bool:
    with database.read() as session:
        return bool(find(session, "Plantedname", 10))


@pytest.mark.usefixtures("person")
def test_l06_inform_or_forget(database: Database, today: Today) -> None:
    assert the_person(database).inform_by == START + timedelta(days=30)
    today.set(START + timedelta(days=37))
    assert keep_deadlines(database) == (0, 0)
    today.set(START + timedelta(days=38))
    assert keep_deadlines(database) == (1, 0)
    row = the_person(database)
    assert (row.name.fr, row.phone, row.capacity.fr) == (None, None, "Trésorier")
    assert not is_found(database)
    assert trash(database) == [("name", row.uid, NAME)]
    today.set(START + timedelta(days=67))
    assert keep_deadlines(database) == (0, 0)
    today.set(START + timedelta(days=68))
    assert keep_deadlines(database) == (0, 1)
    assert trash(database) == []
    with database.write(Actor.CHIEF) as session, pytest.raises(NotFound):
        restore_name(session, row.uid)


def test_a_name_comes_back_whole_and_is_due_at_once(
    database: Database, person: UUID, today: Today
) -> None:
    later = START + timedelta(days=50)
    today.set(later)
    keep_deadlines(database)
    with database.write(Actor.CHIEF) as session:
        restore_name(session, person)
    row = the_person(database)
    assert (row.name.fr, row.phone, row.inform_by) == (NAME, "+212612345678", later)
    assert is_found(database)
    assert keep_deadlines(database) == (0, 0)
    today.set(later + timedelta(days=8))
    assert keep_deadlines(database) == (1, 0)


def test_a_restored_register_warns_of_a_deadline_that_is_past(store: Path, tmp_path: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        partner = makers.write_partner(office.database)
        makers.write_person(office.database, partner, inform_by=date(2020, 1, 1))
        file = office.back_up()
    restore(file, tmp_path / "restored", makers.PASSPHRASE)
    with startup.opened(tmp_path / "restored", makers.PASSPHRASE) as office:
        assert the_person(office.database).inform_by == clock.today()


def test_who_is_informed_keeps_its_name(database: Database, person: UUID, today: Today) -> None:
    with database.write(Actor.CHIEF) as session:
        inform_person(session, person, the_person(database).version, START)
    today.set(START + timedelta(days=400))
    assert keep_deadlines(database) == (0, 0)
    assert the_person(database).name.fr == NAME


@pytest.mark.usefixtures("person")
def test_a_clock_that_is_set_back_gives_no_more_time(database: Database, today: Today) -> None:
    today.set(START + timedelta(days=38))
    makers.write_partner(database)
    today.set(START - timedelta(days=3000))
    assert keep_deadlines(database) == (1, 0)


def test_the_day_to_inform_is_not_put_off(database: Database, person: UUID) -> None:
    with database.read() as session:
        draft = draft_of_person(session, person)
    later = replace(draft, inform_by=date(2099, 1, 1))
    with pytest.raises(InvalidDraft), database.write(Actor.CHIEF) as session:
        change_person(session, person, later)
    with database.write(Actor.CHIEF) as session:
        change_person(session, person, replace(draft, inform_by=None))
    assert the_person(database).inform_by == START + timedelta(days=30)


def test_a_name_that_was_typed_again_is_not_covered_by_the_old_one(
    database: Database, person: UUID, today: Today
) -> None:
    today.set(START + timedelta(days=40))
    keep_deadlines(database)
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_person(session, person)
        change_person(session, person, replace(draft, name_fr="Autre Nom", capacity_fr=None))
    assert the_person(database).name.fr == "Autre Nom"
    with database.write(Actor.CHIEF) as session, pytest.raises(Conflict):
        restore_name(session, person)
    today.set(START + timedelta(days=75))
    keep_deadlines(database)
    assert the_person(database).name.fr == "Autre Nom"
