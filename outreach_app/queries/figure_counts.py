"""Counts of one period of an office, in a few queries."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Integer, case, cast, func, select
from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting, Partner, Point, Referral
from outreach_app.queries.commitments import is_open
from outreach_app.queries.meetings import held_in, month_of_meeting
from outreach_app.queries.partner_lists import is_met_in
from outreach_app.queries.reactions import ReactionTime, reaction_day
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus, PointState
from outreach_app.survivors import is_shown


@dataclass(frozen=True, slots=True)
class PeriodCounts:
    """Counts of the meetings held in a period, and of what was raised and promised in them.

    `channels` counts meetings, `topics` points and `met` the different partners of a category;
    `open` and `overdue` are as of today.
    """

    channels: Counter[str]
    people: int
    women: int
    met: Counter[str]
    topics: Counter[str]
    unanswered: int
    commitments: int
    kept: int
    open: int
    overdue: int
    referrals: int
    answered: int
    reaction: ReactionTime


def count_period(session: Session, period: Period, today: date) -> PeriodCounts:
    """Count a period; `today` decides which open commitments are overdue."""
    channels, people, women = _meetings(session, period)
    topics, unanswered, reaction = _points(session, period)
    commitments, kept, still_open, overdue = _commitments(session, period, today)
    referrals, answered = _referrals(session, period)
    return PeriodCounts(
        channels=channels,
        people=people,
        women=women,
        met=count_partners(session, is_met_in(period)),
        topics=topics,
        unanswered=unanswered,
        commitments=commitments,
        kept=kept,
        open=still_open,
        overdue=overdue,
        referrals=referrals,
        answered=answered,
        reaction=reaction,
    )


def count_months(session: Session, period: Period) -> dict[str, int]:
    """Return the number of meetings held in each month of a period, by `2026-10`."""
    month = month_of_meeting().label("month")
    statement = select(month, func.count()).where(*held_in(period)).group_by("month")
    return dict(session.execute(statement).all())


def count_partners(session: Session, *conditions: ColumnElement[bool]) -> Counter[str]:
    """Return the number of partners of each category under these conditions."""
    statement = (
        select(Partner.category, func.count())
        .where(is_shown(Partner), *conditions)
        .group_by(Partner.category)
    )
    return Counter(dict(session.execute(statement).all()))


def _meetings(session: Session, period: Period) -> tuple[Counter[str], int, int]:
    statement = (
        select(
            Meeting.channel,
            func.count(),
            func.sum(Meeting.attended),
            func.sum(Meeting.women),
        )
        .where(*held_in(period))
        .group_by(Meeting.channel)
    )
    rows = session.execute(statement).all()
    channels = Counter({channel: number for channel, number, _people, _women in rows})
    return channels, sum(row[2] or 0 for row in rows), sum(row[3] or 0 for row in rows)


def _points(session: Session, period: Period) -> tuple[Counter[str], int, ReactionTime]:
    """Count points by topic, those without a reaction, and the reaction times, in one pass.

    The store returns one text with a word for each point, which is counted here: grouping in SQL
    would sort them all.
    """
    days = func.julianday(reaction_day()) - func.julianday(Meeting.held_on)
    word = func.concat_ws(" ", Point.topic, Point.state, cast(days, Integer))
    statement = (
        select(func.aggregate_strings(word, ","))
        .select_from(Point)
        .join(Point.meeting)
        .where(*held_in(period), ~Point.is_deleted)
    )
    words = session.scalar(statement)
    topics, waited = Counter[str](), Counter[int]()
    unanswered = 0
    for said, number in Counter(words.split(",") if words else ()).items():
        topic, state, *after = said.split(" ")
        topics[topic] += number
        unanswered += number if state == PointState.RECEIVED else 0
        if after:
            # A day before the meeting's counts as the same day.
            waited[max(0, int(after[0]))] += number
    return topics, unanswered, ReactionTime.of(waited)


def _commitments(session: Session, period: Period, today: date) -> tuple[int, int, int, int]:
    statement = (
        select(
            func.count(),
            _number_of(Commitment.status == CommitmentStatus.DONE),
            _number_of(is_open()),
            _number_of(is_open() & (Commitment.due_on < today)),
        )
        .select_from(Commitment)
        .join(Commitment.meeting)
        .where(*held_in(period), ~Commitment.is_deleted)
    )
    made, kept, still_open, overdue = session.execute(statement).one()
    return made, kept, still_open, overdue


def _referrals(session: Session, period: Period) -> tuple[int, int]:
    statement = (
        select(func.count(), func.count(Referral.answered_on))
        .select_from(Referral)
        .join(Referral.meeting)
        .where(*held_in(period), ~Referral.is_deleted)
    )
    made, answered = session.execute(statement).one()
    return made, answered


def _number_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
