"""Two records are merged without loss, and can be separated again."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select, text

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, NotAllowed, NotFound
from outreach_app.integrity import check_store
from outreach_app.models import Identity, Partner, Person
from outreach_app.queries.details import PartnerDetails, get_partner_details
from outreach_app.queries.duplicates import list_duplicates, list_merged
from outreach_app.queries.partner_lists import PartnerFilter, list_partner_ids
from outreach_app.queries.partners import get_partner_place, list_partners
from outreach_app.queries.people import list_people
from outreach_app.queries.records import get_record
from outreach_app.queries.search_results import search_everything
from outreach_app.queries.trash import list_deleted
from outreach_app.search import upkeep
from outreach_app.services.erasure import erase_identity
from outreach_app.services.merging import merge_partners, merge_people, separate, tell_apart
from outreach_app.services.undo import changes_so_far, undo
from tests import makers

TODAY = date(2026, 11, 1)
upkeep.keep_current()


def details(database: Database, partner: UUID) -> PartnerDetails:
    with database.read() as session:
        return get_partner_details(session, partner, TODAY)


@pytest.fixture
def pair(database: Database) -> tuple[UUID, UUID]:
    """Write an association twice, each with its own person and meeting, and a shared meeting."""
    winner = makers.write_partner(database, name_fr=None, note="قديمة")
    loser = makers.write_partner(database, name_ar=None, email="a@example.org", phone=None)
    makers.write_person(database, winner, name_ar="خالد الإدريسي", name_fr=None)
    makers.write_person(database, loser, name_ar=None, name_fr="Nadia Alami", phone=None)
    both = ((winner, False), (loser, True))
    makers.write_meeting(database, attendances=((winner, True),), held_on=date(2026, 9, 1))
    makers.write_meeting(database, attendances=((loser, True),), held_on=date(2026, 9, 2))
    makers.write_meeting(database, attendances=both, held_on=date(2026, 9, 3))
    return winner, loser


def test_all_that_hung_on_both_hangs_on_the_one_that_stays(
    database: Database, pair: tuple[UUID, UUID]
) -> None:
    winner, loser = pair
    makers.merge(database, winner, loser, "name_fr", "email")
    found = details(database, winner)
    assert (found.row.name.ar, found.row.name.fr) == ("جمعية النخيل", "Association Annakhil")
    assert (found.row.email, found.row.phone) == ("a@example.org", "+212522345678")
    assert found.note == "قديمة"
    assert [person.name.fr or person.name.ar for person in found.people] == [
        "خالد الإدريسي",
        "Nadia Alami",
    ]
    assert [row.held_on.day for row in found.meetings] == [3, 2, 1]
    assert all(check.is_sound for check in check_store(database))


def test_of_two_attendances_at_one_meeting_one_is_left_present_if_either_was(
    database: Database, pair: tuple[UUID, UUID]
) -> None:
    winner, loser = pair
    makers.merge(database, winner, loser)
    with database.read() as session:
        rows = session.execute(
            text(
                "SELECT partner_id, is_present FROM attendances JOIN meetings ON meeting_id ="
                " meetings.id WHERE held_on = '2026-09-03' AND NOT attendances.is_deleted"
            )
        ).all()
        assert rows == [(get_record(session, Partner, winner).id, 1)]


def test_the_other_leaves_lists_and_its_uid_and_former_name_lead_to_the_one_that_stays(
    database: Database, pair: tuple[UUID, UUID]
) -> None:
    winner, loser = pair
    makers.merge(database, winner, loser)
    with database.read() as session:
        assert [row.uid for row in list_partners(session)] == [winner]
        assert list_deleted(session) == []
        place = get_partner_place(session, loser)
        assert (place.partner, place.person) == (winner, None)
        assert list_partner_ids(session, PartnerFilter()) == [place.record_id]
        by_former_name = PartnerFilter(text="Annakhil")
        assert list_partner_ids(session, by_former_name) == [place.record_id]
        found = [
            row.uid for row in search_everything(session, "النخيل").rows if row.kind == "partner"
        ]
        assert found == [winner]
        assert details(database, loser) == details(database, winner)
        (merged,) = list_merged(session)
        assert (merged.uid, merged.name.fr, merged.into.ar) == (
            loser,
            "Association Annakhil",
            "جمعية النخيل",
        )


def test_a_pair_that_changed_since_it_was_read_is_not_merged(
    database: Database, pair: tuple[UUID, UUID]
) -> None:
    winner, loser = pair
    with database.read() as session:
        draft = makers.merge_draft(session, winner, loser)
    with database.write(Actor.CHIEF) as session:
        get_record(session, Partner, loser).place = "حي السلام"
    with pytest.raises(Conflict), database.write(Actor.CHIEF) as session:
        merge_partners(session, draft)


def test_two_people_of_a_partner_become_one(database: Database) -> None:
    partner = makers.write_partner(database)
    winner, loser = (
        makers.write_person(database, partner, name_ar=None, name_fr=name, capacity_fr=capacity)
        for name, capacity in (("Khalid Idrissi", None), ("Khalid El Idrissi", "Président"))
    )
    with database.write(Actor.CHIEF) as session:
        merge_people(session, makers.merge_draft(session, winner, loser, "capacity_fr"))
    with database.read() as session:
        (row,) = list_people(session)
        assert (row.uid, row.name.fr, row.capacity.fr) == (winner, "Khalid Idrissi", "Président")
        assert get_partner_place(session, loser).person == winner
    assert [person.uid for person in details(database, partner).people] == [winner]


def test_a_person_of_whom_nothing_is_known_any_more_is_merged_all_the_same(
    database: Database,
) -> None:
    partner = makers.write_partner(database)
    names = {"name_ar": None, "name_fr": "Planted Name", "capacity_ar": None, "capacity_fr": None}
    winner, loser = (makers.write_person(database, partner, **names) for _turn in range(2))
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, winner)
    with database.write(Actor.CHIEF) as session:
        merge_people(session, makers.merge_draft(session, winner, loser))
    assert [person.uid for person in details(database, partner).people] == [winner]


def test_people_of_two_partners_are_merged_only_with_their_partners(
    database: Database, pair: tuple[UUID, UUID]
) -> None:
    first, second = (details(database, uid).people[0].uid for uid in pair)
    with pytest.raises(NotAllowed), database.write(Actor.CHIEF) as session:
        merge_people(session, makers.merge_draft(session, first, second))
    makers.merge(database, *pair)
    with database.write(Actor.CHIEF) as session:
        merge_people(session, makers.merge_draft(session, first, second))


@pytest.mark.parametrize("winner_is_named_after_person", [True, False])
def test_a_persons_name_stays_in_an_identity(
    database: Database, *, winner_is_named_after_person: bool
) -> None:
    """Identity data is not sent to headquarters; a partner's own name is."""
    practice = makers.write_partner(
        database, name_ar=None, name_fr="Dr Alami", is_named_after_person=True
    )
    body = makers.write_partner(database, name_ar=None, name_fr="Cabinet Alami", phone=None)
    taken = ("name_fr", "phone")
    if winner_is_named_after_person:
        makers.merge(database, practice, body)
    else:
        makers.merge(database, body, practice, *taken)
    winner = practice if winner_is_named_after_person else body
    row = details(database, winner).row
    assert (row.name.fr, row.phone) == ("Dr Alami", "+212522345678")
    with database.read() as session:
        partner = get_record(session, Partner, winner)
        assert partner.identity is not None
        assert (partner.name_fr, partner.phone) == (None, None)


def test_a_body_keeps_its_own_name_beside_one_named_after_a_person(database: Database) -> None:
    body = makers.write_partner(database, name_ar=None, name_fr="Cabinet Alami")
    practice = makers.write_partner(
        database, name_ar=None, name_fr="Dr Alami", is_named_after_person=True, note="Rue 5"
    )
    makers.merge(database, body, practice, "note")
    with database.read() as session:
        partner = get_record(session, Partner, body)
        assert (partner.name_fr, partner.is_named_after_person) == ("Cabinet Alami", False)
        assert partner.withheld is not None
        assert partner.withheld.note == "Rue 5"


def test_erasing_a_name_erases_it_under_the_merged_one_too(database: Database) -> None:
    partner = makers.write_partner(database)
    winner, loser = (
        makers.write_person(database, partner, name_ar=None, name_fr="Planted Name")
        for _turn in range(2)
    )
    with database.write(Actor.CHIEF) as session:
        merge_people(session, makers.merge_draft(session, winner, loser))
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, winner)
    with database.read() as session:
        assert session.scalars(select(Identity)).all() == []
        lines = session.scalars(text("SELECT line FROM events WHERE line IS NOT NULL")).all()
        assert b"Planted" not in b"".join(lines)
    with database.write(Actor.CHIEF) as session:
        separate(session, loser)


def test_a_pair_that_is_not_the_same_is_not_shown_again(database: Database) -> None:
    pair = [makers.write_partner(database) for _turn in range(2)]
    with database.read() as session:
        assert [{row.first, row.second} for row in list_duplicates(session)] == [set(pair)]
    with database.write(Actor.CHIEF) as session:
        tell_apart(session, *pair)
        changes = changes_so_far(session)
    with database.read() as session:
        assert list_duplicates(session) == []
    with database.write(Actor.CHIEF) as session:
        undo(session, changes)
    with database.read() as session:
        assert len(list_duplicates(session)) == 1


def test_what_was_written_since_stands_when_a_pair_is_parted(
    database: Database, pair: tuple[UUID, UUID]
) -> None:
    winner, loser = pair
    makers.merge(database, winner, loser, "name_fr", "email")
    moved = details(database, winner).people[1].uid
    with database.write(Actor.CHIEF) as session:
        identity = get_record(session, Partner, winner).identity
        assert identity is not None
        identity.email = "since@example.org"
        get_record(session, Person, moved).capacity_fr = "Trésorière"
    makers.write_meeting(database, attendances=((winner, True),), held_on=date(2026, 9, 4))
    with database.write(Actor.CHIEF) as session:
        separate(session, loser)
    found, other = (details(database, uid) for uid in pair)
    assert (found.row.email, found.row.name.fr) == ("since@example.org", None)
    assert [row.held_on.day for row in found.meetings] == [4, 3, 1]
    assert [row.held_on.day for row in other.meetings] == [3, 2]
    assert [(row.uid, row.capacity.fr) for row in other.people] == [(moved, "Trésorière")]
    with pytest.raises(NotFound), database.write(Actor.CHIEF) as session:
        separate(session, loser)
