"""Use case of erasure (law 09-08): a name and its contacts leave the store and its journal."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.erased_lines import erase_values
from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import Identity, Partner, Person, SavedDraft
from outreach_app.rights import Right, use_case
from outreach_app.search import upkeep
from outreach_app.services.saved_filters import forget_names
from outreach_app.survivors import group_ids

# What of a partner a name or a contact may stand in.
NAMING = ("name_ar", "name_fr", "phone")


@use_case(Right.RIGHTS_ANSWER)
def erase_identity(session: Session, holder: UUID) -> tuple[str, ...]:
    """Erase the name and contacts of a person, or of a practice that is named after one.

    The body, the capacity and what was said stay, under no name; what the events of a practice said
    before it was known to be a person's goes too. The other stations erase it when the event
    reaches them. Once this is committed, `upkeep.purge`, which takes long, takes the last of
    it off the disk; backups made before hold it until rotation drops them. Returns what was erased,
    for the screen to forget too. Raises NotFound.
    """
    identities = _identities_of(session, holder)
    if not identities:
        raise NotFound(_("There is no name to erase: it was erased already."))
    return tuple(name for identity in identities for name in erase_one(session, identity))


def has_name(session: Session, holder: UUID) -> bool:
    """Whether there is a name to erase: of a person, or of a practice that is named after one."""
    return bool(_identities_of(session, holder))


def forget_typed(session: Session, names: Collection[str]) -> None:
    """Throw away what was typed here and never journaled, and holds one of these names."""
    for draft in session.scalars(select(SavedDraft)):
        if any(name.encode() in draft.content for name in names):
            session.delete(draft)
    forget_names(session, names)


def erase_one(session: Session, identity: Identity) -> tuple[str, ...]:
    """Erase one name, and say what of it."""
    person, partner = identity.person, identity.partner
    values = (identity.name_ar, identity.name_fr, identity.phone, identity.email)
    others = (identity.others or "").splitlines()
    names = tuple(value for value in (*values, *others, identity.note) if value)
    journal.purge(session, identity)
    forget_typed(session, names)
    for holder in (person, partner):
        if holder is not None:
            session.expire(holder)
            upkeep.forget_name(session, holder)
    if partner is not None:
        # Its own events may say the name, of when nobody had said yet that it is a person's.
        erase_values(session.connection(), journal.events_of(session, partner.uid), NAMING)
    return names


def _identities_of(session: Session, holder: UUID) -> list[Identity]:
    """Return those of the holder and of all that was merged with it: the same names stand there.

    What holds a body's contacts alone names nobody.
    """
    statement = select(Identity).where(
        or_(
            Identity.person_id.in_(group_ids(session, Person, [holder])),
            Identity.partner_id.in_(group_ids(session, Partner, [holder])),
        ),
        or_(Identity.name_ar.is_not(None), Identity.name_fr.is_not(None)),
    )
    return list(session.scalars(statement))
