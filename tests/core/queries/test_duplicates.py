"""The list of duplicates, and two records side by side."""

from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotFound
from outreach_app.models import Identity, Partner, Person
from outreach_app.models.base import Link
from outreach_app.queries import comparisons
from outreach_app.queries.comparisons import Comparison, get_comparison
from outreach_app.queries.duplicates import DuplicateRow, list_duplicates
from outreach_app.queries.records import get_record
from outreach_app.rules.duplicates import Likeness
from outreach_app.rules.names import Bilingual
from tests import makers


def listed(database: Database) -> list[DuplicateRow]:
    with database.read() as session:
        return list_duplicates(session)


def compare(database: Database, entity: str, first: UUID, second: UUID) -> Comparison:
    with database.read() as session:
        return get_comparison(session, entity, first, second)


@pytest.fixture
def pair(database: Database) -> tuple[UUID, UUID]:
    """Write an organisation in each script, without a phone."""
    first = makers.write_partner(database, name_fr=None, phone=None)
    return first, makers.write_partner(database, name_ar=None, phone=None, note="Rue 5")


def test_partners_are_listed_with_why_and_people_with_their_partner(
    database: Database, pair: tuple[UUID, UUID]
) -> None:
    speakers = [
        makers.write_person(database, pair[0], name_ar=None, name_fr=name, phone=phone)
        for name, phone in (("Khalid Idrissi", "0661234567"), ("K. Idrissi", "0661234567"))
    ]
    person, partner = listed(database)
    assert (person.entity, person.first, person.second) == ("person", *speakers)
    assert person.partner == Bilingual("جمعية النخيل", None)
    assert person.reasons == (Likeness.PHONE,)
    assert (partner.entity, partner.first, partner.second) == ("partner", *pair)
    assert (partner.partner, partner.reasons) == (None, (Likeness.SOUND,))
    assert partner.second_name == Bilingual(None, "Association Annakhil")


def test_people_of_two_partners_are_a_pair_once_these_are_one(
    database: Database, pair: tuple[UUID, UUID]
) -> None:
    for partner in pair:
        makers.write_person(database, partner)
    assert [row.entity for row in listed(database)] == ["partner"]
    makers.merge(database, *pair)
    assert [row.entity for row in listed(database)] == ["person"]


def test_a_practice_is_compared_by_the_name_that_its_identity_holds(database: Database) -> None:
    for name in ("Dr Alami Nadia", "نادية العلمي"):
        makers.write_partner(
            database, name_ar=None, name_fr=name, phone=None, is_named_after_person=True
        )
    (row,) = listed(database)
    assert row.second_name == Bilingual(None, "نادية العلمي")
    comparison = compare(database, "partner", row.first, row.second)
    assert comparison.fields[0].winner == {"name_fr": "Dr Alami Nadia"}


def test_deleted_ones_are_not_listed(database: Database, pair: tuple[UUID, UUID]) -> None:
    with database.write(Actor.CHIEF) as session:
        get_record(session, Partner, pair[0]).is_deleted = True
    assert listed(database) == []


def test_the_older_one_stays_unless_more_hangs_on_the_other(
    database: Database, pair: tuple[UUID, UUID]
) -> None:
    first, second = pair
    assert compare(database, "partner", second, first).winner.uid == first
    makers.write_meeting(database, attendances=((second, True),))
    makers.write_person(database, second)
    found = compare(database, "partner", first, second)
    assert (found.winner.uid, found.winner.meetings, found.winner.people) == (second, 1, 1)
    assert (found.loser.uid, found.loser.meetings, found.loser.people) == (first, 0, 0)


def test_fields_that_say_nothing_are_left_out_and_one_that_only_the_other_says_is_filled(
    database: Database, pair: tuple[UUID, UUID]
) -> None:
    fields = {field.name: field for field in compare(database, "partner", *pair).fields}
    assert list(fields) == ["name_ar", "name_fr", "category", "type", "note", "is_active"]
    assert fields["category"].is_same
    assert [name for name, field in fields.items() if field.is_filled_by_loser] == [
        "name_fr",
        "note",
    ]


def test_a_pair_that_was_merged_meanwhile_is_not_compared(
    database: Database, pair: tuple[UUID, UUID]
) -> None:
    makers.merge(database, *pair)
    with pytest.raises(NotFound):
        compare(database, "partner", *pair)


@pytest.mark.parametrize("model", [Partner, Person])
def test_every_field_is_compared(model: type[Partner] | type[Person]) -> None:
    """An omitted field would be lost in a merge silently."""
    own = (*model.contract.fields, *Identity.contract.fields)
    recorded = {field.name for field in own if not isinstance(field, Link)}
    recorded -= {"note", "place"} if model is Person else set()  # people have neither
    assert set(comparisons._FIELDS[model.contract.entity]) == recorded
