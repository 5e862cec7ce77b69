"""The wizard over a small window, in the largest letters."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.ui.stage import Stage
from ui import style
from ui.import_wizard.dialog import ImportDialog

ROOM = QSize(1000, 640)  # over a window of 1024 × 700


def test_the_import_of_partners_shows_its_whole_preview_in_the_largest_letters(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    style.set_text_size(125)
    dialog = stage.show("import_columns")
    assert isinstance(dialog, ImportDialog)
    for _turn in range(2):
        dialog.resize(ROOM)
        QApplication.processEvents()
    assert dialog.width() == ROOM.width()
    view = dialog.columns.table.view
    header = view.horizontalHeader()
    assert header.length() <= view.viewport().width()
    assert header.sectionSize(0) >= 136
    style.set_text_size(100)
