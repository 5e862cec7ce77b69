"""Verification of a file against the register: unchanged, replaced, altered, unknown."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader, PdfWriter

from outreach_app import i18n, startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import UnreadableFile
from outreach_app.i18n import Language
from outreach_app.issuing.files import FilesWanted, write_documents
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.issuing.verification import Verdict, verification_words, verify_file
from outreach_app.models import Meeting
from outreach_app.progress import Progress
from outreach_app.queries.records import get_record
from outreach_app.services.meetings import delete_meeting
from tests import makers


@pytest.fixture(scope="module")
def worker() -> Iterator[DocumentWorker]:
    with closing(DocumentWorker()) as worker:
        yield worker


@pytest.fixture
def meeting(database: Database) -> UUID:
    return makers.write_meeting(database)


def give_out(database: Database, meeting: UUID, folder: Path, worker: DocumentWorker) -> Path:
    """Write the summary of a meeting in French."""
    summary = prepare_session_summary(database, str(meeting))
    wanted = FilesWanted(folder, (Language.FRENCH,))
    (file,) = write_documents(database, [summary], wanted, worker, Progress())
    return file.path


def test_l15_traceable(
    database: Database, meeting: UUID, worker: DocumentWorker, tmp_path: Path
) -> None:
    """A file is recognised by its bytes: number, edition, office, whatever its name."""
    path = give_out(database, meeting, tmp_path, worker)
    renamed = path.rename(tmp_path / "from a stick.pdf")
    found = verify_file(database, renamed)
    assert found.verdict is Verdict.ISSUED
    assert found.issue is not None
    said = verification_words(found)
    assert i18n.isolate(found.issue.number) in said
    assert "الصادرة عن الدائرة الأمنية النخيل تحت العدد" in said


def test_a_newer_version_replaces_it(
    database: Database, meeting: UUID, worker: DocumentWorker, tmp_path: Path
) -> None:
    path = give_out(database, meeting, tmp_path / "first", worker)
    with database.write(Actor.CHIEF) as session:
        get_record(session, Meeting, meeting).women = 1
    give_out(database, meeting, tmp_path / "second", worker)
    found = verify_file(database, path)
    assert found.verdict is Verdict.SUPERSEDED
    assert found.last is not None
    assert found.last.edition == 2


def test_a_session_that_is_no_longer_held_is_said(
    database: Database, meeting: UUID, worker: DocumentWorker, tmp_path: Path
) -> None:
    """An undo or another computer may take back what a document reports."""
    path = give_out(database, meeting, tmp_path, worker)
    advice = "ne vous fiez plus"
    before = verify_file(database, path)
    assert advice not in i18n.said_in(Language.FRENCH, lambda: verification_words(before))
    with database.write(Actor.CHIEF) as session:
        delete_meeting(session, meeting, get_record(session, Meeting, meeting).version)
    found = verify_file(database, path)
    assert advice in i18n.said_in(Language.FRENCH, lambda: verification_words(found))
    assert (found.verdict, found.is_withdrawn) == (Verdict.ISSUED, True)


def test_a_page_changed_by_another_program_is_altered(
    database: Database, meeting: UUID, worker: DocumentWorker, tmp_path: Path
) -> None:
    path = give_out(database, meeting, tmp_path, worker)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(path.read_bytes())))
    writer.pages[0].rotate(180)
    with path.open("wb") as file:
        writer.write(file)
    assert verify_file(database, path).verdict is Verdict.ALTERED


def test_one_changed_byte_is_altered(
    database: Database, meeting: UUID, worker: DocumentWorker, tmp_path: Path
) -> None:
    path = give_out(database, meeting, tmp_path, worker)
    content = bytearray(path.read_bytes())
    content[-9] ^= 1
    path.write_bytes(content)
    assert verify_file(database, path).verdict is Verdict.ALTERED


def test_what_another_office_gave_out_and_what_is_no_document_are_unknown(
    database: Database, worker: DocumentWorker, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    makers.create_store(other, replace(makers.office_draft(), name_ar="الزهور"))
    with startup.opened(other, makers.PASSPHRASE) as office:
        meeting = makers.write_meeting(office.database)
        path = give_out(office.database, meeting, tmp_path, worker)
        assert verify_file(office.database, path).verdict is Verdict.ISSUED
    assert verify_file(database, path).verdict is Verdict.UNKNOWN
    path.write_bytes(b"not a document")
    assert verify_file(database, path).verdict is Verdict.UNKNOWN
    with pytest.raises(UnreadableFile):
        verify_file(database, tmp_path)
