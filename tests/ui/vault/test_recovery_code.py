"""The recovery code reaches paper whole, in the order it is read."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from outreach_app import i18n
from outreach_app.i18n import Language
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
