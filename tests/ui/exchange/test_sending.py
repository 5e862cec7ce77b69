"""What leaves is looked at before, goes to a stick, and is logged with whether names went along."""

from outreach_app.queries.bundles import BundleRow, list_bundle_ids, list_bundles_by_id
from outreach_app.services.points import PointDraft
from tests import makers
from tests.ui.exchange.desk import Desk, Stick
from ui.exchange.page import LOG
from ui.exchange.sticks import StickWatch
from ui.widgets.buttons import FlatButton


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
    precinct.page.begin("send")
    assert "اللقاءات: \u20661\u2069" in pane.records.text()
    assert not pane.named.isVisible()
    stick.plug()
    StickWatch(precinct.context, precinct.page).look()
    precinct.wait_until(lambda: bool(pane.drives))
    (button,) = pane.drives
    assert "STICK" in button.text()
    precinct.press(button)
    precinct.wait_for(pane._mark)
    (file,) = stick.bundles()
    assert file.name in pane.done.text()
    assert [(row.direction, row.has_names) for row in logged(precinct)] == [("out", False)]
    headquarters.receive()
    assert headquarters.statuses() == [("imported", None)]


def test_a_meeting_whose_text_names_a_person_is_shown_and_opened(
    enrolled: tuple[Desk, Desk],
) -> None:
    precinct, _headquarters = enrolled
    database = precinct.context.office.database
    makers.write_person(database, makers.write_partner(database))
    point = PointDraft("concern", "tp.6.1", "اشتكى خالد الإدريسي من الظلام", "ar")
    uid = makers.write_meeting(database, points=(point,), commitments=(), referrals=())
    precinct.page.begin("send")
    named = precinct.page.send.named
    assert named.isVisible()
    (line,) = named.findChildren(FlatButton)
    assert "خالد الإدريسي" in line.accessibleName()
    line.click()
    assert precinct.heard.pages == [("meetings", uid)]


def test_names_go_along_only_by_a_tick_made_for_that_file(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, _headquarters = enrolled
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


def test_an_acknowledgement_is_shown_with_its_number_and_its_moment(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    headquarters.receive()
    stick.empty()
    headquarters.send()
    precinct.receive()
    (station,) = (row for row in headquarters.stations())
    assert f"\u2066{station.upto}\u2069" in precinct.page.send.state.text()
    precinct.send()  # a week without changes is told from one without a file
    headquarters.receive()
    row = headquarters.page.receive.table.model.row(0)
    assert row is not None
    assert row.status == "imported"


def test_a_stick_that_cannot_be_written_is_told(enrolled: tuple[Desk, Desk], stick: Stick) -> None:
    precinct, _headquarters = enrolled
    for path in list(stick.folder.iterdir()):
        path.unlink()
    stick.folder.rmdir()
    stick.folder.write_text("a file stands where the folder should")
    pane = precinct.page.send
    precinct.page.begin("send")
    precinct.press(pane.write)
    precinct.wait_for(pane.failure)
    assert logged(precinct) == []
    assert pane.write.isEnabled()
