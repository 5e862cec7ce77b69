"""A second person: what one alone may not do is confirmed by another account's passphrase."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import attempts, unlocking
from outreach_app.access_log import Act, note, note_failures
from outreach_app.database import Database
from outreach_app.errors import Locked, NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.queries.accounts import AccountRow, list_accounts, no_such_account
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, may, require
from outreach_app.vault import wrong_passphrase


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """An account beside the one that is open, whose passphrase was typed for one act."""

    account: UUID


def list_seconds(session: Session, right: Right) -> list[AccountRow]:
    """Return the accounts that can confirm what asks for a right: others, with their own secret."""
    return [row for row in _others(session) if may(row.role.actor, right) and not row.must_change]


def confirm(
    database: Database, folder: Path, account: UUID, passphrase: str, right: Right
) -> SecondPerson:
    """Return the second person, once the passphrase is found to be that account's.

    A wrong one slows and counts as at an opening, and is in the access log at once. Raises NotFound
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
    """Note both accounts in the log, in the transaction of what they do together.

    The row is of the account that is open, and its record is the other. Raises NotAllowed
    (`second_person_needed` where nobody confirmed, else what `confirm` raises).
    """
    if second is None:
        raise _second_person_needed()
    _require_entitled(session, second.account, right)
    note(session, Act.CONFIRMED, verb=verb, record=second.account)


def require_where_set(
    session: Session, second: SecondPerson | None, right: Right, verb: str
) -> None:
    """Require a second person where the act waits for one. Raises NotAllowed."""
    if waits_for_two(session, right):
        require_second(session, second, right, verb)


def waits_for_two(session: Session, right: Right) -> bool:
    """Tell whether what asks for this right waits for two, where the office has set it.

    Accounts do not in a register that the recovery code opened: that is the way out where the
    second person has lost its passphrase. Whoever has the code has the register in any case.
    """
    is_way_out = right is Right.ACCOUNTS and bool(session.info.get("is_opened_by_code"))
    return asks_two_persons(session) and not is_way_out


def asks_two_persons(session: Session) -> bool:
    """Tell whether the office has set that its gravest acts wait for another account."""
    return get_own_office(session).asks_two_persons


def _require_entitled(session: Session, account: UUID, right: Right) -> None:
    if account == session.info.get("account"):
        raise _second_person_needed()
    row = next((row for row in _others(session) if row.uid == account), None)
    if row is None:
        raise no_such_account()
    require(row.role.actor, right)
    if row.must_change:
        message = _(
            "The passphrase of this account was given to it. It must open the register once and"
            " choose its own, which nobody else knows, before it confirms anything."
        )
        raise NotAllowed(message, code="must_change_passphrase")


def _others(session: Session) -> Sequence[AccountRow]:
    own = session.info.get("account")
    return [row for row in list_accounts(session) if row.uid != own]


def _take_up_failures(database: Database, folder: Path) -> None:
    with database.write() as session:
        note_failures(session, folder)
    attempts.forget_attempts(folder)


def _second_person_needed() -> NotAllowed:
    message = _(
        "A second person must confirm this: another account that may do it types its passphrase."
        " Where there is none, or its passphrase is lost, Settings › Accounts adds one or gives a"
        " new one. If that waits for two as well, open the register with the recovery code first;"
        " without the code, ask headquarters for help."
    )
    return NotAllowed(message, code="second_person_needed")
