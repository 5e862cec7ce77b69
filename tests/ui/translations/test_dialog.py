"""The texts of a session are translated by keyboard, without loss."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from outreach_app.issuing.translations import list_translations
from outreach_app.services.points import PointDraft
from tests import makers
from tests.ui.conftest import Heard
from tests.ui.meetings.keyboard import Keyboard
from ui.context import AppContext
from ui.meetings.page import MeetingsPage
from ui.translations.dialog import TranslationsDialog
from ui.translations.texts import texts_of_meeting

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
WORDS = ("Abords des écoles", "Au siège", "La ruelle est sombre", "دوريات أكثر مساء", "Une ronde")


@pytest.fixture
def meeting(context: AppContext) -> UUID:
    return makers.write_meeting(context.office.database)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def opened(qtbot: QtBot, context: AppContext, meeting: UUID, window: QWidget) -> TranslationsDialog:
    dialog = TranslationsDialog(context, texts_of_meeting(meeting), window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def recorded(context: AppContext, meeting: UUID) -> list[str | None]:
    rows = context.read(lambda session: list_translations(session, str(meeting)))
    return [row.translation for row in rows]


def test_every_text_is_translated_by_enter_and_one_undo_takes_all_back(
    qtbot: QtBot, context: AppContext, meeting: UUID, window: QWidget, heard: Heard
) -> None:
    dialog = opened(qtbot, context, meeting, window)
    keyboard = Keyboard(dialog)
    for words in WORDS:
        keyboard.type(words)
        keyboard.press(Key.Key_Return)
    assert dialog.save.hasFocus()
    directions = [line.editor.layoutDirection() for line in dialog.lines]
    assert directions.count(Qt.LayoutDirection.RightToLeft) == 1  # what was said in French
    keyboard.press(Key.Key_S, CONTROL)
    assert recorded(context, meeting) == list(WORDS)
    heard.undo()
    assert recorded(context, meeting) == [None] * len(WORDS)


def test_esc_leaves_and_what_was_typed_comes_back(
    qtbot: QtBot, context: AppContext, meeting: UUID, window: QWidget
) -> None:
    dialog = opened(qtbot, context, meeting, window)
    keyboard = Keyboard(dialog)
    keyboard.type("Abords des écoles")
    keyboard.press(Key.Key_Tab)
    keyboard.type("siege")
    keyboard.press(Key.Key_Escape)
    assert not dialog.isVisible()
    assert recorded(context, meeting) == [None] * len(WORDS)

    again = opened(qtbot, context, meeting, window)
    assert [line.text for line in again.lines[:2]] == ["Abords des écoles", "siege"]
    Keyboard(again).press(Key.Key_S, CONTROL)
    assert opened(qtbot, context, meeting, window).lines[0].row.translation == "Abords des écoles"


def test_what_was_translated_before_is_offered_and_filled_in_only_when_taken(
    qtbot: QtBot, context: AppContext, meeting: UUID, window: QWidget
) -> None:
    point = PointDraft("concern", "tp.6.1", "الزّقاق مظلم ليلا", "ar", translation="Ruelle sombre")
    makers.write_meeting(context.office.database, points=(point,), commitments=(), referrals=())
    dialog = opened(qtbot, context, meeting, window)
    line = dialog.lines[2]
    qtbot.waitUntil(lambda: line.offer is not None)
    assert line.text is None
    line.editor.setFocus()
    Keyboard(dialog).press(Key.Key_D, CONTROL)
    assert line.text == "Ruelle sombre"


def test_a_frequent_point_is_offered_only_where_no_fact_differs(
    qtbot: QtBot, context: AppContext, window: QWidget
) -> None:
    said = ("انتشار الكلاب الضالة قرب المدارس", "سرقة الحقائب بالخطف بواسطة دراجات نارية")
    points = tuple(PointDraft("concern", "tp.6.1", words, "ar") for words in said)
    meeting = makers.write_meeting(
        context.office.database, points=points, commitments=(), referrals=()
    )
    dialog = opened(qtbot, context, meeting, window)
    same, close = (line for line in dialog.lines if line.row.words in said)
    qtbot.waitUntil(lambda: same.offer is not None)
    same.editor.setFocus()
    Keyboard(dialog).press(Key.Key_D, CONTROL)
    assert same.text == "Présence de chiens errants près des écoles et des marchés"
    assert close.offer is None
    assert close.similar.isVisible()
    assert "<b><u>الهواتف</u></b>" in close.similar.text()
    close.editor.setFocus()
    Keyboard(dialog).press(Key.Key_D, CONTROL)
    assert close.text is None


def test_what_is_refused_is_said_under_its_field_and_nothing_is_written(
    qtbot: QtBot, context: AppContext, meeting: UUID, window: QWidget
) -> None:
    dialog = opened(qtbot, context, meeting, window)
    dialog.lines[0].editor.setPlainText("Abords des écoles")
    dialog.lines[4].editor.setPlainText("تخصيص دورية راجلة")
    dialog.save.click()
    assert dialog.isVisible()
    assert [bool(line._problem.text()) for line in dialog.lines] == [False] * 4 + [True]
    assert dialog.lines[4].editor.hasFocus()
    assert recorded(context, meeting) == [None] * len(WORDS)


def test_a_session_is_saved_and_translated_from_its_editor(
    qtbot: QtBot, context: AppContext, meeting: UUID
) -> None:
    page = MeetingsPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.show_record(meeting)
    page.list.table.opened.emit(page.list.table.row)
    page.editor.foot.assessment.setPlainText("نقاش هادئ")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    Keyboard(page).press(Key.Key_T, CONTROL)
    dialog = page.findChild(TranslationsDialog)
    assert dialog is not None
    assert dialog.lines[-1].row.words == "نقاش هادئ"
