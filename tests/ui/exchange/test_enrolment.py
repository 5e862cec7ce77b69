"""A card is enrolled by the fingerprint that a person hears and types, and revoked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outreach_app.exchange.cards import fingerprint
from outreach_app.exchange.stations import own_card
from tests import makers
from tests.ui.exchange.desk import Desk, Stick
from ui.exchange.page import STATIONS


def test_with_nobody_enrolled_the_page_leads_to_the_cards(
    precinct_desk: Desk, headquarters_desk: Desk
) -> None:
    for desk in (precinct_desk, headquarters_desk):
        assert not desk.page.send.buttons.write.isVisible()
        desk.press(desk.page.send.buttons.enrol)
        assert desk.page.tabs.currentIndex() == STATIONS


def test_the_fingerprint_must_be_the_cards_own(
    precinct_desk: Desk, headquarters_desk: Desk
) -> None:
    pane = precinct_desk.page.stations
    digits = precinct_desk.begin_enrolment(headquarters_desk)
    QTest.keyClicks(pane.typed, digits[:-7])
    precinct_desk.press(pane.confirm)
    assert "35" in pane.problem.text()
    pane.typed.clear()
    QTest.keyClicks(pane.typed, fingerprint(precinct_desk.context.read(own_card)))
    precinct_desk.press(pane.confirm)
    assert pane.problem.isVisible()
    assert precinct_desk.stations() == []
    pane.typed.clear()
    QTest.keyClicks(pane.typed, digits)
    QTest.keyClick(pane.typed, Qt.Key.Key_Return)
    assert [row.role for row in precinct_desk.stations()] == ["headquarters"]
    assert not pane.typed.isVisible()


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
    headquarters.page.begin("stations")
    strip = headquarters.page.stations.strip
    headquarters.page.stations.table.select(1)
    headquarters.press(strip.revoke)
    (row,) = headquarters.stations()
    assert strip.first.text() == str(row.upto + 1)  # what came already stays
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
    headquarters.page.begin("stations")
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


def test_revoking_needs_a_number(enrolled: tuple[Desk, Desk]) -> None:
    _precinct, headquarters = enrolled
    headquarters.page.begin("stations")
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
