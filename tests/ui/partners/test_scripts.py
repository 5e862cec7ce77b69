"""Letters of the other language and a person's name are pointed out, and saved all the same."""

from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.queries.partners import list_partners
from tests.ui.recorded import Recorded, type_words
from ui.partners.page import PartnersPage


def test_a_latin_name_in_the_arabic_field_is_pointed_out_and_saved(
    qtbot: QtBot, page: PartnersPage, recorded: Recorded
) -> None:
    page.add.click()
    name = page.form.form.field("name_ar").editor
    assert isinstance(name, QLineEdit)
    type_words(name, "Pharmacie Al Waha")
    qtbot.waitUntil(page.form.script.isVisible)
    page.form.save.click()
    (row,) = recorded.context.read(list_partners)
    assert row.name.ar == "Pharmacie Al Waha"
    page.add.click()
    assert page.form.script.isHidden()


def test_a_practice_that_is_called_after_a_person_is_pointed_out(
    page: PartnersPage, qtbot: QtBot
) -> None:
    page.add.click()
    form = page.form
    name = form.form.field("name_fr").editor
    assert isinstance(name, QLineEdit)
    type_words(name, "Me Karim Alaoui")
    form.category.set_value("pt.liberal")
    form.category.activated.emit(form.category.currentIndex())
    qtbot.waitUntil(form.bearer.isVisible)
    box = form.form.field("is_named_after_person").editor
    assert isinstance(box, QCheckBox)
    box.click()
    qtbot.waitUntil(form.bearer.isHidden)
