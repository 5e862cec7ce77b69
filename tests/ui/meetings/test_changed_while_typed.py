"""A meeting changed elsewhere during editing: both versions are shown, and one is chosen."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.i18n import gettext as _
from outreach_app.models import Commitment
from outreach_app.services.commitments import keep_commitment
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import MeetingDraft, change_meeting
from tests import makers
from tests.ui.drafts.chips import chips_of
from tests.ui.recorded import type_words
from ui.context import AppContext
from ui.drafts.differences_dialog import DifferencesDialog
from ui.drafts.session_drafts import list_session_drafts
from ui.meetings.page import MeetingsPage
from ui.widgets.status_line import StatusLine

TYPED, ELSEWHERE = "ما كتب هنا", "ما كتب هناك"


@pytest.fixture
def uid(context: AppContext) -> UUID:
    return makers.write_meeting(context.office.database, subject_ar="الموضوع الأول")


@pytest.fixture
def page(context: AppContext, uid: UUID, qtbot: QtBot) -> MeetingsPage:
    """Return the page after a restart, which offers the draft from before the change."""
    first = MeetingsPage(context)
    qtbot.addWidget(first)
    first.editor.begin(uid)
    first.editor.head.subject.clear()
    type_words(first.editor.head.subject, TYPED)
    first.editor.foot.next_on.insert("30/12/2026")
    first.editor._leave()
    with context.office.database.write(Actor.CHIEF) as session:
        draft = draft_of_meeting(session, uid)
        change_meeting(session, uid, replace(draft, subject_ar=ELSEWHERE, headcount=31))
    with context.office.database.write(Actor.CHIEF) as session:
        commitment = session.query(Commitment).one()
        keep_commitment(session, commitment.uid, commitment.version)
    page = MeetingsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.editor.begin(uid)
    chips_of(page.editor.left_drafts)[0].click()
    return page


def dialog_of(page: MeetingsPage) -> DifferencesDialog:
    (dialog,) = page.editor.findChildren(DifferencesDialog)
    assert isinstance(dialog, DifferencesDialog)
    return dialog


def stored(context: AppContext, uid: UUID) -> MeetingDraft:
    return context.read(lambda session: draft_of_meeting(session, uid))


def test_what_differs_is_told_of_the_meeting_and_of_its_promises(page: MeetingsPage) -> None:
    told = [label.text() for label in dialog_of(page).findChildren(QLabel)]
    subject = told.index(_("Subject in Arabic"))
    assert told[subject + 1 : subject + 3] == [TYPED, ELSEWHERE]
    assert [words for words in told if words.startswith(_("Commitment"))]
    assert _("Subject in French") not in told


def test_what_was_typed_is_saved_over_it(
    page: MeetingsPage, context: AppContext, uid: UUID
) -> None:
    dialog_of(page).save_typed.click()
    saved = stored(context, uid)
    assert saved.subject_ar == TYPED
    assert saved.commitments[0].status == "cst.open"
    assert not list_session_drafts(context)


def test_what_is_recorded_is_taken_and_what_was_typed_comes_back_with_undo(
    page: MeetingsPage, context: AppContext, uid: UUID, status_line: StatusLine
) -> None:
    dialog_of(page).take_recorded.click()
    assert page.editor.head.subject.text() == ELSEWHERE
    assert page.editor.foot.next_on.text() == "30/12/2026"
    assert stored(context, uid).headcount == 31
    status_line.undo()
    assert page.editor.head.subject.text() == TYPED
    assert page.editor.save() is None
    assert stored(context, uid).subject_ar == ELSEWHERE


def test_a_promise_kept_meanwhile_is_not_opened_again_unseen(
    page: MeetingsPage, context: AppContext, uid: UUID
) -> None:
    dialog_of(page).reject()
    page.editor.begin(uid)
    page.editor.head.women.setText("5")
    with context.office.database.write(Actor.CHIEF) as session:
        commitment = session.query(Commitment).one()
        commitment.status = "cst.in_progress"
    assert page.editor.save() is None
    assert stored(context, uid).commitments[0].status == "cst.in_progress"
    assert any(dialog.isVisible() for dialog in page.editor.findChildren(DifferencesDialog))
