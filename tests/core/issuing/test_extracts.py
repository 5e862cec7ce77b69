"""An extract answers a request of its subject, and is logged."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app.access_log import Act
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import NotAllowed
from outreach_app.i18n import Language
from outreach_app.issuing.files import FileFormat, FilesWanted, write_documents
from outreach_app.issuing.privacy import prepare_extract
from outreach_app.models import AccessRow, Claim
from outreach_app.progress import Progress
from outreach_app.rules.claims import ClaimKind, Decision, IdentityCheck
from outreach_app.services.claims import answer_claim
from tests import makers
from tests.claims import write_claim
from tests.core.test_taken_out import logged


@pytest.fixture
def person(database: Database) -> Iterator[UUID]:
    uid = makers.write_person(database, makers.write_partner(database))
    database.actor = Actor.SECRETARY
    yield uid
    database.actor = Actor.PROGRAM


def refused(database: Database, person: UUID) -> str:
    with pytest.raises(NotAllowed) as failure:
        prepare_extract(database, str(person))
    return failure.value.code


def test_without_a_request_of_the_person_there_is_none(database: Database, person: UUID) -> None:
    assert refused(database, person) == "not_asked"
    assert Act.SEEN not in {row.act for row in logged(database)}  # nobody was shown
    write_claim(database, person, identity_check=IdentityCheck.NOT_YET)
    write_claim(database, makers.write_person(database, makers.write_partner(database)))
    assert refused(database, person) == "not_asked"


def test_a_request_that_was_answered_is_none(database: Database, person: UUID) -> None:
    uid = write_claim(database, person, kind=ClaimKind.ACCESS)
    with database.write(Actor.CHIEF) as session:
        claim = session.scalars(select(Claim).where(Claim.uid == uid)).one()
        answer_claim(session, uid, claim.version, Decision.GRANTED, claim.received_on)
    assert refused(database, person) == "not_asked"


def test_a_secretary_gives_it_to_who_asked_and_the_log_says_whose_it_was(
    database: Database, person: UUID, tmp_path: Path
) -> None:
    write_claim(database, person)
    extract = prepare_extract(database, str(person))
    wanted = FilesWanted(tmp_path, (Language.FRENCH,), (FileFormat.TXT, FileFormat.JSON))
    with closing(DocumentWorker()) as worker:
        text, facts = write_documents(database, [extract], wanted, worker, Progress())
    first, *_body, last = text.path.read_text(encoding="utf-8").splitlines()
    assert first == "Document à diffusion restreinte"
    assert "version\u00a01 du" in last
    told = json.loads(facts.path.read_text(encoding="utf-8"))
    assert (told["circulation"], told["version"]) == ("restricted", 1)
    with database.read() as session:
        row = session.scalars(select(AccessRow).where(AccessRow.act == Act.EXTRACT)).one()
    assert (row.record, row.role) == (person, "secretary")
