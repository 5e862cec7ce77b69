"""The page of communication: rumours from entry to closing by keyboard, and publications."""

from dataclasses import replace
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.i18n import gettext as _
from outreach_app.models import Office
from outreach_app.queries.publications import list_publications
from outreach_app.queries.readings import list_readings
from outreach_app.queries.records import get_record
from outreach_app.queries.rumours import RumourFilter, get_rumour, list_rumours
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.services.findings import record_finding
from outreach_app.services.rumours import record_rumour
from tests import makers
from tests.ui.commanded import do, words_of
from tests.ui.conftest import Heard
from ui.actions.rumour_actions import CARRY_BACK
from ui.communication.page import CommunicationPage
from ui.context import AppContext
from ui.forms.editors import TextEditor
from ui.forms.field_box import FieldBox
from ui.history.dialog import HistoryDialog
from ui.requests import NewEntry, OpenRumour, ShowDocument, ShowRumours
from ui.widgets.labels import Label


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> CommunicationPage:
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    return page


def press(page: CommunicationPage, words: str) -> None:
    do(page.rumours.strip.commands(), words)


def write(box: FieldBox, words: str) -> None:
    """Type text into a field: QTest cannot type Arabic."""
    editor = box.editor
    if isinstance(editor, TextEditor):
        editor.insertPlainText(words)
    elif isinstance(editor, QLineEdit):
        editor.insert(words)
        editor.textEdited.emit(editor.text())


def read_state(context: AppContext, uid: UUID) -> str:
    return context.read(lambda session: get_rumour(session, uid).state)


def test_a_rumour_is_recorded_with_the_words_alone(
    page: CommunicationPage, context: AppContext, heard: Heard
) -> None:
    page.take(NewEntry("rumour"))
    form = page.rumour_form
    words = "اختطاف تلميذة أمام إعدادية النخيل"
    write(form.form.field("text"), words)
    editor = form.form.field("text").editor
    assert isinstance(editor, QWidget)
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (row,) = context.read(list_rumours)
    now = clock.local(clock.now())
    assert (row.text, row.language, row.state) == (words, "ar", "heard")
    assert (row.heard_on, row.reach, row.topic) == (now.date(), "rh.area", "tp.7.1")
    assert heard.said[-1] == "سُجلت الإشاعة."
    assert not form.isVisible()
    assert [each.uid for each in page.rumours.rows()] == [row.uid]  # chosen, to continue with it


def test_who_gives_up_the_first_remark_goes_on_in_the_page(page: CommunicationPage) -> None:
    page.activateWindow()
    page.take(NewEntry("point"))
    QTest.keyClick(page.remark_form, Qt.Key.Key_Escape)
    # The list is empty: its empty state has the focus, not the next widget.
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.remarks.table.isAncestorOf(focused)


def test_a_rumour_goes_its_way_from_the_strip_and_each_step_is_undone(
    page: CommunicationPage, context: AppContext, heard: Heard
) -> None:
    uid = makers.write_rumour(context.office.database)
    page.take(OpenRumour(uid))
    page.refresh()
    page.take(OpenRumour(uid))
    press(page, _("Verify"))
    assert read_state(context, uid) == "verifying"
    heard.undo()
    assert read_state(context, uid) == "heard"
    press(page, _("Record the result"))
    form = page.rumours.strip.form
    assert form.choice.value() is None  # no result is assumed
    form.choice.set_value("vr.false")
    QTest.keyClick(form.words, Qt.Key.Key_Return)  # nothing is established yet
    assert page.rumours.failure.isVisible()
    assert read_state(context, uid) == "heard"
    form.words.set_value("المدرسة مفتوحة")
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    assert read_state(context, uid) == "verified"
    assert _("Record the result") not in words_of(page.rumours.strip.commands())
    press(page, _("Change the result"))  # what was recorded is not written over
    assert form.words.value() == "المدرسة مفتوحة"
    QTest.keyClick(form.words, Qt.Key.Key_Escape)
    # Its rectification comes first.
    assert CARRY_BACK.title() not in words_of(page.rumours.strip.commands())


def test_a_rectification_is_published_from_the_rumour_printed_and_carried_back(
    page: CommunicationPage, context: AppContext, heard: Heard
) -> None:
    uid = makers.write_rumour(context.office.database)
    with context.office.database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft())
    page.refresh()
    page.take(OpenRumour(uid))
    assert _("Print the sheet") not in words_of(page.rumours.strip.commands())
    page.rumours.strip.commands()[0].do()  # the next step
    form = page.publication_form
    assert form.isVisible()
    assert not form.kind.isEnabled()
    assert (makers.rumour_draft().text or "-") in (form.typed().title_ar or "")
    assert form.typed().text_ar == makers.finding_draft().text
    form.form.field("text_ar").show_value("لا أساس للخبر")
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert form.form.field("channels").problem  # it was published nowhere
    form.form.field("channels").editor.set_value(("pc.facebook",))
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert read_state(context, uid) == "corrected"
    (publication,) = context.read(list_publications)
    assert (publication.kind, publication.text.ar) == ("pb.rectification", "لا أساس للخبر")
    page.take(OpenRumour(uid))
    press(page, _("Print the sheet"))
    assert heard.requests == [ShowDocument(DocumentKind.RECTIFICATION, uid)]
    press(page, CARRY_BACK.title())
    carrying = page.rumours.strip.form
    carrying.words.set_value("ودادية الزيتون")
    QTest.keyClick(carrying.words, Qt.Key.Key_Return)
    assert read_state(context, uid) == "carried"


def test_what_the_register_refuses_is_said_under_its_field(page: CommunicationPage) -> None:
    page.record("rumour")
    form = page.rumour_form.form
    write(form.field("text"), "قاله صاحب البطاقة AB123456")
    QTest.mouseClick(page.rumour_form.save, Qt.MouseButton.LeftButton)
    assert form.field("text").problem
    assert page.rumour_form.isVisible()


def test_the_fields_of_a_page_show_for_a_page_alone(page: CommunicationPage) -> None:
    page.record("rumour")
    form = page.rumour_form
    assert not form.form.field("page_address").isVisible()
    form.kind.set_value("rk.page")
    form.kind.activated.emit(0)
    assert form.form.field("page_address").isVisible()


def test_a_like_rumour_is_offered_while_typing_and_taken_with_a_key(
    page: CommunicationPage, context: AppContext, qtbot: QtBot
) -> None:
    day = clock.today()
    uid = makers.write_rumour(context.office.database, heard_on=day, heard_at=None)
    page.record("rumour")
    field = page.rumour_form.form.field("text")
    write(field, "خطف تلميذة قدام إعدادية النخيل")
    qtbot.waitUntil(page.rumour_form.similar.isVisible)
    QTest.keyClick(cast("QWidget", field.editor), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert not page.rumour_form.isVisible()
    assert [row.uid for row in page.rumours.rows()] == [uid]
    assert len(context.read(list_rumours)) == 1


def test_another_page_narrows_the_list_and_says_to_what(
    page: CommunicationPage, context: AppContext
) -> None:
    uid = makers.write_rumour(context.office.database)
    makers.rectify(context.office.database, uid)
    makers.write_rumour(context.office.database, text="إشاعة أخرى")
    page.take(ShowRumours(RumourFilter(is_rectified=True), lambda: "للتبليغ"))
    assert page.rumours.table.model.rowCount() == 1
    assert any("للتبليغ" in label.text() for label in page.rumours.narrowing.findChildren(Label))


def test_its_history_tells_what_was_found(page: CommunicationPage, context: AppContext) -> None:
    uid = makers.write_rumour(context.office.database)
    makers.rectify(context.office.database, uid)
    page.refresh()
    page.take(OpenRumour(uid))
    press(page, _("History"))
    (dialog,) = page.findChildren(HistoryDialog)
    assert any("خبر زائف" in label.text() for label in dialog.findChildren(Label))
    dialog.reject()


def said_in(dialog: HistoryDialog) -> list[str]:
    from ui.widgets.labels import Label

    return [label.text() for label in dialog.findChildren(Label)]


def test_a_deleted_rumour_is_undone(
    page: CommunicationPage, context: AppContext, heard: Heard
) -> None:
    uid = makers.write_rumour(context.office.database)
    page.refresh()
    page.take(OpenRumour(uid))
    press(page, _("Delete"))
    assert page.rumours.table.model.rowCount() == 0
    heard.undo()
    assert page.rumours.table.model.rowCount() == 1


def test_headquarters_is_asked_whether_two_precincts_heard_the_same(
    context: AppContext, heard: Heard, qtbot: QtBot
) -> None:
    database, day = context.office.database, clock.today()
    precincts = makers.consolidate(
        database, makers.office_draft(), replace(makers.office_draft(), number="7")
    )
    texts = ("اختطاف تلميذة أمام إعدادية النخيل", "خطف تلميذة قدام إعدادية النخيل")
    for office, text in zip(precincts, texts, strict=True):
        with database.write(Actor.PROGRAM) as session:
            draft = makers.rumour_draft(text=text, heard_on=day, heard_at=None)
            record_rumour(session, draft).office_id = get_record(session, Office, office).id
    page = CommunicationPage(replace(context, is_headquarters=True))
    qtbot.addWidget(page)
    page.show()
    assert page.pairs.isVisible()
    assert "خطف تلميذة قدام" in page.pairs.first.text() + page.pairs.second.text()
    page.pairs.same.click()
    assert not page.pairs.isVisible()
    heard.undo()
    assert page.pairs.isVisible()
    page.pairs.other.click()
    assert not page.pairs.isVisible()


@pytest.mark.parametrize("entity", ["rumour", "publication"])
def test_leaving_a_form_goes_back_to_the_list(page: CommunicationPage, entity: str) -> None:
    page.record(entity)
    shown = page.beside.form
    assert shown is not None
    assert shown.isVisible()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_what_a_publication_reached_is_typed_beside_it_and_a_lower_number_is_doubted(
    page: CommunicationPage, context: AppContext, heard: Heard
) -> None:
    publication = makers.write_publication(context.office.database)
    page.refresh()
    page.show_record(publication)
    for typed in ("50000", "49000"):
        do(page.publications.strip.commands(), _("Add a reading"))
        form = page.reading_form
        assert not form.form.field("account").isVisible()
        write(form.form.field("interactions"), typed)
        QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        page.show_record(publication)
    assert "49000" in heard.said[-1]
    assert "50000" in heard.said[-1]
    rows = context.read(list_readings)
    assert [(row.interactions, row.publication) for row in rows] == [
        (49_000, publication),
        (50_000, publication),
    ]


def test_followers_of_an_account_are_recorded_among_the_readings(
    page: CommunicationPage, context: AppContext
) -> None:
    page.tabs.setCurrentIndex(page.stack.indexOf(page.readings))
    QTest.mouseClick(page.add_reading, Qt.MouseButton.LeftButton)
    form = page.reading_form
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert form.form.field("interactions").problem  # nothing was read yet
    write(form.form.field("followers"), "8800")
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (row,) = context.read(list_readings)
    assert (row.account, row.followers) == ("pc.facebook", 8_800)
    assert page.readings.table.model.rowCount() == 1
    *others, last = (command.words() for command in page.readings.strip.commands())
    assert others
    assert last == _("Delete")
