"""Exports are read by other programs, if they are installed."""

import csv
import shutil
import subprocess
from contextlib import closing
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook

from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language
from outreach_app.issuing.files import FileFormat, FilesWanted, write_documents
from outreach_app.issuing.hand_outs import prepare_partner_sheet
from outreach_app.progress import Progress
from outreach_app.rules.periods import Period
from outreach_app.transfer.register.writing import write_register
from outreach_app.transfer.vcard_out import write_vcards
from tests import makers

AUTUMN = Period(date(2026, 8, 10), date(2026, 11, 10))
NAMES = ("جمعية أخرى", '=Autre; "x"\u00a0!', "+212 6 61", "سطر أول\nسطر ثان")


@pytest.fixture
def partner(database: Database) -> UUID:
    """Write a partner with text that breaks tables: quotes, formulas, line breaks, both scripts."""
    body = makers.write_partner(
        database, name_ar=NAMES[0], name_fr=NAMES[1], place=NAMES[2], note=NAMES[3]
    )
    makers.write_person(database, body, email="khalid@autre.example")
    makers.write_meeting(database, attendances=((body, True),))
    return body


def program(name: str) -> str:
    """Return the path of a program. Skips the test if it is not installed."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def run(*command: object) -> str:
    done = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout


def written(database: Database, folder: Path) -> list[Path]:
    """Export the whole register, as XLSX and CSV."""
    with database.read() as session:
        return write_register(session, folder, Progress()).files


def words_of(cells: list[list[str]]) -> set[str]:
    """Return every filled cell, without what spreadsheets format differently."""
    return {" ".join(cell.split()) for row in cells for cell in row if cell.strip()}


class _Cells(HTMLParser):
    """Collects the texts between the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def text_of(page: Path) -> str:
    cells = _Cells()
    cells.feed(page.read_text(encoding="utf-8"))
    return " ".join(" ".join(cells.texts).split())


def test_libreoffice_reads_the_workbook_the_tables_and_the_documents(
    database: Database, partner: UUID, tmp_path: Path
) -> None:
    """It converts all of them to HTML pages, whose words are searched."""
    soffice = program("soffice")
    workbook, *tables = written(database, tmp_path / "out")
    partners = next(path for path in tables if path.name == "partners.csv")
    document = prepare_partner_sheet(database, str(partner), AUTUMN)
    wanted = FilesWanted(tmp_path / "out", (Language.ARABIC,), (FileFormat.DOCX,))
    with closing(DocumentWorker()) as worker:
        (letter,) = write_documents(database, [document], wanted, worker, Progress())
    pages = tmp_path / "pages"
    convert = (
        *(soffice, "--headless", f"-env:UserInstallation={(tmp_path / 'user').as_uri()}"),
        *("--convert-to", "html", "--outdir", pages),
    )
    run(*convert, workbook, letter.path)
    # The separator of a French or an Arabic Excel is given explicitly: this one may be English.
    run(*convert, "--infilter=CSV:59,34,76", partners)
    for path in (workbook, partners):
        text = text_of(pages / f"{path.stem}.html")
        for name in NAMES[:3]:
            assert " ".join(name.split()) in text
    assert NAMES[0] in text_of(pages / f"{letter.path.stem}.html")


def test_gnumeric_reads_every_cell_of_the_workbook(
    database: Database, partner: UUID, tmp_path: Path
) -> None:
    ssconvert = program("ssconvert")
    workbook, *_tables = written(database, tmp_path / "out")
    run(ssconvert, "-S", workbook, tmp_path / "sheet_%n.csv")
    for number, sheet in enumerate(load_workbook(workbook).worksheets):
        ours = [["" if cell is None else str(cell) for cell in row] for row in sheet.values]
        with (tmp_path / f"sheet_{number}.csv").open(encoding="utf-8", newline="") as file:
            theirs = list(csv.reader(file))
        assert len(theirs) == len(ours)
        texts = {cell for cell in words_of(ours) if not cell[:4].isdigit()}
        assert texts <= words_of(theirs)


def test_khard_lists_the_cards_by_name_organisation_and_number(
    database: Database, partner: UUID, tmp_path: Path
) -> None:
    khard, book = program("khard"), tmp_path / "book"
    book.mkdir()
    with database.read() as session:
        write_vcards(session, tmp_path / "all.vcf", [partner], Progress())
    cards = (tmp_path / "all.vcf").read_bytes().split(b"BEGIN:VCARD")[1:]
    for number, card in enumerate(cards):  # it reads one card per file
        (book / f"{number}.vcf").write_bytes(b"BEGIN:VCARD" + card)
    settings = tmp_path / "khard.conf"
    settings.write_text(f"[addressbooks]\n[[book]]\npath = {book}\n", encoding="utf-8")
    listed = run(khard, "-c", settings, "list")
    for words in (NAMES[0], "khalid@autre.example", "+212522345678"):
        assert words in listed, listed
