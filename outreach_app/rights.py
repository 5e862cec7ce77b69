"""The rights of roles: one table, checked at the start of every use case."""

from collections.abc import Callable, Collection, Sequence
from contextlib import nullcontext
from enum import StrEnum
from functools import partial, wraps
from typing import ParamSpec, TypeVar
from uuid import UUID

from sqlalchemy import event, false, select
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from outreach_app.access_log import Act, note
from outreach_app.actors import HEADQUARTERS_ACTORS, Actor, Role, role_words, roles_beside
from outreach_app.database import Database, StoreSession, state_of
from outreach_app.due_notes import due_note
from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Account, Identity, SavedDraft
from outreach_app.refused_acts import noted
from outreach_app.right_words import right_words
from outreach_app.rows_apart import note_seen
from outreach_app.taken_out import names_taken_out

P = ParamSpec("P")
T = TypeVar("T")


class Right(StrEnum):
    """What a role can be allowed to do; each use case requires one."""

    READ = "read"
    KEEP_DRAFTS = "keep_drafts"
    OWN_PASSPHRASE = "own_passphrase"  # noqa: S105 - the name of a right
    NAMES = "names"
    RECORD = "record"
    REMOVE = "remove"
    IMPORT = "import"
    ISSUE = "issue"
    NAMES_OUT = "names_out"
    PUBLISH = "publish"
    EXCHANGE = "exchange"
    ANSWER = "answer"
    CATALOGUE = "catalogue"
    STATIONS = "stations"
    NOTE_CLAIMS = "note_claims"
    ANSWER_CLAIMS = "answer_claims"
    RETENTION = "retention"
    DESTROY = "destroy"
    OFFICE = "office"
    PURPOSE = "purpose"
    ACCOUNTS = "accounts"
    BACK_UP = "back_up"
    RESTORE = "restore"
    ANSWER_RECOVERY = "answer_recovery"


# How the access log names the use of a right. Viewing lists and keeping drafts is not logged;
# viewing a person's card is.
_ACTS = {
    Right.OWN_PASSPHRASE: Act.ACCOUNT,
    Right.NAMES: Act.SEEN,
    Right.RECORD: Act.CHANGE,
    Right.REMOVE: Act.CHANGE,
    Right.IMPORT: Act.IMPORT,
    Right.ISSUE: Act.GIVEN_OUT,
    Right.NAMES_OUT: Act.NAMES_OUT,
    Right.PUBLISH: Act.GIVEN_OUT,
    Right.EXCHANGE: Act.EXCHANGE,
    Right.ANSWER: Act.CHANGE,
    Right.CATALOGUE: Act.CHANGE,
    Right.STATIONS: Act.STATION,
    Right.NOTE_CLAIMS: Act.RIGHTS,
    Right.ANSWER_CLAIMS: Act.RIGHTS,
    Right.RETENTION: Act.RETENTION,
    Right.DESTROY: Act.DESTRUCTION,
    Right.OFFICE: Act.CHANGE,
    Right.PURPOSE: Act.PURPOSE,
    Right.ACCOUNTS: Act.ACCOUNT,
    Right.RESTORE: Act.RESTORE,
    Right.ANSWER_RECOVERY: Act.HELP,
}
# Rights to view, which write nothing. Any other, except giving names out, is only a trial run in a
# session that just reads.
_SEEN = frozenset({Right.NAMES, Right.ACCOUNTS})
_ALL = frozenset(Actor)
_LEADERS = frozenset({Actor.CHIEF, Actor.DEPUTY, Actor.HEADQUARTERS})
_WRITERS = frozenset({Actor.CHIEF, Actor.DEPUTY, Actor.SECRETARY})
_ADMINISTRATORS = frozenset({Actor.CHIEF, Actor.HEADQUARTERS})

# Headquarters' administrator has every right over its own records: publications, findings.
HOLDERS: dict[Right, frozenset[Actor]] = {
    Right.READ: _ALL,
    Right.KEEP_DRAFTS: _ALL,
    Right.OWN_PASSPHRASE: _ALL,
    Right.NAMES: _WRITERS | {Actor.HEADQUARTERS},
    Right.RECORD: _WRITERS | HEADQUARTERS_ACTORS,
    Right.REMOVE: _LEADERS,
    Right.IMPORT: _WRITERS | HEADQUARTERS_ACTORS,
    Right.ISSUE: _WRITERS | HEADQUARTERS_ACTORS,
    Right.NAMES_OUT: _LEADERS,
    Right.PUBLISH: _ADMINISTRATORS,
    Right.EXCHANGE: _WRITERS | HEADQUARTERS_ACTORS,
    Right.ANSWER: HEADQUARTERS_ACTORS,
    Right.CATALOGUE: frozenset({Actor.HEADQUARTERS}),
    Right.STATIONS: _ADMINISTRATORS,
    Right.NOTE_CLAIMS: _WRITERS | {Actor.HEADQUARTERS},
    Right.ANSWER_CLAIMS: _LEADERS,
    Right.RETENTION: _LEADERS,
    Right.DESTROY: _ADMINISTRATORS,
    Right.OFFICE: _ADMINISTRATORS,
    Right.PURPOSE: _ADMINISTRATORS,
    Right.ACCOUNTS: _ADMINISTRATORS,
    Right.BACK_UP: _WRITERS | HEADQUARTERS_ACTORS,
    Right.RESTORE: _ADMINISTRATORS,
    Right.ANSWER_RECOVERY: frozenset({Actor.HEADQUARTERS}),
}
# Every use case by its module and name, registered by the decorator below.
USE_CASES: dict[str, Right] = {}


def may(actor: Actor, right: Right) -> bool:
    """Return whether a role has a right; the program itself has every one."""
    return actor is Actor.PROGRAM or actor in HOLDERS[right]


def allows(session: Session, right: Right) -> bool:
    """Return whether the actor of this session has a right."""
    return may(state_of(session).actor, right)


def require_role(session: Session, actor: Actor, right: Right, account: str = "") -> None:
    """Raise NotAllowed (`not_allowed_role`) if a role lacks a right.

    `account` names another account than the open one, of which the message then speaks.
    """
    if not may(actor, right):
        present = [Role(role) for role in session.scalars(select(Account.role))]
        message = _(
            "This account does not have permission for this ({right}). Accounts that do: {roles}."
        )
        if account:
            message = _(
                "The account {account} does not have permission for this ({right}). Accounts that "
                "do: {roles}."
            )
        if not (roles := holder_words(right, present)):
            message = _(
                "This account does not have permission for this ({right}): only headquarters does."
            )
        if (place := state_of(session).database) is not None and place.is_copy:
            message = _(
                "A backup opened to be read does not permit this, whatever the account ({right})."
            )
        message = message.format(right=right_words(right), roles=roles, account=account)
        raise NotAllowed(message, code="not_allowed_role", details={"right": right})


def holder_words(right: Right, present: Collection[Role]) -> str:
    """Name the roles with a right, of the kind of office that has accounts of these roles."""
    holders = (role for role in roles_beside(present) if role.actor in HOLDERS[right])
    return " · ".join(map(role_words, holders))


def take_up_role(session: Session) -> Actor:
    """Return the actor, by the role that the account has now; the session adopts it.

    In a register on a server, an administrator may have changed or removed the account since it was
    opened; in a file nobody else can. Raises NotAllowed (`account_removed`).
    """
    state = state_of(session)
    database = state.database
    if state.actor is Actor.PROGRAM or database is None:
        return state.actor
    if database.account is None or not database.is_on_server:
        return state.actor
    account = session.get(Account, database.account)
    now = Role(account.role).actor if account else Actor.READER
    state.actor = database.actor = now
    if account is None:
        message = _(
            "This account was removed at another computer: it can no longer record anything. Copy "
            "what you typed, lock the register, and ask the administrator of the accounts."
        )
        raise NotAllowed(message, code="account_removed")
    return now


def require(place: Database | Session, right: Right) -> None:
    """Raise NotAllowed (`not_allowed_role`) if the role that the account has now lacks a right.

    The refusal is a row of the log.
    """
    if isinstance(place, Database):
        with place.read() as session:
            require(session, right)
        return
    with noted(place, right):
        _require_now(place, right)


def _require_now(place: Session, right: Right) -> None:
    before = state_of(place).actor
    now = take_up_role(place)
    if now is not before and not may(now, right):
        message = _(
            "The role of this account was changed at another computer: it no longer has "
            "permission for this ({right}). Nothing was recorded. What you typed is still here: "
            "copy it, or keep it as a draft until the role is changed back."
        )
        message = message.format(right=right_words(right))
        raise NotAllowed(message, code="not_allowed_role", details={"right": right})
    require_role(place, now, right)


def use_case(right: Right, *, is_logged: bool = True) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Require a right to run a function whose first argument is a session or store.

    Use cases that it calls are not checked again: a secretary who undoes an import deletes what it
    brought. The act is logged, in the same transaction if there is one, unless what it calls logs
    it. If the log cannot be written, names are neither shown nor sent; nor if the path is a
    register's own, which no row tells. Raises TypeError if the first argument is neither.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        USE_CASES[f"{function.__module__}.{function.__name__}"] = right

        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> T:
            place = args[0]
            if isinstance(place, Database):
                require(place, right)
                act = _ACTS.get(right) if is_logged else None
                return _on_store(place, act, partial(function, *args, **kwargs), args[1:])
            if not isinstance(place, StoreSession):
                raise TypeError(f"{function.__qualname__} takes a session or a store first")
            if place.state.is_in_use_case:
                return function(*args, **kwargs)
            require(place, right)
            goes_out = right is Right.NAMES_OUT
            with names_taken_out(place, function.__name__, args) if goes_out else nullcontext():
                place.state.is_in_use_case = True
                try:
                    answer = function(*args, **kwargs)
                finally:
                    place.state.is_in_use_case = False
            if is_logged and not goes_out:
                _log(place, right, function.__name__, (*args[1:], answer))
            return answer

        return run

    return decorate


def _on_store(
    database: Database, act: Act | None, work: "partial[T]", given: Sequence[object]
) -> T:
    """Run a use case on a whole store, and log it with its first change."""
    if act is None:
        return work()
    with due_note(database, act, work.func.__name__, _record_in(given)) as due:
        answer = work()
    if not due.is_written:
        with database.write() as session:
            note(session, act, verb=due.verb, record=_record_in((*given, answer)))
    return answer


def _log(place: StoreSession, right: Right, verb: str, given: Sequence[object]) -> None:
    """Log a use case in its own transaction, or in a separate one if it wrote nothing."""
    act = _ACTS.get(right)
    if act is None:
        return
    record = _record_in(given)
    if place.state.is_writing:
        note(place, act, verb=verb, record=record)
    elif (database := place.state.database) is not None and right in _SEEN:
        note_seen(database, act, [record], verb=verb)


def _record_in(given: Sequence[object]) -> UUID | None:
    """Return the uid of the first record among these values."""
    records = (each if isinstance(each, UUID) else getattr(each, "uid", None) for each in given)
    return next((each for each in records if isinstance(each, UUID)), None)


@event.listens_for(StoreSession, "do_orm_execute")
def _withhold(state: ORMExecuteState) -> None:
    """Leave out names if the role may not see them, and drafts if it may not record.

    A person is then shown by capacity and a practice by profession, as headquarters sees them.
    Within a use case nothing is left out: an import must find who is recorded, and a draft that is
    saved the one it replaces.
    """
    if not state.is_select or state_of(state.session).is_in_use_case:
        return
    for model, right in ((Identity, Right.NAMES), (SavedDraft, Right.RECORD)):
        if not allows(state.session, right):
            state.statement = state.statement.options(with_loader_criteria(model, false()))
