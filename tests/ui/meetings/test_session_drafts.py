"""Every unsaved session keeps its own draft; none replaces another."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests import makers
from tests.ui.conftest import Heard
from tests.ui.drafts.chips import chips_of
from tests.ui.meetings.keyboard import Keyboard, active_page
from tests.ui.recorded import type_words
from ui.context import AppContext
from ui.draft_requests import ContinueDraft
from ui.drafts.session_drafts import draft_words, list_session_drafts
from ui.meetings.page import MeetingsPage
from ui.meetings.session_sheets import read_sheet
from ui.widgets.status_line import StatusLine

Key = Qt.Key
MARKET, SCHOOL = "تنظيم السوق", "محيط المدرسة"


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    return active_page(context, qtbot)


def begin(page: MeetingsPage, subject: str) -> None:
    page.new_session()
    type_words(page.editor.head.subject, subject)


def subjects(context: AppContext) -> set[str]:
    return {row.draft.subject for row in list_session_drafts(context)}


def test_two_sessions_that_were_left_are_two_drafts(
    page: MeetingsPage, context: AppContext
) -> None:
    begin(page, MARKET)
    Keyboard(page).press(Key.Key_Escape)
    begin(page, SCHOOL)
    Keyboard(page).press(Key.Key_Escape)
    assert subjects(context) == {MARKET, SCHOOL}


def test_another_session_begun_over_one_keeps_both(page: MeetingsPage, context: AppContext) -> None:
    begin(page, MARKET)
    begin(page, SCHOOL)
    page.editor.keep_typed()
    assert subjects(context) == {MARKET, SCHOOL}


def test_opening_a_draft_over_typed_text_keeps_both_and_saving_one_the_other(
    page: MeetingsPage, context: AppContext
) -> None:
    begin(page, MARKET)
    begin(page, SCHOOL)
    chips_of(page.editor.left_drafts)[0].click()
    assert page.editor.head.subject.text() == MARKET
    assert subjects(context) == {MARKET, SCHOOL}
    assert page.editor.save() is not None
    assert subjects(context) == {SCHOOL}


def test_a_draft_resumed_first_after_a_start_shows_the_others(
    page: MeetingsPage, context: AppContext, qtbot: QtBot
) -> None:
    begin(page, MARKET)
    begin(page, SCHOOL)
    page.editor.keep_typed()
    school, market = list_session_drafts(context)
    started = active_page(context, qtbot)
    started.take(ContinueDraft(school.key))
    assert [row.key for row in started.editor.left_drafts.rows] == [market.key]


def test_a_draft_left_alone_stays_as_it_was(page: MeetingsPage, context: AppContext) -> None:
    begin(page, MARKET)
    page.editor.keep_typed()
    begin(page, SCHOOL)
    chips_of(page.editor.left_drafts)[0].click()
    Keyboard(page).press(Key.Key_Escape)
    assert subjects(context) == {MARKET, SCHOOL}


def test_a_session_of_which_all_was_taken_out_again_leaves_no_draft(
    page: MeetingsPage, context: AppContext
) -> None:
    begin(page, MARKET)
    page.editor.keep_typed()
    type_words(page.editor.head.subject, "")
    page.editor.head.subject.selectAll()
    Keyboard(page).press(Key.Key_Backspace)
    Keyboard(page).press(Key.Key_Escape)
    assert subjects(context) == set()


def test_leaving_says_that_the_draft_is_kept_and_leads_back(
    page: MeetingsPage, status_line: StatusLine, heard: Heard
) -> None:
    begin(page, MARKET)
    Keyboard(page).press(Key.Key_Escape)
    assert not page.editor.isVisible()
    assert not status_line.go_on_button.isHidden()
    status_line.go_on_button.click()
    (request,) = heard.requests
    assert isinstance(request, ContinueDraft)
    page.take(request)
    assert page.editor.isVisible()
    assert page.editor.head.subject.text() == MARKET


def test_a_draft_is_named_by_its_subject_and_the_hour_it_was_kept(
    page: MeetingsPage, context: AppContext
) -> None:
    begin(page, MARKET)
    page.editor.body.points.insert_words(0, ["الأولى", "الثانية"])
    page.editor.keep_typed()
    (row,) = list_session_drafts(context)
    words = draft_words(row)
    assert MARKET in words.title
    assert "2" in words.end
    begin(page, "")
    type_words(page.editor.head.place, "دار الشباب")
    page.editor.keep_typed()
    assert "دون موضوع" in {draft_words(it).title for it in list_session_drafts(context)}


def test_a_draft_whose_session_is_recorded_already_is_not_recorded_again_unasked(
    page: MeetingsPage, context: AppContext
) -> None:
    recorded = makers.write_meeting(context.office.database)
    same = context.read(lambda session: read_sheet(session, recorded))
    page.new_session()
    page.editor.show_typed(replace(same, uid=None, meeting=None))
    assert page.editor.save() is None
    assert "/2026" in page.editor.failure.words
    assert page.editor.save() is not None


def test_a_session_of_which_nothing_is_told_is_not_recorded_unasked(page: MeetingsPage) -> None:
    page.new_session()
    assert page.editor.save() is None
    assert not page.editor.failure.isHidden()
    assert page.editor.save() is not None
