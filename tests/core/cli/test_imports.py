"""The commands import-partners and revert-import, with each kind of file."""

import json
import os
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.core.cli.running import outreach
from tests.core.transfer import card_samples


def test_cards_go_in_and_the_broken_one_comes_back(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(card_samples.GOOGLE + card_samples.WRONG_PHONE + card_samples.LIBERAL)
    common = ("--store", store, "--json", "--ui-lang", "fr")
    dry = outreach("import-partners", file, "--dry-run", *common).json
    counts = (dry["created"], dry["failed"], dry["to_complete"])
    assert (counts, dry["batch"], dry["failed_rows"]) == ((3, 0, 1), None, None)
    refused = tmp_path / "refused.vcf"
    run = outreach(
        "import-partners", file, "--category", "pt.commerce", "--refused", refused, *common
    )
    report = run.json
    assert (run.code, report["created"], report["updated"], report["skipped"]) == (0, 3, 0, 0)
    assert "date de naissance" in report["not_taken"]
    assert Path(report["failed_rows"]).suffix == ".vcf"
    assert "12" in Path(report["failed_rows"]).read_text(encoding="utf-8")
    rows = outreach("list", "partners", *common).json["rows"]
    assert {row["category"] for row in rows} == {"pt.association", "pt.commerce"}
    undone = outreach("revert-import", report["batch"], *common).json
    assert undone["removed"] == 5  # three partners and two people
    assert outreach("list", "partners", *common).json["count"] == 0


def test_of_very_many_columns_some_are_named_and_all_are_counted(
    store: Path, tmp_path: Path
) -> None:
    """Also where their names look like numbers of identity cards, and are covered."""
    file = tmp_path / "wide.csv"
    file.write_text(f"name_fr,{','.join(f'x{n}' for n in range(12000, 12300))}\nA,{'1,' * 299}1\n")
    run = outreach("import-partners", file, "--dry-run", "--store", store, "--ui-lang", "fr")
    assert "300" in run.said
    assert len(run.said) < 600


def test_a_workbook_goes_in_and_its_refused_rows_are_a_workbook(
    store: Path, tmp_path: Path
) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (["الاسم", "الهاتف"], ["جمعية الأمل", 522000001], ["جمعية النور", "12"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    refused = tmp_path / "refused.xlsx"
    options = ("--refused", refused, "--store", store, "--json")
    report = outreach("import-partners", tmp_path / "a.xlsx", *options).json
    assert (report["created"], report["to_complete"]) == (2, 1)
    sheet = load_workbook(refused).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == ["الاسم", "الهاتف", "الأسباب"]
    assert sheet["A2"].value == "جمعية النور"


def test_the_first_sheet_that_is_shown_goes_in_and_the_others_are_named(
    store: Path, tmp_path: Path
) -> None:
    book = Workbook()
    hidden = book.active
    assert hidden is not None
    hidden.sheet_state = "hidden"
    for page, partner in (
        (hidden, "Amicale cachée"),
        (book.create_sheet("2026"), "Amicale du port"),
        (book.create_sheet("2025"), "Amicale du phare"),
    ):
        page.append(["Nom", "Téléphone"])
        page.append([partner, "0522000001"])
    book.save(tmp_path / "a.xlsx")
    options = ("--store", store, "--json", "--ui-lang", "fr")
    run = outreach("import-partners", tmp_path / "a.xlsx", *options)
    assert "2025" in run.said
    assert "2026" not in run.said
    assert names_of(store) == {"Amicale du port"}
    outreach("import-partners", tmp_path / "a.xlsx", "--sheet", "2025", *options)
    assert names_of(store) == {"Amicale du port", "Amicale du phare"}


def names_of(store: Path) -> set[str]:
    rows = outreach("list", "partners", "--store", store, "--json", "--ui-lang", "fr").json["rows"]
    return {row["name_fr"] for row in rows}


@pytest.mark.parametrize(
    ("name", "language", "words"),
    [("none.csv", "ar", "لا يوجد ملف أو مجلد"), ("none.vcf", "fr", "aucun fichier ou dossier")],
)
def test_the_system_s_reasons_are_in_the_person_s_language(
    store: Path, tmp_path: Path, name: str, language: str, words: str
) -> None:
    run = outreach("import-partners", tmp_path / name, "--store", store, "--ui-lang", language)
    assert run.code == 1
    assert words in run.said
    assert "No such file" not in run.said


def test_matching_by_phone(store: Path, tmp_path: Path) -> None:
    common = ("--store", store, "--json")
    for name in ("Amicale", "Amicale du port"):
        (tmp_path / "a.csv").write_text(f"Nom;Tél\n{name};0522000001\n", encoding="utf-8")
        report = outreach("import-partners", tmp_path / "a.csv", "--match", "phone", *common).json
    assert (report["created"], report["skipped"]) == (0, 1)


def test_refused_rows_stay_nowhere_unless_they_are_asked_for(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "partners.csv"
    number = "AB123456"  # in a note, a heading, and in values that the reasons quote
    file.write_text(
        f"name;category;phone;email;note;CIN {number}\n"
        f"جمعية النور;pt.x {number};12 {number};{number};CIN {number};oui\n",
        encoding="utf-8",
    )
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    run = outreach("import-partners", file, "--store", store, "--json", "--ui-lang", "fr")
    assert (run.code, run.json["to_complete"], run.json["failed_rows"]) == (0, 1, None)
    assert "--refused" in run.said
    written = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert not [path for path in written if number.encode() in path.read_bytes()]
    kept = tmp_path / "refused.csv"
    again = outreach("import-partners", file, "--refused", kept, "--store", store, "--json")
    rows = kept.read_text(encoding="utf-8-sig")
    assert "جمعية النور" in rows
    assert "12 •••" in again.said  # what is wrong with the telephone, without the number
    assert number not in rows + again.said + run.said


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file's name is always text")
def test_a_file_whose_name_is_no_text_is_read_and_noted(store: Path, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"amicales\xff.csv")
    file.write_text("Nom\nAmicale\n", encoding="utf-8")
    common = ("--store", store, "--json")
    report = outreach("import-partners", file, *common).json
    assert (report["created"], report["failed"]) == (1, 0)
    assert outreach("revert-import", report["batch"], *common).json["removed"] == 1
    missing = outreach("import-partners", tmp_path / os.fsdecode(b"none\xff.csv"), *common)
    assert missing.json["error"]["code"] == "unreadable_file"


def test_a_refused_meeting_is_told_by_what_it_calls_itself(store: Path, tmp_path: Path) -> None:
    """In a file of one line, line numbers identify nothing."""
    meetings = [{"uid": f"M-{number}", "status": "?", "kind": "?"} for number in range(2)]
    content = {"format": "outreach-meetings", "version": 1, "meetings": meetings}
    file = tmp_path / "meetings.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    run = outreach("import-meetings", file, "--store", store, "--json")
    assert {row["uid"] for row in run.json["problems"]} == {"M-0", "M-1"}
    assert "M-0" in run.said


def test_refused_rows_that_cannot_be_written_hide_nothing_of_the_import(
    store: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("nom,téléphone\nAmicale,0522000001\n,0522000002\n", encoding="utf-8")
    report = outreach(
        "import-partners",
        file,
        "--refused",
        tmp_path / "gone" / "b.csv",
        "--store",
        store,
        "--json",
    )
    assert (report.json["created"], report.json["failed_rows"]) == (1, None)
    assert report.json["batch"]
    assert "b.csv" in report.said


def test_a_file_of_nothing_but_mistakes_is_told_in_part(store: Path, tmp_path: Path) -> None:
    content = {"format": "outreach-meetings", "version": 1, "meetings": [{}] * 500}
    file = tmp_path / "meetings.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    run = outreach("import-meetings", file, "--store", store, "--json")
    assert len(run.json["problems"]) == 500
    assert len(run.said.splitlines()) < 320


def test_headquarters_takes_in_publications_and_neither_partners_nor_meetings(
    headquarters: Path, tmp_path: Path
) -> None:
    """It is refused before the file is looked for: it meets no partner of its own."""
    common = ("--store", headquarters, "--json")
    for command in ("import-partners", "import-meetings"):
        refused = outreach(command, tmp_path / "none.csv", *common)
        assert (refused.code, refused.json["error"]["code"]) == (1, "precinct_only")
    table = tmp_path / "publications.csv"
    table.write_text("kind;published_on;title\npb.post;2018-03-01;Bonjour\n")
    assert outreach("import-publications", table, *common).json["created"] == 1
