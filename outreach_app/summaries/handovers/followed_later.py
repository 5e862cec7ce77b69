"""What came of a matter when it was raised again, after a first mention that had no outcome."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.models import Point, Referral
from outreach_app.models.sources import day_of
from outreach_app.queries.followed_later import (
    Later,
    answered_on,
    is_carried_on,
    list_later,
    referrals_of,
)
from outreach_app.queries.records import get_record
from outreach_app.queries.referrals import ReferralRow
from outreach_app.rules.statuses import CommitmentStatus, PointReaction
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

    today: date
    silent: Sequence[Point]
    later: Later

    @classmethod
    def of(cls, session: Session, rows: Iterable[ReferralRow], today: date) -> "FollowedLater":
        """Read those of meetings until a day, of points without reaction and of those referred."""
        silent = list_points_silent(session)
        referrals = [get_record(session, Referral, row.uid) for row in rows]
        referred = [row.point for row in referrals if row.point is not None]
        points = list(dict.fromkeys((*silent, *referred)))
        return cls(today, silent, list_later(session, points, today))

    def waiting(self) -> list[Point]:
        """Return the points of which nothing came later either."""
        return [point for point in self.silent if not self.is_carried_on(point)]

    def settled(self, point: Point) -> SinceFacts | None:
        """Return what settled the matter of a point, the last time that something did."""
        rows = [since for row in self.later[point.id] if (since := _settled(row))]
        return rows[-1] if rows else None

    def is_carried_on(self, point: Point) -> bool:
        """Return whether the matter of a point is settled, or waits for what is listed itself."""
        return is_carried_on(self.later[point.id], self.today)

    def answered_on(self, referral: Referral) -> date | None:
        """Return when the same service answered on the matter of an unanswered referral."""
        return answered_on(referral, self.later, self.today)


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
    for row in referrals_of((point,)):
        if row.answered_on is not None:
            return SinceFacts(on, code=row.destination, came_on=row.answered_on)
    for promise in point.commitments:
        if promise.status == CommitmentStatus.DONE and not promise.is_deleted:
            return SinceFacts(on, code=CommitmentStatus.DONE, came_on=promise.status_on)
    return None
