"""What the check finds of changes by another program that has the data key."""

from pathlib import Path

import pytest
from sqlalchemy import select, text

from outreach_app import accounts, clock, startup
from outreach_app.access_log import Act, note
from outreach_app.actors import Actor, Role
from outreach_app.altered_tables import altered_lists
from outreach_app.database import Database, store_in
from outreach_app.integrity import check_store
from outreach_app.models import Account, Elimination
from outreach_app.models.base import new_uid
from outreach_app.rules.retention import Kept
from outreach_app.services.elimination_checks import digest_of_items
from tests import makers
from tests.core.test_access_log import drop_triggers
from tests.core.test_later_closings import THEIRS, add_settled, change_other
from tests.eliminations import add_deputy, archive, destroy, issue, old_meeting, propose
from tests.servers import ON_A_FILE


def told(database: Database, name: str) -> tuple[bool, str]:
    [check] = [check for check in check_store(database) if check.name == name]
    assert check.is_sound == (check.advice is None)
    return check.is_sound, check.detail


@pytest.mark.both_engines
def test_a_trigger_that_was_dropped_is_told(database: Database) -> None:
    assert told(database, "schema")[0]
    with database.write(Actor.PROGRAM) as session:
        drop_triggers(session, is_on_server=database.is_on_server)
    is_sound, what = told(database, "schema")
    assert not is_sound
    assert what.startswith("trigger access_rows_keep")


@ON_A_FILE
@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("DROP INDEX ix_claims_waiting", "index ix_claims_waiting"),
        ("DROP TABLE given_up_events", "table given_up_events"),
        ("ALTER TABLE accounts ADD COLUMN name TEXT", "table accounts"),
        (
            "CREATE TRIGGER hide AFTER INSERT ON drafts BEGIN DELETE FROM drafts; END",
            "trigger hide",
        ),
    ],
)
def test_what_else_of_the_schema_was_changed_is_told(
    database: Database, statement: str, what: str
) -> None:
    with database.write(Actor.PROGRAM) as session:
        session.execute(text(statement))
    assert told(database, "schema") == (False, what)


def found_accounts(store: Path) -> tuple[bool, str]:
    [check] = [
        check for check in startup.check(store, makers.PASSPHRASE) if check.name == "accounts"
    ]
    return check.is_sound, check.detail


def give_role(store: Path, role: Role) -> None:
    """Write another role of the other account into the table, as another program can."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        key, own = office.database.key, office.account.uid
    database = store_in(store, key)
    with database.write(Actor.PROGRAM) as session:
        for account in session.scalars(select(Account).where(Account.uid != own)):
            account.role = role.value
    database.close()


@pytest.mark.parametrize("has_acted", [True, False])
def test_a_role_that_nobody_gave_is_told_until_one_is_given(store: Path, has_acted: bool) -> None:
    """Whether or not the account opens the register before or after."""
    add_settled(store, Role.READER)
    change_other(store, accounts.change_role, Role.SECRETARY, name="reader-1")
    assert found_accounts(store) == (True, "2")
    give_role(store, Role.DEPUTY)
    if has_acted:
        startup.open_office(store, THEIRS).close()
    assert found_accounts(store) == (False, "secretary-1")
    change_other(store, accounts.change_role, Role.READER, name="secretary-1")
    assert found_accounts(store) == (True, "2")


def test_an_act_in_a_former_role_is_told(store: Path) -> None:
    """As of a window that was open while another program took the role away."""
    add_settled(store, Role.DEPUTY)
    with startup.opened(store, THEIRS) as office:
        former, uid = office.database.actor, office.account.uid
    change_other(store, accounts.change_role, Role.READER, name="deputy-1")
    assert found_accounts(store) == (True, "2")
    with startup.opened(store, makers.PASSPHRASE) as office:
        office.database.actor, office.database.account = former, uid
        with office.database.write() as session:
            note(session, Act.CHANGE)
    assert found_accounts(store) == (False, "reader-1")


def test_a_list_that_was_altered_or_never_carried_out_is_told(
    database: Database, tmp_path: Path
) -> None:
    second = add_deputy(database)
    old_meeting(database)
    listed = propose(database, Kept.MEETING)
    issue(database, listed)
    destroy(database, listed, archive(database, listed, tmp_path / "archive.zip"), second)
    assert told(database, "eliminations") == (True, "1")
    alterations = (
        "UPDATE elimination_items SET count = count + 1",
        "UPDATE eliminations SET destroyed_at = NULL",
        "UPDATE eliminations SET destroyed_at = '2020-01-01T00:00:00Z'",
        "UPDATE issues SET fingerprint = 'another'",
        "DELETE FROM elimination_items",
    )
    for statement in alterations:
        with database.write(Actor.PROGRAM) as session:
            session.execute(text(statement))
            assert altered_lists(session)[1] == [str(listed)], statement
            session.rollback()
    with database.write(Actor.PROGRAM) as session:
        forged = Elimination(proposed_at=clock.now(), destroyed_at=clock.now())
        forged.uid = new_uid()
        forged.digest = digest_of_items(forged)
        session.add(forged)
        session.flush()
        assert altered_lists(session) == (2, [str(forged.uid)])
        session.rollback()
