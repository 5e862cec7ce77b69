"""Damaged workbooks, and ones with absurd dimensions, end in a message."""

import random
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from outreach_app.errors import UnreadableFile
from outreach_app.transfer.foreign_files import read_workbook
from tests.core.transfer.hostile_files import workbook as workbook_of


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheets") / "partners.xlsx"
    book = Workbook()
    for number in range(40):
        book.worksheets[0].append([f"جمعية {number}", f"06 12 34 56 {number:02}", number, None])
    book.save(path)
    return path


def damaged(path: Path, source: Path, chance: random.Random) -> Path:
    """Write a copy with flipped bytes, half of them inside a repacked member."""
    data = bytearray(source.read_bytes())
    if chance.random() < 0.5:
        for _time in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        return path
    with ZipFile(source) as whole, ZipFile(path, "w") as packed:
        hit = chance.choice(whole.namelist())
        for name in whole.namelist():
            content = bytearray(whole.read(name))
            if name == hit:
                content[chance.randrange(len(content))] = chance.randrange(256)
            packed.writestr(name, bytes(content))
    return path


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_flipped_bytes_give_rows_or_a_sentence(workbook: Path, tmp_path: Path) -> None:
    endings = set()
    for number in range(150):
        chance = random.Random(f"flipped {number}")  # noqa: S311  repeatable
        file = damaged(tmp_path / "damaged.xlsx", workbook, chance)
        try:
            read_workbook(file)
            endings.add("rows")
        except UnreadableFile:
            endings.add("sentence")
    assert endings == {"rows", "sentence"}


@pytest.mark.parametrize("number", [b"-1", b"2"])
def test_a_cell_with_the_number_of_no_text_gets_no_other_text(
    tmp_path: Path, number: bytes
) -> None:
    path = tmp_path / "numbers.xlsx"
    texts = b"<si><t>name_fr</t></si><si><t>pt.association</t></si>"

    def write(text: bytes) -> None:
        cells = (b'<row><c t="s"><v>%b</v></c></row>' % each for each in (b"0", text))
        path.write_bytes(workbook_of(b"".join(cells), texts))

    write(b"1")
    assert read_workbook(path) == [(2, {"name_fr": "pt.association"})]
    write(number)
    with pytest.raises(UnreadableFile):
        read_workbook(path)


def test_a_format_up_to_the_last_column_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "wide.xlsx"
    book = Workbook()
    for line in range(1, 301):
        book.worksheets[0].cell(line, 1, "جمعية")
        book.worksheets[0].cell(line, 16_384, " ")
    book.save(path)
    rows = read_workbook(path)
    assert (len(rows), rows[0]) == (299, (2, {"جمعية": "جمعية"}))
