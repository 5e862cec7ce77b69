"""The second person: the gravest acts need confirmation with another account's passphrase."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import attempts, unlocking
from outreach_app.access_log import Act, note, note_failures
from outreach_app.actors import account_words
from outreach_app.database import Database, state_of
from outreach_app.errors import Locked, NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.queries.accounts import AccountRow, list_accounts, no_such_account
from outreach_app.queries.records import get_own_office
from outreach_app.refused_acts import noted
from outreach_app.rights import Right, may, require_role
from outreach_app.vault import wrong_passphrase


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Another account, whose passphrase was typed to confirm one act."""

    account: UUID


def list_seconds(session: Session, right: Right) -> list[AccountRow]:
    """Return the other accounts that have a passphrase of their own and can confirm for a right."""
    return [row for row in _others(session) if may(row.role.actor, right) and not row.must_change]


def confirm(
    database: Database, folder: Path, account: UUID, passphrase: str, right: Right
) -> SecondPerson:
    """Return the second person, once the passphrase proves to be that account's.

    A wrong one is delayed, counted and logged as at an opening. Raises NotFound
    (`no_such_account`), NotAllowed (`second_person_needed`, `not_allowed_role`,
    `must_change_passphrase`) and Locked, as unlocking does.
    """
    with database.read() as session:
        _require_entitled(session, account, right)
    try:
        opened = unlocking.unlock(folder, passphrase, account)
        if opened.account != account:  # the recovery code is nobody's
            raise wrong_passphrase()
    except Locked:
        _take_up_failures(database, folder)
        raise
    attempts.free(folder, {account})
    return SecondPerson(account)


def require_second(session: Session, second: SecondPerson | None, right: Right, verb: str) -> None:
    """Require a second person, and log both accounts in the transaction of the act.

    The row belongs to the open account, and its record is the other account. Raises NotAllowed
    (`second_person_needed` if nobody confirmed, else what `confirm` raises).
    """
    if second is None:
        raise _second_person_needed()
    _require_entitled(session, second.account, right)
    note(session, Act.CONFIRMED, verb=verb, record=second.account)


def require_where_set(
    session: Session, second: SecondPerson | None, right: Right, verb: str
) -> None:
    """Require a second person if the act needs one. Raises NotAllowed."""
    if waits_for_two(session, right):
        require_second(session, second, right, verb)


def waits_for_two(session: Session, right: Right) -> bool:
    """Return whether this right needs two persons, if the office has set that rule.

    Accounts do not in a register opened with the recovery code: that is the way out if the second
    person's passphrase is lost. The code opens everything in any case.
    """
    is_way_out = right is Right.ACCOUNTS and state_of(session).is_opened_by_code
    return asks_two_persons(session) and not is_way_out


def asks_two_persons(session: Session) -> bool:
    """Return whether the office requires another account for its gravest acts."""
    return get_own_office(session).asks_two_persons


def _require_entitled(session: Session, account: UUID, right: Right) -> None:
    if account == state_of(session).account:
        raise _second_person_needed()
    row = next((row for row in _others(session) if row.uid == account), None)
    if row is None:
        raise no_such_account()
    with noted(session, right):
        require_role(session, row.role.actor, right, account_words(row.role, row.number))
    if row.must_change:
        message = _(
            "This account still has the passphrase that it was given. It must open the register "
            "once and choose its own, which nobody else knows, before it can confirm anything."
        )
        raise NotAllowed(message, code="must_change_passphrase")


def _others(session: Session) -> Sequence[AccountRow]:
    own = state_of(session).account
    return [row for row in list_accounts(session) if row.uid != own]


def _take_up_failures(database: Database, folder: Path) -> None:
    with database.write() as session:
        note_failures(session, folder)
    attempts.forget_attempts(folder)


def _second_person_needed() -> NotAllowed:
    message = _(
        "A second person must confirm this: another account that has the right types its "
        "passphrase. If there is none, add one in Settings › Accounts; if its passphrase is lost, "
        "give it a new one there. If that also needs two people, open the register with the "
        "recovery code first; without the code, ask headquarters for help."
    )
    return NotAllowed(message, code="second_person_needed")
