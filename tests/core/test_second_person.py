"""The two-person rule: another entitled account confirms with its own passphrase."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach_app import accounts, attempts, recovery_codes, startup
from outreach_app.actors import Role, account_words
from outreach_app.errors import Locked, NotAllowed, NotFound, OutreachError
from outreach_app.queries.access_rows import list_access
from outreach_app.queries.accounts import AccountRow
from outreach_app.rights import Right
from outreach_app.second_person import SecondPerson, confirm, list_seconds, require_second
from outreach_app.startup import OpenOffice
from tests import makers

OWN = "the deputy's own passphrase"


@pytest.fixture
def deputy(store: Path) -> AccountRow:
    """Return a deputy account with its own passphrase."""
    return settled(store, Role.DEPUTY, OWN)


@pytest.fixture
def office(store: Path, deputy: AccountRow) -> Iterator[OpenOffice]:
    """Return the store, opened by its chief."""
    with startup.opened(store, makers.PASSPHRASE) as opened:
        yield opened


def settled(store: Path, role: Role, passphrase: str) -> AccountRow:
    """Add an account with its own passphrase."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, store, role)
    with startup.opened(store, first.passphrase) as office:
        accounts.change_own_passphrase(office.database, store, passphrase)
    return first.account


def refusal(office: OpenOffice, account: AccountRow, secret: str, right: Right) -> str:
    with pytest.raises(OutreachError) as refused:
        confirm(office.database, office.folder, account.uid, secret, right)
    return refused.value.code


def test_another_account_confirms_and_the_log_names_both(
    office: OpenOffice, deputy: AccountRow
) -> None:
    second = confirm(office.database, office.folder, deputy.uid, OWN, Right.RETENTION)
    with office.database.write() as session:
        require_second(session, second, Right.RETENTION, "destroy")
    with office.database.read() as session:
        row = list_access(session)[0]
    assert (row.act, row.verb, row.account, row.record) == (
        "confirmed",
        "destroy",
        "chief-1",
        deputy.uid,
    )


def test_nobody_confirms_his_own_act(office: OpenOffice) -> None:
    own = office.account
    assert refusal(office, own, makers.PASSPHRASE, Right.RETENTION) == "second_person_needed"
    with office.database.write() as session:
        for second in (None, SecondPerson(own.uid)):
            with pytest.raises(NotAllowed) as refused:
                require_second(session, second, Right.RETENTION, "destroy")
            assert refused.value.code == "second_person_needed"


def test_wrong_passphrases_are_logged_slow_and_block(
    office: OpenOffice, deputy: AccountRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _time in range(3):
        assert refusal(office, deputy, makers.PASSPHRASE, Right.RETENTION) == "wrong_passphrase"
    assert refusal(office, deputy, OWN, Right.RETENTION) == "too_soon"
    with office.database.read() as session:
        failed = [row for row in list_access(session) if row.act == "failed"]
    assert [row.account for row in failed] == ["deputy-1"] * 3
    monkeypatch.setattr(attempts, "_LONGEST", 0)
    for _time in range(6):
        refusal(office, deputy, "a guess", Right.RETENTION)
    assert refusal(office, deputy, "a guess", Right.RETENTION) == "account_blocked"
    with pytest.raises(Locked):
        confirm(office.database, office.folder, deputy.uid, OWN, Right.RETENTION)


def test_who_lacks_the_right_or_has_a_passphrase_of_somebody_else_confirms_nothing(
    store: Path, office: OpenOffice, deputy: AccountRow
) -> None:
    with pytest.raises(NotAllowed) as refused:
        confirm(office.database, store, deputy.uid, OWN, Right.ACCOUNTS)
    assert refused.value.code == "not_allowed_role"
    assert account_words(Role.DEPUTY, 1) in refused.value.message.partition("(")[0]
    reader = accounts.add_account(office.database, store, Role.READER)
    assert refusal(office, reader.account, reader.passphrase, Right.READ) == (
        "must_change_passphrase"
    )
    with office.database.read() as session:
        assert [row.code for row in list_seconds(session, Right.READ)] == ["deputy-1"]
        assert list_seconds(session, Right.ACCOUNTS) == []


def test_a_removed_account_and_the_recovery_code_confirm_nothing(
    store: Path, office: OpenOffice, deputy: AccountRow
) -> None:
    code = recovery_codes.renew_recovery_code(office.database, store)
    assert refusal(office, deputy, code, Right.RETENTION) == "wrong_passphrase"
    second = confirm(office.database, store, deputy.uid, OWN, Right.RETENTION)
    accounts.remove_account(office.database, store, deputy.uid)
    assert refusal(office, deputy, OWN, Right.RETENTION) == "no_such_account"
    with office.database.write() as session, pytest.raises(NotFound):
        require_second(session, second, Right.RETENTION, "destroy")
