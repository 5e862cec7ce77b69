"""Outcomes of meetings: points raised, commitments made and kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Point
from outreach_app.rules.statuses import CommitmentStatus


@dataclass(frozen=True, slots=True)
class Outcome:
    """The counts of one meeting; `kept` is a part of its `commitments`."""

    points: int
    commitments: int
    kept: int


NO_OUTCOME = Outcome(0, 0, 0)


def list_outcomes(session: Session, meetings: Select[int]) -> Mapping[int, Outcome]:
    """Return the outcome of each of these meetings, by local id, without empty ones.

    `meetings` selects their local ids.
    """
    points = (
        select(Point.meeting_id, func.count().label("points"))
        .where(Point.meeting_id.in_(meetings), ~Point.is_deleted)
        .group_by(Point.meeting_id)
    )
    kept = func.count().filter(Commitment.status == CommitmentStatus.DONE)
    promises = (
        select(Commitment.meeting_id, func.count().label("commitments"), kept.label("kept"))
        .where(Commitment.meeting_id.in_(meetings), ~Commitment.is_deleted)
        .group_by(Commitment.meeting_id)
    )
    raised = {row.meeting_id: row.points for row in session.execute(points)}
    promised = {row.meeting_id: (row.commitments, row.kept) for row in session.execute(promises)}
    return {
        meeting: Outcome(raised.get(meeting, 0), *promised.get(meeting, (0, 0)))
        for meeting in raised.keys() | promised.keys()
    }
