"""Entries are added, reworded and withdrawn, with both languages side by side."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.search_results import search_everything
from outreach_app.vocabulary import catalogue, label
from tests.ui.conftest import Heard
from ui import languages
from ui.context import AppContext
from ui.forms.choice_editor import capitalised
from ui.forms.field_box import FieldBox
from ui.headquarters.catalogue_page import CataloguePage


@pytest.fixture(autouse=True)
def lists_of_the_files() -> Iterator[None]:
    yield
    vocabulary.overlay([], [])


@pytest.fixture
def page(central: AppContext, qtbot: QtBot) -> CataloguePage:
    page = CataloguePage(central)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def fill(page: CataloguePage, **words: str) -> None:
    for name, text in words.items():
        page.strip.form.field(name).editor.set_value(text)


def line_of(page: CataloguePage, name: str) -> QLineEdit:
    return page.strip.form.field(name).findChildren(QLineEdit)[0]


def select(page: CataloguePage, code: str) -> None:
    page.table.select([line.code for line in page._lines].index(code))


def _says(page: CataloguePage, row: int, words: str) -> bool:
    return page.table.model.data(page.table.model.index(row, 0)) == words


def problems(page: CataloguePage) -> list[str]:
    boxes = page.strip.form.findChildren(FieldBox)
    return [box.problem for box in boxes if box.problem]


def test_the_entry_that_is_told_of_is_the_one_marked(page: CataloguePage) -> None:
    (marked,) = page.table.view.selectionModel().selectedRows()
    assert marked.row() == 0


def test_a_new_topic_begins_with_the_next_code_of_its_axis(
    page: CataloguePage, heard: Heard, qtbot: QtBot
) -> None:
    numbers = [int(code.split(".")[2]) for code in catalogue("tp") if code.startswith("tp.6.")]
    select(page, "tp.6.1")
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.strip.confirm.isVisible)  # the button looks pressed for a moment
    code = f"tp.6.{max(numbers) + 1}"
    assert page.strip.form.field("code").editor.value() == code
    fill(page, ar="صيانة الحدائق", fr="entretien des jardins")
    page.strip.confirm.click()
    assert label(code, Language.FRENCH) == "entretien des jardins"
    assert code in [line.code for line in page._lines]
    assert heard.said


def test_a_new_entry_is_saved_by_enter_and_gone_on_from(page: CataloguePage) -> None:
    page.list.set_value("rf")
    page.refresh()
    page.text.setText("الجماعة")
    page.refresh()
    page.add.click()
    fill(page, code="tp.6.90", ar="صيانة الحدائق", fr="entretien des jardins")
    QTest.keyClick(line_of(page, "fr"), Qt.Key.Key_Return)
    assert page.table.row is not None
    assert page.table.row.code == "tp.6.90"
    assert page.strip.line == page.table.row
    assert page.table.view.hasFocus()


def test_esc_gives_up_an_entry_and_the_keyboard_is_on_the_list_again(page: CataloguePage) -> None:
    select(page, "tp.6.1")
    page.strip.word.click()
    fill(page, ar="إنارة الأزقة")
    QTest.keyClick(line_of(page, "ar"), Qt.Key.Key_Escape)
    assert not page.strip.confirm.isVisible()
    assert page.table.view.hasFocus()
    assert page.table.row is not None
    assert page.table.row.ar == label("tp.6.1", Language.ARABIC)


def test_an_entry_that_lists_capitalise_says_that_it_is_typed_without(page: CataloguePage) -> None:
    select(page, "tp.6.1")
    former = page.strip.advice.text()
    page.strip.word.click()
    assert page.strip.advice.text() == _("In French without a capital: the program adds it.")
    page.strip.give_up.click()
    assert page.strip.advice.text() == former


def test_the_language_of_the_screen_comes_first(page: CataloguePage, qtbot: QtBot) -> None:
    select(page, "tp.6.1")
    for language in (Language.ARABIC, Language.FRENCH):
        languages.switch(language)
        first = page.table.model.index(page.table.view.currentIndex().row(), 0)
        words = capitalised(label("tp.6.1", language))
        qtbot.waitUntil(partial(_says, page, first.row(), words))


def test_a_code_that_is_none_and_missing_words_are_told_where_they_are(
    page: CataloguePage,
) -> None:
    page.add.click()
    fill(page, code="x.1", ar="", fr="jardins")
    page.strip.confirm.click()
    assert len(problems(page)) == 2
    assert page.strip.confirm.isVisible()


def test_a_topic_of_the_program_is_worded_anew_and_has_its_words_back(
    page: CataloguePage,
) -> None:
    before = label("tp.6.1", Language.ARABIC)
    select(page, "tp.6.1")
    assert not page.strip.withdraw.isVisible()
    page.strip.word.click()
    assert not page.strip.form.field("code").isEnabled()
    fill(page, ar="إنارة الأزقة")
    page.strip.confirm.click()
    assert label("tp.6.1", Language.ARABIC) == "إنارة الأزقة"
    select(page, "tp.6.1")
    page.strip.word.click()
    fill(page, ar="إنارة الدروب")
    page.strip.confirm.click()
    assert label("tp.6.1", Language.ARABIC) == "إنارة الدروب"
    select(page, "tp.6.1")
    page.strip.withdraw.click()
    assert label("tp.6.1", Language.ARABIC) == before


def test_a_destination_that_was_added_is_withdrawn_and_comes_back(page: CataloguePage) -> None:
    page.list.set_value("rf")
    page.refresh()
    page.add.click()
    fill(page, code="rf.harbour", ar="سلطة الميناء", fr="autorité du port")
    page.strip.confirm.click()
    assert "rf.harbour" in catalogue("rf")
    select(page, "rf.harbour")
    page.strip.withdraw.click()
    assert "rf.harbour" not in catalogue("rf")
    select(page, "rf.harbour")  # it stays in the list, as withdrawn
    assert not page.strip.withdraw.isVisible()
    page.strip.word.click()
    page.strip.confirm.click()
    assert "rf.harbour" in catalogue("rf")


def test_the_list_is_found_by_either_language_or_the_code(page: CataloguePage) -> None:
    for words in ("eclairage", "الإنارة", "tp.6.1"):
        page.text.setText(words)
        page.refresh()
        assert "tp.6.1" in [line.code for line in page._lines]
        assert len(page._lines) < 20


@pytest.mark.usefixtures("meeting")
def test_meetings_are_found_by_the_new_words_of_their_topic(
    central: AppContext, page: CataloguePage, qtbot: QtBot
) -> None:
    def found(word: str) -> bool:
        return central.read(lambda session: bool(search_everything(session, word).rows))

    former = label("tp.6.1", Language.FRENCH)
    assert found(former)
    select(page, "tp.6.1")
    page.strip.word.click()
    fill(page, ar="قناديل", fr="lampadaires")
    page.strip.confirm.click()
    qtbot.waitUntil(lambda: found("lampadaires"))
    assert not found(former)


def test_words_of_a_topic_are_listed_under_its_name(page: CataloguePage) -> None:
    page.list.set_value("lx")
    page.refresh()
    select(page, "lx.1.5")
    assert page.strip.title.text() == capitalised(label("tp.1.5", Language.ARABIC))
    page.strip.word.click()
    fill(page, ar="كلاب ضالة سعار", fr="chiens errants rage")
    page.strip.confirm.click()
    assert catalogue("lx")["lx.1.5"].fr == "chiens errants rage"
