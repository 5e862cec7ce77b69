"""The list of partners: its sort orders and columns."""

from datetime import date

import pytest

from outreach_app import i18n
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotFound
from outreach_app.i18n import Language
from outreach_app.queries.details import get_partner_details
from outreach_app.queries.partner_lists import (
    PartnerFilter,
    PartnerOrder,
    count_partners_not_met,
    list_partner_ids,
)
from outreach_app.queries.partners import get_partner_place, list_partners, list_partners_by_id
from outreach_app.services.partners import delete_partner
from tests import makers

EVERY = PartnerFilter()


def test_the_last_meeting_held_is_told_and_neither_planned_nor_missed_ones(
    database: Database,
) -> None:
    uid = makers.write_partner(database)
    makers.write_partner(database, name_ar="إذاعة المدينة", category="pt.media", type=None)
    for day in (date(2026, 3, 5), date(2026, 1, 5)):
        makers.write_meeting(database, held_on=day, attendances=((uid, True),))
    makers.write_meeting(
        database, held_on=date(2026, 5, 5), status="planned", attendances=((uid, True),)
    )
    makers.write_meeting(database, held_on=date(2026, 6, 5), attendances=((uid, False),))
    with database.read() as session:
        assert [row.last_met_on for row in list_partners(session)] == [date(2026, 3, 5), None]


def test_the_list_is_sorted_by_the_last_meeting(database: Database) -> None:
    for number, day in enumerate((date(2026, 3, 5), None, date(2026, 1, 5))):
        uid = makers.write_partner(database, is_old=True, name_ar=f"جمعية {number}")
        if day:
            makers.write_meeting(database, held_on=day, attendances=((uid, True),))
    with database.read() as session:
        ids = list_partner_ids(session, EVERY, PartnerOrder.MET)
        rows = list_partners_by_id(session, ids)
        days = [rows[record_id].last_met_on for record_id in ids]
        assert days == [None, date(2026, 1, 5), date(2026, 3, 5)]
        assert list_partner_ids(session, EVERY, PartnerOrder.MET, is_descending=True) == ids[::-1]
        assert count_partners_not_met(session, date(2026, 2, 1)) == 2


def test_names_are_sorted_as_people_sort_them_in_the_language_of_the_screen(
    database: Database,
) -> None:
    for arabic, french in (("زاوية", "Zone"), ("أمل", "École"), (None, "atelier")):
        makers.write_partner(database, name_ar=arabic, name_fr=french)

    def names(*, is_descending: bool = False) -> list[str | None]:
        with database.read() as session:
            order = PartnerOrder.NAME
            ids = list_partner_ids(session, EVERY, order, is_descending=is_descending)
            rows = list_partners_by_id(session, ids)
            return [rows[record_id].name.fr for record_id in ids]

    i18n.use(Language.FRENCH)
    assert names() == ["atelier", "École", "Zone"]
    i18n.use(Language.ARABIC)
    assert names() == ["atelier", "École", "Zone"]
    assert names(is_descending=True) == ["Zone", "École", "atelier"]


def test_what_is_sought_can_be_sorted(database: Database) -> None:
    first = makers.write_partner(database)
    makers.write_partner(database, name_ar="صيدلية الواحة", name_fr=None)
    second = makers.write_partner(database, name_ar="نادي النخيل")
    makers.write_meeting(database, attendances=((first, True),))
    with database.read() as session:
        ids = list_partner_ids(session, PartnerFilter("النخيل"), PartnerOrder.MET)
        rows = list_partners_by_id(session, ids)
        assert [rows[record_id].uid for record_id in ids] == [second, first]


def test_a_person_stands_at_its_partner_in_the_list(database: Database) -> None:
    makers.write_partner(database)
    partner = makers.write_partner(database, name_ar="صيدلية الواحة")
    person = makers.write_person(database, partner)
    with database.read() as session:
        ids = list_partner_ids(session, EVERY)
        of_partner = get_partner_place(session, partner)
        of_person = get_partner_place(session, person)
    assert (of_partner.record_id, of_partner.person) == (ids[1], None)
    assert (of_person.record_id, of_person.partner, of_person.person) == (ids[1], partner, person)


def test_a_deleted_partner_is_nowhere_and_has_no_details(database: Database) -> None:
    uid = makers.write_partner(database)
    with database.write(Actor.CHIEF) as session:
        delete_partner(session, uid, makers.the_partner(session).version)
    with database.read() as session:
        with pytest.raises(NotFound):
            get_partner_place(session, uid)
        with pytest.raises(NotFound):
            get_partner_details(session, uid, date(2026, 11, 24))
