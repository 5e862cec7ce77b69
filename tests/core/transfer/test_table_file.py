"""An exported list opens in Excel with real dates and numbers, in its own direction."""

import csv
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from outreach_app.errors import WriteFailed
from outreach_app.i18n import Language
from outreach_app.transfer.table_file import Sheet, write_table

SHEET = Sheet(
    "اللقاءات: 2026",
    ["الموضوع", "التاريخ", "العدد"],
    [
        ["سلامة \u2066Annakhil\u2069", "\u206605/01/2026\u2069", "\u206612\u2069"],
        ['=HYPERLINK("x")', "—", "007"],
        ["سطر\nثان", "31/02/2026x", "-3"],
    ],
    Language.ARABIC,
)


def test_nothing_of_a_workbook_is_in_a_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A killed program would leave it there, in the clear."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    write_table(tmp_path / "meetings.xlsx", SHEET)
    assert [path.name for path in tmp_path.iterdir()] == ["meetings.xlsx"]


def test_days_and_numbers_are_real_ones_and_the_sheet_runs_from_the_right(tmp_path: Path) -> None:
    path = tmp_path / "meetings.xlsx"
    write_table(path, SHEET)
    page = load_workbook(path).active
    assert page is not None
    assert page.sheet_view.rightToLeft
    rows = [[_shown(cell.value) for cell in row] for row in page.iter_rows()]
    assert rows[0] == ["الموضوع", "التاريخ", "العدد"]
    assert rows[1] == ["سلامة Annakhil", "2026-01-05", 12]
    assert page["B2"].number_format == "dd/mm/yyyy"
    assert rows[2][2] == "007"  # a number with a leading zero is a reference
    assert rows[3] == ["سطر\nثان", "31/02/2026x", -3]
    assert [path.name for path in tmp_path.iterdir()] == ["meetings.xlsx"]


def test_a_formula_is_words_in_both_formats(tmp_path: Path) -> None:
    write_table(tmp_path / "x.xlsx", SHEET)
    page = load_workbook(tmp_path / "x.xlsx").active
    assert page is not None
    assert (page["A3"].data_type, page["A3"].value) == ("s", '=HYPERLINK("x")')
    heads = Sheet("s", ["=1+1"], [["a"]], Language.FRENCH)
    write_table(tmp_path / "heads.xlsx", heads)
    page = load_workbook(tmp_path / "heads.xlsx").active
    assert page is not None
    assert page["A1"].data_type == "s"
    write_table(tmp_path / "x.csv", SHEET)
    assert "'=HYPERLINK" in (tmp_path / "x.csv").read_text(encoding="utf-8-sig")


def test_a_csv_begins_with_the_mark_that_excel_needs_for_arabic(tmp_path: Path) -> None:
    path = tmp_path / "meetings.csv"
    write_table(path, SHEET)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[1] == ["سلامة Annakhil", "05/01/2026", "12"]


def test_a_french_sheet_runs_from_the_left(tmp_path: Path) -> None:
    write_table(tmp_path / "x.xlsx", Sheet("Suivi", ["Date"], [], Language.FRENCH))
    page = load_workbook(tmp_path / "x.xlsx").active
    assert page is not None
    assert not page.sheet_view.rightToLeft


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed) as refused:
        write_table(tmp_path / "missing" / "x.xlsx", SHEET)
    assert refused.value.code == "disk_gone"


def _shown(value: object) -> object:
    return f"{value:%Y-%m-%d}" if isinstance(value, datetime) else value
