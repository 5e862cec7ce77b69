"""An archive of a list is opened only by the archivist's key (L9, L10)."""

import json
import zipfile
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import event

from outreach_app.access_log import Act
from outreach_app.actors import Actor
from outreach_app.database import Database, StoreSession
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import Cancelled, InvalidDraft, NotAllowed, UnreadableFile, WriteFailed
from outreach_app.issuing import sealing
from outreach_app.issuing.eliminations import (
    archive_elimination,
    destroy_elimination,
    unseal_archive,
)
from outreach_app.progress import Progress
from outreach_app.queries.issues import list_issues
from outreach_app.queries.records import get_own_office
from outreach_app.queries.retention import EliminationState, get_elimination_row
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.summaries.forms.covering_facts import plan_covering
from tests.core.test_taken_out import logged
from tests.eliminations import add_deputy, agreement, everything, issue, old_meeting, propose


@pytest.fixture
def listed(database: Database) -> UUID:
    """Return an issued list with one meeting."""
    old_meeting(database)
    uid = propose(database)
    issue(database, uid)
    return uid


def archive(database: Database, uid: UUID, path: Path) -> int:
    worker = DocumentWorker()
    try:
        return archive_elimination(database, uid, path, worker, Progress())
    finally:
        worker.close()


def was_carried_out(database: Database) -> bool | None:
    """Return what a covering note says of the list."""
    with database.write() as session:
        get_own_office(session).recipient_fr = "Monsieur le chef du district"
        [row] = list_issues(session, DocumentKind.ELIMINATION)
        [piece] = plan_covering(session, [row.number]).pieces
    return piece.is_carried_out


def state(database: Database, uid: UUID) -> EliminationState:
    with database.read() as session:
        return get_elimination_row(session, uid).state


def test_an_archive_is_sealed_and_opens_by_the_archivist_s_key_alone(
    database: Database, listed: UUID, tmp_path: Path
) -> None:
    path, key, another = (tmp_path / name for name in ("a.zip.age", "key.txt", "another.txt"))
    with pytest.raises(NotAllowed) as refused:
        archive(database, listed, path)
    assert (refused.value.code, path.exists()) == ("no_archivist", False)

    sealing.make_archivist_key(database, another)
    sealing.make_archivist_key(database, key)
    assert archive(database, listed, path) == 4
    assert path.read_bytes().startswith(b"age-encryption.org/v1")
    with pytest.raises(UnreadableFile) as unopened:
        unseal_archive(database, path, another, tmp_path / "no.zip")
    assert (unopened.value.code, (tmp_path / "no.zip").exists()) == ("not_opened", False)
    unseal_archive(database, path, key, tmp_path / "opened.zip")
    with zipfile.ZipFile(tmp_path / "opened.zip") as opened:
        assert {"list-ar.pdf", "list-fr.pdf", "meetings.csv"} <= set(opened.namelist())
        assert json.loads(opened.read("records.json"))
    verb = "unseal_archive"  # the one that failed has a second row
    acts = [row.act for row in logged(database) if row.verb == verb]
    assert acts == [Act.RETENTION, Act.NOT_MADE, Act.RETENTION]

    with pytest.raises(NotAllowed) as other:
        destroy_elimination(database, listed, key, agreement(), add_deputy(database), ())
    assert other.value.code == "another_archive"
    assert not was_carried_out(database)
    destroy_elimination(database, listed, path, agreement(), add_deputy(database), ())
    assert everything(database) == set()
    assert was_carried_out(database)


def test_an_archive_that_does_not_read_back_is_not_noted(
    database: Database, listed: UUID, tmp_path: Path
) -> None:
    sealing.make_archivist_key(database, tmp_path / "key.txt")
    database.actor = Actor.CHIEF
    with pytest.raises(WriteFailed):  # the stick was pulled out
        archive(database, listed, tmp_path / "gone" / "a.zip.age")
    assert state(database, listed) is EliminationState.ISSUED
    told = [(row.act, row.verb) for row in logged(database)[-2:]]
    verb = "archive_elimination"
    assert told == [(Act.RETENTION, verb), (Act.NOT_MADE, verb)]


def test_an_archive_is_in_the_log_before_it_is_in_its_folder_and_gone_if_not_noted(
    database: Database, listed: UUID, tmp_path: Path
) -> None:
    sealing.make_archivist_key(database, tmp_path / "key.txt")
    database.actor = Actor.CHIEF
    path, seen = tmp_path / "a.zip.age", list[str | None]()

    def cancel(_session: StoreSession) -> None:
        if path.exists():  # the list is being noted as archived
            seen.append(logged(database)[-1].verb)
            raise Cancelled

    event.listen(StoreSession, "before_commit", cancel)
    try:
        with pytest.raises(Cancelled):
            archive(database, listed, path)
    finally:
        event.remove(StoreSession, "before_commit", cancel)
    assert (seen, path.exists()) == (["archive_elimination"], False)
    assert [row.act for row in logged(database)][-2:] == [Act.RETENTION, Act.NOT_MADE]
    assert state(database, listed) is EliminationState.ISSUED


def test_a_key_is_never_written_over_and_what_is_no_key_is_refused(
    database: Database, tmp_path: Path
) -> None:
    key, nothing = tmp_path / "key.txt", tmp_path / "nothing.txt"
    nothing.write_text("a note\n")
    sealing.make_archivist_key(database, key)
    before = key.read_bytes()
    with pytest.raises(WriteFailed):
        sealing.make_archivist_key(database, key)
    assert key.read_bytes() == before
    with pytest.raises(UnreadableFile):
        sealing.read_public_key(nothing)
    with database.write() as session, pytest.raises(InvalidDraft):
        sealing.change_archivist(session, "age1nothing")
    with database.read() as session:
        assert sealing.find_archivist(session) == sealing.read_public_key(key)
