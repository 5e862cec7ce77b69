"""A recorded person is informed, and the register has when and how (law 09-08)."""

from datetime import date

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, InvalidDraft
from outreach_app.queries.people import PersonRow, list_people
from outreach_app.services.people import inform_person
from tests import makers

DAY = date(2026, 11, 26)


def _person(database: Database) -> PersonRow:
    with database.read() as session:
        (row,) = list_people(session)
    return row


@pytest.fixture
def person(database: Database) -> PersonRow:
    makers.write_person(database, makers.write_partner(database), name_ar="هدى العمراني")
    return _person(database)


def test_the_day_and_the_way_are_recorded_and_nothing_else_changes(
    database: Database, person: PersonRow
) -> None:
    with database.write(Actor.CHIEF) as session:
        inform_person(session, person.uid, person.version, DAY, "بلقاء مباشر")
    informed = _person(database)
    assert (informed.informed_on, informed.informed_how) == (DAY, "بلقاء مباشر")
    assert person.is_to_inform
    assert not informed.is_to_inform
    assert (informed.name.ar, informed.capacity.ar) == (person.name.ar, person.capacity.ar)


def test_a_day_that_cannot_be_is_refused(database: Database, person: PersonRow) -> None:
    with pytest.raises(InvalidDraft), database.write(Actor.CHIEF) as session:
        inform_person(session, person.uid, person.version, date(1812, 1, 1))
    assert _person(database).is_to_inform


def test_somebody_who_was_informed_meanwhile_is_not_informed_twice(
    database: Database, person: PersonRow
) -> None:
    with database.write(Actor.CHIEF) as session:
        inform_person(session, person.uid, person.version, DAY)
    with pytest.raises(Conflict), database.write(Actor.CHIEF) as session:
        inform_person(session, person.uid, person.version, date(2026, 11, 27))
    assert _person(database).informed_on == DAY
