"""Use case of erasure (law 09-08): a name and its contacts leave the store and its journal."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.erased_lines import erase_values
from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import Identity, SavedDraft
from outreach_app.queries.namesakes import list_identities
from outreach_app.rights import Right, use_case
from outreach_app.search import upkeep
from outreach_app.services.saved_filters import forget_names

# The fields of a partner that can hold a name, a contact or an address.
NAMING = ("name_ar", "name_fr", "phone", "place")


@use_case(Right.ANSWER_CLAIMS)
def erase_identity(session: Session, holder: UUID) -> tuple[str, ...]:
    """Erase the name and contacts of a person, or of a practice that is named after one.

    The organisation, the capacity and the notes stay, under no name; so do no earlier events of a
    practice that held the name. Other stations erase it when the event reaches them. Once this is
    committed, call `upkeep.purge`, which takes long and removes the last traces from the disk;
    earlier backups hold them until rotation deletes those. Returns the erased strings, so that the
    screen can drop them. Raises NotFound.
    """
    identities = list_identities(session, holder)
    if not identities:
        raise NotFound(_("There is no name to erase: it has already been erased."))
    return tuple(name for identity in identities for name in erase_one(session, identity))


def has_name(session: Session, holder: UUID) -> bool:
    """Return whether there is a name to erase: a person's, or of a practice named after one."""
    return bool(list_identities(session, holder))


def forget_typed(session: Session, names: Collection[str]) -> None:
    """Discard drafts and filters, which are not journaled, that contain one of these names."""
    for draft in session.scalars(select(SavedDraft)):
        if any(name.encode() in draft.content for name in names):
            session.delete(draft)
    forget_names(session, names)


def erase_one(session: Session, identity: Identity) -> tuple[str, ...]:
    """Erase one name; return the erased strings."""
    person, partner = identity.person, identity.partner
    values = (identity.name_ar, identity.name_fr, identity.phone, identity.email)
    others = (identity.others or "").splitlines()
    names = tuple(value for value in (*values, *others, identity.note, identity.place) if value)
    journal.purge(session, identity)
    forget_typed(session, names)
    for holder in (person, partner):
        if holder is not None:
            session.expire(holder)
            upkeep.forget_name(session, holder)
    if partner is not None:
        # Earlier events of the practice may hold the name, from before it was recorded as a
        # person's.
        erase_values(session.connection(), journal.events_of(session, partner.uid), NAMING)
    return names
