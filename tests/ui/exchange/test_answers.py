"""Headquarters answers all precincts, or only one."""

import re
from datetime import date
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate_file
from outreach_app.queries.stations import list_stations
from outreach_app.services.replies import ReplyDraft, reply_to_point
from tests import makers
from tests.ui.exchange.desk import Desk, Stick, enrol_others
from ui.exchange.page import SEND, STATIONS
from ui.requests import SendChanges

PALMS, MAARIF = "النخيل", "المعاريف"


@pytest.fixture
def central(enrolled: tuple[Desk, Desk]) -> Desk:
    """Return headquarters with a second enrolled precinct that sends nothing."""
    precinct, headquarters = enrolled
    enrol_others(headquarters, precinct, [MAARIF])
    return headquarters


def office_named(desk: Desk, name: str) -> UUID:
    return next(row.office for row in desk.context.read(list_stations) if row.name.ar == name)


def test_one_precinct_alone_is_answered(
    central: Desk, enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    pane = central.page.send
    central.page.take(SendChanges())
    names = [pane.receiver.itemText(place) for place in range(pane.receiver.count())]
    assert len(names) == 3
    assert names[1].startswith(MAARIF)
    assert "\u20667\u2069" in names[1]
    assert "\u20662\u2069" in pane.what.text()
    assert pane.buttons.write.accessibleName() == _("Write the files")
    central.page.take(SendChanges(office_named(central, PALMS)))
    assert pane.receiver.currentText().startswith(PALMS)
    assert "\u20661\u2069" in pane.what.text()
    assert pane.buttons.write.accessibleName() == _("Write the file")
    central.send()
    assert len(stick.bundles()) == 1
    precinct, _headquarters = enrolled
    precinct.try_files()
    assert precinct.statuses() == [("imported", None)]


def test_what_leaves_adds_up_to_what_was_written_and_to_what_each_file_holds(
    central: Desk, enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    central.page.take(SendChanges())
    _answers, leaving = _numbers(central.page.send.what.text())
    central.send()
    model = central.page.send.written.table.model
    of_each = [_numbers(model.index(row, 3).data())[0] for row in range(model.rowCount())]
    assert len(of_each) == 2
    assert [leaving] == _numbers(central.heard.said[-1]) == [sum(of_each)]
    precinct, _headquarters = enrolled
    precinct.try_files()
    row = precinct.page.receive.table.model.row(0)
    assert row is not None
    assert row.events in of_each
    assert row.new == sum(row.records.values()) + row.bare


def _numbers(words: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", words)]


def test_precincts_stand_in_the_order_of_their_names(
    central: Desk, enrolled: tuple[Desk, Desk]
) -> None:
    enrol_others(central, enrolled[0], ["Annasr", "Aïn Chock", "Anfa"])
    receiver = central.page.send.receiver
    names = [receiver.itemText(place).partition(" (")[0] for place in range(1, 4)]
    assert names == ["Aïn Chock", "Anfa", "Annasr"]


def test_a_precinct_is_told_of_its_own_replies_only(
    central: Desk, enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, _headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    central.receive()
    with central.context.office.database.write(Actor.HEADQUARTERS) as session:
        point = makers.the_meeting(session).points[0].uid
        reply_to_point(session, point, ReplyDraft("ستضاف دورية ليلية", "ar", date(2026, 11, 2)))
    pane = central.page.send
    central.page.take(SendChanges(office_named(central, PALMS)))
    assert "أجوبة المصالح المركزية: \u20661\u2069" in pane.records.text()
    central.page.take(SendChanges(office_named(central, MAARIF)))
    assert "أجوبة المصالح المركزية" not in pane.records.text()


def test_where_the_chosen_precinct_is_revoked_all_are_meant_again(central: Desk) -> None:
    central.page.tabs.setCurrentIndex(STATIONS)
    pane, strip = central.page.send, central.page.stations.strip
    pane.show_plan(office_named(central, MAARIF))
    stations = central.page.stations.table
    place = next(n for n in range(3) if (row := stations.model.row(n)) and row.name.ar == MAARIF)
    stations.select(place)
    central.press(strip.revoke)
    central.press(strip.confirm)
    central.page.tabs.setCurrentIndex(SEND)
    assert pane.receiver.count() == 2
    assert pane.receiver.currentIndex() == 0
    assert "\u20661\u2069" in pane.what.text()


def test_what_was_written_says_which_file_is_for_whom(central: Desk, stick: Stick) -> None:
    pane = central.page.send
    central.send()
    rows = [pane.written.table.model.index(place, 0).data() for place in range(2)]
    files = [pane.written.table.model.index(place, 2).data() for place in range(2)]
    assert sorted(row.split(" ")[0] for row in rows) == sorted([PALMS, MAARIF])
    assert sorted(files) == sorted(isolate_file(path.name) for path in stick.bundles())
    assert pane.written.table.isVisible()
    pane.receiver.setCurrentIndex(1)
    pane.receiver.activated.emit(1)
    assert not pane.written.isVisible()


def test_which_file_is_for_whom_outlives_the_stick(central: Desk, stick: Stick) -> None:
    written = central.page.send.written
    stick.plug()
    central.send()
    assert written.words.text().endswith("يمكن سحب مفتاح USB.")
    stick.pull()
    central.context.changes.plugged.emit()
    assert written.table.isVisible()
    assert "USB" not in written.words.text()
