"""Tables of other programs: separators, sheets, days and numbers."""

import time
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import ScreenLanguage, use
from outreach_app.transfer.foreign_files import sheet_names
from outreach_app.transfer.named_rows import named_rows
from outreach_app.transfer.partners_file import read_partners


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\nNom;Tél\nAmicale;0522000001\n",
        '"sep=;"\nNom;Tél\nAmicale;0522000001\n',
        "Liste des amicales, 2026\n\nNom;Tél\nAmicale;0522000001\n",
        "Nom|Tél\nAmicale|0522000001\n",
        "Nom\tTél\nAmicale\t0522000001\n",
    ],
)
def test_a_table_is_read_whatever_parts_its_cells_and_stands_above(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(text, encoding="utf-8")
    (entry,) = read_partners(file)
    assert (entry.partner.name_fr, entry.partner.phone) == ("Amicale", "0522000001")


def test_several_numbers_in_a_cell_are_the_first_and_the_others(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Nom;Tél\nAmicale;05 22 00 00 01 / 06 61 00 00 02\n", encoding="utf-8")
    (entry,) = read_partners(file)
    assert (entry.partner.phone, entry.partner.others) == ("05 22 00 00 01", "06 61 00 00 02")
    assert entry.to_complete == ()


@pytest.mark.parametrize("language", list(ScreenLanguage))
def test_a_table_without_headings_loses_no_row(tmp_path: Path, language: ScreenLanguage) -> None:
    file = tmp_path / "a.csv"
    file.write_text("سمير;0661000001;s@a.example\nياسر;0661000002;\n", encoding="utf-8")
    use(language)
    entries = [each.partner for each in read_partners(file)]
    assert [(each.name_ar, each.phone, each.email) for each in entries] == [
        ("سمير", "0661000001", "s@a.example"),
        ("ياسر", "0661000002", None),
    ]


def test_of_several_texts_without_headings_a_person_says_which_is_the_name(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Amicale,Port,0522000001\n", encoding="utf-8")
    with pytest.raises(UnreadableFile):
        read_partners(file)
    (entry,) = read_partners(file, {"#1": "name_fr", "#2": "place"})
    assert (entry.partner.name_fr, entry.partner.place) == ("Amicale", "Port")


def write_ods(path: Path, *rows: tuple[str, ...]) -> Path:
    """Write a sheet as LibreOffice does, with a hidden sheet in front."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        '<?xml version="1.0"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        '<office:automatic-styles><style:style style:name="off" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
        "<office:body><office:spreadsheet>"
        '<table:table table:name="Archives" table:style-name="off">'
        "<table:table-row><table:table-cell/></table:table-row></table:table>"
        f'<table:table table:name="Amicales">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
        names = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        packed.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{names}"/>')
    return path


def test_a_sheet_of_libreoffice_is_read(tmp_path: Path) -> None:
    file = write_ods(tmp_path / "a.ods", ("Nom", "Tél"), ("ودادية السلام", "0522000001"))
    assert sheet_names(file) == ["Amicales"]
    (entry,) = read_partners(file, sheet="Amicales")
    assert (entry.partner.name_ar, entry.partner.phone) == ("ودادية السلام", "0522000001")


@pytest.mark.parametrize("name", ["a.ods", "a.xls"])
def test_what_is_no_workbook_is_said_to_be_none(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\3\4 nothing")
    with pytest.raises(UnreadableFile):
        read_partners(tmp_path / name)


def test_a_day_whose_cell_has_no_format_is_a_day(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Nom;Date récépissé\nAmicale;43891\n", encoding="utf-8")
    (entry,) = read_partners(file)
    assert entry.partner.receipt_on == date(2020, 3, 1)


def test_headings_are_named_in_time_that_grows_with_their_number() -> None:
    few, many = (cpu_of_naming(count) for count in (4_000, 32_000))
    assert many < 32 * few  # eight times as many; each compared with each would be 64 times


def cpu_of_naming(count: int) -> float:
    cells = [f"c{number}" for number in range(count)]
    start = time.process_time()
    named_rows([(1, cells), (2, cells)])
    return time.process_time() - start


def test_excels_strict_form_and_styles_that_are_not_there_are_read(tmp_path: Path) -> None:
    book, plain = Workbook(), tmp_path / "plain.xlsx"
    book.worksheets[0].append(["nom", "téléphone"])
    book.worksheets[0].append(["Amicale du Port", 522000014])
    book.save(plain)
    strict = {
        b"//schemas.openxmlformats.org/%s/2006" % part: b"//purl.oclc.org/ooxml/%s" % part
        for part in (b"spreadsheetml", b"officeDocument")
    }
    for name, changes in (("strict", strict), ("unstyled", {b'<c r="B2" ': b'<c r="B2" s="99" '})):
        file = tmp_path / f"{name}.xlsx"
        with ZipFile(plain) as whole, ZipFile(file, "w") as packed:
            for member in whole.namelist():
                content = whole.read(member)
                for former, latter in changes.items():
                    content = content.replace(former, latter)
                packed.writestr(member, content)
        (entry,) = read_partners(file)
        assert (entry.partner.name_fr, entry.partner.phone) == ("Amicale du Port", "522000014")


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ("زنقة 4;المعاريف", "زنقة 4، المعاريف"),
        ("Rue 4, Maârif;maarif", "Rue 4, Maârif"),
        ("Rue 4;Maârif", "Rue 4, Maârif"),
        (";المعاريف", "المعاريف"),
    ],
)
def test_a_quarter_in_a_column_of_its_own_ends_the_address(
    tmp_path: Path, cells: str, place: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"الاسم;العنوان;الحي\nالأمل;{cells}\n", encoding="utf-8")
    (entry,) = read_partners(file)
    assert (entry.partner.place, entry.not_taken) == (place, frozenset())
