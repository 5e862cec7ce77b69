"""A list goes out whole, as its filters show it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Heard
from ui.context import AppContext
from ui.table_export import ExportButton
from ui.tables.columns import Column
from ui.tables.rows_model import RowsModel

COLUMNS: tuple[Column[int], ...] = (
    Column(lambda: "الرقم", str),
    Column(lambda: "الاسم", lambda row: f"شريك \u2066{row}\u2069"),
)


@pytest.fixture
def model() -> RowsModel[int]:
    return RowsModel(COLUMNS, lambda ids: {each: each * 10 for each in ids if each != 3})


def button(
    context: AppContext, model: RowsModel[int], path: Path | None, qtbot: QtBot
) -> ExportButton[int]:
    def ask(_parent: QWidget, _name: str) -> Path | None:
        return path

    made: ExportButton[int] = ExportButton(context, lambda: "الشركاء", model, ask)
    qtbot.addWidget(made)
    return made


def test_more_rows_than_a_page_go_out_in_their_order(
    context: AppContext, model: RowsModel[int], heard: Heard, tmp_path: Path, qtbot: QtBot
) -> None:
    model.show_ids(range(450, 0, -1))
    path = tmp_path / "partners.xlsx"
    button(context, model, path, qtbot).click()
    qtbot.waitUntil(lambda: bool(heard.said))
    page = load_workbook(path).active
    assert page is not None
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[0] == ["الرقم", "الاسم"]
    # One record is gone meanwhile.
    assert [row[0] for row in rows[1:]] == [each * 10 for each in range(450, 0, -1) if each != 3]
    assert rows[1][1] == "شريك 4500"
    assert "449" in heard.said[0]


def test_an_empty_list_has_nothing_to_take_out(
    context: AppContext, model: RowsModel[int], qtbot: QtBot
) -> None:
    made = button(context, model, None, qtbot)
    assert not made.isEnabled()
    model.show_ids([1])
    assert made.isEnabled()


def test_a_place_that_refuses_is_told_in_words(
    context: AppContext, model: RowsModel[int], heard: Heard, tmp_path: Path, qtbot: QtBot
) -> None:
    model.show_ids([1])
    made = button(context, model, tmp_path / "missing" / "x.csv", qtbot)
    made.click()
    qtbot.waitUntil(lambda: bool(heard.said))
    assert "x.csv" in heard.said[0]
    assert made.isEnabled()
