"""Issued documents: recorded once made, under a unique number."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import Cancelled, Conflict, NotAllowed, WriteFailed
from outreach_app.i18n import Language, isolate_file
from outreach_app.issuing.files import (
    FileFormat,
    FilesWanted,
    PreparedDocument,
    give_document,
    replaced_words,
    write_documents,
)
from outreach_app.issuing.hand_outs import prepare_partner_sheet, prepare_programme
from outreach_app.models import Meeting
from outreach_app.progress import Progress
from outreach_app.queries.issues import IssueRow, list_issues
from outreach_app.queries.records import get_record
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.plan import HandOutPlan
from tests import disks, makers

AUTUMN = Period(date(2026, 8, 10), date(2026, 11, 10))
DECEMBER = Period(date(2026, 12, 1), date(2026, 12, 31))


@pytest.fixture
def worker() -> Iterator[DocumentWorker]:
    with closing(DocumentWorker()) as worker:
        yield worker


@pytest.fixture
def meeting(database: Database, partner: UUID) -> UUID:
    return makers.write_meeting(database, attendances=((partner, True),))


@pytest.fixture
def partner(database: Database) -> UUID:
    return makers.write_partner(database)


@pytest.fixture
def sheet(database: Database, partner: UUID, meeting: UUID) -> PreparedDocument[HandOutPlan]:
    return prepare_partner_sheet(database, str(partner), AUTUMN)


def register(database: Database) -> list[IssueRow]:
    with database.read() as session:
        return list_issues(session)


def test_the_register_holds_the_hash_of_each_file(
    database: Database,
    sheet: PreparedDocument[HandOutPlan],
    worker: DocumentWorker,
    tmp_path: Path,
) -> None:
    wanted = FilesWanted(tmp_path, tuple(Language), (FileFormat.PDF, FileFormat.TXT))
    files = write_documents(database, [sheet], wanted, worker, Progress())
    (row,) = register(database)
    pdfs = [file.path for file in files if file.path.suffix == ".pdf"]
    assert set(row.hashes) == {sha256(path.read_bytes()).hexdigest() for path in pdfs}
    assert (row.kind, row.edition, row.by) == (DocumentKind.HAND_OUT, 1, Actor.CHIEF)
    again = write_documents(database, [sheet], wanted, worker, Progress())
    assert register(database) == [row]
    assert not any(file.replaced for file in files)
    assert all(
        file.replaced and isolate_file(file.path.name) in replaced_words(again) for file in again
    )


def test_what_was_stopped_on_its_way_to_paper_was_not_given(
    database: Database, sheet: PreparedDocument[HandOutPlan], worker: DocumentWorker
) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        give_document(database, sheet, (Language.FRENCH,), worker, progress)
    assert not register(database)


def test_what_could_not_be_saved_was_not_given(
    database: Database,
    sheet: PreparedDocument[HandOutPlan],
    worker: DocumentWorker,
    tmp_path: Path,
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    wanted = FilesWanted(blocked, (Language.FRENCH,))
    with pytest.raises(WriteFailed, match="file"):
        write_documents(database, [sheet], wanted, worker, Progress())
    assert not register(database)


def test_a_disk_that_fills_keeps_none_of_the_files_and_nothing_is_recorded(
    database: Database,
    sheet: PreparedDocument[HandOutPlan],
    worker: DocumentWorker,
    tmp_path: Path,
) -> None:
    with disks.small_disk(tmp_path / "disk", 1) as disk:
        ballast = disks.fill(disk, leaving=16_000)  # of the text, not of the PDF
        wanted = FilesWanted(disk, (Language.FRENCH,), (FileFormat.TXT, FileFormat.PDF))
        with pytest.raises(WriteFailed) as refused:
            write_documents(database, [sheet], wanted, worker, Progress())
        assert refused.value.code == "no_room"
        assert list(disk.iterdir()) == [ballast]
    assert not register(database)


def test_what_is_on_paper_was_given(
    database: Database, sheet: PreparedDocument[HandOutPlan], worker: DocumentWorker
) -> None:
    (rendered,) = give_document(database, sheet, (Language.FRENCH,), worker, Progress())
    assert rendered.pages == 1
    assert [row.number for row in register(database)] == [sheet.issue.number]


def test_two_sheets_of_a_month_and_a_programme_have_numbers_of_their_own(
    database: Database, sheet: PreparedDocument[HandOutPlan]
) -> None:
    other = makers.write_partner(database, name_ar="شريك آخر")
    makers.write_meeting(database, attendances=((other, True),))
    makers.give(database, sheet)
    second = makers.give_sheet(database, str(other), AUTUMN)
    programme = makers.give(database, prepare_programme(database, DECEMBER))
    year = sheet.issue.issued_at.year
    numbers = [each.issue.number for each in (sheet, second, programme)]
    assert numbers == [f"D-01/{year}", f"D-02/{year}", f"P-01/{year}"]
    assert second.plan.number == second.issue.number


def test_other_facts_are_another_version_under_the_same_number(
    database: Database, partner: UUID, meeting: UUID, sheet: PreparedDocument[HandOutPlan]
) -> None:
    makers.give(database, sheet)
    with database.write(Actor.CHIEF) as session:
        get_record(session, Meeting, meeting).points[0].topic = "tp.1.1"
    changed = makers.give_sheet(database, str(partner), AUTUMN)
    assert changed.issue.number == sheet.issue.number
    assert (sheet.issue.version, changed.issue.version) == (1, 2)
    assert changed.issue.code != sheet.issue.code
    french, arabic = Language.FRENCH, Language.ARABIC
    assert changed.stem(french) == f"{sheet.stem(french)}-v2"  # those of the first version stay
    assert changed.stem(arabic) == f"{sheet.stem(arabic)}-ن2"


def test_a_number_that_was_taken_meanwhile_is_not_given_twice(
    database: Database, sheet: PreparedDocument[HandOutPlan]
) -> None:
    other = makers.write_partner(database, name_ar="شريك آخر")
    makers.write_meeting(database, attendances=((other, True),))
    makers.give_sheet(database, str(other), AUTUMN)
    with pytest.raises(Conflict, match="D-01"):
        makers.give(database, sheet)
    assert len(register(database)) == 1


def test_what_has_no_figures_is_not_given_as_an_empty_workbook(
    database: Database,
    sheet: PreparedDocument[HandOutPlan],
    worker: DocumentWorker,
    tmp_path: Path,
) -> None:
    wanted = FilesWanted(tmp_path, (Language.FRENCH,), (FileFormat.XLSX,))
    with pytest.raises(NotAllowed) as refused:
        write_documents(database, [sheet], wanted, worker, Progress())
    assert refused.value.code == "no_figures"
    assert not register(database)
