"""Period reports given out: numbered, in every format, their figures as real numbers."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language
from outreach_app.issuing.files import FileFormat, FilesWanted, write_documents
from outreach_app.issuing.period import prepare_period_report
from outreach_app.progress import Progress
from outreach_app.rules.periods import Period
from outreach_app.summaries.period.facts import AuthorWords
from tests import makers

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


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
