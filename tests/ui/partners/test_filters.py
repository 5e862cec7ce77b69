"""The filters of the list of partners, and what is shown beside it meanwhile."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import type_words
from ui.partners.page import PartnersPage


def test_filters_narrow_the_list(qtbot: QtBot, office: OpenOffice, page: PartnersPage) -> None:
    makers.write_partner(office.database)
    makers.write_partner(
        office.database, name_ar="صيدلية الواحة", category="pt.liberal", type="pr.pharmacist"
    )
    page.list.refresh()
    assert page.list.model.rowCount() == 2
    type_words(page.list.words, "صيدليه")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)
    assert page.details.name.text() == "صيدلية الواحة"  # not one that the filter hides
    page.list.words.setFocus()
    QTest.keyClick(page.list.words, Qt.Key.Key_Down)
    assert page.list.table.view.hasFocus()
    page.list.activity.set_value("inactive")
    page.list.activity.activated.emit(2)
    assert page.list.empty.isVisible()
    assert page.nothing.isVisible()


def test_a_cleared_filter_that_hid_everything_shows_the_selected_partner_again(
    qtbot: QtBot, office: OpenOffice, page: PartnersPage
) -> None:
    makers.write_partner(office.database, name_ar="جمعية الأمل")
    uid = makers.write_partner(office.database, name_ar="صيدلية الواحة")
    page.show_record(uid)
    type_words(page.list.words, "0661559066")
    qtbot.waitUntil(page.nothing.isVisible)
    page.list.words.clear()
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 2)
    assert page.details.isVisible()
    assert page.details.uid == uid
