"""A form returns the draft it was shown, and shows errors at their fields."""

from dataclasses import dataclass, replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import Language
from outreach_app.rules.text import clean_line
from ui import languages
from ui.forms.choice_editor import ChoiceEditor, from_catalogues
from ui.forms.date_editor import DateEditor
from ui.forms.editors import CheckEditor, LineEditor, TextEditor
from ui.forms.form import Field, Form
from ui.forms.number_editors import IntegerEditor, PhoneEditor, TimeEditor
from ui.widgets.layouts import column_in
from ui.words import no_day_words


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str | None = None
    note: str | None = None
    kind: str | None = "mt.thematic"
    day: date | None = None
    hour: time | None = None
    count: int | None = None
    phone: str | None = None
    is_open: bool = False
    version: str = "7"


ROWS = (
    (Field("name", lambda: "Name", LineEditor, is_required=True),),
    (Field("kind", lambda: "Kind", lambda: ChoiceEditor(from_catalogues("mt"))),),
    (
        Field("day", lambda: "Day", DateEditor, width=120),
        Field("hour", lambda: "Hour", TimeEditor, width=88),
        Field("count", lambda: "People", IntegerEditor, width=96),
    ),
    (Field("phone", lambda: "Phone", PhoneEditor),),
    (Field("note", lambda: "Note", TextEditor, help=lambda: "A few words"),),
    (Field("is_open", lambda: "Open", lambda: CheckEditor(lambda: "Open")),),
)
NAMED = Sheet(name="Annakhil")


def check(sheet: Sheet) -> list[Problem]:
    return [] if sheet.name else [Problem("name", "required", "A name is needed.")]


@pytest.fixture
def form(qtbot: QtBot) -> Form[Sheet]:
    form = Form(ROWS, NAMED, check)
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.mark.parametrize("name", ["name", "day", "count", "note"])
def test_fields_below_stay_where_they_are_when_an_error_comes(qtbot: QtBot, name: str) -> None:
    form, page = Form(ROWS, NAMED, check), QWidget()
    qtbot.addWidget(page)
    column = column_in(page)
    column.addWidget(form)
    column.addStretch(1)
    page.resize(480, 900)
    page.show()
    QApplication.processEvents()
    below = [form.field(each) for each in ("kind", "phone", "is_open")]
    before = [(box.y(), box.height()) for box in below]
    form.field(name).show_problem(no_day_words())
    QApplication.processEvents()
    assert [box.y() for box in below] == [place for place, _height in before]
    form.field(name).show_problem("")
    QApplication.processEvents()
    assert [(box.y(), box.height()) for box in below] == before


LONG = "The name is that of a person: write the name of the organisation that the person speaks for"


def test_a_long_error_is_whole_once_its_field_is_entered_and_covers_nothing(qtbot: QtBot) -> None:
    form, page = Form(ROWS, NAMED, check), QWidget()
    qtbot.addWidget(page)
    column = column_in(page)
    column.addWidget(form)
    column.addStretch(1)
    page.resize(240, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    def whole() -> list[QLabel]:
        found = [label for label in page.findChildren(QLabel) if label.text() == LONG]
        return [
            it for it in found if it.isVisible() and it.height() >= 2 * it.fontMetrics().height()
        ]

    name, kind, phone = (form.field(each) for each in ("name", "kind", "phone"))
    places = [box.pos() for box in (kind, phone)]
    name.focus()
    name.show_problem(LONG)
    qtbot.waitUntil(lambda: len(whole()) == 1)
    qtbot.waitUntil(lambda: kind.y() > whole()[0].geometry().bottom())
    moved = [box.pos() for box in (kind, phone)]
    kind.focus()  # a click on the way to a field still finds it there
    QApplication.processEvents()
    assert [box.pos() for box in (kind, phone)] == moved
    name.show_problem("")
    qtbot.waitUntil(lambda: [box.pos() for box in (kind, phone)] == places)
    name.show_problem(LONG)
    page.resize(900, 900)
    name.focus()
    QApplication.processEvents()
    assert whole() == []  # it has room in its line


def test_two_errors_of_a_row_take_one_line(qtbot: QtBot) -> None:
    form = Form(ROWS, NAMED, check)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    place = form.field("phone").pos()
    for each in ("day", "count"):
        form.field(each).show_problem(f"{each} is wrong")
    QApplication.processEvents()
    assert form.field("phone").pos() == place
    for each in ("day", "count"):
        form.field(each).focus()
        shown = [it.text() for it in form.findChildren(QLabel) if it.isVisible()]
        assert [words for words in shown if "wrong" in words] == [f"{each} is wrong"]


LINES = st.text(max_size=20).map(clean_line).map(lambda line: line or None)


@given(
    name=st.text(min_size=1, max_size=20).map(clean_line).filter(bool),
    note=LINES,
    kind=st.sampled_from(["mt.thematic", "mt.periodic", None]),
    day=st.none() | st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    hour=st.none() | st.times().map(lambda hour: hour.replace(second=0, microsecond=0)),
    count=st.none() | st.integers(0, 10_000),
    phone=st.sampled_from([None, "abc", "+212 6 61 23 45 67"]),
    is_open=st.booleans(),
)
@hypothesis_settings(max_examples=30)
def test_a_draft_survives_being_shown(form: Form[Sheet], **values: object) -> None:
    sheet = replace(NAMED, **values)  # type: ignore[arg-type]  # strategies match the fields
    form.show_draft(sheet)
    assert form.draft() == sheet


def type_in(qtbot: QtBot, form: Form[Sheet], name: str, text: str) -> None:
    editor = form.field(name).editor
    assert isinstance(editor, LineEditor | DateEditor | TimeEditor | IntegerEditor | PhoneEditor)
    editor.selectAll()
    QTest.keyClicks(editor, text)


@pytest.mark.parametrize("typed", ["05012026", "5/1/26", "5-1-2026", "٥/١/٢٠٢٦"])
def test_dates_as_people_type_them(form: Form[Sheet], typed: str) -> None:
    # QTest can only type ASCII.
    day = form.field("day").editor
    assert isinstance(day, DateEditor)
    day.insert(typed)
    assert form.draft().day == date(2026, 1, 5)


def test_hours_as_people_type_them(qtbot: QtBot, form: Form[Sheet]) -> None:
    type_in(qtbot, form, "hour", "930")
    assert form.draft().hour == time(9, 30)


def test_a_number_may_be_typed_with_its_thousands_apart(form: Form[Sheet]) -> None:
    editor = form.field("count").editor
    assert isinstance(editor, IntegerEditor)
    editor.setText("1\u202f200")
    assert editor.value() == 1_200


def test_what_cannot_be_read_is_said_under_the_field(qtbot: QtBot, form: Form[Sheet]) -> None:
    type_in(qtbot, form, "day", "31/02/2026")
    assert form.field("day").problem
    with pytest.raises(InvalidDraft) as caught:
        form.draft()
    assert [problem.field for problem in caught.value.problems] == ["day"]
    type_in(qtbot, form, "day", "28/02/2026")
    assert not form.field("day").problem
    assert form.draft().day == date(2026, 2, 28)


def test_a_field_not_reached_yet_is_not_blamed(qtbot: QtBot, form: Form[Sheet]) -> None:
    form.show_draft(replace(NAMED, name=None))
    type_in(qtbot, form, "count", "4")
    assert not form.field("name").problem
    with pytest.raises(InvalidDraft):
        form.draft()
    assert form.field("name").problem == "A name is needed."


def test_a_problem_moves_nothing_until_the_click_that_leaves_its_field_is_done(
    qtbot: QtBot, form: Form[Sheet]
) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    day, note = form.field("day").editor, form.field("note").editor
    assert isinstance(day, DateEditor)
    assert isinstance(note, TextEditor)
    form.field("day").focus()
    qtbot.waitUntil(day.hasFocus)
    type_in(qtbot, form, "day", "31/02/2026")
    assert not form.field("day").problem
    window = form.windowHandle()
    place = note.mapTo(form, note.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window, left, none, place)
    qtbot.wait(150)
    assert not form.field("day").problem
    QTest.mouseRelease(window, left, none, place)
    assert note.hasFocus()
    qtbot.waitUntil(lambda: bool(form.field("day").problem))
    form.field("day").focus()
    type_in(qtbot, form, "day", "28/02/2026")
    assert not form.field("day").problem  # one that is mended goes at once


def test_showing_a_draft_is_no_edit(qtbot: QtBot, form: Form[Sheet]) -> None:
    with qtbot.assertNotEmitted(form.edited):
        form.show_draft(replace(NAMED, note="words", count=3, is_open=True))
    with qtbot.waitSignal(form.edited):
        type_in(qtbot, form, "name", "x")


def test_a_choice_keeps_its_code_in_the_other_language(qtbot: QtBot, form: Form[Sheet]) -> None:
    choice = form.field("kind").editor
    assert isinstance(choice, ChoiceEditor)
    arabic = choice.currentText()
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: choice.currentText() != arabic)
    assert choice.currentText()[0].isupper()
    assert form.draft().kind == "mt.thematic"


def test_digits_stay_left_to_right_at_the_leading_edge(qtbot: QtBot, form: Form[Sheet]) -> None:
    day = form.field("day").editor
    assert isinstance(day, DateEditor)
    assert not day.isRightToLeft()
    assert day.alignment() & Qt.AlignmentFlag.AlignRight
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: bool(day.alignment() & Qt.AlignmentFlag.AlignLeft))
