"""The forms of a partner and of a person: filled in, refused, kept, saved."""

from dataclasses import fields
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.queries.partners import PartnerRow, list_partners
from outreach_app.queries.people import list_people
from outreach_app.rules.dates import date_text, date_words
from outreach_app.services.partners import PartnerDraft
from outreach_app.services.people import PersonDraft
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.commanded import do
from tests.ui.drafts.chips import chips_of
from tests.ui.recorded import Recorded, type_words
from tests.ui.rest import settle
from ui.forms.number_editors import ContactsEditor
from ui.partners.page import PartnersPage


def test_a_partner_typed_in_is_registered_listed_and_shown(
    page: PartnersPage, recorded: Recorded
) -> None:
    page.add.click()
    _type(page, "name_fr", "Pharmacie Al Waha")
    _type(page, "phone", "0522 98 76 54")
    page.form.save.click()
    assert [row.name.fr for row in _partners(recorded)] == ["Pharmacie Al Waha"]
    assert page.list.model.rowCount() == 1
    assert page.details.isVisible()
    assert page.details.name.text() == "Pharmacie Al Waha"
    assert "\u2066+212 5 22 98 76 54\u2069" in page.details.facts.words


def test_the_forms_have_a_field_for_all_that_a_draft_says(page: PartnersPage) -> None:
    said = {field.name for field in fields(PartnerDraft)}
    assert set(page.form.form._boxes) == said - {"version"}
    said = {field.name for field in fields(PersonDraft)}
    assert set(page.person_form.form._boxes) == said - {"version", "partner"}


def test_a_reason_is_asked_for_where_a_word_is_sensitive(
    page: PartnersPage, recorded: Recorded
) -> None:
    page.add.click()
    reason = page.form.form.field("sensitive_reason")
    _type(page, "name_fr", "Association des ")
    assert not reason.isVisible()
    _type(page, "name_fr", "diabétiques")
    assert reason.isVisible()
    page.form.save.click()
    assert not _partners(recorded)
    _type(page, "sensitive_reason", "Nom du récépissé")
    page.form.save.click()
    assert [row.name.fr for row in _partners(recorded)] == ["Association des diabétiques"]


def test_what_a_category_has_is_asked_and_further_numbers_are_put_into_form(
    page: PartnersPage,
) -> None:
    page.add.click()
    type_ = page.form.form.field("type")
    for category, has_types in (("pt.institution", False), ("pt.liberal", True)):
        _choose_category(page, category)
        assert type_.isVisible() is has_types
    others = page.form.form.field("others").editor
    assert isinstance(others, ContactsEditor)
    others.setFocus()
    others.insertPlainText("0661-23-45-67\nami@example.ma\n05.22.98.76.54 le matin")
    page.form.form.field("name_fr").focus()
    assert others.toPlainText().splitlines() == [
        "+212 6 61 23 45 67",
        "ami@example.ma",
        "05.22.98.76.54 le matin",
    ]


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
        ("phone", "+212 5 22 34 56 78"),
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


def test_one_that_is_there_already_is_shown_before_a_second_is_registered_at_once(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    makers.write_partner(office.database, name_fr="Pharmacie Al Waha")
    page.add.click()
    _type(page, "name_fr", "Pharmacie Al Waha")
    page.form.save.click()
    assert page.form.similar.isVisible()
    assert len(_partners(recorded)) == 1
    page.form.save.click()
    assert len(_partners(recorded)) == 2


def test_a_field_that_is_wrong_is_scrolled_to(page: PartnersPage) -> None:
    page.resize(1182, 420)
    page.add.click()
    _type(page, "receipt_on", "99/99")
    page.form.form.field("name_ar").focus()
    page.form._area.verticalScrollBar().setValue(0)
    settle(page)
    wrong = page.form.form.field("receipt_on")
    assert wrong._problem.visibleRegion().isEmpty()
    _type(page, "name_fr", "Association Al Waha")
    page.form.save.click()
    settle(page)
    assert not wrong._problem.visibleRegion().isEmpty()


def test_a_partner_is_not_like_itself(qtbot: QtBot, office: OpenOffice, page: PartnersPage) -> None:
    page.open_form(makers.write_partner(office.database))
    _type(page, "place", "حي النخيل")
    settle(page)
    assert not page.form.similar.rows


def test_what_the_form_does_not_show_survives_a_change(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    uid = makers.write_partner(office.database, receipt_number="77/2020", is_active=False)
    page.show_record(uid)
    do(page.commands(), _("Edit"))
    _type(page, "place", "حي النخيل")
    page.form.save.click()
    (row,) = _partners(recorded)
    assert (row.place, row.is_active) == ("حي النخيل", False)
    do(page.commands(), _("Edit"))
    assert page.form.form.draft().receipt_number == "77/2020"


def test_an_association_has_a_receipt_and_others_are_not_asked_for_one(
    office: OpenOffice, page: PartnersPage
) -> None:
    page.add.click()
    number = page.form.form.field("receipt_number")
    kind = page.form.form.field("type")
    assert number.isVisible()
    assert kind.isVisible()
    _choose_category(page, "pt.media")
    assert not number.isVisible()
    assert not kind.isVisible()  # this category has none to choose from
    _choose_category(page, "pt.association")
    _type(page, "name_fr", "Amicale Al Yasmine")
    _type(page, "receipt_number", "1234/2019")
    _type(page, "receipt_on", "06052019")
    # Filled fields stay visible, so that nobody saves what they cannot see.
    _choose_category(page, "pt.media")
    assert number.isVisible()
    _choose_category(page, "pt.association")
    final = page.form.form.field("is_receipt_final").editor
    final.set_value(False)
    page.form.save.click()
    words = page.details.facts.words
    assert "وصل مؤقت · \u20661234/2019\u2069 · \u206606/05/2019\u2069" in words


def test_a_partner_without_a_receipt_has_no_mark_against_it(
    office: OpenOffice, page: PartnersPage
) -> None:
    page.show_record(makers.write_partner(office.database))
    assert "الوصل" not in page.details.facts.words


def test_a_form_left_for_another_partner_keeps_what_was_typed(
    office: OpenOffice, page: PartnersPage
) -> None:
    first = makers.write_partner(office.database, name_ar="جمعية الأمل")
    second = makers.write_partner(office.database, name_ar="صيدلية الواحة")
    page.open_form(first)
    _type(page, "place", "حي النخيل")
    page.open_form(second)
    assert not page.form.left_drafts.isVisible()
    page.open_form(first)
    assert page.form.left_drafts.isVisible()
    chips_of(page.form.left_drafts)[0].click()
    page.form.save.click()
    assert "حي النخيل" in page.details.facts.words


def test_a_person_is_added_deleted_and_restored_in_place(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    page.show_record(makers.write_partner(office.database))
    page.details.people.add.click()
    _type_person(page, "name_ar", "نبيل الشرقاوي")
    page.person_form.save.click()
    assert page.details.isVisible()
    (person,) = recorded.context.read(list_people)
    assert person.name.ar == "نبيل الشرقاوي"
    page.details.people.delete(person)
    assert not recorded.context.read(list_people)
    recorded.undo()
    assert [row.uid for row in recorded.context.read(list_people)] == [person.uid]


def test_a_person_is_to_be_informed_until_it_is_said_how_and_when(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    partner = makers.write_partner(office.database)
    page.show_record(partner)
    page.details.people.add.click()
    _type_person(page, "name_ar", "نبيل الشرقاوي")
    page.person_form.save.click()
    (row,) = recorded.context.read(list_people)
    today = clock.today()
    assert row.inform_by == today + timedelta(days=30)
    assert "يجب إخباره قبل" in _card_words(page)
    page.open_person_form(row.uid)
    _type_person(page, "informed_on", "12/03/2026")
    _type_person(page, "informed_how", "شفويا")
    _type_person(page, "mandate_from", "1/1/2026")
    _type_person(page, "mandate_until", "1/1/2025")
    page.person_form.save.click()
    assert page.person_form.form.field("mandate_until").problem
    _type_person(page, "mandate_until", "1/1/2028")
    page.person_form.save.click()
    words = _card_words(page)
    assert "12/03/2026" in words
    assert "شفويا" in words
    assert "01/01/2028" in words
    assert "يجب إخباره" not in words


def test_a_deadline_to_inform_that_is_past_says_what_it_leads_to(
    office: OpenOffice, page: PartnersPage
) -> None:
    page.show_record(makers.write_partner(office.database))
    page.details.people.add.click()
    warning, today = page.person_form.warning, clock.today()
    assert warning.isHidden()
    _type_person(page, "inform_by", date_text(today - timedelta(days=2)))
    assert "انقضى" in warning.text()
    assert date_words(today + timedelta(days=8)) in warning.text()
    assert not warning.isHidden()
    _type_person(page, "informed_on", date_text(today))
    assert warning.isHidden()


def _partners(recorded: Recorded) -> list[PartnerRow]:
    return recorded.context.read(list_partners)


def _card_words(page: PartnersPage) -> str:
    (card,) = page.details.people.cards
    return "\n".join(label.text() for label in card.findChildren(QLabel))


def _choose_category(page: PartnersPage, code: str) -> None:
    page.form.category.set_value(code)
    page.form.category.activated.emit(page.form.category.currentIndex())


def _type(page: PartnersPage, field: str, words: str) -> None:
    editor = page.form.form.field(field).editor
    assert isinstance(editor, QLineEdit)
    type_words(editor, words)


def _type_person(page: PartnersPage, field: str, words: str) -> None:
    editor = page.person_form.form.field(field).editor
    assert isinstance(editor, QLineEdit)
    editor.clear()
    type_words(editor, words)
