"""Figures of the remarks received in a period: with the period before, and for documents."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Date, Select, func, select, type_coerce
from sqlalchemy.orm import Session

from outreach_app.models import Point
from outreach_app.queries.figures import Figure
from outreach_app.queries.reactions import ReactionTime, is_without_outcome, reaction_day
from outreach_app.queries.remarks import RemarkFilter, select_remarks
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import PointState
from outreach_app.vocabulary import UNKNOWN, rank

Offices = frozenset[OfficeId] | None


@dataclass(frozen=True, slots=True)
class RemarkFigures:
    """Remarks of a period by channel (`rv.*`, in the order of the list), and their waits."""

    received: Figure
    unanswered: Figure
    channels: tuple[tuple[str, Figure], ...]
    reaction: ReactionTime
    reaction_before: ReactionTime


@dataclass(frozen=True, slots=True)
class RemarksTold:
    """Remarks received in a period, as a document reports them, in their state on a day.

    `channels` counts them by channel; `reaction` is the wait of those with a known reaction day, up
    to the day of the document, and `are_replies` if each of these was our reply, not a closing or
    what a service answered. `unanswered_since` and `unanswered_until` are when the oldest and
    the newest of those without a reaction came.
    """

    channels: dict[str, int]
    unanswered: int
    reaction: ReactionTime
    unanswered_since: date | None = None
    unanswered_until: date | None = None
    are_replies: bool = True

    @property
    def received(self) -> int:
        return sum(self.channels.values())


def get_remark_figures(session: Session, period: Period, offices: Offices) -> RemarkFigures:
    """Count a period and the one before, for some offices."""
    now, before = (_count(session, each, offices) for each in (period, period.previous()))

    def figure(
        number: int, was: int, *, state: str | None = None, channel: str | None = None
    ) -> Figure:
        narrowed = RemarkFilter(state=state, channel=channel, received_in=period, offices=offices)
        return Figure(number, was, narrowed)

    return RemarkFigures(
        received=figure(now.received, before.received),
        unanswered=figure(now.unanswered, before.unanswered, state=PointState.RECEIVED),
        channels=tuple(
            (code, figure(number, before.channels.get(code, 0), channel=code))
            for code, number in now.channels.items()
        ),
        reaction=now.reaction,
        reaction_before=before.reaction,
    )


def count_remarks_told(
    session: Session, period: Period, as_of: date, offices: Offices
) -> RemarksTold:
    """Count the remarks that some offices received in a period, in their state on a day."""
    wanted = RemarkFilter(received_in=period, offices=offices)
    ids = select_remarks(session, wanted).order_by(None)
    waiting = select(func.count(), func.min(Point.received_on), func.max(Point.received_on))
    number, since, until = session.execute(
        waiting.where(Point.id.in_(ids), is_without_outcome(as_of))
    ).one()
    return replace(
        _count(session, period, offices, as_of),
        unanswered=number,
        unanswered_since=since,
        unanswered_until=until,
    )


def count_remarks_by_office(session: Session, period: Period) -> Mapping[int, Counter[str]]:
    """Count the remarks that each office received in a period: all as `remarks`, and by channel."""
    statement = select_remarks(session, RemarkFilter(received_in=period)).order_by(None)
    columns = Point.office_id, Point.received_through, func.count()
    rows = session.execute(statement.with_only_columns(*columns).group_by(*columns[:2]))
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for office, channel, number in rows:
        found[office] += Counter({"remarks": number, channel or UNKNOWN: number})
    return found


def _count(
    session: Session, period: Period, offices: Offices, as_of: date = date.max
) -> RemarksTold:
    """Count by channel, without a reaction today, and how long the others waited until a day."""
    rows = session.execute(_states(session, RemarkFilter(received_in=period, offices=offices)))
    channels, waited, unanswered = Counter[str](), Counter[int](), 0
    are_replies = True
    for channel, state, received_on, reacted_on, given_on in rows:
        channels[channel or UNKNOWN] += 1
        unanswered += state == PointState.RECEIVED
        if received_on is not None and reacted_on is not None and reacted_on <= as_of:
            # A day before it was received counts as the same day.
            waited[max(0, (reacted_on - received_on).days)] += 1
            are_replies &= reacted_on == given_on
    ordered = dict(sorted(channels.items(), key=lambda each: rank(each[0])))
    reaction = ReactionTime.of(waited)
    return RemarksTold(ordered, unanswered, reaction, are_replies=are_replies)


def _states(
    session: Session, wanted: RemarkFilter
) -> Select[str | None, str, date | None, date | None, date | None]:
    columns = (
        Point.received_through,
        Point.state,
        Point.received_on,
        type_coerce(reaction_day(), Date),
        Point.given_on,
    )
    return select_remarks(session, wanted).order_by(None).with_only_columns(*columns)
