"""An extract has all data about a person, and nothing of what was said."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotFound
from outreach_app.models import Bundle, ImportBatch, ImportedRecord, Meeting, Person
from outreach_app.models.base import new_uid
from outreach_app.queries.records import get_own_office, get_record, get_surviving
from outreach_app.rules.dates import add_months
from outreach_app.rules.kinds import BundleDirection
from outreach_app.summaries.privacy.facts import plan_extract, plan_notice
from outreach_app.summaries.privacy.plan import ExtractPlan
from outreach_app.summaries.prose.facts import facts
from tests import makers
from tests.claims import write_claim

TODAY = date(2026, 11, 12)


@pytest.fixture
def partner(database: Database) -> UUID:
    return makers.write_partner(database)


@pytest.fixture
def person(database: Database, partner: UUID) -> UUID:
    return makers.write_person(
        database, partner, capacity_fr="présidente", email="a@b.example", others="0535553460"
    )


def planned(database: Database, person: UUID) -> ExtractPlan:
    with database.read() as session:
        return plan_extract(session, get_surviving(session, Person, str(person)), TODAY)


def test_the_card_is_given_whole(database: Database, person: UUID) -> None:
    plan = planned(database, person)

    assert (plan.name.fr, plan.capacity.fr) == ("Khalid Idrissi", "présidente")
    assert (plan.phone, plan.email) == ("+212612345678", "a@b.example")
    assert plan.others == "0535553460"
    assert (plan.partner.name.fr, plan.recorded_on) == (
        "Association Annakhil",
        clock.today(),
    )


def test_only_meetings_that_name_the_person_are_listed_without_what_was_said(
    database: Database, partner: UUID, person: UUID
) -> None:
    makers.write_meeting(database, attendances=((partner, True),))
    named = makers.write_meeting(database, held_on=date(2026, 9, 1), attendances=((partner, True),))
    with database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, named).attendances
        row.person = get_record(session, Person, person)
    plan = planned(database, person)

    assert [row.held_on for row in plan.presences] == [date(2026, 9, 1)]
    assert not [value for value in facts(plan).values() if "الزقاق" in str(value)]
    assert plan.keep_until == date(2029, 9, 1)


def test_names_that_left_are_told_with_their_last_day(database: Database, person: UUID) -> None:
    now = clock.now()
    moments = {now - timedelta(days=3): True, now - timedelta(days=2): True, now: False}
    with database.write(Actor.CHIEF) as session:
        for moved_at, has_names in moments.items():
            session.add(
                Bundle(
                    direction=BundleDirection.OUT,
                    file_name="x",
                    moved_at=moved_at,
                    status="written",
                    has_names=has_names,
                )
            )

    left = clock.local(now - timedelta(days=2)).date()
    assert planned(database, person).names_left_on == left


def test_a_card_that_came_in_a_file_is_told_to_have(database: Database, person: UUID) -> None:
    assert not planned(database, person).is_imported
    with database.write(Actor.CHIEF) as session:
        made = ImportedRecord(entity="person", record=person, version_after="1")
        session.add(
            ImportBatch(uid=new_uid(), file_name="x.csv", imported_at=clock.now(), records=[made])
        )
    assert planned(database, person).is_imported


def test_nothing_is_said_of_names_where_none_left(database: Database, person: UUID) -> None:
    assert planned(database, person).names_left_on is None


def test_the_day_on_which_the_name_goes_is_told_until_its_holder_is_informed(
    database: Database, person: UUID
) -> None:
    plan, by = planned(database, person), clock.today() + timedelta(days=30)
    assert (plan.inform_by, plan.forgotten_on) == (by, by + timedelta(days=8))
    with database.write(Actor.CHIEF) as session:
        get_record(session, Person, person).informed_on = clock.today()
    plan = planned(database, person)
    assert (plan.inform_by, plan.forgotten_on) == (None, None)


@pytest.mark.parametrize("name", ["nobody", "01a21973-c9b3-7709-9e41-8e2d6f19d372"])
def test_nobody_s_uid_is_refused(database: Database, name: str) -> None:
    with database.read() as session, pytest.raises(NotFound):
        get_surviving(session, Person, name)


def test_the_terms_of_the_office_are_told_and_the_first_to_end_counts(
    database: Database, person: UUID
) -> None:
    write_claim(database, person)
    with database.write(Actor.CHIEF) as session:
        get_own_office(session).terms = ("name-132", "mandate-6")
        notice = plan_notice(session)
    recorded = planned(database, person)
    with database.write(Actor.CHIEF) as session:
        get_record(session, Person, person).mandate_until = date(2026, 10, 1)

    assert (notice.keep_years, notice.mandate_months) == (11, 6)
    assert recorded.recorded_on is not None
    assert recorded.keep_until == add_months(recorded.recorded_on, 132)
    assert planned(database, person).keep_until == date(2027, 4, 1)
    assert [row.kind for row in recorded.claims] == ["access"]
