"""Import of publications from tables: valid rows imported, each invalid row with a message."""

from pathlib import Path

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import UnreadableFile
from outreach_app.i18n import Language
from outreach_app.progress import Progress
from outreach_app.queries.publications import list_publications
from outreach_app.services.imports import revert_import
from outreach_app.transfer.publications_file import read_publications
from outreach_app.transfer.publications_import import import_publications
from outreach_app.transfer.reports import ImportReport
from outreach_app.transfer.table_file import Sheet, write_table

FRENCH = """Publications de l'année;;;;
Nature;Date de publication;Heure;Titre;Canaux
Communiqués;05/01/2018;10h30;Sécurité routière;"X (ex-Twitter) ; presse électronique"
Mise au point;06/01/2018;;Démenti;pc.facebook
روبورتاجات;07/01/2018;;كلاب الشرطة;الإذاعة
Tract;08/01/2018;;Inconnu;
Communiqué;32/01/2018;;Jour impossible;
Communiqué;09/01/2018;;;
"""
HEAD = "reference;kind;date;titre;lien"


def bring_in(database: Database, file: Path) -> ImportReport:
    entries = read_publications(file)
    with database.write(Actor.CHIEF) as session:
        return import_publications(session, entries, file.name, Progress())


def write(folder: Path, *lines: str) -> Path:
    file = folder / "publications.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_the_good_rows_go_in_and_each_bad_one_has_its_reason(
    database: Database, tmp_path: Path
) -> None:
    report = bring_in(database, write(tmp_path, FRENCH))
    assert report.created == 3
    assert [(row.line, row.problems[0].field, row.problems[0].code) for row in report.failed] == [
        (6, "kind", "unknown_code"),
        (7, "published_on", "invalid_date"),
        (8, "title_ar", "required"),
    ]
    with database.read() as session:
        rows = list_publications(session)
    assert [(row.kind, row.channels) for row in rows] == [
        ("pb.reportage", ("pc.radio",)),
        ("pb.rectification", ("pc.facebook",)),
        ("pb.communique", ("pc.x", "pc.epress")),
    ]
    assert rows[0].title.ar == "كلاب الشرطة"


def test_a_file_imported_again_brings_nothing_and_twins_in_it_stay_two(
    database: Database, tmp_path: Path
) -> None:
    file = write(tmp_path, "kind;published_on;title", *["pb.post;2018-03-01;Bonjour"] * 2)
    assert bring_in(database, file).created == 2
    again = bring_in(database, file)
    assert (again.created, again.updated, again.skipped, again.batch) == (0, 0, 2, None)


def test_a_known_reference_is_completed_and_never_emptied(
    database: Database, tmp_path: Path
) -> None:
    bring_in(database, write(tmp_path, HEAD, "7;pb.post;01/03/2018;A;a.ma/1"))
    report = bring_in(database, write(tmp_path, HEAD, "7;pb.post;01/03/2018;B;"))
    assert (report.created, report.updated) == (0, 1)
    with database.read() as session:
        (row,) = list_publications(session)
    assert (row.title.fr, row.address) == ("B", "a.ma/1")


def test_a_rectification_does_not_become_a_communique_by_a_file(
    database: Database, tmp_path: Path
) -> None:
    bring_in(database, write(tmp_path, HEAD, "7;تصويب;01/03/2018;A;"))
    report = bring_in(database, write(tmp_path, HEAD, "7;communiqué;01/03/2018;A;"))
    assert [row.problems[0].code for row in report.failed] == ["invalid"]
    with database.read() as session:
        assert [row.kind for row in list_publications(session)] == ["pb.rectification"]


@pytest.mark.parametrize("count", ["8.8K", "-3", "beaucoup", "0"])
def test_a_number_that_is_none_is_refused(database: Database, tmp_path: Path, count: str) -> None:
    report = bring_in(database, write(tmp_path, "kind;date;count", f"pb.post;01/03/2018;{count}"))
    fields = {problem.field for row in report.failed for problem in row.problems}
    assert "count" in fields


def test_a_table_of_another_layout_says_what_lacks(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="التاريخ"):
        read_publications(write(tmp_path, "Nom;Téléphone", "Al Amal;0612345678"))


def test_an_import_is_undone_as_a_whole(database: Database, tmp_path: Path) -> None:
    batch = bring_in(database, write(tmp_path, FRENCH)).batch
    assert batch is not None
    with database.write(Actor.CHIEF) as session:
        assert revert_import(session, batch, Progress()).removed == 3
    with database.read() as session:
        assert list_publications(session) == []


def test_totals_of_a_year_come_in_from_a_workbook(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "totaux.xlsx"
    rows = [
        ("بلاغ", "31/12/2018", "01/01/2018", "2 463"),
        ("بيان حقيقة", "31/12/2018", "01/01/2018", "288"),
        ("روبورتاج", "31/12/2018", "01/01/2018", "1675"),
    ]
    headings = ("النوع", "تاريخ النشر", "منذ", "العدد")
    write_table(file, Sheet("2018", headings, rows, Language.ARABIC))
    assert bring_in(database, file).created == 3
    with database.read() as session:
        assert sum(row.count for row in list_publications(session)) == 4426
