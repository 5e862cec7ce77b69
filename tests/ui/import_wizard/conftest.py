"""The wizard over a real store, with a list of partners to import."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.import_wizard.driving import LIST, Asked, wait_for_work
from ui.context import AppContext
from ui.import_wizard.dialog import ImportDialog
from ui.import_wizard.partner_noun import PARTNERS


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    (tmp_path / "liste.csv").write_text(LIST, encoding="utf-8")
    return Asked(tmp_path)


@pytest.fixture
def dialog(qtbot: QtBot, context: AppContext, asked: Asked) -> Iterator[ImportDialog]:
    dialog = ImportDialog(replace(context, files=asked), PARTNERS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    for table in (dialog.file.table, dialog.columns.table, dialog.check.outcome.table):
        QAbstractItemModelTester(table.model, dialog)
    yield dialog
    wait_for_work(qtbot, dialog)
