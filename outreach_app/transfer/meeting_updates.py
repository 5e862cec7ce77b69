"""Updates of a meeting by a file that brought it before: only what nobody changed since."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import ImportedRecord, Meeting, Record
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import MeetingDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft

RowT = TypeVar("RowT", PointDraft, CommitmentDraft, ReferralDraft)
FollowingT = TypeVar("FollowingT", CommitmentDraft, ReferralDraft)


def updated(
    session: Session, known: Meeting, draft: MeetingDraft, given: frozenset[str]
) -> MeetingDraft:
    """Return the meeting as stored, with the fields that the file gives.

    Rows that a person changed since the import, or added, stay.
    """
    stored = draft_of_meeting(session, known.uid)
    kept = _kept_uids(session, known)
    points = _merged(stored.points, draft.points, kept, lambda row: (row.topic, row.text))
    commitments = _merged(stored.commitments, draft.commitments, kept, lambda row: row.text)
    referrals = _merged(
        stored.referrals, draft.referrals, kept, lambda row: (row.destination, row.topic)
    )
    places = {point.uid: place for place, point in enumerate(points)}

    def placed(row: FollowingT) -> FollowingT:
        """Return a stored row with the new index of its point."""
        if row.uid not in kept or row.point is None:
            return row
        return replace(row, point=places.get(stored.points[row.point].uid))

    lists = {
        "points": points,
        "commitments": tuple(placed(row) for row in commitments),
        "referrals": tuple(placed(row) for row in referrals),
    }
    values = {name: lists.get(name, getattr(draft, name)) for name in given}
    return replace(stored, **values)


def _kept_uids(session: Session, meeting: Meeting) -> set[UUID]:
    """Return the rows of a meeting that differ from what an import left."""
    rows: list[Record] = [*meeting.points, *meeting.commitments, *meeting.referrals]
    statement = select(ImportedRecord.record, ImportedRecord.version_after).where(
        ImportedRecord.record.in_([row.uid for row in rows])
    )
    imported = {(uid, version) for uid, version in session.execute(statement)}
    return {row.uid for row in rows if (row.uid, row.version) not in imported}


def _merged(
    stored: Sequence[RowT], given: Sequence[RowT], kept: set[UUID], key: Callable[[RowT], object]
) -> tuple[RowT, ...]:
    left: list[RowT] = list(stored)
    merged: list[RowT] = []
    for row in given:
        known = next((other for other in left if key(other) == key(row)), None)
        if known is not None:
            left.remove(known)
        if known is not None and known.uid in kept:
            merged.append(known)
        else:
            merged.append(replace(row, uid=known.uid if known else None))
    merged += [row for row in left if row.uid in kept]
    return tuple(merged)
