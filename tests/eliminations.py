"""Test helpers that carry out eliminations: make, issue, archive, destroy."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.atomic_files import write_whole
from outreach_app.database import Database
from outreach_app.errors import Conflict, NotAllowed
from outreach_app.integrity import check_store
from outreach_app.issuing.eliminations import prepare_elimination
from outreach_app.issuing.files import record_documents
from outreach_app.models import JOURNALED, Account, Office
from outreach_app.queries.retention import get_elimination
from outreach_app.rules.retention import Kept
from outreach_app.second_person import SecondPerson
from outreach_app.services import elimination_checks, eliminations
from outreach_app.transfer.archive import digest_of, make_archive
from tests import makers

NUMBER = "AM 12/2026"


def agreement() -> eliminations.AgreementDraft:
    """Return an agreement of today."""
    return eliminations.AgreementDraft(NUMBER, clock.today())


def add_deputy(database: Database) -> SecondPerson:
    uid = uuid4()
    with database.write(Actor.PROGRAM) as session:
        session.add(Account(uid=uid, role="deputy", number=1, passphrase_at=clock.now()))
    return SecondPerson(uid)


def old_meeting(database: Database, **changes: Any) -> UUID:
    """Return a meeting of long ago, with nothing open."""
    draft = {"held_on": date(2019, 3, 1), "commitments": (), **changes}
    return makers.write_meeting(database, **draft)


def propose(database: Database, *kinds: Kept) -> UUID:
    with database.write() as session:
        return eliminations.propose_elimination(session, kinds).uid


def issue(database: Database, uid: UUID) -> None:
    given = [(prepare_elimination(database, uid), [b"pdf"])]
    record_documents(database, given, "write_documents")


def archive(database: Database, uid: UUID, path: Path) -> str:
    """Write a list's archive without its papers and unsealed, and record it."""
    with database.read() as session:
        items = elimination_checks.take_listed(session, get_elimination(session, uid))
        write_whole(path, make_archive(session, items, {})[0])
    digest = digest_of(path)
    with database.write() as session:
        eliminations.note_archive(session, uid, digest)
    return digest


def destroy(
    database: Database, uid: UUID, digest: str | None, second: SecondPerson | None
) -> eliminations.Destroyed:
    with database.write() as session:
        return eliminations.destroy_listed(session, uid, digest, agreement(), second)


def everything(database: Database) -> set[UUID]:
    """Return the uids of all records except issued documents."""
    with database.read() as session:
        return {
            uid
            for model in JOURNALED
            if model is not Office and model.contract.entity != "issue"
            for uid in session.scalars(select(model.uid))
        }


def unsound(database: Database) -> list[str]:
    return [check.name for check in check_store(database) if not check.is_sound]


def refusal(attempt: Callable[[], object]) -> str:
    """Return the code with which something is refused."""
    with pytest.raises((Conflict, NotAllowed)) as refused:
        attempt()
    return refused.value.code


def set_today(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    moment = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: moment)
