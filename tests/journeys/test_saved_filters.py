"""A filter is saved, is there the next day, and its list is exported as shown."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from tests.journeys.conftest import MakeDesk
from tests.journeys.desk import CONTROL, Desk, Key, page_of
from ui.follow_up.page import FollowUpPage
from ui.tables.rows_model import RowsModel, RowT

NAMES = {Language.ARABIC: "انشغالات السكان", Language.FRENCH: "Préoccupations des habitants"}


def open_points(desk: Desk, folder: Path) -> FollowUpPage:
    """Start the program and go to the list of points."""
    desk.start(folder)
    desk.unlock()
    desk.go("follow_up")
    desk.press(Key.Key_Tab, CONTROL)
    return page_of(desk, FollowUpPage)


def cells(model: RowsModel[RowT]) -> list[list[str]]:
    """Return the texts of every row, in order."""
    columns = range(model.columnCount())
    rows = range(model.rowCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in rows]


def open_menu(desk: Desk) -> None:
    """Open the menu of the saved filters by its button."""
    desk.push(_("Saved filters"))
    desk.wait(lambda: QApplication.activePopupWidget() is not None)


def test_a_saved_filter_outlives_the_day_and_its_rows_go_out(
    make_desk: MakeDesk, register: Path, language: Language, tmp_path: Path
) -> None:
    name = NAMES[language]
    desk = make_desk()
    page = open_points(desk, register)
    everything = cells(page.points.table.model)
    desk.reach(page.points.choices["kind"])
    desk.press(Key.Key_Down)
    wanted = cells(page.points.table.model)
    assert 0 < len(wanted) < len(everything)
    open_menu(desk)
    desk.press(Key.Key_Down)  # past the line for no filters
    desk.press(Key.Key_Return)
    desk.type(name)
    desk.press(Key.Key_Return)
    assert name in desk.said
    desk.close()

    desk = make_desk()
    page = open_points(desk, register)
    # The list keeps its last filter; the person clears it, and applies the saved one.
    assert cells(page.points.table.model) == wanted
    desk.reach(page.points.choices["kind"])
    desk.press(Key.Key_Home)
    assert cells(page.points.table.model) == everything
    open_menu(desk)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert cells(page.points.table.model) == wanted

    read = exported(desk, tmp_path / "points.xlsx", language)
    assert [row[:3] for row in read] == [[plain(cell) for cell in row[:3]] for row in wanted]


def exported(desk: Desk, path: Path, language: Language) -> list[list[str]]:
    """Export the list as a workbook in the direction of the language; return its rows."""
    desk.answer_file_dialog(path)
    desk.push(_("Export"))
    desk.wait(path.exists)
    sheet = load_workbook(path).active
    assert sheet is not None
    assert sheet.sheet_view.rightToLeft == language.is_right_to_left
    read = [[str(cell.value) for cell in row] for row in sheet.iter_rows(min_row=2)]
    desk.wait(lambda: str(len(read)) in desk.said)
    return read


def plain(words: str) -> str:
    """Return words without direction marks."""
    return "".join(letter for letter in words if letter not in "\u2066\u2067\u2068\u2069")
