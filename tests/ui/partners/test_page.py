"""The page of partners: one is found, registered, changed, deleted and brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.queries.partner_lists import PartnerFilter, list_partner_ids
from outreach_app.queries.partners import PartnerRow, list_partners
from outreach_app.queries.people import list_people
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded, type_words
from ui.partners.page import PartnersPage


@pytest.fixture
def recorded(office: OpenOffice, tmp_path: Path) -> Iterator[Recorded]:
    recorded = Recorded(office, tmp_path)
    yield recorded
    recorded.close()


@pytest.fixture
def page(qtbot: QtBot, recorded: Recorded) -> PartnersPage:
    page = PartnersPage(recorded.context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    return page


def test_an_empty_store_says_how_to_begin(page: PartnersPage) -> None:
    assert page.list.empty.isVisible()
    assert "Ctrl+N" in page.list.empty.advice.text()
    assert page.nothing.isVisible()


def test_a_partner_typed_in_is_registered_listed_and_shown(
    page: PartnersPage, recorded: Recorded
) -> None:
    page.add.click()
    _type(page, "name_fr", "Pharmacie Al Waha")
    _type(page, "phone", "0522 98 76 54")
    page.form.save.click()
    assert [row.name_fr for row in _partners(recorded)] == ["Pharmacie Al Waha"]
    assert page.list.model.rowCount() == 1
    assert page.details.isVisible()
    assert page.details.name.text() == "Pharmacie Al Waha"
    assert "\u2066+212 5 22 98 76 54\u2069" in page.details.contact.text()


def test_a_wrong_phone_is_told_under_it_and_nothing_is_written(
    page: PartnersPage, recorded: Recorded
) -> None:
    page.add.click()
    _type(page, "name_fr", "Pharmacie Al Waha")
    _type(page, "phone", "12")
    page.form.save.click()
    assert "12" in page.form.form.field("phone").problem
    assert not page.form.form.field("email").problem
    assert not _partners(recorded)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name_ar", "جمعيه النخيل"),
        ("name_fr", "ASSOCIATION ANNAKHIL"),
        ("phone", "+212 6 12 34 56 78"),
    ],
)
def test_a_partner_that_is_there_already_can_be_opened_instead(
    qtbot: QtBot, office: OpenOffice, page: PartnersPage, field: str, typed: str
) -> None:
    uid = makers.write_partner(office.database)
    page.add.click()
    _type(page, field, typed)
    qtbot.waitUntil(page.form.similar.isVisible)
    page.form.similar.opened.emit(page.form.similar.rows[0].uid)
    assert page.details.isVisible()
    assert page.details.uid == uid


def test_a_partner_is_not_like_itself(qtbot: QtBot, office: OpenOffice, page: PartnersPage) -> None:
    page.open_form(makers.write_partner(office.database))
    _type(page, "place", "حي النخيل")
    qtbot.wait(200)
    assert not page.form.similar.rows


def test_what_the_form_does_not_show_survives_a_change(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    uid = makers.write_partner(office.database, receipt_number="77/2020", is_active=False)
    page.show_record(uid)
    page.details.change.click()
    _type(page, "place", "حي النخيل")
    page.form.save.click()
    (row,) = _partners(recorded)
    assert (row.place, row.is_active) == ("حي النخيل", False)
    page.details.change.click()
    assert page.form.form.draft().receipt_number == "77/2020"


def test_a_deleted_partner_leaves_the_list_and_comes_back_with_undo(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    page.show_record(makers.write_partner(office.database))
    page.details.delete.click()
    assert not _partners(recorded)
    assert page.nothing.isVisible()
    recorded.undo()
    assert len(_partners(recorded)) == 1
    assert page.list.model.rowCount() == 1


def test_a_partner_made_inactive_is_active_again_after_undo(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    page.show_record(makers.write_partner(office.database))
    page.details.activate.click()
    assert [row.is_active for row in _partners(recorded)] == [False]
    recorded.undo()
    assert [row.is_active for row in _partners(recorded)] == [True]


def test_filters_narrow_the_list(qtbot: QtBot, office: OpenOffice, page: PartnersPage) -> None:
    makers.write_partner(office.database)
    makers.write_partner(
        office.database, name_ar="صيدلية الواحة", category="pt.liberal", type="pr.pharmacist"
    )
    page.list.refresh()
    assert page.list.model.rowCount() == 2
    type_words(page.list.words, "صيدليه")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)
    page.list.table.select(0)
    assert page.details.name.text() == "صيدلية الواحة"
    page.list.activity.setCurrentIndex(page.list.activity.findData(False))
    page.list.activity.activated.emit(2)
    assert page.list.empty.isVisible()


def test_a_person_is_added_deleted_and_restored_in_place(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    page.show_record(makers.write_partner(office.database))
    page.details.people.add.click()
    form = page.details.people.form
    assert form is not None
    editor = form.form.field("name_ar").editor
    assert isinstance(editor, QLineEdit)
    type_words(editor, "نبيل الشرقاوي")
    form.save.click()
    (person,) = recorded.context.read(list_people)
    assert person.name_ar == "نبيل الشرقاوي"
    page.details.people.delete(person)
    assert not recorded.context.read(list_people)
    recorded.undo()
    assert [row.uid for row in recorded.context.read(list_people)] == [person.uid]


def test_the_timeline_tells_meetings_points_commitments_and_referrals(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    partner = makers.write_partner(office.database)
    meeting = makers.write_meeting(office.database, attendances=((partner, True),))
    page.show_record(partner)
    timeline = page.details.timeline
    told = [timeline.item(place).text() for place in range(timeline.count())]
    for words in ("تأمين محيط المؤسسات التعليمية", "الزقاق مظلم ليلا", "تخصيص دورية راجلة"):
        assert sum(words in line for line in told) == 1
    assert timeline.count() == 1 + 5  # a month, and what happened in it
    timeline.itemActivated.emit(timeline.item(1))
    assert recorded.opened == [("meetings", meeting)]


def test_the_list_follows_what_another_page_writes(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    makers.write_partner(office.database)
    recorded.context.changes.happened.emit(frozenset({"partner"}))
    assert page.list.model.rowCount() == len(
        recorded.context.read(lambda store: list_partner_ids(store, PartnerFilter()))
    )


def _partners(recorded: Recorded) -> list[PartnerRow]:
    return recorded.context.read(list_partners)


def _type(page: PartnersPage, field: str, words: str) -> None:
    editor = page.form.form.field(field).editor
    assert isinstance(editor, QLineEdit)
    type_words(editor, words)
