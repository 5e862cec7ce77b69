"""A name in the letters of the other language is pointed out, and saved all the same."""

from PySide6.QtWidgets import QLineEdit
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
