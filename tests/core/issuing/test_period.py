"""Issued period reports: numbered, in every format, with figures as real numbers."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import InvalidDraft, NotAllowed
from outreach_app.i18n import Language
from outreach_app.issuing.files import FileFormat, FilesWanted, write_documents
from outreach_app.issuing.period import prepare_period_report, prepare_published_report
from outreach_app.progress import Progress
from outreach_app.queries.meetings import get_meeting
from outreach_app.rules.periods import Period
from outreach_app.summaries.period.author_words import AuthorWords
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.core.documents.editable.reading import text_of

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))


def test_its_figures_go_out_as_a_workbook_of_real_numbers(
    database: Database, tmp_path: Path
) -> None:
    makers.write_meeting(database, headcount=14, women=6, subject_fr="=1+1")
    report = prepare_period_report(database, OCTOBER)
    wanted = FilesWanted(tmp_path, tuple(Language), (FileFormat.XLSX,))
    with closing(DocumentWorker()) as worker:
        files = write_documents(database, [report], wanted, worker, Progress())
    arabic, french = (load_workbook(file.path) for file in files)
    assert all(sheet.sheet_view.rightToLeft for sheet in arabic)
    figures = french["Données globales"]
    assert [[cell.value for cell in row] for row in figures["A2:B4"]] == [
        ["Rencontres", 1],
        ["Participants", 14],
        ["Dont de sexe féminin", 6],
    ]
    (annex,) = (sheet for sheet in french if sheet.title.startswith("Annexe"))
    subject = annex["D2"]
    assert (subject.value, subject.data_type) == ("=1+1", "s")


def test_no_number_of_a_person_is_printed_in_the_words_of_the_author(database: Database) -> None:
    makers.write_meeting(database)
    said = AuthorWords(("Salle.", "Appeler le 06 61 23 45 67."), "BK654321 est venu.")
    with pytest.raises(InvalidDraft) as refused:
        prepare_period_report(database, OCTOBER, said)
    told = {(problem.field, problem.code) for problem in refused.value.problems}
    assert told == {("difficulties.2", "contact_in_text"), ("assessment", "identity_number")}


@pytest.mark.parametrize("words", [None, AuthorWords((), "الحوار منتظم.")])
def test_other_words_of_the_author_are_another_version(
    database: Database, words: AuthorWords | None
) -> None:
    makers.write_meeting(database)
    first = makers.give(database, prepare_period_report(database, OCTOBER))
    again = prepare_period_report(database, OCTOBER, words)
    assert again.issue.number == first.issue.number
    assert again.issue.number.startswith("R-01/")
    assert again.issue.version == (1 if words is None else 2)


def test_a_later_report_names_the_sections_that_it_changes(database: Database) -> None:
    name = str(makers.write_meeting(database, subject_fr="Éclairage", subject_ar="الإنارة"))
    first = makers.give(database, prepare_period_report(database, OCTOBER))
    assert "annule et remplace" not in to_plain_text(first.request(Language.FRENCH).candidates[0])
    with database.write(Actor.CHIEF) as session:
        get_meeting(session, name).subject_fr = "Éclairage public"
    second = makers.give(database, prepare_period_report(database, OCTOBER))
    said = to_plain_text(second.request(Language.FRENCH).candidates[0])
    assert "remplace la version\u00a01, émise le" in said
    assert ", dont elle modifie l’annexe." in said
    words = AuthorWords((), "الحوار منتظم.")
    third = prepare_period_report(database, OCTOBER, words)
    arabic = to_plain_text(third.request(Language.ARABIC).candidates[0])
    assert "وتعوض الصيغة \u20662\u2069 الصادرة يوم" in arabic
    assert "وقد شمل التغيير: الفقرتان \u2066" in arabic


def test_an_annex_of_many_meetings_is_parted_by_months(database: Database, tmp_path: Path) -> None:
    for number in range(42):
        day = date(2026, 9 + number % 2, 1 + number // 2)
        makers.write_meeting(database, held_on=day, points=(), commitments=(), referrals=())
    autumn = Period(date(2026, 9, 1), date(2026, 10, 31))
    report = prepare_period_report(database, autumn)
    wanted = FilesWanted(tmp_path, (Language.FRENCH,), (FileFormat.TXT,))
    with closing(DocumentWorker()) as worker:
        (file,) = write_documents(database, [report], wanted, worker, Progress())
    annex = file.path.read_text(encoding="utf-8").partition("Annexe")[2]
    assert annex.count("Total") == 2
    assert annex.index("Septembre\u00a02026") < annex.index("Octobre\u00a02026")


def test_a_published_report_names_nobody_in_any_format(database: Database, tmp_path: Path) -> None:
    partner = makers.write_partner(database, name_fr="Amicale Zitouna", name_ar="ودادية الزيتونة")
    makers.write_person(database, partner, name_fr="Hamid Bennani", name_ar="حميد بناني")
    for day in range(1, 8):
        makers.write_meeting(
            database,
            held_on=date(2026, 8, day),
            headcount=9,
            subject_fr="Impasse Zerktouni",
            attendances=((partner, True),),
        )
    report = prepare_published_report(database, SUMMER)
    wanted = FilesWanted(tmp_path, tuple(Language), tuple(FileFormat))
    with closing(DocumentWorker()) as worker:
        files = write_documents(database, [report], wanted, worker, Progress())
    assert {file.path.suffix for file in files} == {f".{each}" for each in FileFormat}
    for file in files:
        said = _text_of(file.path)
        assert "63" in said, file.path  # the participants of all meetings
        for planted in ("Zitouna", "الزيتونة", "Bennani", "بناني", "Zerktouni", "0661"):
            assert planted not in said, file.path
    for pdf, level in zip(
        sorted(tmp_path.glob("*.pdf")), ("Document public", "عمومية"), strict=True
    ):
        assert level in _text_of(pdf)
    assert report.issue.number.startswith("RP-01/")


def _text_of(path: Path) -> str:
    """Return the text of a file of any format."""
    match path.suffix:
        case ".pdf":
            return "\n".join(page.extract_text() for page in PdfReader(path).pages)
        case ".docx":
            return text_of(Document(str(path)))
        case ".xlsx":
            cells = [cell.value for sheet in load_workbook(path) for row in sheet for cell in row]
            return "\n".join(map(str, cells))
        case _:
            return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ("2026-10-01", "2026-12-31", "period_runs"),
        ("2025-01-01", "2025-03-31", "few_meetings"),
        # Of days that two papers share in part the rest would follow.
        ("2026-08-01", "2026-08-31", "not_a_quarter"),
        ("2026-07-01", "2026-12-31", "not_a_quarter"),
        ("2026-08-01", "2026-10-31", "not_a_quarter"),
        ("2025-01-01", "2025-12-31", "not_a_quarter"),
    ],
)
def test_only_a_quarter_that_is_over_is_published(
    database: Database, first: str, last: str, code: str
) -> None:
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    with pytest.raises(NotAllowed) as refused:
        prepare_published_report(database, period)
    assert refused.value.code == code


def test_a_deputy_publishes_nothing(database: Database, tmp_path: Path) -> None:
    for day in range(1, 8):
        makers.write_meeting(database, held_on=date(2026, 8, day))
    report = prepare_published_report(database, SUMMER)
    database.actor = Actor.DEPUTY
    wanted = FilesWanted(tmp_path, (Language.FRENCH,), (FileFormat.TXT,))
    with closing(DocumentWorker()) as worker, pytest.raises(NotAllowed) as refused:
        write_documents(database, [report], wanted, worker, Progress())
    assert refused.value.code == "not_allowed_role"
    assert not list(tmp_path.glob("*.txt"))
