"""Roles that act on a store; never an officer's name."""

from collections.abc import Collection, Sequence
from enum import Enum, StrEnum
from uuid import UUID

from outreach_app.i18n import gettext as _


class Actor(Enum):
    """The role that an event names in `by`; the uids are part of the file contract.

    HEADQUARTERS is headquarters' administrator.
    """

    CHIEF = UUID("0198f000-0000-7000-8000-000000000001")
    PROGRAM = UUID("0198f000-0000-7000-8000-000000000002")
    HEADQUARTERS = UUID("0198f000-0000-7000-8000-000000000003")
    DEPUTY = UUID("0198f000-0000-7000-8000-000000000004")
    SECRETARY = UUID("0198f000-0000-7000-8000-000000000005")
    READER = UUID("0198f000-0000-7000-8000-000000000006")
    ANALYST = UUID("0198f000-0000-7000-8000-000000000007")


# Who acts in a session that no store opened: the role with the fewest rights.
UNKNOWN = Actor.READER
# Who reads a copy of a store, whatever the account may do in the store itself.
OF_A_COPY = Actor.READER
HEADQUARTERS_ACTORS = frozenset({Actor.HEADQUARTERS, Actor.ANALYST})


class Role(StrEnum):
    """The role of an account: the first three are a precinct's, the last two headquarters'.

    A reader has the same part in both.
    """

    CHIEF = "chief"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    READER = "reader"
    ADMINISTRATOR = "administrator"
    ANALYST = "analyst"

    @property
    def actor(self) -> Actor:
        """The actor that an account of this role acts as."""
        return Actor.HEADQUARTERS if self is Role.ADMINISTRATOR else Actor[self.name]

    @property
    def administers(self) -> bool:
        """Whether an account of this role adds, changes and removes accounts."""
        return self in (Role.CHIEF, Role.ADMINISTRATOR)


PRECINCT_ROLES = (Role.CHIEF, Role.DEPUTY, Role.SECRETARY, Role.READER)
HEADQUARTERS_ROLES = (Role.ADMINISTRATOR, Role.ANALYST, Role.READER)


def roles_beside(present: Collection[Role]) -> Sequence[Role]:
    """Return the roles of the kind of office that has accounts of these; all if it has none yet."""
    if not present:
        return tuple(Role)
    return HEADQUARTERS_ROLES if Role.ADMINISTRATOR in present else PRECINCT_ROLES


def account_code(role: Role, number: int) -> str:
    """Return the name of an account on the command line, such as `deputy-1`."""
    return f"{role.value}-{number}"


def role_words(role: Role) -> str:
    """Return the name of a role in the current language."""
    return {
        Role.CHIEF: _("head of the precinct"),
        Role.DEPUTY: _("deputy"),
        Role.SECRETARY: _("secretary"),
        Role.READER: _("reader"),
        Role.ADMINISTRATOR: _("administrator"),
        Role.ANALYST: _("analyst"),
    }[role]


def account_words(role: Role, number: int) -> str:
    """Return the name of an account in the current language; the first of a role has no number."""
    words = role_words(role)
    return words if number == 1 else f"{words} {number}"
