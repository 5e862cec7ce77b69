"""The language is switched with a filled editor: every text follows, nothing is lost."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.rules.text import language_of
from outreach_app.services.points import PointDraft
from tests import makers
from tests.ui.meetings.keyboard import Keyboard, active_page
from ui import languages
from ui.context import AppContext
from ui.drafts.session_sheet import PointLine
from ui.meetings.page import MeetingsPage
from ui.meetings.points_model import PointColumn

Key = Qt.Key
TYPED = "Abords"  # in French: typed text must not be confused with text of the screen


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    database = context.office.database
    partner = makers.write_partner(database, name_ar="جمعية الأفق", name_fr="Association Al Ofoq")
    makers.write_meeting(database, attendances=((partner, True),))
    return active_page(context, qtbot)


def fill(page: MeetingsPage) -> None:
    """Fill every band, with a commitment and the banner of a draft."""
    page.new_session()
    page.editor.foot.assessment.setPlainText("Échanges sereins")
    page.editor._leave()
    page.new_session()
    editor = page.editor
    assert not editor.left_drafts.isHidden()
    for line in (editor.head.place, editor.head.subject, editor.foot.next_place):
        line.setText(TYPED)
    editor.head.headcount.setText("14")
    editor.foot.assessment.setPlainText("Échanges sereins")
    editor.foot.next_on.setFocus()
    keyboard = Keyboard(page)
    keyboard.type("17122026")
    editor.head.attendance.setFocus()
    keyboard.type("الأفق")
    keyboard.press(Key.Key_Return)
    said = PointDraft("rumour", "tp.1.5", TYPED, "fr")
    editor.body.points.show_lines([PointLine(said), PointLine(replace(said, topic=""))])
    editor.head.register.begin("Coopérative")
    assert editor.save() is None  # its sentence is shown


def words_of(widget: QWidget) -> list[str]:
    """Return the texts of one widget for eyes and screen readers, without typed text."""
    found = [widget.accessibleName()]
    if isinstance(widget, QLabel | QAbstractButton):
        found.append(widget.text())
    if isinstance(widget, QLineEdit | QTextEdit):
        found.append(widget.placeholderText())
    if isinstance(widget, QComboBox):
        found += [widget.itemText(place) for place in range(widget.count())]
    return found


def words_in(page: MeetingsPage, language: Language) -> set[str]:
    """Return the texts of the editor in a language."""
    shown = [widget for widget in page.editor.findChildren(QWidget) if not widget.isHidden()]
    words = {text for widget in shown for text in words_of(widget)}
    points = page.editor.body.points
    cells = [points.index(row, column) for row in range(points.rowCount()) for column in (1, 2, 4)]
    words |= {str(cell.data() or "") for cell in cells}
    return {text for text in words if language_of(text) is language}


def test_every_word_of_the_editor_follows(page: MeetingsPage, qtbot: QtBot) -> None:
    fill(page)
    sheet = page.editor.typed()
    assert len(words_in(page, Language.ARABIC)) > 40
    languages.switch(Language.FRENCH)
    promise = "تخصيص دورية راجلة"
    qtbot.waitUntil(lambda: not words_in(page, Language.ARABIC) - {promise})
    assert page.editor.typed() == sheet
    languages.switch(Language.ARABIC)
    typed = {TYPED, "Coopérative"}
    qtbot.waitUntil(lambda: not french_left(page, typed))
    assert page.editor.typed() == sheet


def french_left(page: MeetingsPage, typed: set[str]) -> set[str]:
    keys = {"Enter", "Esc", "Alt+D"}
    return {
        text
        for text in words_in(page, Language.FRENCH)
        if text not in keys and "Ctrl" not in text and not any(word in text for word in typed)
    }


def test_a_topic_shown_to_be_changed_is_left_as_easily_in_the_other_language(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    page.new_session()
    points = page.editor.body.points
    points.show_lines([PointLine(PointDraft("rumour", "tp.1.5", TYPED, "fr"))])
    page.editor.body.table.edit_cell(0, PointColumn.TOPIC)
    line = page.editor.body.table.line
    arabic = line.text()
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: line.text() != arabic)
    Keyboard(page).press(Key.Key_Tab)
    assert page.editor.failure.isHidden()
    assert page.editor.body.table.currentIndex().column() == PointColumn.WORDS
    assert points.lines[0].point.topic == "tp.1.5"


def test_what_is_being_typed_in_a_cell_stays(page: MeetingsPage, qtbot: QtBot) -> None:
    page.new_session()
    page.editor.body.table.edit_cell(0, PointColumn.WORDS)
    keyboard = Keyboard(page)
    keyboard.type("عرقلة")
    before = page.editor.body.table.line.placeholderText()
    languages.switch(Language.FRENCH)
    line = page.editor.body.table.line
    qtbot.waitUntil(lambda: line.placeholderText() != before)
    assert line.text() == "عرقلة"
    keyboard.press(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [row.point.text for row in page.editor.body.points.lines] == ["عرقلة"]


def test_a_reason_being_typed_stays(page: MeetingsPage, context: AppContext, qtbot: QtBot) -> None:
    makers.write_meeting(
        context.office.database, status="planned", points=(), commitments=(), referrals=()
    )
    page.refresh()
    page.list.table.select(0)
    page.details.ask_status("postponed")
    before = page.details.reason.accessibleName()
    page.details.reason.setText("سوء الأحوال الجوية")
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: page.details.reason.accessibleName() != before)
    assert page.details.reason.isVisible()
    assert page.details.reason.text() == "سوء الأحوال الجوية"


def test_the_count_under_the_filters_follows(page: MeetingsPage, qtbot: QtBot) -> None:
    before = page.list.filters.count.text()
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: page.list.filters.count.text() != before)


def test_the_details_show_a_point_in_the_language_of_the_reader(
    qtbot: QtBot, page: MeetingsPage, context: AppContext
) -> None:
    said = PointDraft("concern", "tp.1.5", "ضعف الإنارة", "ar", "Éclairage insuffisant")
    makers.write_meeting(
        context.office.database,
        held_on=date(2026, 11, 20),
        points=(said,),
        commitments=(),
        referrals=(),
    )
    page.refresh()
    page.list.table.select(0)
    assert page.list.table.row is not None
    for language, words in (
        (Language.ARABIC, "ضعف الإنارة"),
        (Language.FRENCH, "Éclairage insuffisant"),
    ):
        languages.switch(language)
        qtbot.waitUntil(partial(is_shown, page, words))


def is_shown(page: MeetingsPage, words: str) -> bool:
    labels = page.details.findChildren(QLabel)
    return any(it.text() == words for it in labels if it.isVisibleTo(page.details))


def test_the_details_count_what_each_language_lacks(
    qtbot: QtBot, page: MeetingsPage, context: AppContext
) -> None:
    said = PointDraft("concern", "tp.1.5", "ضعف الإنارة", "ar")
    makers.write_meeting(
        context.office.database,
        held_on=date(2026, 11, 20),
        place_fr="Siège",
        subject_fr="Éclairage",
        points=(said, said),
        commitments=(),
        referrals=(),
    )
    page.refresh()
    page.list.table.select(0)
    # The same words twice count once, as in the summary.
    qtbot.waitUntil(partial(is_shown, page, _("into French: {number}").format(number=isolate("1"))))
