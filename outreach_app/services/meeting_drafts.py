"""Drafts of meetings: to change one, or to start from the last one with the same partners."""

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting, Point, Record, Referral
from outreach_app.queries.meetings import find_last_meeting_with
from outreach_app.queries.records import get_record
from outreach_app.rules.domain_kinds import Count
from outreach_app.rules.domains import DOMAINS
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meetings import COUNTS, MeetingDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.survivors import survivor

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

# Fields of a draft about other records; the rest is copied field by field.
_PARTS = {"attendances", "points", "commitments", "referrals", "follows", "point", "confirmed"}
_PARTNERS = {"raised_by", "partner"}


def draft_of_meeting(session: Session, uid: UUID) -> MeetingDraft:
    """Return the draft of a whole meeting, at its version. Raises NotFound."""
    meeting = get_record(session, Meeting, uid)
    points = [point for point in meeting.points if not point.is_deleted]
    draft = MeetingDraft(
        **_values(meeting, MeetingDraft),
        follows=meeting.follows.uid if meeting.follows else None,
        attendances=_attendances(meeting),
        points=tuple(PointDraft(**_values(point, PointDraft)) for point in points),
        commitments=tuple(
            CommitmentDraft(**_values(row, CommitmentDraft) | _place(row, points))
            for row in meeting.commitments
            if not row.is_deleted
        ),
        referrals=tuple(
            ReferralDraft(**_values(row, ReferralDraft) | _place(row, points))
            for row in meeting.referrals
            if not row.is_deleted
        ),
    )
    return with_counts_confirmed(draft)


def draft_like_last_time(
    session: Session, partners: Collection[UUID], today: date
) -> MeetingDraft | None:
    """Return a draft with the place, kind, channel and partners of the last meeting, or None."""
    last = find_last_meeting_with(session, partners)
    if last is None:
        return None
    before = draft_of_meeting(session, last.uid)
    return MeetingDraft(
        held_on=today,
        kind=before.kind,
        channel=before.channel,
        starts_at=before.starts_at,
        ends_at=before.ends_at,
        place_ar=before.place_ar,
        place_fr=before.place_fr,
        subject_ar=before.subject_ar,
        subject_fr=before.subject_fr,
        attendances=before.attendances,
    )


def _attendances(meeting: Meeting) -> tuple[tuple[UUID, bool], ...]:
    """Return each partner once; of two that were merged, present if either was."""
    found: dict[UUID, bool] = {}
    for row in meeting.attendances:
        if not row.is_deleted:
            uid = survivor(row.partner).uid
            found[uid] = found.get(uid, False) or row.is_present
    return tuple(found.items())


def with_counts_confirmed(draft: MeetingDraft) -> MeetingDraft:
    """Return the draft with every unusually high count confirmed."""
    counts = ((DOMAINS["meeting"][name], getattr(draft, name)) for name in COUNTS)
    odd = (
        number
        for domain, number in counts
        if isinstance(domain, Count) and number is not None and domain.is_odd(number)
    )
    return replace(draft, confirmed=tuple(odd))


def _values(record: Record, draft: "type[DataclassInstance]") -> dict[str, Any]:
    names = (field.name for field in fields(draft))
    return {name: _value(record, name) for name in names if name not in _PARTS}


def _value(record: Record, name: str) -> object:
    value = getattr(record, name)
    return survivor(value).uid if name in _PARTNERS and value is not None else value


def _place(row: Commitment | Referral, points: list[Point]) -> dict[str, Any]:
    return {"point": points.index(row.point) if row.point in points else None}
