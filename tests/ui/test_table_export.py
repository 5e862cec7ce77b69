"""A list is exported completely, as filtered."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from outreach_app.access_log import Act, count_access
from outreach_app.errors import WriteFailed
from outreach_app.taken_out import note_taken_out
from tests.ui.answers import Answers
from tests.ui.conftest import Heard
from ui.context import AppContext
from ui.table_export import ExportButton
from ui.tables.columns import Column
from ui.tables.columns_dialog import ColumnsDialog
from ui.tables.rows_model import RowsModel

COLUMNS: tuple[Column[int], ...] = (
    Column(lambda: "الرقم", str),
    Column(lambda: "الاسم", lambda row: f"شريك \u2066{row}\u2069"),
)


@pytest.fixture
def model() -> RowsModel[int]:
    return RowsModel(COLUMNS, lambda ids: {each: each * 10 for each in ids if each != 3})


@pytest.fixture
def answers() -> Answers:
    """Return the answers to the file dialog."""
    return Answers()


@pytest.fixture
def button(
    context: AppContext, answers: Answers, model: RowsModel[int], qtbot: QtBot
) -> ExportButton[int]:
    asking = replace(context, files=answers)
    made: ExportButton[int] = ExportButton(asking, lambda: "الشركاء", model)
    for widget in (made, made.progress):
        qtbot.addWidget(widget)
    return made


def written(path: Path) -> list[list[object]]:
    page = load_workbook(path).active
    assert page is not None
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_more_rows_than_a_page_go_out_in_their_order(
    button: ExportButton[int],
    answers: Answers,
    model: RowsModel[int],
    heard: Heard,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    model.show_ids(range(450, 0, -1))
    answers.path = tmp_path / "partners.xlsx"
    button.click()
    qtbot.waitUntil(lambda: bool(heard.said))
    assert answers.proposed == "الشركاء - وثيقة داخلية.xlsx"
    rows = written(tmp_path / "partners.xlsx")
    assert rows[0] == ["الرقم", "الاسم"]
    # One record is deleted meanwhile.
    assert [row[0] for row in rows[1:]] == [each * 10 for each in range(450, 0, -1) if each != 3]
    assert rows[1][1] == "شريك 4500"
    assert "449" in heard.said[0]


def test_an_empty_list_has_nothing_to_take_out(
    button: ExportButton[int], model: RowsModel[int]
) -> None:
    assert not button.isEnabled()
    model.show_ids([1])
    assert button.isEnabled()
    button.click()  # and the person cancels
    assert button.isEnabled()


def test_a_place_that_refuses_is_told_in_words(
    button: ExportButton[int],
    answers: Answers,
    model: RowsModel[int],
    heard: Heard,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    model.show_ids([1])
    answers.path = tmp_path / "missing" / "x.csv"
    button.click()
    assert not button.isEnabled()
    qtbot.waitUntil(lambda: bool(heard.said))
    assert "x.csv" in heard.said[0]
    assert button.isEnabled()


def test_a_file_of_the_register_is_refused_and_logs_nothing(
    button: ExportButton[int],
    context: AppContext,
    answers: Answers,
    model: RowsModel[int],
    store: Path,
    qtbot: QtBot,
) -> None:
    model.show_ids([1])
    answers.path = store / "outreach.db"
    before = context.read(count_access)
    button.click()
    qtbot.waitUntil(button.isEnabled)
    with pytest.raises(WriteFailed):
        note_taken_out(context.office.database, Act.TABLE, to=answers.path)
    assert context.read(count_access) == before


def test_a_long_one_that_is_stopped_writes_nothing(
    button: ExportButton[int],
    answers: Answers,
    model: RowsModel[int],
    heard: Heard,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    model.show_ids([1, *range(4, 100_000)])
    answers.path = tmp_path / "all.xlsx"
    button.click()
    button.progress.stopped.emit()
    qtbot.waitUntil(lambda: bool(heard.said))
    assert heard.said == ["لم يُكتب أي شيء."]
    assert button.isEnabled()
    assert not list(tmp_path.glob("*all*"))


def test_a_person_chooses_the_columns_and_is_asked_again_with_the_same_ones(
    context: AppContext,
    answers: Answers,
    model: RowsModel[int],
    heard: Heard,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    asking = replace(context, files=answers)
    more = (*COLUMNS, Column(lambda: "الهاتف", lambda row: f"05{row}"))
    button = ExportButton(asking, lambda: "الشركاء", model, more)
    qtbot.addWidget(button)
    model.show_ids([7])
    answers.path = tmp_path / "partners.xlsx"
    for _time in range(2):
        button.click()
        dialog = button.findChild(ColumnsDialog)
        assert isinstance(dialog, ColumnsDialog)
        dialog.ticks[1].setChecked(False)
        dialog.export.click()
        qtbot.waitUntil(lambda: bool(heard.said))
        assert written(tmp_path / "partners.xlsx") == [["الرقم", "الهاتف"], [70, "0570"]]
        heard.said.clear()
        qtbot.waitUntil(lambda: button.findChild(ColumnsDialog) is None)
    button.click()
    dialog = button.findChild(ColumnsDialog)
    assert isinstance(dialog, ColumnsDialog)
    assert [tick.isChecked() for tick in dialog.ticks] == [True, False, True]
    dialog.ticks[0].setChecked(False)
    dialog.ticks[2].setChecked(False)
    assert not dialog.export.isEnabled()
