"""A report of a problem is read before it is written."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from outreach_app import error_log
from tests.ui.answers import Answers
from ui.context import AppContext
from ui.preferences.about import AboutSection
from ui.preferences.text_dialog import TextDialog


def test_what_is_saved_is_what_was_shown(context: AppContext, tmp_path: Path, qtbot: QtBot) -> None:
    answers = Answers(tmp_path / "report.txt")
    section = AboutSection(replace(context, files=answers))
    qtbot.addWidget(section)
    section.report.click()
    dialog = section.findChild(TextDialog)
    assert isinstance(dialog, TextDialog)
    assert dialog.text.toPlainText().startswith(error_log.about())
    assert str(context.office.folder) not in dialog.text.toPlainText()
    assert not (tmp_path / "report.txt").exists()
    shown = dialog.text.toPlainText()
    dialog.save.click()
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == shown
    assert answers.proposed == "outreach-report.txt"
