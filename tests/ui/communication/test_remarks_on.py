"""A remark on a publication is recorded beside it, and appears on both records."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from outreach_app.queries.commitments import list_commitments
from outreach_app.queries.remarks import RemarkFilter, list_remarks
from outreach_app.services.remarks import draft_of_remark
from tests import makers
from tests.remarks import write_remark
from tests.ui.commanded import do
from tests.ui.communication.test_page import write
from tests.ui.conftest import Heard
from ui.communication.page import CommunicationPage
from ui.context import AppContext
from ui.forms.found_choice import TopicEditor
from ui.requests import OpenPublication, ShowRemarks


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> CommunicationPage:
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    return page


def test_a_remark_on_a_publication_is_made_beside_it_and_on_behalf_of_a_body(
    page: CommunicationPage, context: AppContext, heard: Heard
) -> None:
    partner = makers.write_partner(context.office.database, name_ar="جمعية الأمل")
    published = makers.write_publication(context.office.database)
    page.take(OpenPublication(published))
    page.refresh()
    page.take(OpenPublication(published))
    do(page.publications.strip.commands(), _("Add a remark on it"))
    form = page.remark_form.form
    write(form.field("text"), "الرابط لا يعمل")
    behalf = page.remark_form.on_behalf
    behalf.setEditText("امل")
    QTest.keyClick(cast("QLineEdit", behalf.lineEdit()), Qt.Key.Key_Return)
    topic = cast("TopicEditor", form.field("topic").editor)
    topic.set_value("tp.8.1")
    QTest.keyClick(page.remark_form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (row,) = context.read(list_remarks)
    assert (row.publication, row.channel) == (published, "rv.comment")
    assert [name.ar for name in row.partners] == ["جمعية الأمل"]
    assert context.read(lambda session: draft_of_remark(session, row.uid)).raised_by == partner
    page.take(OpenPublication(published))
    assert "1" in page.publications.strip.facts.text().splitlines()[-1]
    do(page.publications.strip.commands(), _("Show its remarks"))
    (request,) = heard.requests
    assert isinstance(request, ShowRemarks)
    assert request.wanted == RemarkFilter(publication=published)


def test_ctrl_s_records_a_promise_on_a_remark_and_a_missing_day_is_told_at_its_field(
    page: CommunicationPage, context: AppContext
) -> None:
    write_remark(context.office.database)
    page.take(ShowRemarks(RemarkFilter(), str))
    listing = page.remarks
    listing.refresh()
    listing.table.select(0)
    do(listing.strip.commands(), _("Promise"))
    form = listing.strip.form
    form.words.set_value("إصلاح المصباح")
    QTest.keyClick(form.words, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    told = [label.text() for label in page.window().findChildren(QLabel) if label.isVisible()]
    assert _("A day is needed here. Type it as 05/01/2026.") in told
    assert listing.failure.isHidden()
    form.day.insert("31/12/2099")
    QTest.keyClick(form.day, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (promise,) = context.read(lambda session: list_commitments(session, date(2026, 12, 2)))
    assert promise.text == "إصلاح المصباح"
