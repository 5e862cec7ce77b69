"""A pasted or dropped note is reviewed, then is in the session until Undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.i18n import isolate
from tests import makers
from tests.ui.meetings.keyboard import Keyboard, active_page
from ui.context import AppContext
from ui.meetings.page import MeetingsPage
from ui.notes.dialog import NoteDialog
from ui.notes.rows import Group
from ui.widgets.status_line import StatusLine

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOTE = (
    "Date : 14/10/2026 à 10h30\nPrésents : Association Annakhil, 14 personnes\nPoints :\n"
    "- éclairage en panne rue 12\n- M. Tazi demande une patrouille\nEngagements :\n"
    "- l'arrondissement passera avant le 20/10\n"
)


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    makers.write_partner(context.office.database)
    page = active_page(context, qtbot)
    page.new_session()
    return page


def drop(page: MeetingsPage, path: Path) -> None:
    """Drop a file on the editor."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(300, 300), copy, dragged, left, none)
    QApplication.sendEvent(page.editor, over)
    assert over.isAccepted()
    QApplication.sendEvent(page.editor, QDropEvent(QPoint(300, 300), copy, dragged, left, none))


def dialog_of(qtbot: QtBot, page: MeetingsPage) -> NoteDialog:
    qtbot.waitUntil(lambda: bool(page.findChildren(NoteDialog)))
    (dialog,) = page.findChildren(NoteDialog)
    qtbot.waitUntil(dialog.list.hasFocus)
    return dialog


def test_a_pasted_note_fills_the_session_and_one_undo_takes_it_out(
    qtbot: QtBot, page: MeetingsPage, status_line: StatusLine
) -> None:
    keyboard, before = Keyboard(page), page.editor.typed()
    QGuiApplication.clipboard().setText(NOTE)
    keyboard.press(Key.Key_V, CONTROL | SHIFT)
    dialog = dialog_of(qtbot, page)
    rows = dialog.review.rows
    named = next(i for i, row in enumerate(rows) if "Tazi" in row.words)
    assert not rows[named].is_ticked
    dialog.list.show_place(named)
    (lit,) = dialog.view.extraSelections()
    assert lit.cursor.selectedText() == "M. Tazi demande une patrouille"
    keyboard.press(Key.Key_Return)
    dialog.strip.line.setText("L'association demande une patrouille")
    keyboard.press(Key.Key_Return)
    assert dialog.list.hasFocus()
    keyboard.type("&")  # the key of 1 on a French keyboard
    keyboard.press(Key.Key_Return, CONTROL)
    sheet = page.editor.typed()
    assert (sheet.held_on, sheet.starts_at, sheet.headcount) == ("14/10/2026", "10:30", "14")
    assert [line.point.text for line in sheet.lines] == [
        "éclairage en panne rue 12", "L'association demande une patrouille",
    ]  # fmt: skip
    assert len(sheet.partners) == 1
    status_line.undo()
    assert page.editor.typed() == before


def test_another_note_is_pasted_over_the_one_that_is_shown(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    QGuiApplication.clipboard().setText(NOTE)
    Keyboard(page).press(Key.Key_V, CONTROL | SHIFT)
    dialog = dialog_of(qtbot, page)
    left = sum(row.span is not None and not row.is_ticked for row in dialog.review.rows)
    assert isolate(str(left)) in dialog.take.text()
    assert dialog.review.rows[0].is_ticked
    QTest.keyClick(dialog.list, Key.Key_Space)
    assert isolate(str(left + 1)) in dialog.take.text()
    QGuiApplication.clipboard().setText("Points :\n- parking devant l'école\n")
    QTest.keyClick(dialog.list, Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: dialog not in page.findChildren(NoteDialog))
    assert "parking" in dialog_of(qtbot, page).view.toPlainText()


def test_what_is_typed_after_it_is_not_undone_with_it(
    qtbot: QtBot, page: MeetingsPage, status_line: StatusLine
) -> None:
    QGuiApplication.clipboard().setText(NOTE)
    Keyboard(page).press(Key.Key_V, CONTROL | SHIFT)
    dialog_of(qtbot, page).confirm()
    page.editor.foot.assessment.setPlainText("calme")
    status_line.undo()
    assert page.editor.typed().headcount == "14"
    assert page.editor.failure.isVisible()


def test_a_dropped_file_is_read_and_another_says_what_to_do(
    qtbot: QtBot, page: MeetingsPage, tmp_path: Path
) -> None:
    for name, content in (("note.pdf", b"%PDF-1.7"), ("note.txt", NOTE.encode())):
        path = tmp_path / name
        path.write_bytes(content)
        drop(page, path)
        if name == "note.pdf":
            qtbot.waitUntil(page.editor.failure.isVisible)
    assert any(row.group is Group.POINT for row in dialog_of(qtbot, page).review.rows)


def test_nothing_copied_says_what_to_do(page: MeetingsPage) -> None:
    QGuiApplication.clipboard().clear()
    Keyboard(page).press(Key.Key_V, CONTROL | SHIFT)
    assert page.editor.failure.isVisible()
