"""What the access log holds, as rows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.actors import Role, account_code, account_words
from outreach_app.models import AccessRow, Account
from outreach_app.rights import Right, use_case


@dataclass(frozen=True, slots=True)
class LoggedRow:
    """One row: when, which account (None where it is gone or was none), what, on which record."""

    n: int
    at: datetime
    account: str | None
    role: str
    act: str
    verb: str | None
    record: UUID | None
    count: int | None
    account_words: str | None = None


@use_case(Right.ACCOUNTS)
def list_access(session: Session, limit: int | None = None) -> list[LoggedRow]:
    """Return the rows of the log, the newest first."""
    named = {account.uid: account for account in session.scalars(select(Account))}
    statement = select(AccessRow).order_by(AccessRow.n.desc()).limit(limit)
    return [_row(row, named) for row in session.scalars(statement)]


def _row(row: AccessRow, named: dict[UUID, Account]) -> LoggedRow:
    account = named.get(row.account) if row.account else None
    who = (Role(account.role), account.number) if account else None
    return LoggedRow(
        row.n,
        row.at,
        account_code(*who) if who else None,
        row.role,
        row.act,
        row.verb,
        row.record,
        row.count,
        account_words(*who) if who else None,
    )
