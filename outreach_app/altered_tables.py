"""Accounts and elimination lists, which no journal has, against what else the register knows.

The access log has the role in which each account acted and every change of a role, the key file the
role of each slot, the register of issues the digest of each list, and the log its destruction.
A program that has the data key can rewrite all of these together: headquarters then finds the log
changed.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, selectinload

from outreach_app import newest_key_file, vault
from outreach_app.access_log import ROLE_DIFFERS, Act
from outreach_app.actors import Role, account_code
from outreach_app.models import AccessRow, Account, Elimination, EliminationItem
from outreach_app.queries.retention import find_issue
from outreach_app.services.elimination_checks import digest_of_items

_LONGEST = timedelta(hours=1)  # of a destruction, until its row is written
# Acts after which accounts are those of another store: the log of each continues differently.
_OTHER_STORE = ("put_back", "go_on_after_older")
_ROLES = frozenset(role.actor.name.lower() for role in Role)


def altered_roles(session: Session) -> tuple[int, list[str]]:
    """Return how many accounts there are, and which have a role that nobody gave them."""
    accounts = {account.uid: account for account in session.scalars(select(Account))}
    suspects, roles = _read_log(session)
    kept = newest_key_file.find_kept(session)
    labels = {label.uid: label.role for label in vault.labels_in(kept)} if kept else {}
    for uid, account in accounts.items():
        role = Role(account.role)
        if labels.get(uid, role) != role or roles.get(uid, _acting(role)) != _acting(role):
            suspects.add(uid)
    codes = {uid: account_code(Role(it.role), it.number) for uid, it in accounts.items()}
    return len(accounts), sorted(codes[uid] for uid in suspects if uid in codes)


def altered_lists(session: Session) -> tuple[int, list[str]]:
    """Return how many elimination lists there are, and which say something else than was done."""
    rows = select(AccessRow.record, AccessRow.at).where(
        AccessRow.act == Act.DESTRUCTION.value, AccessRow.verb == "destroy_listed"
    )
    done: dict[UUID, datetime] = {uid: at for uid, at in session.execute(rows) if uid is not None}
    # What was redacted from the log, or destroyed of the register of issues, is no evidence.
    cut = session.scalar(select(func.max(AccessRow.at)).where(AccessRow.act == Act.CUT.value))
    lists = session.scalars(select(Elimination).options(selectinload(Elimination.items))).all()
    gone = done.keys() - {each.uid for each in lists}
    wrong = [each.uid for each in lists if _is_altered(session, each, done.get(each.uid), cut)]
    return len(lists), sorted(map(str, (*wrong, *gone)))


def _read_log(session: Session) -> tuple[set[UUID], dict[UUID, str]]:
    """Return the accounts whose role changed without a row that says so.

    And the role in which each last acted. A row of the program itself, of a failed attempt, or one
    that was cut names no role of an account.
    """
    suspects, last = set[UUID](), dict[UUID, str]()
    rows = select(
        AccessRow.act, AccessRow.verb, AccessRow.account, AccessRow.role, AccessRow.record
    ).order_by(AccessRow.n)
    for act, verb, account, role, record in session.execute(rows):
        if act == Act.RESTORE and verb is not None and verb.startswith(_OTHER_STORE):
            last.clear()
        elif record is not None and (act, verb) == (Act.ACCOUNT, "change_role"):
            last.pop(record, None)
            suspects.discard(record)
        elif record is not None and (act, verb) == (Act.ACCOUNT, ROLE_DIFFERS):
            suspects.add(record)
        elif account is not None and role in _ROLES:
            if last.setdefault(account, role) != role:
                suspects.add(account)
            last[account] = role
    return suspects, last


def _is_altered(
    session: Session, elimination: Elimination, logged: datetime | None, cut: datetime | None
) -> bool:
    if elimination.digest != digest_of_items(elimination):
        return True
    destroyed = elimination.destroyed_at
    if destroyed is None:
        return logged is not None
    if logged is None:
        is_told = cut is not None and destroyed <= cut
    else:
        is_told = logged - _LONGEST <= destroyed <= logged + timedelta(seconds=1)
    is_issued = find_issue(session, elimination) is not None or _are_issues_destroyed(session)
    return not (is_told and is_issued)


def _are_issues_destroyed(session: Session) -> bool:
    carried_out = Elimination.destroyed_at.is_not(None)
    issues = (EliminationItem.entity == "issue", EliminationItem.elimination_id == Elimination.id)
    return bool(session.scalar(select(exists().where(*issues, carried_out))))


def _acting(role: Role) -> str:
    """Return the role as the log has it."""
    return role.actor.name.lower()
