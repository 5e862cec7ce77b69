"""Tables of partners: Excel's own cells, people in the same row, match keys."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, UnreadableFile
from outreach_app.queries.details import get_partner_details
from outreach_app.queries.partners import list_partners
from outreach_app.queries.people import list_people
from outreach_app.transfer.foreign_files import read_workbook, sheet_names
from outreach_app.transfer.mappings import (
    discard_mapping,
    guess_mapping,
    list_mappings,
    read_mapping,
    save_mapping,
)
from outreach_app.transfer.partner_finder import MatchKey
from outreach_app.transfer.partners_file import read_partners
from outreach_app.transfer.refused_rows import write_refused
from tests import makers
from tests.core.transfer.test_partners import bring_in, bring_in_text

HEADINGS = ["Nom de l\u2019association", "N° de téléphone", "Date du récépissé", "Nom du président",
            "Qualité", "Tél. président"]  # fmt: skip


def workbook(path: Path, *rows: Sequence[object]) -> Path:
    book = Workbook()
    assert book.active is not None
    book.active.title = "2026"
    for row in rows:
        book.active.append(row)
    book.create_sheet("أخرى").append(["الاسم"])
    book["أخرى"].append(["جمعية أخرى"])
    book.save(path)
    return path


def test_a_workbook_with_a_title_days_and_numbers(database: Database, tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "a.xlsx",
        ["Liste des associations"],
        [],
        HEADINGS,
        ["Association Annakhil", 612345678, date(2019, 5, 6), "Khalid Idrissi", "Président",
         "0661 00 00 01"],
        [None, None, None],
        ["جمعية الأمل", 522000002.0, "6/5/2019", "أمينة", None, None],
    )  # fmt: skip
    report = bring_in(database, file)
    assert (report.created, report.failed, report.ignored) == (2, [], set())
    with database.read() as session:
        first, second = list_partners(session)
        details = get_partner_details(session, first.uid, date(2026, 10, 1))
        people = list_people(session)
    assert (first.name.fr, first.phone) == ("Association Annakhil", "+212612345678")
    assert details.receipt_on == date(2019, 5, 6)
    assert (second.name.ar, second.name.fr, second.phone) == (
        "جمعية الأمل",
        None,
        "+212522000002",
    )
    assert [(row.name.fr, row.capacity.fr, row.phone) for row in people[:1]] == [
        ("Khalid Idrissi", "Président", "+212661000001")
    ]
    assert people[1].name.ar == "أمينة"
    assert all(row.inform_by is not None for row in people)


def test_a_number_that_shows_its_zeros_keeps_them(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", ["Nom", "Tél"], ["A", 612345678])
    book = load_workbook(file)
    book["2026"]["B2"].number_format = "0000000000"
    book.save(file)
    assert read_workbook(file)[0][1]["Tél"] == "0612345678"


def test_another_sheet_is_read_by_its_name(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", ["Nom"], ["A"])
    assert sheet_names(file) == ["2026", "أخرى"]
    assert read_workbook(file, "أخرى") == [(2, {"الاسم": "جمعية أخرى"})]
    with pytest.raises(UnreadableFile):
        read_workbook(file, "2020")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", b"\xd0\xcf\x11\xe0 old or locked"])
def test_what_is_no_workbook_says_so(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(content)
    with pytest.raises(UnreadableFile, match="XLSX"):
        read_workbook(file)


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    with pytest.raises(UnreadableFile, match="vCard"):
        read_partners(tmp_path / name)


def test_no_column_and_no_cell_goes_unseen(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Nom;Couleur;;Nom\nA;bleu;x;Y;z\nB;;;;\n", encoding="utf-8")
    report = bring_in(database, file)
    assert report.created == 2
    assert report.ignored == {"Couleur", "#3", "Nom #4", "#5"}


def test_words_of_the_lists_stand_for_their_codes(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(
        "Nom;Profession;Catégorie\nMe Kabbaj;Avocate;\nجمعية الحي;جمعية حي;\nX;;Médias locaux\n",
        encoding="utf-8",
    )
    bring_in(database, file)
    with database.read() as session:
        rows = [(row.category, row.type) for row in list_partners(session)]
    assert rows == [
        ("pt.liberal", "pr.lawyer"),
        ("pt.association", "as.residents"),
        ("pt.media", None),
    ]


def test_refused_rows_come_back_and_go_in_once_they_are_mended(
    database: Database, tmp_path: Path
) -> None:
    text = "Nom;Tél;Note\nA;+21299;=x\nB;+212612345678;\n"
    report = bring_in_text(database, tmp_path, text)
    assert (report.created, len(report.incomplete)) == (2, 1)
    for name in ("refused.csv", "refused.xlsx"):
        refused = tmp_path / name
        write_refused(refused, report.not_whole)
        assert refused.stat().st_mode & 0o077 == 0
        (entry,) = read_partners(refused)
        assert "+21299" in entry.to_complete[0].message
        assert entry.partner.note == "=x"
        assert entry.not_taken == frozenset()
    mended = (tmp_path / "refused.csv").read_text("utf-8-sig").replace("+21299", "+212522000009")
    (tmp_path / "refused.csv").write_text(mended, encoding="utf-8-sig")
    assert bring_in(database, tmp_path / "refused.csv").updated == 1


def test_matching_by_phone_finds_a_partner_under_another_name(
    database: Database, tmp_path: Path
) -> None:
    makers.write_partner(database, phone="0612345678")
    other = makers.write_partner(database, name_ar=None, name_fr="Amicale", phone=None)
    makers.write_person(database, other, phone="0522000001")
    file = tmp_path / "a.csv"
    file.write_text(
        "Nom;Tél;Adresse\nAnnakhil ONG;06 12 34 56 78;Rue 1\nAmicale du port;0522000001;Rue 2\n"
        "Nouvelle;0522000002;\nAmicale;0522000003;Rue 3\n",
        encoding="utf-8",
    )
    report = bring_in(database, file, match=MatchKey.PHONE)
    assert (report.created, report.updated) == (2, 2)
    with database.read() as session:
        assert [(row.name.fr, row.place) for row in list_partners(session)] == [
            ("Association Annakhil", "Rue 1"),
            ("Amicale", "Rue 2"),
            ("Nouvelle", None),
            ("Amicale", "Rue 3"),
        ]


def test_two_partners_of_one_phone_are_told_apart_by_name_or_refused(
    database: Database, tmp_path: Path
) -> None:
    makers.write_partner(database, name_ar=None, name_fr="Amicale Est")
    makers.write_partner(database, name_ar=None, name_fr="Amicale Ouest")
    file = tmp_path / "a.csv"
    file.write_text(
        "Nom;Tél;Adresse\nAmicale Ouest;0522345678;Rue 1\nAmicale Sud;0522345678;\n", "utf-8"
    )
    report = bring_in(database, file, match=MatchKey.PHONE)
    assert (report.created, report.updated) == (0, 1)
    assert report.failed[0].problems[0].code == "ambiguous_match"


def test_matching_by_receipt(database: Database, tmp_path: Path) -> None:
    makers.write_partner(database, receipt_number="12/2019")
    file = tmp_path / "a.csv"
    file.write_text("Nom;Récépissé;Adresse\nAssoc. Nakhil;12/2019;Rue 1\n", encoding="utf-8")
    assert bring_in(database, file, match=MatchKey.RECEIPT).updated == 1


def test_a_person_is_completed_and_not_doubled(database: Database, tmp_path: Path) -> None:
    body = makers.write_partner(database)
    makers.write_person(database, body, phone=None)
    file = tmp_path / "a.csv"
    file.write_text(
        "Nom;Président;Fonction;Tél président\n"
        "Association Annakhil;Mohamed KHALID IDRISSI;;\n"
        "Association Annakhil;KHALID  IDRISSI;Président;0661000001\n",
        encoding="utf-8",
    )
    assert bring_in(database, file).updated == 2
    with database.read() as session:
        people = [(row.name.fr, row.capacity.fr, row.phone) for row in list_people(session)]
    assert people == [
        ("Khalid Idrissi", "Président", "+212661000001"),
        ("Mohamed KHALID IDRISSI", None, None),
    ]


@pytest.mark.parametrize(
    ("known", "told"),
    [("Khadija Alaoui", "Mme Khadija Alaoui"), ("Mme. Khadija Alaoui", "KHADIJA ALAOUI")],
)
def test_a_title_makes_nobody_a_second_person(
    database: Database, tmp_path: Path, known: str, told: str
) -> None:
    partner = makers.write_partner(database, name_ar=None, name_fr="Amicale")
    makers.write_person(database, partner, name_ar=None, name_fr=known)
    bring_in_text(database, tmp_path, f"nom,contact\nAmicale,{told}\n")
    with database.read() as session:
        assert [row.name.fr for row in list_people(session)] == [known]


def test_contacts_of_nobody_are_those_of_the_partner(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Nom;Président;Tél président\nA;;0661000001\n", encoding="utf-8")
    report = bring_in(database, file)
    assert (report.created, report.ignored) == (1, set())
    with database.read() as session:
        assert [row.phone for row in list_partners(session)] == ["+212661000001"]


def test_headings_are_guessed_once_for_each_field() -> None:
    mapping = guess_mapping(["الاسم", "Nom", "Nom de l'association", "رقم الهاتف", "Couleur"])
    assert mapping == {"الاسم": "name_ar", "Nom": "name_fr", "رقم الهاتف": "phone"}


def test_the_names_of_a_directory_are_known_by_their_letters(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    headings = "ngo_id,latin_name,arabic_name,phone 1,phone 2"
    file.write_text(headings + "\n7,Al Amal,جمعية الأمل,0522987654,0522987655", encoding="utf-8")
    (entry,) = read_partners(file)
    partner = entry.partner
    assert (partner.name_fr, partner.name_ar, partner.phone) == (
        "Al Amal",
        "جمعية الأمل",
        "0522987654",
    )
    assert entry.not_taken == {"ngo_id", "phone 2"}


def test_mappings_are_saved_by_name_and_replaced(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        assert save_mapping(session, " قائمة  العمالة ", {"X": "name_ar"}) == "قائمة العمالة"
        save_mapping(session, "Liste", {"Y": "name_fr"})
        save_mapping(session, "Liste", {"Z": "name_fr"})
        with pytest.raises(InvalidDraft):
            save_mapping(session, " ", {})
        with pytest.raises(InvalidDraft):
            save_mapping(session, "x" * 51, {})
    with database.read() as session:
        assert list_mappings(session) == {
            "Liste": {"Z": "name_fr"},
            "قائمة العمالة": {"X": "name_ar"},
        }
    with database.write(Actor.CHIEF) as session:
        discard_mapping(session, "Liste")
    with database.read() as session:
        assert list(list_mappings(session)) == ["قائمة العمالة"]


@pytest.mark.parametrize(
    "text",
    [
        '{"X": "name_ar", "X": "phone"}',
        '{"X": "name_ar", "Y": "name_ar"}',
        '{"X": ["name_ar"]}',
        "[]",
        "{",
        "[" * 100_000,
    ],
)
def test_a_mapping_that_would_lose_a_column_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mapping.json"
    file.write_text(text)
    with pytest.raises(UnreadableFile):
        read_mapping(file)


def test_a_mapping_file_gives_a_field_to_each_column(tmp_path: Path) -> None:
    file = tmp_path / "mapping.json"
    file.write_text(json.dumps({"X": "person_fr", "Y": "receipt_on"}))
    assert read_mapping(file) == {"X": "person_fr", "Y": "receipt_on"}
