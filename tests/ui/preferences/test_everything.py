"""The whole register is exported from Settings."""

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from tests import makers
from tests.ui.answers import Answers
from tests.ui.conftest import Heard
from ui.context import AppContext
from ui.preferences.everything import EverythingButton


def test_it_is_written_into_a_folder_of_today_and_the_person_is_warned(
    context: AppContext, heard: Heard, tmp_path: Path, qtbot: QtBot
) -> None:
    makers.write_partner(context.office.database)
    button = EverythingButton(replace(context, files=Answers(tmp_path)))
    qtbot.addWidget(button)
    button.click()
    qtbot.waitUntil(lambda: bool(heard.said))
    (folder,) = tmp_path.glob("outreach-*")
    assert str(folder) in heard.said[0]
    assert "غير مشفرة" in heard.said[0]
    headings, row = load_workbook(folder / "register.xlsx")["partners"].iter_rows(values_only=True)
    told = dict(zip(headings, row, strict=True))
    assert (told["name_fr"], told["phone"]) == ("Association Annakhil", "+212522345678")
