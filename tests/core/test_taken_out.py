"""What leaves the program is in the log before, and what was not made is a row too (L11)."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event, select

from outreach_app.access_log import Act
from outreach_app.database import Database, StoreSession
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import WriteFailed
from outreach_app.i18n import Language, ScreenLanguage, use
from outreach_app.issuing.files import FileFormat, FilesWanted, write_documents
from outreach_app.issuing.hand_outs import prepare_programme
from outreach_app.models import AccessRow
from outreach_app.progress import Progress
from outreach_app.queries.access_rows import deed_words
from outreach_app.queries.issues import list_issues
from outreach_app.rules.periods import Period
from outreach_app.startup import OpenOffice
from outreach_app.transfer.vcard_out import write_vcards
from tests import makers

DECEMBER = Period(date(2026, 12, 1), date(2026, 12, 31))


def logged(database: Database) -> list[AccessRow]:
    """Return the rows of the log, which is not a row itself."""
    with database.read() as session:
        return list(session.scalars(select(AccessRow).order_by(AccessRow.n)))


@pytest.fixture
def worker() -> Iterator[DocumentWorker]:
    with closing(DocumentWorker()) as worker:
        yield worker


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    """Return a path below a file, where nothing can be written."""
    (tmp_path / "file").write_text("not a folder")
    return tmp_path / "file" / "a.vcf"


def test_names_that_could_not_be_written_are_told_not_to_have_left(
    database: Database, blocked: Path
) -> None:
    partner = makers.write_partner(database)
    with database.read() as session, pytest.raises(WriteFailed):
        write_vcards(session, blocked, [partner], Progress())
    rows = [(row.act, row.verb) for row in logged(database)]
    assert rows[-2:] == [(Act.NAMES_OUT, "write_vcards"), (Act.NOT_MADE, "write_vcards")]
    use(ScreenLanguage.ENGLISH)
    assert deed_words(*rows[-1]).startswith("Not made: ")


def test_a_document_that_could_not_be_saved_is_told_by_its_number(
    database: Database, worker: DocumentWorker, tmp_path: Path
) -> None:
    document = prepare_programme(database, DECEMBER)
    wanted = FilesWanted(tmp_path, (Language.FRENCH,), (FileFormat.TXT,))
    (tmp_path / f"{document.stem(Language.FRENCH)}.txt").mkdir()
    with pytest.raises(WriteFailed):
        write_documents(database, [document], wanted, worker, Progress())
    given, failed = logged(database)[-2:]
    assert (given.act, failed.act, failed.verb) == (Act.GIVEN_OUT, Act.NOT_MADE, given.verb)
    assert failed.record == given.record
    with database.read() as session:
        assert not list_issues(session)


def test_a_document_is_in_the_log_before_it_is_in_its_folder(
    database: Database, worker: DocumentWorker, tmp_path: Path
) -> None:
    """If the power fails in between, the log has a row too many, never one too few."""
    document = prepare_programme(database, DECEMBER)
    out = tmp_path / "out"
    wanted = FilesWanted(out, (Language.FRENCH,), (FileFormat.TXT,))
    seen: list[tuple[int, int]] = []

    def look(_session: StoreSession) -> None:
        rows = [row for row in logged(database) if row.act == Act.GIVEN_OUT]
        seen.append((len(rows), len([path for path in out.iterdir() if path.is_file()])))

    event.listen(StoreSession, "before_commit", look)
    try:
        write_documents(database, [document], wanted, worker, Progress())
    finally:
        event.remove(StoreSession, "before_commit", look)
    assert (0, 1) not in seen
    assert (1, 1) in seen
    with database.read() as session:
        [issue] = list_issues(session)
    [row] = [row for row in logged(database) if row.act == Act.GIVEN_OUT]
    assert row.record == issue.uid


def test_a_backup_is_in_the_log_that_it_holds(office: OpenOffice, tmp_path: Path) -> None:
    office.back_up_to(tmp_path / "a.outreach-backup")
    assert logged(office.database)[-1].act == Act.BACKUP
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(WriteFailed):
        office.back_up_to(tmp_path / "file" / "a.outreach-backup")
    rows = logged(office.database)[-2:]
    assert [row.act for row in rows] == [Act.BACKUP, Act.NOT_MADE]
    use(ScreenLanguage.ENGLISH)
    assert deed_words(rows[1].act, rows[1].verb) == "Not made: Backup"
