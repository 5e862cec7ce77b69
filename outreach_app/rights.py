"""Who may do what: one table of roles and rights, asked at the entry of every use case."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import ParamSpec, TypeVar

from sqlalchemy import event, false
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from outreach_app.actors import Actor, Role, role_words
from outreach_app.database import Database, StoreSession
from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Identity, SavedDraft

P = ParamSpec("P")
T = TypeVar("T")


class Right(StrEnum):
    """What a role may be allowed to do; each use case asks for one."""

    LOOK = "look"
    DESK = "desk"
    OWN_PASSPHRASE = "own_passphrase"  # noqa: S105 - the name of a right
    NAMES = "names"
    RECORD = "record"
    REMOVE = "remove"
    BRING_IN = "bring_in"
    ISSUE = "issue"
    NAMES_OUT = "names_out"
    EXCHANGE = "exchange"
    ANSWER = "answer"
    CATALOGUE = "catalogue"
    STATIONS = "stations"
    RIGHTS_NOTE = "rights_note"
    RIGHTS_ANSWER = "rights_answer"
    RETENTION = "retention"
    OFFICE = "office"
    ACCOUNTS = "accounts"
    KEEP_SAFE = "keep_safe"
    RESTORE = "restore"
    HELP_OUT = "help_out"


_ALL = frozenset(Actor)
_HEADQUARTERS = frozenset({Actor.HEADQUARTERS, Actor.ANALYST})
_LEADERS = frozenset({Actor.CHIEF, Actor.DEPUTY, Actor.HEADQUARTERS})
_WRITERS = frozenset({Actor.CHIEF, Actor.DEPUTY, Actor.SECRETARY})
_ADMINISTRATORS = frozenset({Actor.CHIEF, Actor.HEADQUARTERS})

# Headquarters' administrator may all that concerns its own records: publications, findings.
HOLDERS: dict[Right, frozenset[Actor]] = {
    Right.LOOK: _ALL,
    Right.DESK: _ALL,
    Right.OWN_PASSPHRASE: _ALL,
    Right.NAMES: _WRITERS | {Actor.HEADQUARTERS},
    Right.RECORD: _WRITERS | _HEADQUARTERS,
    Right.REMOVE: _LEADERS,
    Right.BRING_IN: _WRITERS | _HEADQUARTERS,
    Right.ISSUE: _WRITERS | _HEADQUARTERS,
    Right.NAMES_OUT: _LEADERS,
    Right.EXCHANGE: _WRITERS | _HEADQUARTERS,
    Right.ANSWER: _HEADQUARTERS,
    Right.CATALOGUE: frozenset({Actor.HEADQUARTERS}),
    Right.STATIONS: _ADMINISTRATORS,
    Right.RIGHTS_NOTE: _WRITERS | {Actor.HEADQUARTERS},
    Right.RIGHTS_ANSWER: _LEADERS,
    Right.RETENTION: _LEADERS,
    Right.OFFICE: _ADMINISTRATORS,
    Right.ACCOUNTS: _ADMINISTRATORS,
    Right.KEEP_SAFE: _WRITERS | _HEADQUARTERS,
    Right.RESTORE: _ADMINISTRATORS,
    Right.HELP_OUT: frozenset({Actor.HEADQUARTERS}),
}
# Every use case by its module and name, as the decorator below finds it.
USE_CASES: dict[str, Right] = {}


def may(actor: Actor, right: Right) -> bool:
    """Tell whether a role has a right; the program itself has every one."""
    return actor is Actor.PROGRAM or actor in HOLDERS[right]


def allows(session: Session, right: Right) -> bool:
    """Tell whether who reads or writes in this session has a right."""
    return may(session.info.get("actor", Actor.PROGRAM), right)


def require(actor: Actor, right: Right) -> None:
    """Raise NotAllowed (`not_allowed_role`) where a role lacks a right."""
    if not may(actor, right):
        message = _("This account may not do that ({right}). Accounts that may: {roles}.")
        roles = (role for role in Role if role.actor in HOLDERS[right])
        message = message.format(right=right_words(right), roles=" · ".join(map(role_words, roles)))
        raise NotAllowed(message, code="not_allowed_role", details={"right": right})


def use_case(right: Right) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let only roles with this right run a function whose first argument is a session or store.

    What one use case calls to do its work is not asked again: a secretary who undoes an import
    deletes what it brought.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        USE_CASES[f"{function.__module__}.{function.__name__}"] = right

        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> T:
            place = args[0]
            if isinstance(place, Database):
                require(place.actor, right)
                return function(*args, **kwargs)
            info = place.info if isinstance(place, Session) else {}
            if info.get("is_in_use_case"):
                return function(*args, **kwargs)
            require(info.get("actor", Actor.PROGRAM), right)
            info["is_in_use_case"] = True
            try:
                return function(*args, **kwargs)
            finally:
                info["is_in_use_case"] = False

        return run

    return decorate


@event.listens_for(StoreSession, "do_orm_execute")
def _withhold(state: ORMExecuteState) -> None:
    """Leave out names where a role may not see them, and drafts where it may not record.

    A person is then shown by capacity and a practice by profession, as headquarters sees them.
    """
    for model, right in ((Identity, Right.NAMES), (SavedDraft, Right.RECORD)):
        if state.is_select and not allows(state.session, right):
            state.statement = state.statement.options(with_loader_criteria(model, false()))


def right_words(right: Right) -> str:
    """Return what a right is to, as an action."""
    return {
        Right.LOOK: _("read lists, figures and previews"),
        Right.DESK: _("keep drafts and filters"),
        Right.OWN_PASSPHRASE: _("change its own passphrase"),
        Right.NAMES: _("see names and contacts"),
        Right.RECORD: _("record and change meetings, partners and follow-up"),
        Right.REMOVE: _("delete, restore and merge records"),
        Right.BRING_IN: _("import lists and undo imports"),
        Right.ISSUE: _("give out documents"),
        Right.NAMES_OUT: _("give out names: prints, tables, contact cards"),
        Right.EXCHANGE: _("write and import exchange files"),
        Right.ANSWER: _("answer the precincts"),
        Right.CATALOGUE: _("word the catalogue"),
        Right.STATIONS: _("enrol and revoke stations"),
        Right.RIGHTS_NOTE: _("note that a person was informed, or asked something"),
        Right.RIGHTS_ANSWER: _("answer requests of persons, erase names"),
        Right.RETENTION: _("propose and carry out eliminations"),
        Right.OFFICE: _("change the office and its rules"),
        Right.ACCOUNTS: _("administer accounts, read the access log"),
        Right.KEEP_SAFE: _("make backups, check the register"),
        Right.RESTORE: _("put back a backup"),
        Right.HELP_OUT: _("open a precinct's register at its request"),
    }[right]
