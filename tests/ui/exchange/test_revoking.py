"""A card is revoked and accepted again, also by keyboard, without loss."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outreach_app.exchange.importing.folders import import_paths
from outreach_app.progress import Progress
from tests import makers
from tests.ui.exchange.computers import renew
from tests.ui.exchange.desk import Desk, Stick
from ui.exchange.page import STATIONS
from ui.exchange.station_strip import StationStrip


def chosen(headquarters: Desk) -> StationStrip:
    """Return the strip of the precinct's computer."""
    headquarters.page.tabs.setCurrentIndex(STATIONS)
    headquarters.page.stations.table.select(1)
    return headquarters.page.stations.strip


def revoke(headquarters: Desk) -> StationStrip:
    strip = chosen(headquarters)
    headquarters.press(strip.revoke)
    headquarters.press(strip.confirm)
    return strip


def states(desk: Desk) -> list[tuple[str, int | None]]:
    return [(row.status, row.revoked_from) for row in desk.stations()]


def test_a_revoked_card_is_accepted_again_where_it_stands(enrolled_headquarters: Desk) -> None:
    headquarters = enrolled_headquarters
    strip = revoke(headquarters)
    revoked = states(headquarters)
    assert revoked[0][0] == "revoked"
    assert not strip.revoke.isVisible()
    headquarters.press(strip.accept)
    assert states(headquarters) == [("enrolled", None)]
    assert not strip.accept.isVisible()
    assert strip.revoke.isVisible()  # it is still the one that is chosen
    headquarters.heard.undo()
    assert states(headquarters) == revoked


def test_the_files_that_wait_for_a_decision_are_counted(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    strip = revoke(headquarters)
    assert "الموضوعة جانبا" not in strip.facts.text()
    import_paths(headquarters.context.office.database, stick.bundles(), Progress())
    headquarters.context.changes.happened.emit(frozenset({"bundle"}))
    assert "الموضوعة جانبا: \u20661\u2069" in chosen(headquarters).facts.text()
    headquarters.press(strip.accept)
    headquarters.receive()
    assert "الموضوعة جانبا" not in revoke(headquarters).facts.text()


def test_what_a_card_vouched_for_is_named_before_it_is_revoked(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    renew(precinct.context.office)
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    headquarters.receive()
    vouched, voucher = sorted(headquarters.stations(), key=lambda row: row.voucher is None)
    headquarters.page.tabs.setCurrentIndex(STATIONS)
    strip = headquarters.page.stations.strip
    for place, row in ((2, vouched), (1, voucher)):
        headquarters.page.stations.table.select(place)
        assert strip._row is not None
        assert strip._row.device == row.device
        headquarters.press(strip.revoke)
        assert strip.along.isVisible() == (row is voucher)
    assert "\u20662\u2069" in strip.along.text()
    headquarters.press(strip.confirm)
    assert [row.status for row in headquarters.stations()] == ["revoked", "unvouched"]
    headquarters.heard.undo()
    assert "revoked" not in [row.status for row in headquarters.stations()]
    assert "unvouched" not in [row.status for row in headquarters.stations()]


def test_escape_leaves_the_card_accepted(enrolled_headquarters: Desk) -> None:
    headquarters = enrolled_headquarters
    strip = chosen(headquarters)
    headquarters.press(strip.revoke)
    assert strip.first.hasFocus()
    QTest.keyClick(strip.first, Qt.Key.Key_Escape)
    assert not strip.first.isVisible()
    assert strip.revoke.hasFocus()
    assert states(headquarters) == [("enrolled", None)]
