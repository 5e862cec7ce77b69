"""What came of a matter when it was raised again, after a first mention that had no outcome."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.models import Point, Referral
from outreach_app.models.sources import day_of
from outreach_app.queries.records import get_record
from outreach_app.queries.referrals import ReferralRow
from outreach_app.queries.reminders import list_reminders
from outreach_app.rules.statuses import OPEN_COMMITMENTS, CommitmentStatus, PointReaction
from outreach_app.summaries.handovers.origins import origin_of_point
from outreach_app.summaries.handovers.plan import DutyFacts, Nature
from outreach_app.summaries.handovers.since import SinceFacts
from outreach_app.summaries.handovers.waiting import list_points_silent
from outreach_app.summaries.prose.store_words import point_words

_SETTLING = frozenset(PointReaction) - {PointReaction.UNDER_STUDY, PointReaction.LOOKED_INTO}


@dataclass(frozen=True, slots=True)
class FollowedLater:
    """The later points about the matter of each point, by its local id, the oldest first.

    `silent` are the points of meetings of which nothing came at first.
    """

    silent: Sequence[Point]
    later: Mapping[int, Sequence[Point]]

    @classmethod
    def of(cls, session: Session, rows: Iterable[ReferralRow], today: date) -> "FollowedLater":
        """Read those of meetings until a day, of points without reaction and of those referred."""
        silent = list_points_silent(session)
        referrals = [get_record(session, Referral, row.uid) for row in rows]
        referred = [row.point for row in referrals if row.point is not None]
        points = list(dict.fromkeys((*silent, *referred)))
        first = min(map(day_of, points), default=today)
        found = list_reminders(session, points, first, today)
        return cls(
            silent,
            {
                point.id: [row for row in found.get(point.uid, ()) if day_of(row) > day_of(point)]
                for point in points
            },
        )

    def waiting(self) -> list[Point]:
        """Return the points of which nothing came later either."""
        return [point for point in self.silent if not self.is_carried_on(point)]

    def settled(self, point: Point) -> SinceFacts | None:
        """Return what settled the matter of a point, the last time that something did."""
        rows = [since for row in self.later[point.id] if (since := _settled(row))]
        return rows[-1] if rows else None

    def is_carried_on(self, point: Point) -> bool:
        """Return whether the matter of a point is settled, or waits for what is listed itself."""
        return any(_settled(row) or _is_pending(row) for row in self.later[point.id])

    def answered_on(self, referral: Referral) -> date | None:
        """Return when the same service answered on the matter of an unanswered referral."""
        point = referral.point
        if point is None:
            return None
        since = referral.sent_on or referral.made_on or day_of(point)
        rows = chain_of(point, self.later.get(point.id, ()))
        days = [
            row.answered_on
            for row in rows
            if row.destination == referral.destination
            and row.answered_on is not None
            and row.answered_on >= since
        ]
        return min(days, default=None)


def chain_of(point: Point, later: Iterable[Point]) -> Iterator[Referral]:
    """Yield the referrals of a point and of the later ones about its matter."""
    for each in (point, *later):
        yield from (row for row in each.referrals if not row.is_deleted)


def list_to_close(since: FollowedLater) -> Iterator[DutyFacts]:
    """Yield the points to close, whose matter was settled when it was raised again."""
    for point in since.silent:
        settled = since.settled(point)
        if settled is not None:
            yield DutyFacts(
                *(0, Nature.CLOSE, None, origin_of_point(point), point_words(point), point.kind),
                topic=point.topic,
                since=settled,
            )


def _settled(point: Point) -> SinceFacts | None:
    """Return what settled a point, on the day it was raised; None if nothing did."""
    on = day_of(point)
    if point.reaction in _SETTLING:
        return SinceFacts(on, code=point.reaction)
    if point.reply is not None or point.given_on is not None:
        return SinceFacts(on)
    for row in chain_of(point, ()):
        if row.answered_on is not None:
            return SinceFacts(on, code=row.destination, came_on=row.answered_on)
    for promise in point.commitments:
        if promise.status == CommitmentStatus.DONE and not promise.is_deleted:
            return SinceFacts(on, code=CommitmentStatus.DONE, came_on=promise.status_on)
    return None


def _is_pending(point: Point) -> bool:
    """Return whether something that a point led to is still awaited, which other lists tell."""
    if point.reaction in (PointReaction.UNDER_STUDY, PointReaction.LOOKED_INTO):
        return True
    made = [row for row in point.commitments if not row.is_deleted]
    are_out = any(row.answered_on is None for row in chain_of(point, ()))
    return are_out or any(row.status in OPEN_COMMITMENTS for row in made)
