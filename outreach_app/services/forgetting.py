"""Withdrawal of the names of people who were not informed in time, to the trash and then for good.

The program does this (L6) when an account that may erase names opens a store, after warning of the
day; for a month it can be undone.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from outreach_app.access_log import Act, note
from outreach_app.actors import Actor
from outreach_app.clock_leaps import CONFIRMS
from outreach_app.database import Database
from outreach_app.errors import Conflict, NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import Identity, Person
from outreach_app.queries.days import day_of_deadlines, day_of_uid, day_of_version
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.queries.trash import select_forgotten
from outreach_app.rights import Right, may, use_case
from outreach_app.rules.delays import day_to_erase, day_to_forget
from outreach_app.services.erasure import erase_one
from outreach_app.services.people import warn_a_week
from outreach_app.survivors import survivor


def keep_deadlines(database: Database) -> None:
    """Withdraw names whose deadline has passed, if the open account may erase names.

    The log records their number. An opening by any other account, under whatever clock, changes
    nothing.
    """
    if not may(database.actor, CONFIRMS):
        return
    with database.write(Actor.PROGRAM) as session:
        done = {
            "forget_uninformed": forget_uninformed(session),
            "erase_forgotten": erase_forgotten(session),
        }
    if any(done.values()):
        with database.write() as session:
            for verb, count in done.items():
                if count:
                    note(session, Act.ERASURE, verb=verb, count=count)


def forget_uninformed(session: Session) -> int:
    """Move the names of people not informed in time to the trash; return their number.

    The capacity and the organisation stay. Only this office's names: others keep their own. A
    merged person goes with the one that it was merged into, which is the one that Today lists.
    """
    today = day_of_deadlines(session)
    uninformed = session.scalars(_select_uninformed(session))
    people = [person for person in uninformed if _is_over(survivor(person), today)]
    for person in people:
        if person.identity is not None:
            _set_deleted(session, person, person.identity, is_deleted=True)
    return len(people)


def erase_forgotten(session: Session) -> int:
    """Erase the names that were in the trash for a month, uninformed; return their number.

    Counted from the day in the trash: a store that was not opened for a year gives that month too.
    """
    today = day_of_deadlines(session)
    own = get_own_office(session).id
    over = [
        identity
        for identity in session.scalars(select_forgotten().where(Identity.office_id == own))
        if day_to_erase(day_of_version(identity.version)) <= today
    ]
    for identity in over:
        erase_one(session, identity)
    return len(over)


def warn_again(session: Session) -> None:
    """Give the uninformed people of a restored store a week of warning, as restored names have.

    What was recorded of their information since the backup is lost.
    """
    for person in session.scalars(_select_uninformed(session)):
        warn_a_week(session, person)


@use_case(Right.REMOVE)
def restore_name(session: Session, uid: UUID) -> None:
    """Restore a name from the trash; its holder must be informed at once.

    Raises NotFound, and Conflict if another name was recorded since.
    """
    person = get_record(session, Person, uid)
    lying = _lying_of(session, person)
    if not lying:
        raise NotFound(_("There is no name to restore: it has already been erased."))
    if person.identity is not None:
        raise Conflict(_("Another name has been recorded for this person since: it is kept."))
    _set_deleted(session, person, lying[-1], is_deleted=False)
    warn_a_week(session, person)


def _select_uninformed(session: Session) -> Select[Person]:
    """Select this office's people whose names are kept although they were not informed."""
    return (
        select(Person)
        .join(Person.identity)
        .where(Person.office_id == get_own_office(session).id, ~Person.is_deleted)
        .where(Person.informed_on.is_(None), Person.inform_by.is_not(None))
        .where(Identity.name_ar.is_not(None) | Identity.name_fr.is_not(None))
    )


def _is_over(person: Person, today: date) -> bool:
    """Return whether a person was not informed, and Today warned of it for a week."""
    if person.informed_on is not None or person.inform_by is None:
        return False
    return day_to_forget(person.inform_by, day_of_uid(person.uid)) <= today


def _set_deleted(session: Session, person: Person, name: Identity, *, is_deleted: bool) -> None:
    """Delete a name or restore it, and have the person indexed again."""
    name.is_deleted = is_deleted
    session.flush()
    session.expire(person, ["identity"])


def _lying_of(session: Session, person: Person) -> Sequence[Identity]:
    statement = select_forgotten().where(Identity.person_id == person.id)
    return session.scalars(statement.order_by(Identity.id)).all()
