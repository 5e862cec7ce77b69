"""Two computers of one office: conflicts are reviewed, and a copied store recovers."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from outreach_app.exchange.importing.folders import import_paths
from outreach_app.progress import Progress
from outreach_app.queries.conflicts import count_conflicts
from outreach_app.queries.details import get_meeting_details
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.stations import list_stations
from outreach_app.startup import OpenOffice
from tests import makers
from tests.core.exchange.helping import enrol_each_other
from tests.ui.exchange.computers import Copy, change, exchange, renew
from tests.ui.exchange.desk import Desk, Stick
from ui.exchange.page import REVIEW, STATIONS
from ui.exchange.refusals import refusal_words
from ui.exchange.words import computer_words
from ui.requests import OpenMeeting

MakeDesk = Callable[[OpenOffice], Desk]
TODAY = date(2026, 11, 24)


def subject_and_place(desk: Desk, uid: UUID) -> tuple[str | None, str | None]:
    row = desk.context.read(lambda session: get_meeting_details(session, uid, TODAY)).row
    return row.subject.ar, row.place.ar


def test_what_both_wrote_is_settled_field_by_field(
    office: OpenOffice, copy: Copy, make_desk: MakeDesk, stick: Stick
) -> None:
    uid = makers.write_meeting(office.database)
    second = copy(office)
    renew(second)
    enrol_each_other(office, second)
    chief, deputy = make_desk(office), make_desk(second)
    change(chief, uid, subject_ar="موضوع الرئيس", place_ar="مكان الرئيس")
    change(deputy, uid, subject_ar="موضوع النائب", place_ar="مكان النائب")
    exchange(deputy, chief, stick)
    page = chief.page
    assert "1" in page.tabs.tabText(REVIEW)
    page.tabs.setCurrentIndex(REVIEW)
    (card,) = page.review.cards
    kept = subject_and_place(chief, uid)
    assert set(card.choices) == {"subject_ar", "place_ar"}
    stands, replaced = card.choices["subject_ar"].buttons()
    # «الذي حل محله» would mean the other one: a chief would keep the wrong value.
    assert (stands.text(), replaced.text()) == ("القيمة الحالية", "القيمة المستبدلة")
    for button in (stands, replaced):
        assert button.accessibleDescription()
    card.choices["subject_ar"].button(1).click()
    chief.press(card.settle)
    assert chief.context.read(count_conflicts) == 0
    assert page.review.nothing.isVisible()
    other = {"موضوع الرئيس": "موضوع النائب", "موضوع النائب": "موضوع الرئيس"}
    assert subject_and_place(chief, uid) == (other[str(kept[0])], kept[1])
    exchange(chief, deputy, stick)
    assert subject_and_place(deputy, uid) == subject_and_place(chief, uid)


def test_two_computers_of_one_name_are_told_apart(
    office: OpenOffice, copy: Copy, make_desk: MakeDesk, headquarters_desk: Desk
) -> None:
    second = copy(office)
    renew(second)
    chief, deputy = make_desk(office), make_desk(second)
    chief.enrol(deputy)
    for precinct in (chief, deputy):
        headquarters_desk.enrol(precinct)

    def computers(desk: Desk) -> list[str]:
        rows = [row for row in desk.context.read(list_stations) if row.role == "precinct"]
        return [computer_words(row) for row in rows]

    assert len(set(computers(chief))) == 2
    assert computers(headquarters_desk) == ["الحاسوب \u20661\u2069", "الحاسوب \u20662\u2069"]


def test_the_meeting_of_a_conflict_is_opened(
    office: OpenOffice, copy: Copy, make_desk: MakeDesk, stick: Stick
) -> None:
    uid = makers.write_meeting(office.database)
    second = copy(office)
    renew(second)
    enrol_each_other(office, second)
    chief, deputy = make_desk(office), make_desk(second)
    change(chief, uid, subject_ar="موضوع الرئيس")
    change(deputy, uid, subject_ar="موضوع النائب")
    exchange(deputy, chief, stick)
    chief.page.review.cards[0].meeting_asked.emit(uid)
    assert chief.heard.requests[-1] == OpenMeeting(uid)


def test_a_refused_copy_goes_on_under_a_new_number(
    enrolled: tuple[Desk, Desk], copy: Copy, make_desk: MakeDesk, stick: Stick
) -> None:
    chief, headquarters = enrolled
    office = chief.context.office
    twin = make_desk(copy(office))
    makers.write_meeting(office.database, reference="first")
    chief.send()
    headquarters.receive()
    stick.empty()
    makers.write_meeting(twin.context.office.database, reference="second")
    twin.send()
    headquarters.receive()
    assert headquarters.statuses() == [("refused", "E_FORK")]
    assert not headquarters.page.receive.renewal.isVisible()  # it is not its own
    stick.empty()
    headquarters.send()
    twin.try_files()
    assert twin.statuses() == [("refused", "E_FORK")]
    own = refusal_words("E_FORK", is_own=True)
    assert twin.page.receive.advice.text() == own != refusal_words("E_FORK")
    twin.press(twin.page.receive.renewal.go_on)
    assert not twin.page.receive.renewal.isVisible()
    stick.empty()
    twin.send()
    headquarters.receive()
    # Its access log is not the one that the first computer reported last.
    assert headquarters.statuses() == [("imported", "W_AUDIT_NEW")]
    references = {row.reference for row in headquarters.context.read(list_meetings)}
    assert references == {"first", "second"}


def test_the_log_of_a_copy_says_that_the_fault_is_its_own(
    enrolled: tuple[Desk, Desk], copy: Copy, make_desk: MakeDesk, stick: Stick
) -> None:
    chief, headquarters = enrolled
    office = chief.context.office
    twin = make_desk(copy(office))
    makers.write_meeting(office.database)
    chief.send()
    headquarters.receive()
    makers.write_meeting(twin.context.office.database)
    stick.empty()
    headquarters.send()
    import_paths(twin.context.office.database, stick.bundles(), Progress())
    twin.page.log.refresh()
    log = twin.page.log
    log.table.select(0)
    assert log.report.text() == refusal_words("E_FORK", is_own=True)


def test_a_copy_that_heard_of_its_refusal_by_telephone_renews_itself(
    precinct_desk: Desk,
) -> None:
    precinct_desk.page.tabs.setCurrentIndex(STATIONS)
    pane = precinct_desk.page.stations
    before = pane.fingerprint.text()
    assert not pane.renewal.isVisible()
    precinct_desk.press(pane.refused)
    precinct_desk.press(pane.renewal.go_on)
    assert pane.fingerprint.text() != before
    assert pane.table.model.rowCount() == 2  # its former number stays listed
