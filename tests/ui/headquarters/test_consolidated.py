"""Headquarters reads the precincts' meetings and points, and replies; it changes nothing."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language, isolate, use
from outreach_app.i18n import gettext as _
from outreach_app.queries.offices import list_office_places
from outreach_app.queries.replies import list_replies
from outreach_app.queries.saved_filters import FilterT
from outreach_app.rules.territory import region_of_city
from outreach_app.services.offices import create_office
from outreach_app.startup import OpenOffice
from outreach_app.vocabulary import label
from tests import makers
from tests.ui.headquarters.conftest import Enrol, Send
from tests.ui.painted_words import find_cut_words
from ui.context import AppContext
from ui.follow_up.page import FollowUpPage
from ui.listings.listing import Listing
from ui.listings.subject import RowT
from ui.meetings.consolidated_page import ConsolidatedPage
from ui.meetings.details_pane import MeetingDetailsPane
from ui.words import apart


@pytest.fixture
def meetings(central: AppContext, meeting: UUID, qtbot: QtBot) -> ConsolidatedPage:
    page = ConsolidatedPage(central)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.list.show_record(meeting)
    return page


def words_of(pane: MeetingDetailsPane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel))


def cells(listing: Listing[RowT, FilterT], title: str) -> list[object]:
    """Return the texts of the column of that title."""
    model = listing.table.model
    (column,) = (n for n, each in enumerate(model.columns) if each.title() == title)
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def open_elsewhere(central: AppContext) -> None:
    """Return a second, empty precinct in Marrakesh."""
    elsewhere = replace(
        makers.office_draft(), name_ar="السلام", name_fr="Assalam",
        city_ar="مراكش", city_fr="Marrakech",
    )  # fmt: skip
    with central.office.database.write() as session:
        create_office(session, elsewhere)


def test_a_meeting_is_read_with_its_precinct_and_not_changed(meetings: ConsolidatedPage) -> None:
    model = meetings.list.table.model
    assert [model.data(model.index(0, column)) for column in (0, 1)] == [
        "تأمين محيط المؤسسات التعليمية", f"النخيل {isolate('(13)')}",
    ]  # fmt: skip
    buttons = [each for each in meetings.findChildren(QPushButton) if each.isVisible()]
    assert len(buttons) == 2  # its history, and the export


@pytest.mark.parametrize("language", list(Language))
def test_a_narrow_window_keeps_the_numbers_that_tell_like_subjects_apart(
    meetings: ConsolidatedPage, language: Language
) -> None:
    use(language)
    meetings.list.table.retranslate()
    meetings.resize(968, 648)
    QApplication.processEvents()
    table = meetings.list.table
    assert not any(map(table.view.isColumnHidden, range(len(table.model.columns))))
    assert not list(find_cut_words(table, {str(table.model.data(table.model.index(0, 1)))}))


def test_a_territory_without_the_precinct_hides_its_meetings(
    meetings: ConsolidatedPage, central: AppContext
) -> None:
    open_elsewhere(central)
    central.changes.happened.emit(frozenset({"office"}))
    assert len(central.read(list_office_places)) == 2
    marrakesh, casablanca = region_of_city("Marrakech"), region_of_city("Casablanca")
    for code, rows in ((marrakesh, 0), (casablanca, 1), (None, 1)):
        meetings.territory.set_value(code)
        meetings.territory.activated.emit(0)
        assert meetings.list.table.model.rowCount() == rows


def test_a_reply_is_written_once_and_shown_on_the_point(
    central: AppContext, meeting: UUID, qtbot: QtBot, meetings: ConsolidatedPage
) -> None:
    page = FollowUpPage(central)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.tabs.setCurrentIndex(1)
    listing = page.points
    listing.table.select(0)
    (reply,) = listing.strip.commands()[:1]
    reply.do()
    listing.strip.form.words.setText("ستُصلح الإنارة هذا الشهر")
    listing.strip.form.confirm.click()
    (row,) = central.read(list_replies)
    assert (row.text, row.meeting) == ("ستُصلح الإنارة هذا الشهر", meeting)
    listing.table.select(0)
    assert listing.beside is not None
    assert "ستُصلح الإنارة هذا الشهر" in listing.beside.words
    replies = listing.choices["headquarters_reply"]
    for code, rows in (
        ("given", [True]), ("none", [False]), ("to_tell", [True]), (None, [True, False])
    ):  # fmt: skip
        replies.set_value(code)
        replies.activated.emit(0)
        assert [bool(cell) for cell in cells(listing, _("Headquarters"))] == rows
    assert "ستُصلح الإنارة هذا الشهر" in words_of(meetings.list.details)


def test_a_practice_whose_name_and_address_are_withheld_is_told_by_its_profession(
    central: AppContext, office: OpenOffice, enrol: Enrol, send: Send, qtbot: QtBot
) -> None:
    practice = makers.write_partner(
        office.database, name_ar="صيدلية الإدريسي", name_fr=None, is_named_after_person=True,
        category="pt.liberal", type="pr.pharmacist", place="Maârif",
    )  # fmt: skip
    makers.write_meeting(office.database, attendances=((practice, True),))
    enrol()
    send()
    pages = ConsolidatedPage(central), FollowUpPage(central)
    for page in pages:
        qtbot.addWidget(page)
    known = label("pr.pharmacist", Language.ARABIC).partition("/")[0]
    details = words_of(pages[0].list.details)
    assert apart(known) in details
    assert "Maârif" not in details
    assert cells(pages[1].commitments, _("Partner")) == [known]


def test_the_lists_of_all_precincts_are_narrowed_to_one(
    central: AppContext, meeting: UUID, qtbot: QtBot
) -> None:
    open_elsewhere(central)
    page = FollowUpPage(central)
    qtbot.addWidget(page)
    marrakesh, casablanca = region_of_city("Marrakech"), region_of_city("Casablanca")
    palms = f"النخيل {isolate('(13)')}"
    for listing, rows in ((page.points, 2), (page.commitments, 1), (page.referrals, 1)):
        territory = listing.choices["territory"]
        territory.set_value(marrakesh)
        listing.refresh()
        assert listing.table.model.rowCount() == 0
        (precinct,) = (
            each for each in range(territory.count()) if "النخيل" in territory.itemText(each)
        )
        for place in (casablanca, territory.itemData(precinct)):
            territory.set_value(place)
            listing.refresh()
            assert listing.table.model.rowCount() == rows
            assert listing.table.model.data(listing.table.model.index(0, 1)) == palms
    page.show()  # the actions of a row are shown when it is selected
    for read_only in (page.commitments, page.referrals):
        page.tabs.setCurrentIndex(page.stack.indexOf(read_only))
        words = [command.words() for command in read_only.strip.commands()]
        assert words == [_("Open the meeting"), _("History")]
