"""Rows of the access log."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.access_log import Act, find_broken
from outreach_app.actors import Role, account_code, account_words, role_words
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import AccessRow, Account
from outreach_app.queries.change_words import named_deed
from outreach_app.right_words import right_words
from outreach_app.rights import Right, use_case

# Acts that say more than the use case behind them: to whom a document went, what became of names,
# that a second person agreed.
_TOLD_BY_ACT = {Act.EXTRACT, Act.ERASURE, Act.CONFIRMED}


@dataclass(frozen=True, slots=True)
class LoggedRow:
    """One row: when, which account (None if removed or none), what, on which record.

    `account` is its present name, `account_uid` the same for good, and `role` that in which it
    acted. `holder` is its present role and number; `count` of a change of accounts the number
    of the key file that it left.
    """

    n: int
    at: datetime
    account: str | None
    role: str
    act: str
    verb: str | None
    record: UUID | None
    count: int | None
    holder: tuple[Role, int] | None = None
    account_uid: UUID | None = None

    @property
    def account_words(self) -> str | None:
        """The name of the account in the current language, with the role in which it acted."""
        return self.with_role(account_words(*self.holder)) if self.holder else None

    def with_role(self, account: str) -> str:
        """Return the name of the account, with the role in which it acted if it has another now."""
        acted = next((role for role in Role if role.actor.name.lower() == self.role), None)
        if self.holder is None or acted is None or acted.actor is self.holder[0].actor:
            return account
        return _("{account} (acting as {role})").format(account=account, role=role_words(acted))


@dataclass(frozen=True, slots=True)
class AccessFilter:
    """A filter of the log; None is everything. Both days are included."""

    account: UUID | None = None
    act: str | None = None
    first_on: date | None = None
    last_on: date | None = None
    record: UUID | None = None


@use_case(Right.ACCOUNTS)
def list_access(
    session: Session, limit: int | None = None, kept: AccessFilter | None = None
) -> list[LoggedRow]:
    """Return the rows of the log that a filter keeps, newest first."""
    named = {account.uid: account for account in session.scalars(select(Account))}
    statement = select(AccessRow).order_by(AccessRow.n.desc()).limit(limit)
    if kept is not None:
        statement = statement.where(*_conditions(kept))
    return [_row(row, named) for row in session.scalars(statement)]


@use_case(Right.ACCOUNTS, is_logged=False)
def check_log(session: Session) -> str | None:
    """Return what is wrong with the log, as a message; None if no row was changed."""
    broken = next(find_broken(session), None)
    return None if broken is None else broken_words(broken)


def broken_words(row: int) -> str:
    """Return the message for a log that was altered from a row on, with what to do."""
    message = _(
        "From row {row} on, the access log is not as it was written: another program changed, "
        "removed or moved rows. Keep this register and its backups as they are, and tell "
        "headquarters."
    )
    return message.format(row=isolate(str(row)))


def act_words(act: str) -> str:
    """Return the name of an act; the code of one that this version does not know."""
    words = {
        Act.UNLOCK: _("Register opened"),
        Act.UNLOCK_BY_CODE: _("Opening with the recovery code"),
        Act.LOCK: _("Locking"),
        Act.FAILED: _("Failed opening"),
        Act.SEEN: _("Card seen"),
        Act.NAMES_LISTED: _("People listed"),
        Act.SEARCH: _("People searched"),
        Act.EXTRACT: _("Extract given to the person concerned"),
        Act.CHANGE: _("Recorded or changed"),
        Act.IMPORT: _("Import"),
        Act.GIVEN_OUT: _("Issued document"),
        Act.NAMES_OUT: _("Names exported"),
        Act.TABLE: _("Table exported"),
        Act.NOT_MADE: _("Not made"),
        Act.EXCHANGE: _("Exchange"),
        Act.RIGHTS: _("Rights of persons"),
        Act.PURPOSE: _("Purpose of the register"),
        Act.ERASURE: _("Names erased"),
        Act.RETENTION: _("Retention"),
        Act.DESTRUCTION: _("Destruction"),
        Act.CUT: _("Row cut to its hash"),
        Act.ACCOUNT: _("Accounts and log"),
        Act.CONFIRMED: _("Confirmed by a second person"),
        Act.STATION: _("Stations"),
        Act.BACKUP: _("Backup"),
        Act.CHECK: _("Register checked"),
        Act.RESTORE: _("Restoration"),
        Act.HELP: _("Help for a precinct"),
        Act.CLOCK: _("Date confirmed"),
        Act.LOST: _("Last rows of the log missing"),
        Act.REFUSED: _("Act refused"),
    }
    return words.get(Act(act), act) if act in set(Act) else act


def deed_words(act: str, verb: str | None) -> str:
    """Return what was done in a row, by its use case or else by the act: "Recording: meeting".

    Of what was refused, which right lacked; of what was not made, that it was not.
    """
    if act == Act.REFUSED and verb in set(Right):
        return _("Act refused: {right}").format(right=right_words(verb))
    told = None if act in _TOLD_BY_ACT else named_deed(verb)
    if act == Act.NOT_MADE and verb:
        return _("Not made: {act}").format(act=told or act_words(verb))
    return told or act_words(act)


def _conditions(kept: AccessFilter) -> Iterator[ColumnElement[bool]]:
    if kept.account is not None:
        yield AccessRow.account == kept.account
    if kept.act is not None:
        yield AccessRow.act == kept.act
    if kept.record is not None:
        yield AccessRow.record == kept.record
    if kept.first_on is not None:
        yield AccessRow.at >= clock.moment_of(kept.first_on, time.min)
    if kept.last_on is not None:
        yield AccessRow.at < clock.moment_of(kept.last_on + timedelta(days=1), time.min)


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
        who,
        row.account,
    )
