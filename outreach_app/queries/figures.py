"""Figures of an office in a period; each names the list of what it counts."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from outreach_app.models import Partner
from outreach_app.queries.awareness import AwarenessFilter
from outreach_app.queries.commitment_lists import CommitmentFilter
from outreach_app.queries.figure_counts import (
    PeriodCounts,
    count_months,
    count_partners,
    count_period,
)
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.partner_lists import PartnerFilter, is_not_met_since
from outreach_app.queries.point_lists import PointFilter
from outreach_app.queries.publications import PublicationFilter
from outreach_app.queries.reactions import ReactionTime
from outreach_app.queries.readings import ReadingFilter
from outreach_app.queries.referral_lists import ReferralFilter
from outreach_app.queries.remarks import RemarkFilter
from outreach_app.queries.rumours import RumourFilter
from outreach_app.rules.dates import add_months
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus, MeetingStatus, PointState

FigureFilter = (
    MeetingFilter
    | PointFilter
    | CommitmentFilter
    | ReferralFilter
    | PartnerFilter
    | RumourFilter
    | PublicationFilter
    | RemarkFilter
    | AwarenessFilter
    | ReadingFilter
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, its value in the period before, and the list of what it counts.

    `before` is None for numbers as of today. `wanted` selects exactly `now` rows, except for sums:
    people, women, publications, and the audience of awareness actions.
    """

    now: int
    before: int | None
    wanted: FigureFilter


@dataclass(frozen=True, slots=True)
class Coverage:
    """Partners of a category: registered, met in the period, active and not met for N months."""

    category: str
    known: Figure
    met: Figure
    not_met: Figure


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of an office in a period.

    `points_with_day` are the points whose reaction has a known day. `partners` are the
    different ones present at meetings, bodies and professionals alike; a meeting that only recorded
    their number adds none, as nobody knows which they are. `open` and `overdue` are as of today,
    among the commitments made in the period. `months` are the meetings of twelve months, each by
    its first day, up to the month of the period's last day.
    """

    period: Period
    meetings: Figure
    people: Figure
    women: Figure
    partners: Figure
    points: Figure
    unanswered: Figure
    points_with_day: Figure
    reaction: ReactionTime
    reaction_before: ReactionTime
    commitments: Figure
    kept: Figure
    open: Figure
    overdue: Figure
    referrals: Figure
    answered: Figure
    topics: tuple[tuple[str, Figure], ...]
    channels: tuple[tuple[str, Figure], ...]
    coverage: tuple[Coverage, ...]
    months: tuple[tuple[date, Figure], ...]


def get_figures(session: Session, period: Period, today: date, months: int) -> Figures:
    """Count a period and the one before; a partner not met for `months` months is due."""
    now, before = (count_period(session, part, today) for part in (period, period.previous()))
    meetings = _held_by(None, period)

    def point(value: int, was: int, state: str | None = None) -> Figure:
        return Figure(value, was, PointFilter(state, held_in=period))

    def promise(value: int, was: int, status: str | None = None) -> Figure:
        return Figure(value, was, CommitmentFilter(status, held_in=period))

    def referral(value: int, was: int, *, is_answered: bool | None = None) -> Figure:
        return Figure(value, was, ReferralFilter(is_answered, held_in=period))

    with_day = PointFilter(held_in=period, has_reaction_day=True)
    return Figures(
        period=period,
        meetings=Figure(now.channels.total(), before.channels.total(), meetings),
        people=Figure(now.people, before.people, meetings),
        women=Figure(now.women, before.women, meetings),
        partners=Figure(now.met.total(), before.met.total(), PartnerFilter(met_in=period)),
        points=point(now.topics.total(), before.topics.total()),
        unanswered=point(now.unanswered, before.unanswered, PointState.RECEIVED),
        points_with_day=Figure(now.reaction.points, before.reaction.points, with_day),
        reaction=now.reaction,
        reaction_before=before.reaction,
        commitments=promise(now.commitments, before.commitments),
        kept=promise(now.kept, before.kept, CommitmentStatus.DONE),
        open=promise(now.open, before.open, "open"),
        overdue=promise(now.overdue, before.overdue, CommitmentStatus.OVERDUE),
        referrals=referral(now.referrals, before.referrals),
        answered=referral(now.answered, before.answered, is_answered=True),
        topics=_topics(now, before, period),
        channels=_channels(now, before, period),
        coverage=_coverage(session, now, before, period, add_months(today, -months)),
        months=_months(session, period.last),
    )


def _topics(
    now: PeriodCounts, before: PeriodCounts, period: Period
) -> tuple[tuple[str, Figure], ...]:
    """Return every topic that was raised, most frequent first; an axis includes its topics."""

    def count(counted: PeriodCounts, topic: str) -> int:
        under = (number for code, number in counted.topics.items() if code.startswith(f"{topic}."))
        return counted.topics[topic] + sum(under)

    found = (
        (
            code,
            Figure(count(now, code), count(before, code), PointFilter(topic=code, held_in=period)),
        )
        for code in now.topics
    )
    return tuple(sorted(found, key=_most_first))


def _channels(
    now: PeriodCounts, before: PeriodCounts, period: Period
) -> tuple[tuple[str, Figure], ...]:
    found = (
        (code, Figure(now.channels[code], before.channels[code], _held_by(code, period)))
        for code in now.channels
    )
    return tuple(sorted(found, key=_most_first))


def _held_by(channel: str | None, period: Period) -> MeetingFilter:
    return MeetingFilter(
        status=MeetingStatus.HELD, channel=channel, first_day=period.first, last_day=period.last
    )


def _months(session: Session, last: date) -> tuple[tuple[date, Figure], ...]:
    first = add_months(last.replace(day=1), -11)
    found = count_months(session, Period(first, _last_of(add_months(first, 11))))
    starts = (add_months(first, place) for place in range(12))
    return tuple(
        (
            start,
            Figure(
                found.get(f"{start:%Y-%m}", 0), None, _held_by(None, Period(start, _last_of(start)))
            ),
        )
        for start in starts
    )


def _last_of(month: date) -> date:
    return add_months(month, 1) - timedelta(days=1)


def _most_first(found: tuple[str, Figure]) -> tuple[int, str]:
    code, figure = found
    return -figure.now, code


def _coverage(
    session: Session, now: PeriodCounts, before: PeriodCounts, period: Period, since: date
) -> tuple[Coverage, ...]:
    known = count_partners(session)
    not_met = count_partners(session, Partner.is_active.is_(True), is_not_met_since(since))
    return tuple(
        Coverage(
            code,
            Figure(known[code], None, PartnerFilter(category=code)),
            Figure(now.met[code], before.met[code], PartnerFilter(category=code, met_in=period)),
            Figure(
                not_met[code],
                None,
                PartnerFilter(category=code, is_active=True, not_met_since=since),
            ),
        )
        for code in sorted(known)
    )
