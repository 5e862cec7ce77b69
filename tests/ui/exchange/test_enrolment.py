"""A card is enrolled by a typed fingerprint, and revoked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.exchange.stations.registry import own_card
from tests import makers
from tests.ui.exchange.desk import Desk, Stick, enrol_others
from ui.exchange.page import LOG, RECEIVE, STATIONS


def test_with_nobody_enrolled_the_page_asks_for_a_card(
    precinct_desk: Desk, headquarters_desk: Desk, stick: Stick
) -> None:
    headquarters_desk.page.tabs.setCurrentIndex(STATIONS)
    headquarters_desk.press(headquarters_desk.page.stations.save)
    precinct_desk.files.card = stick.folder / "own.outreach-card"
    assert not precinct_desk.page.send.buttons.write.isVisible()
    precinct_desk.press(precinct_desk.page.send.buttons.enrol)
    assert precinct_desk.page.tabs.currentIndex() == STATIONS
    assert precinct_desk.page.stations.form.isVisible()


def test_the_fingerprint_must_be_the_cards_own(
    precinct_desk: Desk, headquarters_desk: Desk
) -> None:
    pane = precinct_desk.page.stations
    digits = precinct_desk.begin_enrolment(headquarters_desk)
    QTest.keyClicks(pane.form.typed, digits[:-7])
    precinct_desk.press(pane.form.confirm)
    assert "35" in pane.form.problem.text()
    pane.form.typed.clear()
    QTest.keyClicks(pane.form.typed, card_fingerprint(precinct_desk.context.read(own_card)))
    assert not pane.form.problem.isVisible()  # it was about the former content
    precinct_desk.press(pane.form.confirm)
    assert pane.form.problem.isVisible()
    assert precinct_desk.stations() == []
    pane.form.typed.clear()
    QTest.keyClicks(pane.form.typed, digits)
    QTest.keyClick(pane.form.typed, Qt.Key.Key_Return)
    assert [row.role for row in precinct_desk.stations()] == ["headquarters"]
    assert not pane.form.typed.isVisible()


def test_escape_leaves_the_card_out(precinct_desk: Desk, headquarters_desk: Desk) -> None:
    pane = precinct_desk.page.stations
    precinct_desk.begin_enrolment(headquarters_desk)
    precinct_desk.page.activateWindow()
    precinct_desk.wait_until(pane.form.typed.hasFocus)
    QTest.keyClick(pane.form.typed, Qt.Key.Key_Escape)
    assert not pane.form.isVisible()
    assert pane.choose.hasFocus()
    assert precinct_desk.stations() == []


def test_digits_that_are_typed_stand_where_arabic_is_read_from(
    precinct_desk: Desk, headquarters_desk: Desk
) -> None:
    typed = precinct_desk.page.stations.form.typed
    precinct_desk.begin_enrolment(headquarters_desk)
    assert typed.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert typed.alignment() & Qt.AlignmentFlag.AlignRight
    assert not typed.placeholderText()  # digits in it would look typed


def test_the_fingerprint_of_an_enrolled_card_can_be_read_again(
    enrolled: tuple[Desk, Desk],
) -> None:
    precinct, headquarters = enrolled
    headquarters.page.tabs.setCurrentIndex(STATIONS)
    strip = headquarters.page.stations.strip
    headquarters.page.stations.table.select(0)
    assert not strip.fingerprint.isVisible()  # this computer's own is above
    headquarters.page.stations.table.select(1)
    assert card_fingerprint(precinct.context.read(own_card)) in strip.fingerprint.text()


def test_many_stations_are_looked_through_by_name_and_city(enrolled: tuple[Desk, Desk]) -> None:
    precinct, headquarters = enrolled
    headquarters.page.tabs.setCurrentIndex(STATIONS)
    pane = headquarters.page.stations
    assert not pane.filter.isVisible()
    enrol_others(headquarters, precinct, [f"Arrondissement {number}" for number in range(20, 30)])
    assert pane.filter.isVisible()
    pane.table.select(4)
    pane.filter.setText("ARRONDISSEMENT 27 casa")
    headquarters.wait_until(lambda: pane.table.model.rowCount() == 1)
    row = pane.table.model.row(0)
    assert row is not None
    assert row.name.fr == "Arrondissement 27"
    pane.filter.setText("Tanger")
    headquarters.wait_until(lambda: pane.table.model.rowCount() == 0)


def test_who_went_on_elsewhere_is_asked_with_the_keyboard(precinct_desk: Desk) -> None:
    precinct_desk.page.tabs.setCurrentIndex(STATIONS)
    pane, renewal = precinct_desk.page.stations, precinct_desk.page.stations.renewal
    before = precinct_desk.context.read(own_card).device
    for leave in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
        precinct_desk.press(pane.refused)
        assert renewal.go_on.hasFocus()
        QTest.keyClick(renewal.go_on, leave)
        if leave == Qt.Key.Key_Tab:
            QTest.keyClick(renewal.give_up, Qt.Key.Key_Return)
        assert not renewal.isVisible()
        assert pane.refused.hasFocus()
    assert precinct_desk.context.read(own_card).device == before
    precinct_desk.press(pane.refused)
    QTest.keyClick(renewal.go_on, Qt.Key.Key_Return)
    assert precinct_desk.context.read(own_card).device != before


def test_the_parts_of_the_page_are_gone_through_both_ways(precinct_desk: Desk) -> None:
    tabs, control = precinct_desk.page.tabs, Qt.KeyboardModifier.ControlModifier
    precinct_desk.page.send.buttons.enrol.setFocus()
    QTest.keyClick(precinct_desk.page.send.buttons.enrol, Qt.Key.Key_Tab, control)
    assert tabs.currentIndex() == RECEIVE
    back = control | Qt.KeyboardModifier.ShiftModifier
    for _time in range(2):  # a keyboard sends Shift and Tab as one key
        precinct_desk.page.setFocus()
        QTest.keyClick(precinct_desk.page, Qt.Key.Key_Backtab, back)
    assert tabs.currentIndex() == LOG


def test_a_file_that_is_no_card_is_told(precinct_desk: Desk, stick: Stick) -> None:
    precinct_desk.page.tabs.setCurrentIndex(STATIONS)
    precinct_desk.files.card = stick.folder / "other.outreach-card"
    precinct_desk.files.card.write_text("{}")
    precinct_desk.press(precinct_desk.page.stations.choose)
    assert "other.outreach-card" in precinct_desk.page.stations.failure.words


def test_from_the_change_a_card_was_revoked_its_files_are_put_aside(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    headquarters.receive()
    stick.empty()
    headquarters.page.tabs.setCurrentIndex(STATIONS)
    strip = headquarters.page.stations.strip
    headquarters.page.stations.table.select(1)
    headquarters.press(strip.revoke)
    (row,) = headquarters.stations()
    assert strip.first.text() == str(row.upto + 1)  # what was received stays
    headquarters.press(strip.confirm)
    (row,) = headquarters.stations()
    assert (row.status, row.revoked_from) == ("revoked", row.upto + 1)
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    headquarters.try_files()
    assert headquarters.statuses() == [("quarantined", "E_SENDER_REVOKED")]
    assert headquarters.page.receive.advice.text()


def test_revoking_is_undone_and_nothing_is_lost_by_it(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    headquarters.page.tabs.setCurrentIndex(STATIONS)
    pane = headquarters.page.stations
    pane.table.select(1)
    headquarters.press(pane.strip.revoke)
    headquarters.press(pane.strip.confirm)
    headquarters.try_files()
    assert headquarters.statuses() == [("quarantined", "E_SENDER_REVOKED")]
    headquarters.heard.undo()
    assert [(row.status, row.revoked_from) for row in headquarters.stations()] == [
        ("enrolled", None)
    ]
    headquarters.receive()
    assert headquarters.statuses() == [("imported", None)]


def test_revoking_needs_a_number(enrolled_headquarters: Desk) -> None:
    headquarters = enrolled_headquarters
    headquarters.page.tabs.setCurrentIndex(STATIONS)
    strip = headquarters.page.stations.strip
    headquarters.page.stations.table.select(0)
    assert not strip.revoke.isVisible()  # this computer's own
    headquarters.page.stations.table.select(1)
    headquarters.press(strip.revoke)
    for wrong in ("", "x", "0"):
        strip.first.setText(wrong)
        headquarters.press(strip.confirm)
        assert strip.problem.isVisible()
    assert [row.status for row in headquarters.stations()] == ["enrolled"]
