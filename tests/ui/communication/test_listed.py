"""The lists of communication: what Ctrl+N records, and what a rumour was found to be."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.queries.rumours import get_rumour
from outreach_app.services.findings import record_finding
from tests import makers
from ui.communication.page import CommunicationPage
from ui.context import AppContext
from ui.record_lines import rumour_standing
from ui.words import code_words


def test_ctrl_n_records_what_is_listed(context: AppContext, qtbot: QtBot) -> None:
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    forms: tuple[QWidget, ...] = (page.rumour_form, page.publication_form, page.remark_form)
    for number, form in enumerate(forms):
        page.tabs.setCurrentIndex(number)
        QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(form.isVisible)
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_a_verified_rumour_says_what_it_was_found_to_be(context: AppContext) -> None:
    database = context.office.database
    uid = makers.write_rumour(database)
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft())
    shown = context.read(lambda session: rumour_standing(get_rumour(session, uid)))
    assert code_words("vr.false") in shown
