"""The recovery code is printed completely, in reading order."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app import i18n
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from ui import languages
from ui.first_run.recovery import RecoveryStep
from ui.vault.recovery_code import RecoveryCode

CODE = "7H2KQ-M4X9T-0ABCD-EFGHJ-KMNPQ-RSTVW"
KEY = "AGE-SECRET-KEY-1" + "Q" * 58


@pytest.mark.parametrize("language", Language)
def test_the_printed_page_holds_the_code(qtbot: QtBot, tmp_path: Path, language: Language) -> None:
    i18n.use(language)
    file = tmp_path / "code.pdf"

    def to_file(_parent: object) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        return printer

    shown = RecoveryCode(to_file)
    qtbot.addWidget(shown)
    shown.show_code(CODE, "Annakhil", KEY)
    shown.print.click()
    pages = PdfReader(file).pages
    assert len(pages) == 1
    text = "".join(pages[0].extract_text().split())
    assert CODE in text
    assert KEY in text
    assert "Annakhil" in text
    assert shown.printed.text()


def test_a_printer_that_is_not_chosen_says_nothing(qtbot: QtBot) -> None:
    shown = RecoveryCode(lambda _parent: None)
    qtbot.addWidget(shown)
    shown.show_code(CODE, "Annakhil")
    shown.print.click()
    assert not shown.printed.text()


@pytest.mark.parametrize("language", Language)
def test_the_groups_are_numbered_from_the_left_and_the_asked_ones_alone_are_typed(
    qtbot: QtBot, language: Language
) -> None:
    languages.switch(language)
    shown = RecoveryCode(lambda _parent: None)
    qtbot.addWidget(shown)
    shown.show()
    shown.show_code(CODE, "Annakhil")
    shown.ask((1, 4))
    groups = CODE.split("-")
    for boxes in (shown.code, shown.typed):
        lefts = [line.mapTo(shown, line.rect().topLeft()).x() for line in boxes.lines]
        assert lefts == sorted(lefts)
    assert [line.text() for line in shown.code.lines] == groups
    open_boxes = [place for place, line in enumerate(shown.typed.lines) if line.isEnabled()]
    assert open_boxes == [1, 4]
    assert not shown.check()
    assert "2" in shown.problem.text()


def test_what_is_typed_goes_on_in_the_next_box_and_a_whole_code_spreads(qtbot: QtBot) -> None:
    shown = RecoveryCode(lambda _parent: None)
    qtbot.addWidget(shown)
    shown.show()
    shown.show_code(CODE, "Annakhil")
    shown.ask((1, 4))
    QApplication.processEvents()  # the boxes are shown
    first, second = shown.typed.lines[1], shown.typed.lines[4]
    first.setFocus()
    QTest.keyClicks(first, "m4x9t")
    assert shown.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Tab)  # by habit
    assert shown.focusWidget() is second
    assert not shown.check()
    assert shown.problem.text() == _("Group {number} of the code is not typed yet.").format(
        number=isolate("5")
    )
    QTest.keyClicks(second, "kmnpq")
    assert shown.check()
    shown.ask((0, 5))
    QApplication.clipboard().setText(f" {CODE.lower()} ")
    QTest.keyClick(shown.typed.lines[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [shown.typed.lines[place].text() for place in (0, 5)] == ["7H2KQ", "RSTVW"]
    assert shown.check()


def test_the_boxes_stand_where_the_lines_of_the_language_begin(qtbot: QtBot) -> None:
    languages.switch(Language.ARABIC)
    shown = RecoveryCode()
    qtbot.addWidget(shown)
    shown.show_code(CODE, "النخيل")
    shown.resize(900, 400)
    shown.show()
    assert {boxes.geometry().right() for boxes in (shown.code, shown.typed)} == {899}


def test_keys_go_to_the_groups_asked_for_from_the_first_and_after_the_printer(qtbot: QtBot) -> None:
    step = RecoveryStep(lambda _parent: None)
    qtbot.addWidget(step)
    step.show_code(CODE, "Annakhil")
    with qtbot.waitActive(step):
        step.show()
    first = step.typed.lines[step.typed.asked[0]]
    step.begin()
    assert first.hasFocus()
    step.print.setFocus()
    step.print.click()
    assert first.hasFocus()


def test_letters_that_no_code_has_are_read_as_the_digits_they_resemble(qtbot: QtBot) -> None:
    shown = RecoveryCode(lambda _parent: None)
    qtbot.addWidget(shown)
    shown.show_code("7H2KQ-M4X9T-0ABCD-1FGHJ-KMNP1-RSTVW", "Annakhil")
    shown.ask((2, 3, 4))
    for place, typed in ((2, "Oabcd"), (3, "ifghj"), (4, "KMNPL")):
        shown.typed.lines[place].setText(typed)
    assert shown.check()
