"""Partners from CSV: usual headings, encodings, completion of known partners."""

import csv
import json
from pathlib import Path

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Problem, UnreadableFile
from outreach_app.i18n import isolate
from outreach_app.integrity import check_store
from outreach_app.models import Identity, Partner, Person
from outreach_app.progress import Progress
from outreach_app.queries.imports import list_imports
from outreach_app.queries.partners import list_partners
from outreach_app.queries.records import get_record
from outreach_app.search.index import FoundKind, find_names
from outreach_app.services.imports import revert_import
from outreach_app.services.partner_drafts import as_person_draft
from outreach_app.transfer import partners_import
from outreach_app.transfer.csv_file import csv_of
from outreach_app.transfer.foreign_files import read_csv
from outreach_app.transfer.mappings import read_mapping
from outreach_app.transfer.partner_finder import MatchKey
from outreach_app.transfer.partners_file import read_partners
from outreach_app.transfer.partners_import import import_partners
from outreach_app.transfer.reports import ImportReport
from tests import makers

TEXT = "الاسم;Nom;Téléphone;Type\nجمعية النخيل;Association Annakhil;0612345678;as.residents\n"


def bring_in(
    database: Database,
    file: Path,
    mapping: dict[str, str] | None = None,
    match: MatchKey = MatchKey.NAME,
) -> ImportReport:
    entries = read_partners(file, mapping)
    with database.write(Actor.CHIEF) as session:
        return import_partners(session, entries, file.name, Progress(), match)


def bring_in_text(database: Database, folder: Path, text: str) -> ImportReport:
    """Import a table with this text."""
    file = folder / "a.csv"
    file.write_text(text, encoding="utf-8")
    return bring_in(database, file)


def to_complete(report: ImportReport) -> tuple[int, Problem]:
    """Return the line and the problem of the only row that went in without a value."""
    [row] = report.incomplete
    [problem] = row.problems
    return row.line, problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_headings_in_either_language_and_any_unicode_encoding(
    database: Database, tmp_path: Path, encoding: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(TEXT, encoding=encoding)
    assert bring_in(database, file).created == 1
    with database.read() as session:
        row = list_partners(session)[0]
    assert (row.name.ar, row.name.fr, row.phone) == (
        "جمعية النخيل",
        "Association Annakhil",
        "+212612345678",
    )


@pytest.mark.parametrize(
    ("encoding", "heading", "name"),
    [("cp1256", "الاسم", "جمعية النخيل"), ("cp1252", "Nom,Téléphone", "Amicale Été")],
)
def test_the_pages_of_windows_are_recognised(
    database: Database, tmp_path: Path, encoding: str, heading: str, name: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"{heading}\n{name}{',' * heading.count(',')}\n", encoding=encoding)
    bring_in(database, file)
    with database.read() as session:
        row = list_partners(session)[0]
    assert name in (row.name.ar, row.name.fr)


def test_a_mapping_names_any_column(database: Database, tmp_path: Path) -> None:
    file, mapping = tmp_path / "a.csv", tmp_path / "mapping.json"
    file.write_text("X,Y\nجمعية الأمل,pt.media\n", encoding="utf-8")
    mapping.write_text(json.dumps({"X": "name_ar", "Y": "category"}))
    assert bring_in(database, file, read_mapping(mapping)).created == 1
    with database.read() as session:
        assert list_partners(session)[0].category == "pt.media"


def test_a_file_without_a_name_column_and_a_wrong_mapping_are_refused(tmp_path: Path) -> None:
    file, mapping = tmp_path / "a.csv", tmp_path / "mapping.json"
    file.write_text("X,Y\n1,2\n")
    mapping.write_text('{"X": "cin"}')
    with pytest.raises(UnreadableFile):
        read_partners(file, None)
    with pytest.raises(UnreadableFile):
        read_mapping(mapping)


def test_a_known_partner_is_completed_and_nothing_of_it_is_emptied(
    database: Database, tmp_path: Path
) -> None:
    makers.write_partner(database, place="حي النخيل", phone=None)
    file = tmp_path / "a.csv"
    file.write_text("nom;téléphone;siège\nASSOCIATION  ANNAKHIL;0612345678;\n", encoding="utf-8")
    report = bring_in(database, file)
    assert (report.created, report.updated) == (0, 1)
    with database.read() as session:
        row = list_partners(session)[0]
    assert (row.phone, row.place, row.name.ar) == ("+212612345678", "حي النخيل", "جمعية النخيل")
    assert bring_in(database, file).skipped == 1


def test_what_was_typed_of_a_known_partner_is_kept_and_what_the_file_has_instead_is_told(
    database: Database, tmp_path: Path
) -> None:
    makers.write_partner(database, place="Hay Annakhil, rue 14", note="Fermé le lundi", phone=None)
    row = "Association Annakhil;0612345678;hay annakhil;Ouvert le lundi"
    report = bring_in_text(database, tmp_path, f"nom;téléphone;siège;note\n{row}\n")
    with database.read() as session:
        partner = list_partners(session)[0]
        assert (partner.phone, partner.place) == ("+212612345678", "Hay Annakhil, rue 14")
        identity = get_record(session, Partner, partner.uid).identity
        assert identity is not None
        assert identity.note == "Fermé le lundi"
    line, problem = to_complete(report)
    assert (line, problem.field) == (2, "note")
    assert isolate("Fermé le lundi") in problem.message
    assert isolate("Ouvert le lundi") in problem.message


def test_a_row_that_contradicts_one_above_it_is_told_by_the_line_of_that(
    database: Database, tmp_path: Path
) -> None:
    """The register has nothing yet of a partner that the file has twice."""
    rows = "Association Annakhil;Fermé le lundi\nAssociation Annakhil;Ouvert le lundi\n"
    line, problem = to_complete(bring_in_text(database, tmp_path, f"nom;note\n{rows}"))
    assert line == 3
    assert problem.message.startswith(f"في السطر {isolate('2')} من هذا الملف")


def test_a_file_of_several_portions_is_one_import(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its partners may recur in a later portion; it is searchable, sound, and undone as a whole."""
    monkeypatch.setattr(partners_import, "_PORTION", 2)
    makers.write_partner(database, name_fr="Association Annakhil", place=None)
    file = tmp_path / "a.csv"
    names = ("Un", "Deux", "Association Annakhil", "Trois", "Un", "Quatre", "Association Annakhil")
    lines = [f"{name},Rue {place},Ali {place}" for place, name in enumerate(names)]
    file.write_text("\n".join(["nom,siège,contact", *lines]), encoding="utf-8")
    with database.read() as session:
        before = {row.name.fr: row.place for row in list_partners(session)}
    report = bring_in(database, file)
    assert (report.created, report.updated, report.skipped) == (4, 3, 0)
    with database.read() as session:
        assert list_imports(session)[0].counts == {"partner": 5, "person": 7}
        found = find_names(session, "Quatre", kinds=[FoundKind.PARTNER])
        places = {row.name.fr: row.place for row in list_partners(session)}
    assert len(found) == 1
    assert places == {
        "Un": "Rue 0",
        "Deux": "Rue 1",
        "Trois": "Rue 3",
        "Quatre": "Rue 5",
        "Association Annakhil": "Rue 2",
    }
    assert [check.detail for check in check_store(database) if not check.is_sound] == []
    assert report.batch is not None
    with database.write(Actor.CHIEF) as session:
        reverted = revert_import(session, report.batch, Progress())
    with database.read() as session:
        assert {row.name.fr: row.place for row in list_partners(session)} == before
    assert (reverted.removed, reverted.restored, reverted.kept) == (4 + 2 * 7, 1, 0)


def test_a_row_without_a_name_stays_out_and_one_with_a_bad_field_goes_in_without_it(
    database: Database, tmp_path: Path
) -> None:
    text = "nom,téléphone\nA,0612345678\n,0612345679\nB,12\n"
    report = bring_in_text(database, tmp_path, text)
    assert report.created == 2
    assert [(row.line, row.problems[0].code) for row in report.failed] == [(3, "required")]
    line, problem = to_complete(report)
    assert (line, problem.code) == (4, "invalid_phone")
    assert isolate("12") in problem.message


def test_the_first_address_of_a_cell_is_kept_with_the_others_and_half_of_one_is_told(
    database: Database, tmp_path: Path
) -> None:
    text = "nom,email\nA,a@example.ma; c@x.test\nB,amal@gmail\n"
    report = bring_in_text(database, tmp_path, text)
    with database.read() as session:
        identities = session.scalars(select(Identity).order_by(Identity.id)).all()
        assert [(each.email, each.others) for each in identities] == [("a@example.ma", "c@x.test")]
    line, problem = to_complete(report)
    assert (line, problem.code) == (3, "invalid_email")
    assert isolate("amal@gmail") in problem.message


def test_a_name_that_is_too_long_is_not_said_to_be_missing(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"nom,téléphone\n{'A' * 3000},0522000001\n", encoding="utf-8")
    (row,) = bring_in(database, file).failed
    assert [problem.code for problem in row.problems] == ["too_long"]


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1",
     "+212 6 61 A1", "-réunion"],
)  # fmt: skip
def test_what_a_spreadsheet_would_run_is_guarded_and_comes_back(cell: str, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_bytes(csv_of(["a", "b", cell], [{"a": cell, "b": "x", cell: "y"}]))
    with file.open(encoding="utf-8-sig", newline="") as opened:
        heads, cells = csv.reader(opened, delimiter=";")
    assert heads[2] == cells[0] == f"'{cell}"
    file.write_bytes(csv_of(["a", "b"], [{"a": cell, "b": "x"}]))
    [(_line, row)] = read_csv(file)
    assert row["a"] == cell


@pytest.mark.parametrize("cell", ["+212661234567", "+212 6 61-23-45-67", "-3", "(05) 22", "جمعية"])
def test_a_phone_or_a_number_is_left_as_it_is(cell: str, tmp_path: Path) -> None:
    assert csv_of(["a"], [{"a": cell}]).decode("utf-8-sig").splitlines() == ["a", cell]


@pytest.mark.parametrize("at_once", [0, 1])
def test_each_card_of_one_contact_adds_what_it_has(
    database: Database, tmp_path: Path, at_once: int
) -> None:
    lines = (b"TITLE:Tresoriere", b"TEL;TYPE=WORK:0522000010", b"EMAIL;TYPE=WORK:z@salam.example")
    card = (
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zineb Lahlou\r\nORG:Association Solidaire\r\n"
        b"%s\r\nEND:VCARD\r\n"
    )
    file = tmp_path / "contacts.vcf"
    for cards in (lines[:at_once], lines[at_once:]):
        if cards:
            file.write_bytes(b"".join(card % line for line in cards))
            assert not bring_in(database, file).failed
    with database.read() as session:
        [person] = session.scalars(select(Person))
        draft = as_person_draft(person)
    assert (draft.capacity_fr, draft.phone, draft.email) == (
        "Tresoriere",
        "+212522000010",
        "z@salam.example",
    )


def test_a_cell_without_end_is_refused_with_its_row_alone(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "partners.csv"
    rows = [
        ("Association " + "x" * 1_000_000, "as.residents"),
        ("Association Bonne", "as.residents"),
    ]
    file.write_bytes(csv_of(["Nom", "Type"], [{"Nom": name, "Type": kind} for name, kind in rows]))
    report = bring_in(database, file)
    assert (report.created, [failed.line for failed in report.failed]) == (1, [2])
