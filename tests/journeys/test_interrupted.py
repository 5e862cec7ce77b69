"""Input survives a power cut, and a lock, which leads back to it."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from tests.journeys.conftest import MakeDesk
from tests.journeys.desk import CONTROL, Desk, Key
from tests.ui.drafts.chips import chips_of

SUBJECT = {Language.ARABIC: "لقاء مع تجار السوق", Language.FRENCH: "Rencontre des commerçants"}


def begin_session(desk: Desk, language: Language) -> None:
    desk.press(Key.Key_N, CONTROL)
    desk.reach(desk.meetings.editor.head.subject)
    desk.type(SUBJECT[language])


def continue_draft(desk: Desk) -> None:
    """Press Ctrl+N, then the first of the other drafts, to resume it."""
    desk.press(Key.Key_N, CONTROL)
    editor = desk.meetings.editor
    assert editor.left_drafts.isVisible()
    desk.reach(chips_of(editor.left_drafts)[0])
    desk.press(Key.Key_Space)


def test_a_session_half_typed_is_offered_after_a_power_cut(
    make_desk: MakeDesk, filled_store: Path, tmp_path: Path, language: Language
) -> None:
    before = make_desk()
    before.start(filled_store)
    before.unlock()
    begin_session(before, language)
    before.wait(lambda: bool(before.meetings.editor.header.kept.text()))
    # The disk as after a power cut: nothing was closed, the write-ahead log is not empty.
    left = Path(shutil.copytree(filled_store, tmp_path / "after"))
    before.close()

    after = make_desk()
    after.start(left)
    after.unlock()
    continue_draft(after)
    assert after.meetings.editor.head.subject.text() == SUBJECT[language]


def test_a_lock_keeps_what_is_being_typed(
    desk: Desk, filled_store: Path, language: Language
) -> None:
    desk.start(filled_store)
    desk.unlock()
    begin_session(desk, language)
    desk.press(Key.Key_F6)
    desk.press(Key.Key_Return)  # without a topic
    desk.type("الإنارة")
    desk.press(Key.Key_Home)
    desk.press(Key.Key_L, CONTROL)
    assert desk.program.shell is None
    desk.wait(lambda: not (filled_store / "outreach.open").exists())
    desk.unlock()
    assert _("Unfinished sessions: {number}").partition(":")[0].strip() in desk.said
    editor = desk.meetings.editor
    assert editor.isVisible()
    assert editor.head.subject.text() == SUBJECT[language]
    line = editor.body.table.line
    assert QApplication.focusWidget() is line
    assert (line.text(), line.cursorPosition()) == ("الإنارة", 0)


def test_a_window_that_is_closed_keeps_what_is_being_typed(
    make_desk: MakeDesk, filled_store: Path, language: Language
) -> None:
    before = make_desk()
    before.start(filled_store)
    before.unlock()
    begin_session(before, language)
    before.press(Key.Key_Home)
    before.press(Key.Key_Q, CONTROL)
    before.wait(lambda: not before.window.isVisible())

    after = make_desk()
    after.start(filled_store)
    after.unlock()
    continue_draft(after)
    subject = after.meetings.editor.head.subject
    assert subject.text() == SUBJECT[language]
    assert QApplication.focusWidget() is subject
    assert subject.cursorPosition() == 0
