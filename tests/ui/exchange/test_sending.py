"""An export is previewed, written to a stick, and logged, with whether names are included."""

import re
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outreach_app.actors import Actor
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.bundles import (
    BundleRow,
    get_exchange_state,
    list_bundle_ids,
    list_bundles_by_id,
)
from outreach_app.services.erasure import erase_identity
from outreach_app.services.points import PointDraft
from tests import makers
from tests.ui.exchange.desk import Desk, Stick
from ui.exchange.page import LOG, SEND
from ui.exchange.sticks import StickWatch
from ui.requests import OpenMeeting, SendChanges
from ui.words import labelled_words


def logged(desk: Desk) -> list[BundleRow]:
    ids = desk.context.read(list_bundle_ids)
    rows = desk.context.read(lambda session: list_bundles_by_id(session, ids))
    return [rows[number] for number in ids]


def test_what_will_leave_is_counted_and_written_to_the_stick(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    pane = precinct.page.send
    precinct.page.take(SendChanges())
    assert "اللقاءات: \u20661\u2069" in pane.records.text()
    precinct.page.refresh()
    unsent = precinct.context.read(get_exchange_state).unsent
    assert unsent > 0
    assert isolate(str(unsent)) in precinct.page.tabs.tabText(SEND)
    words = labelled_words(_("Changes not sent yet"), isolate(str(unsent)))
    assert words in pane.state.text()
    total, *of_each = (int(number) for number in re.findall(r"\d+", pane.records.text()))
    assert total == sum(of_each)
    assert not pane.named.isVisible()
    stick.plug()
    StickWatch(precinct.context, precinct.page).look()
    precinct.wait_until(lambda: bool(pane.buttons.drives))
    (button,) = pane.buttons.drives
    assert "STICK" in button.text()
    precinct.press(button)
    precinct.wait_for(pane.written)
    (file,) = stick.bundles()
    assert file.name in pane.written.words.text()
    assert [(row.direction, row.has_names) for row in logged(precinct)] == [("out", False)]
    assert precinct.page.tabs.tabText(SEND) == _("To send")
    headquarters.receive()
    assert headquarters.statuses() == [("imported", None)]


def test_a_meeting_whose_text_names_a_person_is_shown_and_opened(
    enrolled_precinct: Desk,
) -> None:
    precinct = enrolled_precinct
    database = precinct.context.office.database
    makers.write_person(database, makers.write_partner(database))
    point = PointDraft("concern", "tp.6.1", "اشتكى خالد الإدريسي من الظلام", "ar")
    uid = makers.write_meeting(database, points=(point,), commitments=(), referrals=())
    precinct.page.take(SendChanges())
    named = precinct.page.send.named
    assert named.isVisible()
    assert "خالد الإدريسي" in named.table.model.index(0, 1).data()
    named.table.select(0)
    QTest.keyClick(named.table.view, Qt.Key.Key_Return)
    assert precinct.heard.requests == [OpenMeeting(uid)]


def test_every_meeting_that_names_a_person_can_be_reached(enrolled_precinct: Desk) -> None:
    precinct = enrolled_precinct
    database = precinct.context.office.database
    makers.write_person(database, makers.write_partner(database))
    point = PointDraft("concern", "tp.6.1", "اشتكى خالد الإدريسي من الظلام", "ar")
    meetings = [
        makers.write_meeting(
            database,
            reference=str(number),
            held_on=date(2026, 3, 1) + timedelta(days=number),
            points=(point,),
            commitments=(),
            referrals=(),
        )
        for number in range(16)
    ]
    precinct.page.take(SendChanges())
    view = precinct.page.send.named.table.view
    precinct.page.send.named.table.select(0)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    row = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(row)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert precinct.heard.requests == [OpenMeeting(meetings[0])]  # the newest comes first
    assert precinct.page.height() == 700  # what follows stays visible


def test_names_go_along_only_by_a_tick_made_for_that_file(
    enrolled_precinct: Desk, stick: Stick
) -> None:
    precinct = enrolled_precinct
    database = precinct.context.office.database
    makers.write_person(database, makers.write_partner(database))
    precinct.send(names=True)
    assert not precinct.page.send.names.isChecked()
    precinct.send()
    assert [row.has_names for row in logged(precinct)] == [False, True]
    precinct.page.tabs.setCurrentIndex(LOG)
    log = precinct.page.log
    log.table.select(1)
    with_names = log.report.text()
    log.table.select(0)
    assert with_names != log.report.text()


def test_names_are_counted_among_what_leaves_only_where_they_do(
    enrolled_precinct: Desk,
) -> None:
    precinct = enrolled_precinct
    database = precinct.context.office.database
    makers.write_person(database, makers.write_partner(database))
    pane = precinct.page.send
    precinct.page.take(SendChanges())
    assert "الأسماء وبيانات الاتصال: محجوبة" in pane.records.text()
    assert "الأسماء وبيانات الاتصال: \u20661\u2069" not in pane.records.text()
    pane.names.click()
    assert "الأسماء وبيانات الاتصال: \u20661\u2069" in pane.records.text()
    assert "محجوبة" not in pane.records.text()
    pane.names.click()
    assert "محجوبة" in pane.records.text()


def test_an_erased_name_is_announced_as_an_erasure_on_both_sides(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    database = precinct.context.office.database
    person = makers.write_person(database, makers.write_partner(database))
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, person)
    precinct.send()
    headquarters.try_files()
    headquarters.page.receive.table.select(0)
    for words in (precinct.page.send.records.text(), headquarters.page.receive.advice.text()):
        assert "عمليات المحو: \u20661\u2069" in words
        assert "الأسماء وبيانات الاتصال" not in words


def test_an_acknowledgement_is_shown_with_its_moment(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    headquarters.receive()
    stick.empty()
    headquarters.send()
    precinct.receive()
    precinct.page.tabs.setCurrentIndex(SEND)
    told = precinct.page.send.state.text()
    assert re.match(r"أشعرت المصالح المركزية .*\d\d/\d\d/\d{4}.*\d\d:\d\d", told), told
    precinct.send()  # a week without changes differs from one without a file
    headquarters.receive()
    files = headquarters.page.receive.table.model
    rows = [files.row(number) for number in range(files.rowCount())]
    assert "imported" in [row.status for row in rows if row]  # beside its own, which is no news


def test_what_was_written_is_said_until_something_else_would_leave(
    enrolled_precinct: Desk, stick: Stick
) -> None:
    precinct = enrolled_precinct
    pane = precinct.page.send
    precinct.send()
    assert str(stick.folder) in pane.written.words.text()
    assert "USB" not in pane.written.words.text()  # it is a folder of this computer
    precinct.page.take(SendChanges())
    assert pane.written.isVisible()
    makers.write_meeting(precinct.context.office.database)
    precinct.page.take(SendChanges())
    assert not pane.written.isVisible()


def test_a_stick_that_was_pulled_out_is_not_said_to_be_ready(
    enrolled_precinct: Desk, stick: Stick
) -> None:
    precinct = enrolled_precinct
    written = precinct.page.send.written
    stick.plug()
    precinct.send()
    assert written.words.text().endswith("يمكن سحب مفتاح USB.")
    precinct.context.changes.plugged.emit()  # another one came
    assert written.isVisible()
    stick.pull()
    precinct.context.changes.plugged.emit()
    assert not written.isVisible()


def test_changes_that_were_written_wait_for_their_acknowledgement(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    state = precinct.page.send.state
    precinct.page.take(SendChanges())
    assert "آخر ملف" not in state.text()
    precinct.send()
    assert "في انتظار الإشعار بالتوصل به" in state.text()
    headquarters.receive()
    stick.empty()
    headquarters.send()
    precinct.receive()
    precinct.page.take(SendChanges())
    assert "آخر ملف" in state.text()
    assert "في انتظار" not in state.text()


def test_writing_that_is_stopped_says_that_nothing_was_written(
    enrolled_precinct: Desk, stick: Stick
) -> None:
    precinct = enrolled_precinct
    pane = precinct.page.send
    precinct.page.take(SendChanges())
    with precinct.context.office.database.write(Actor.CHIEF):  # it has to wait for its turn
        precinct.press(pane.buttons.write)
        pane.progress.stopped.emit()
    precinct.wait_until(pane.buttons.write.isEnabled)
    assert precinct.heard.said[-1] == "توقفت العملية: لم يُكتب أي ملف."
    assert stick.bundles() == []
    assert not pane.written.isVisible()


def test_a_stick_is_what_is_meant_first(enrolled_precinct: Desk, stick: Stick) -> None:
    precinct = enrolled_precinct
    buttons = precinct.page.send.buttons
    precinct.page.take(SendChanges())
    assert buttons.write.property("primary")
    stick.plug()
    precinct.context.changes.plugged.emit()
    (drive,) = buttons.drives
    assert drive.property("primary")
    assert not buttons.write.property("primary")
    stick.pull()
    precinct.context.changes.plugged.emit()
    assert buttons.write.property("primary")


def test_a_stick_that_cannot_be_written_is_told(enrolled_precinct: Desk, stick: Stick) -> None:
    precinct = enrolled_precinct
    for path in list(stick.folder.iterdir()):
        path.unlink()
    stick.folder.rmdir()
    stick.folder.write_text("a file stands where the folder should")
    pane = precinct.page.send
    precinct.page.take(SendChanges())
    precinct.press(pane.buttons.write)
    precinct.wait_for(pane.failure)
    assert logged(precinct) == []
    assert pane.buttons.write.isEnabled()


def test_the_keyboard_stays_on_the_button_while_a_file_is_written(enrolled_precinct: Desk) -> None:
    precinct, pane = enrolled_precinct, enrolled_precinct.page.send
    precinct.page.take(SendChanges())
    precinct.page.activateWindow()
    precinct.wait_until(precinct.page.isActiveWindow)
    pane.buttons.write.setFocus()
    pane.buttons.write.click()
    precinct.wait_for(pane.written)
    assert pane.buttons.write.hasFocus()
