"""A session is logged by keyboard only, in few keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from outreach_app.models import Commitment, Meeting
from tests import makers
from tests.ui.drafts.chips import chips_of
from tests.ui.meetings.keyboard import Keyboard, active_page
from ui.context import AppContext
from ui.meetings.page import MeetingsPage
from ui.meetings.points_model import PointColumn
from ui.widgets.status_line import StatusLine

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    for name in ("جمعية النخيل", "صيدلية الواحة", "ودادية الياسمين"):
        makers.write_partner(context.office.database, name_ar=name, name_fr=None)
    page = active_page(context, qtbot)
    page.list.table.view.setFocus()
    return page


def log_a_session(keyboard: Keyboard) -> None:
    """Log three known partners, four points, two commitments, one referral."""
    keyboard.press(Key.Key_N, CONTROL)
    keyboard.type("12102026")  # entered later
    keyboard.press(Key.Key_Tab, times=6)
    keyboard.type("تأمين محيط المدرسة")
    keyboard.press(Key.Key_Tab)
    for letters in ("النخ", "صيد", "ياس"):
        keyboard.type(letters)
        keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_F6)
    for topic, words in (("الدور", "غياب الدوريات مساء"), ("الإن", "ثلاثة أعمدة معطلة")):
        keyboard.type(topic)
        keyboard.press(Key.Key_Return)
        keyboard.type(words)
        keyboard.press(Key.Key_Return)
        keyboard.type("التز")
        keyboard.press(Key.Key_Return)
        keyboard.press(Key.Key_Return)
        keyboard.type("10122026")
        keyboard.press(Key.Key_Return)
        keyboard.press(Key.Key_Return)
    keyboard.type("الباعة")
    keyboard.press(Key.Key_Return)
    keyboard.type("عرقلة مدخل السوق")
    keyboard.press(Key.Key_Return)
    keyboard.type("إح")
    keyboard.press(Key.Key_Return)
    keyboard.type("الجماعة")
    keyboard.press(Key.Key_Return)
    keyboard.type("chiens")
    keyboard.press(Key.Key_Return)
    keyboard.type("كلاب قرب المدرسة")
    keyboard.press(Key.Key_S, CONTROL)


def test_a_session_costs_few_keys_beyond_its_text(page: MeetingsPage, context: AppContext) -> None:
    keyboard = Keyboard(page)
    log_a_session(keyboard)
    assert page.editor.failure.isHidden(), page.editor.failure.words
    with context.office.database.read() as session:
        meeting = session.query(Meeting).one()
        assert len(meeting.attendances) == 3
        assert [point.topic for point in meeting.points] == ["tp.8.4", "tp.6.1", "tp.6.3", "tp.1.5"]
        assert [row.due_on for row in meeting.commitments] == [date(2026, 12, 10)] * 2
        sent = [(row.destination, row.sent_on) for row in meeting.referrals]
        assert sent == [("rf.commune", date(2026, 10, 12))]
    assert keyboard.pressed <= 42, keyboard.pressed


def promise(keyboard: Keyboard, topic: str, debtor: str) -> None:
    """Type a point and a commitment, and its debtor by the first letters."""
    keyboard.type(topic)
    keyboard.press(Key.Key_Return)
    keyboard.type("كلام")
    keyboard.press(Key.Key_Tab)
    keyboard.type("التز")
    keyboard.press(Key.Key_Return, times=3)
    keyboard.type(debtor)
    keyboard.press(Key.Key_Return)


def test_who_owes_a_promise_is_named_by_a_few_letters(
    page: MeetingsPage, context: AppContext
) -> None:
    keyboard = Keyboard(page)
    keyboard.press(Key.Key_N, CONTROL)
    keyboard.press(Key.Key_Tab, times=7)
    for letters in ("النخ", "صيد"):
        keyboard.type(letters)
        keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_F6)
    for topic, debtor in (("الإن", "الجما"), ("الباعة", "صيد"), ("chiens", ""), ("السك", "سلطة")):
        promise(keyboard, topic, debtor)
    shown = page.editor.body.points
    column = PointColumn.REACTION
    assert "الجماعة" in str(shown.index(0, column).data())
    assert "صيدلية الواحة" in str(shown.index(1, column).data())
    keyboard.press(Key.Key_S, CONTROL)
    assert page.editor.failure.isHidden(), page.editor.failure.words
    with context.office.database.read() as session:
        rows = session.query(Commitment).order_by(Commitment.position)
        owed = [(row.owner, row.authority, row.partner and row.partner.name_ar) for row in rows]
    assert owed == [
        ("authority", "rf.commune", None),
        ("partner", None, "صيدلية الواحة"),
        ("office", None, None),
        ("authority", "rf.local_authority", None),
    ]


def test_debtor_stays_at_a_bare_enter_when_the_promise_is_typed_again(
    page: MeetingsPage, context: AppContext
) -> None:
    keyboard = Keyboard(page)
    keyboard.press(Key.Key_N, CONTROL)
    keyboard.press(Key.Key_Tab, times=7)
    keyboard.type("صيد")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_F6)
    promise(keyboard, "الإن", "صيد")
    page.editor.body.table.edit_cell(0, PointColumn.REACTION)
    keyboard.type("التزام")
    keyboard.press(Key.Key_Return, times=4)
    (line,) = page.editor.body.points.lines
    (present,) = page.editor.head.attendance.partners
    assert line.commitments[0].partner == present.uid


def test_one_key_notes_who_raised_a_point(page: MeetingsPage, context: AppContext) -> None:
    keyboard = Keyboard(page)
    keyboard.press(Key.Key_N, CONTROL)
    keyboard.press(Key.Key_Tab, times=7)
    for letters in ("النخ", "صيد"):
        keyboard.type(letters)
        keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_F6)
    for topic, presses in (("الإن", 2), ("الباعة", 3), ("chiens", 0)):
        keyboard.type(topic)
        keyboard.press(Key.Key_Return)
        keyboard.type("كلام")
        keyboard.press(Key.Key_B, CONTROL, times=presses)
        keyboard.press(Key.Key_Return, times=2)
    keyboard.press(Key.Key_S, CONTROL)
    assert page.editor.failure.isHidden(), page.editor.failure.words
    with context.office.database.read() as session:
        points = session.query(Meeting).one().points
        raisers = [point.raised_by and point.raised_by.name_ar for point in points]
    assert raisers == ["صيدلية الواحة", None, None]


def test_a_session_typed_is_found_in_the_list_by_three_letters(
    page: MeetingsPage, context: AppContext, qtbot: QtBot
) -> None:
    makers.write_meeting(
        page._context.office.database,
        subject_ar="لقاء التجار",
        points=(),
        commitments=(),
        referrals=(),
    )
    keyboard = Keyboard(page)
    log_a_session(keyboard)
    assert page.list.table.model.rowCount() == 2
    assert page.list.table.row is not None
    assert page.list.table.row.subject.ar == "تأمين محيط المدرسة"
    page.search()
    keyboard.type("تأم")
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 1)
    assert page.list.table.row is not None
    assert page.list.table.row.subject.ar == "تأمين محيط المدرسة"


def test_what_was_typed_before_a_crash_is_offered_and_comes_back(
    page: MeetingsPage, context: AppContext, qtbot: QtBot
) -> None:
    keyboard = Keyboard(page)
    page.new_session()
    page.editor.head.subject.setFocus()
    keyboard.type("لقاء مع التجار")
    keyboard.press(Key.Key_F6)
    keyboard.type("الباعة")
    keyboard.press(Key.Key_Return)
    keyboard.type("عرقلة")
    qtbot.waitUntil(lambda: bool(page.editor.header.kept.text()))

    after = MeetingsPage(context)
    qtbot.addWidget(after)
    after.new_session()
    assert not after.editor.left_drafts.isHidden()
    chips_of(after.editor.left_drafts)[0].click()
    assert after.editor.head.subject.text() == "لقاء مع التجار"
    assert [line.point.text for line in after.editor.body.points.lines] == ["عرقلة"]


def test_a_point_without_a_topic_is_told_and_nothing_is_saved(
    page: MeetingsPage, context: AppContext
) -> None:
    page.new_session()
    page.editor.body.points.insert_words(0, ["الزقاق مظلم"])
    assert page.editor.body.problem_line.isHidden()
    assert page.editor.save() is None
    assert "1" in page.editor.body.problem_line.text()
    with context.office.database.read() as session:
        assert session.query(Meeting).count() == 0


def test_an_unknown_partner_is_registered_in_place(page: MeetingsPage) -> None:
    keyboard = Keyboard(page)
    page.new_session()
    page.editor.head.attendance.setFocus()
    keyboard.type("تعاونية النسيج")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_Return)
    names = [row.name.ar for row in page.editor.head.attendance.partners]
    assert names == ["تعاونية النسيج"]


def test_like_last_time_brings_place_and_partners(page: MeetingsPage, context: AppContext) -> None:
    database = context.office.database
    partner = makers.write_partner(database, name_ar="جمعية الأفق", name_fr=None)
    makers.write_meeting(database, attendances=((partner, True),), place_ar="دار الشباب")
    keyboard = Keyboard(page)
    page.new_session()
    page.editor.head.attendance.setFocus()
    keyboard.type("الأفق")
    keyboard.press(Key.Key_Return)
    page.editor.foot.assessment.setPlainText("نقاش هادئ")
    keyboard.press(Key.Key_D, CONTROL)
    assert page.editor.head.place.text() == "دار الشباب"
    assert page.editor.foot.assessment.toPlainText() == "نقاش هادئ"
    assert len(page.editor.head.attendance.partners) == 1


def test_escape_closes_the_suggestions_before_it_closes_the_editor(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    keyboard = Keyboard(page)
    page.editor._escapes.setInterval(0)
    page.new_session()
    page.editor.head.attendance.setFocus()
    keyboard.type("النخ")
    keyboard.press(Key.Key_Escape)
    assert page.editor.isVisible()
    qtbot.waitUntil(lambda: not page.editor._escapes.isActive())
    keyboard.press(Key.Key_Escape)
    assert not page.editor.isVisible()


def test_control_and_delete_takes_a_point_out_and_undo_brings_it_back(
    page: MeetingsPage, status_line: StatusLine
) -> None:
    points = page.editor.body.points
    page.new_session()
    points.insert_words(0, ["الأول", "الثاني"])
    page.editor.body.table.edit_cell(0, 3)
    Keyboard(page).press(Key.Key_Delete, CONTROL)
    assert [line.point.text for line in points.lines] == ["الثاني"]
    status_line.undo()
    assert [line.point.text for line in points.lines] == ["الأول", "الثاني"]
    page.editor.body.table.edit_cell(0, 3)
    Keyboard(page).press(Key.Key_Delete, CONTROL)
    page.editor.closed.emit()
    page.new_session()
    status_line.undo()  # not into another session
    assert points.lines == ()


def test_a_count_far_above_the_usual_is_saved_once_it_is_confirmed(
    page: MeetingsPage, context: AppContext
) -> None:
    keyboard = Keyboard(page)
    keyboard.press(Key.Key_N, CONTROL)
    page.editor.head.headcount.setFocus()
    keyboard.type("5000")
    keyboard.press(Key.Key_S, CONTROL)
    assert "5000" in page.editor.head.problem_line.text()
    assert page.editor.head.headcount.hasFocus()
    assert headcounts(context) == []
    keyboard.press(Key.Key_Backspace)
    keyboard.type("1")
    keyboard.press(Key.Key_S, CONTROL)
    assert headcounts(context) == [], "another number is asked about again"
    keyboard.press(Key.Key_S, CONTROL)
    assert headcounts(context) == [5001]


def headcounts(context: AppContext) -> list[int | None]:
    with context.office.database.read() as session:
        return [meeting.headcount for meeting in session.query(Meeting)]
