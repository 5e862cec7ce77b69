"""Use case of erasure (law 09-08): a name and its contacts leave the store and its journal."""

from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from outreach_app import journal, search, search_index
from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import Attendance, Identity, Meeting, Partner, Person, SavedDraft
from outreach_app.survivors import group_ids


def erase_identity(session: Session, holder: UUID) -> None:
    """Erase the name and contacts of a person, or of a practice that is named after one.

    The body, the capacity and what was said stay, under no name. The other stations erase it when
    the event reaches them. Once this is committed, `Database.checkpoint` takes the last of it off
    the disk; backups made before hold it until rotation drops them. Raises NotFound.
    """
    identities = _identities_of(session, holder)
    if not identities:
        raise NotFound(_("There is no name to erase: it was erased already."))
    for identity in identities:
        _erase(session, identity)
    search.optimize(session)


def _erase(session: Session, identity: Identity) -> None:
    person, partner = identity.person, identity.partner
    names = (identity.name_ar, identity.name_fr, identity.phone, identity.email)
    journal.purge(session, identity)
    for draft in session.scalars(select(SavedDraft)):
        if any(name and name.encode() in draft.content for name in names):
            session.delete(draft)
    if person is not None:
        session.expire(person)
        search_index.index(session, person)
    if partner is not None:
        session.expire(partner)
        search_index.index(session, partner)
        for meeting in _meetings_with(session, partner):
            search_index.index(session, meeting)


def _identities_of(session: Session, holder: UUID) -> list[Identity]:
    """Of the holder and of all that was merged with it: the same names stand there too."""
    statement = select(Identity).where(
        or_(
            Identity.person_id.in_(group_ids(session, Person, [holder])),
            Identity.partner_id.in_(group_ids(session, Partner, [holder])),
        )
    )
    return list(session.scalars(statement))


def _meetings_with(session: Session, partner: Partner) -> list[Meeting]:
    group = group_ids(session, Partner, [partner.uid])
    attended = select(Attendance.meeting_id).where(Attendance.partner_id.in_(group))
    return list(session.scalars(select(Meeting).where(Meeting.id.in_(attended))))
