"""Documents about a partner or a planned meeting: chosen in a list, or requested elsewhere."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.queries.issues import list_issues
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.services.offices import change_office, draft_of_own_office
from outreach_app.startup import OpenOffice
from tests import makers
from tests.claims import write_claim
from tests.ui.recorded import Recorded
from ui.context import AppContext
from ui.document_words import CHOSEN_KINDS, document_words
from ui.request_commands import request_commands
from ui.requests import (
    ShowDocument,
    ShowProgramme,
)
from ui.summaries.choices import Choices
from ui.summaries.page import SummariesPage


def test_what_is_known_of_a_partner_is_asked_for_from_its_page_and_saved(
    qtbot: QtBot, partner: UUID, page: SummariesPage, recorded: Recorded, tmp_path: Path
) -> None:
    page.take(ShowDocument(DocumentKind.PARTNER_SHEET, partner))
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    assert page.choices.panel is page.choices.partner_sheet
    page.save.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    (row,) = recorded.context.read(list_issues)
    assert (row.number, row.partner) == (f"F-01/{clock.now().year}", partner)


def test_the_sheet_of_a_meeting_to_come_is_chosen_and_printed(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage, recorded: Recorded, tmp_path: Path
) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    makers.write_meeting(office.database, status="planned", held_on=tomorrow)
    makers.write_meeting(office.database)  # a held one is not listed
    page.choices.kinds.setCurrentText("ورقة الحضور")
    assert page.choices.attendance.lines.count() == 1
    page.choices.attendance.lines.setCurrentRow(0)
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    page.print.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == 1


def test_the_sheet_of_a_rumour_is_asked_for_from_its_list_and_numbered(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage, recorded: Recorded, tmp_path: Path
) -> None:
    makers.write_rumour(office.database)  # without a result it has no sheet
    rumour = makers.write_rumour(office.database)
    makers.rectify(office.database, rumour)
    page.take(ShowDocument(DocumentKind.RECTIFICATION, rumour))
    assert page.choices.rectification.lines.count() == 1
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    page.save.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    (row,) = recorded.context.read(list_issues)
    assert row.number == f"M-01/{clock.now().year}"


def test_where_no_meeting_is_planned_it_says_what_to_do(page: SummariesPage) -> None:
    page.take(ShowProgramme(date(2026, 3, 15)))
    page.choices.kinds.setCurrentText("ورقة الحضور")
    assert page.choices.attendance.advice.text().startswith("لم يُبرمج أي لقاء")


def test_the_extract_of_a_person_is_found_by_its_name_and_saved(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage, recorded: Recorded, tmp_path: Path
) -> None:
    partner = makers.write_partner(office.database)
    makers.write_person(office.database, partner, name_ar="خالد الإدريسي")
    asking = makers.write_person(
        office.database, partner, name_ar="سعاد المريني", name_fr="Souad Merini"
    )
    page.choices.kinds.setCurrentText("مستخرج لشخص")
    assert page.choices.extract.advice.text().startswith("لا يوجد أي طلب")
    write_claim(office.database, asking)
    page.choices.extract.words.setText("merini")
    page.choices.extract.words.asked.emit("merini")
    assert page.choices.extract.lines.count() == 1
    page.choices.extract.lines.setCurrentRow(0)
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    page.save.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    (row,) = recorded.context.read(list_issues)
    assert (row.number, row.partner) == (f"E-01/{clock.now().year}", None)


def test_a_reader_is_offered_no_paper_about_a_person(
    qtbot: QtBot, office: OpenOffice, context: AppContext
) -> None:
    context.settings.document = DocumentKind.EXTRACT  # another account left the page on it
    office.database.actor = Actor.READER
    choices = Choices(context)
    qtbot.addWidget(choices)
    assert choices.panel is choices.session
    assert "عبارة مرور" not in choices.handover.about.text()  # of which a reader makes none
    offered = choices.kinds.model()
    closed = [
        place for place in range(offered.rowCount()) if not offered.flags(offered.index(place, 0))
    ]
    assert [CHOSEN_KINDS[place] for place in closed] == [DocumentKind.EXTRACT, DocumentKind.ERASURE]
    led = {command.words() for command in request_commands(context, is_recording=True)}
    assert led & set(map(document_words, CHOSEN_KINDS)) == {
        document_words(kind)
        for kind in CHOSEN_KINDS
        if kind not in {DocumentKind.EXTRACT, DocumentKind.ERASURE}
    }


def test_the_notice_is_shown_at_once_and_printed(
    qtbot: QtBot, page: SummariesPage, recorded: Recorded, tmp_path: Path
) -> None:
    page.choices.kinds.setCurrentText("إعلان حول المعطيات الشخصية")
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    page.print.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == 1


def test_documents_given_out_are_ticked_and_sent_with_a_note(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage, recorded: Recorded, tmp_path: Path
) -> None:
    with office.database.write(Actor.CHIEF) as session:
        draft = draft_of_own_office(session)
        change_office(session, replace(draft, recipient_ar="السيد رئيس المنطقة"))
    meeting = makers.write_meeting(office.database)
    summary = makers.give(office.database, prepare_session_summary(office.database, str(meeting)))
    page.choices.kinds.setCurrentText("ورقة الإرسال")
    (item,) = page.choices.covering.documents.findItems("", Qt.MatchFlag.MatchContains)
    item.setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    page.save.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    numbers = {row.number for row in recorded.context.read(list_issues)}
    assert numbers == {summary.issue.number, f"B-01/{clock.now().year}"}


def test_the_handover_file_is_shown_at_once(qtbot: QtBot, page: SummariesPage) -> None:
    page.choices.kinds.setCurrentText("ملف تسليم المهام")
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    assert page.save.isEnabled()
