"""What the check of the access log finds although every hash holds."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from outreach_app import access_log, clock, startup
from outreach_app.access_log import Act
from outreach_app.actors import Actor
from outreach_app.database import Database, store_in
from outreach_app.errors import StoreFailed
from outreach_app.integrity import check_store
from outreach_app.models import Elimination, EliminationItem
from outreach_app.queries.access_rows import check_log, list_access
from outreach_app.rules.retention import Kept
from outreach_app.store_problems import StoreProblem
from tests import makers
from tests.core.test_access_log import chain, drop_triggers
from tests.servers import ON_A_FILE

__all__ = ["chain"]


def test_a_row_missing_among_those_cut_to_their_hash_is_detected(chain: Database) -> None:
    """Their hashes are not computed again, so the numbers alone tell it."""
    with chain.write(Actor.PROGRAM) as session:
        drop_triggers(session, is_on_server=chain.is_on_server)
        let_go(session, 3)
        assert not check_log(session)
        session.execute(text("DELETE FROM access_rows WHERE n = 2"))
        assert check_log(session)
        session.rollback()


def let_go(session: Session, last: int) -> None:
    """Cut the log up to a row as an elimination list does that was carried out."""
    item = EliminationItem(
        kind=Kept.LOG,
        entity=access_log.LOG_ENTITY,
        key=str(last),
        number="",
        day=date(2020, 1, 1),
        due_on=date(2025, 1, 1),
        count=last,
        state="",
    )
    now = clock.now()
    session.add(Elimination(proposed_at=now, digest="", destroyed_at=now, items=[item]))
    access_log.cut(session, last)


def test_rows_that_no_list_let_go_are_told_although_their_hashes_hold(chain: Database) -> None:
    with chain.write(Actor.PROGRAM) as session:
        access_log.cut(session, 2)
    with chain.read() as session:
        assert check_log(session)
    [check] = [check for check in check_store(chain) if check.name == "access"]
    assert check.detail == "1; 2"


@pytest.mark.parametrize("kept", ["1", "(SELECT max(n) - 1 FROM access_rows)"])
def test_a_log_that_lost_its_end_is_told_by_the_last_closing(store: Path, kept: str) -> None:
    lose_the_end(store, kept)
    [check] = [row for row in startup.check(store, makers.PASSPHRASE) if row.name == "access"]
    assert not check.is_sound


def test_the_next_opening_logs_that_the_end_of_the_log_is_missing(store: Path) -> None:
    lose_the_end(store, "(SELECT max(n) - 1 FROM access_rows)")
    for _opening in range(2):
        opening = startup.opened(store, makers.PASSPHRASE)
        with opening as office, office.database.read() as session:
            acts = [row.act for row in list_access(session)]
        assert acts.count(Act.LOST) == 1


def lose_the_end(store: Path, kept: str) -> None:
    """Remove the rows of the log after one, with another program, from a closed store."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        key = office.database.key
        for number in range(3):
            makers.write_partner(office.database, phone=f"052234567{number}")
    lost = store_in(store, key)
    with lost.write(Actor.PROGRAM) as session:
        session.execute(text("DROP TRIGGER access_rows_keep_delete"))
        session.execute(text(f"DELETE FROM access_rows WHERE n > {kept}"))  # noqa: S608
    lost.close()


@ON_A_FILE
def test_a_value_that_no_column_can_hold_is_told(chain: Database) -> None:
    with chain.write(Actor.PROGRAM) as session:
        session.execute(text("DROP TRIGGER access_rows_keep_update"))
        session.execute(text("UPDATE access_rows SET account = 'deputy-1' WHERE n = 2"))
    found = {check.name: check for check in check_store(chain)}
    assert found["access"].advice == StoreFailed(StoreProblem.ALTERED).message
    assert found["rows"].detail == "access_rows 2"
