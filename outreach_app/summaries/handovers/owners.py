"""Owners of the promises in a handover file: a service or partners."""

from sqlalchemy.orm import Session

from outreach_app.models import Commitment
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.records import get_record
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.handovers.namesakes import Namesakes
from outreach_app.survivors import survivor


def authority_of(session: Session, row: CommitmentRow) -> str | None:
    """Return the service that owes a promise, None if it was not noted or is not a service's."""
    if row.owner != CommitmentOwner.AUTHORITY:
        return None
    return get_record(session, Commitment, row.uid).authority


def debtors_of(session: Session, row: CommitmentRow, names: Namesakes) -> tuple[PartnerFacts, ...]:
    """Return the partner that owes a promise; where none was noted, those that were present."""
    if row.owner != CommitmentOwner.PARTNER:
        return ()
    promise = get_record(session, Commitment, row.uid)
    if promise.partner is not None:
        return (names.told(promise.partner),)
    if promise.meeting is None:
        raised_by = promise.point and promise.point.raised_by
        return (names.told(raised_by),) if raised_by else ()
    present = (
        survivor(each.partner)
        for each in promise.meeting.attendances
        if each.is_present and not each.is_deleted
    )
    return tuple(names.told(partner) for partner in dict.fromkeys(present))
