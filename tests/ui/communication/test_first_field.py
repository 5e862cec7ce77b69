"""The form of a result begins where an answer is needed, and the one of a rectification says so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.i18n import gettext as _
from outreach_app.services.findings import record_finding
from tests import makers
from tests.ui.commanded import do
from ui.communication.page import CommunicationPage
from ui.context import AppContext
from ui.requests import OpenRumour


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> CommunicationPage:
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_result_is_asked_for_first_and_the_refusal_goes_once_it_is_chosen(
    page: CommunicationPage, context: AppContext
) -> None:
    page.take(OpenRumour(makers.write_rumour(context.office.database)))
    do(page.rumours.strip.commands(), _("Record the result"))
    form = page.rumours.strip.form
    assert page.focusWidget() is form.choice
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    assert page.rumours.failure.isVisible()
    QTest.keyClick(form.choice, Qt.Key.Key_Down)
    assert not page.rumours.failure.isVisible()


def test_the_channels_of_a_rectification_have_a_star_and_those_of_others_none(
    page: CommunicationPage, context: AppContext
) -> None:
    uid = makers.write_rumour(context.office.database)
    with context.office.database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft())
    page.refresh()
    page.take(OpenRumour(uid))
    do(page.rumours.strip.commands(), _("Publish a rectification"))
    labels = page.publication_form.form.field("channels").findChildren(QLabel)
    assert labels[0].text().endswith("*")
    page.record("publication")
    assert not labels[0].text().endswith("*")
