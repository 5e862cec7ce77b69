"""Computes the plan of a period report from the store."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from outreach_app import vocabulary
from outreach_app.models import Meeting
from outreach_app.queries.followed_later import find_answered
from outreach_app.queries.period_reports import count_by_month, find_first_day
from outreach_app.queries.records import get_own_office
from outreach_app.rules.dates import add_months
from outreach_app.rules.exchanges import told_as
from outreach_app.rules.kinds import Channel, MeetingKind, PointKind
from outreach_app.rules.periods import Period, months_between
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.communication.facts import (
    awareness_facts,
    engagement_facts,
    publication_facts,
    remark_facts,
    rumour_facts,
)
from outreach_app.summaries.communication.plan import CommunicationFacts
from outreach_app.summaries.period.acts import PromiseFacts, ReferralFacts
from outreach_app.summaries.period.author_words import AuthorWords
from outreach_app.summaries.period.counting import Counted, Noted, Promise, count, find_begun_on
from outreach_app.summaries.period.plan import (
    FIELD,
    UNPLACED,
    CategoryFacts,
    CodeCount,
    FigureFacts,
    KindFacts,
    MonthFacts,
    PeriodPlan,
    PlannedFacts,
    TopicFacts,
)
from outreach_app.summaries.period.rows import (
    cut,
    given_up_rows,
    left_open_rows,
    left_out,
    meeting_rows,
    own_words,
    planned_rows,
    promise_rows,
    referral_rows,
    unheld_rows,
)
from outreach_app.summaries.period.signals import signals_of
from outreach_app.summaries.period.topics import topic_rows, topics_apart
from outreach_app.summaries.prose.periods import Length, length_of
from outreach_app.summaries.prose.store_words import office_facts
from outreach_app.summaries.prose.translated_alike import translated_alike

# The states in the order in which the bar shows them.
STATES = tuple(
    f"cst.{name}"
    for name in (
        *("done", "partly", "in_progress", "open", "overdue"),
        *("referred", "dropped", "blocked"),
    )
)
# A register that began later in a period says too little of it to be compared with.
_FIRST_WEEK = timedelta(days=7)
_MIN_MONTHS = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """The counts and lists of a period, before lists are cut.

    `previous` is the period before, if it is comparable; `before` is `previous` if it had meetings,
    else None, as meetings are compared only then.
    """

    as_of: date
    begun_on: date
    now: Counted
    previous: Counted | None
    before: Counted | None
    topics: list[TopicFacts]
    promises: list[PromiseFacts]
    given_up: list[PromiseFacts]
    referrals: list[ReferralFacts]
    planned: list[PlannedFacts]


def plan_period(
    session: Session, period: Period, today: date, said: AuthorWords | None = None
) -> PeriodPlan:
    """Collect the facts of a period; states are those of its last day, or of today before it.

    Its number is given with its edition.
    """
    as_of = min(period.last, today)
    now = count(session, period, as_of)
    previous = period.previous()
    before = count(session, previous, previous.last)
    begun_on = find_first_day(session) or date.max
    is_comparable = as_of == period.last and begun_on <= previous.first + _FIRST_WEEK
    compared = before if before.meetings and is_comparable else None
    topics = topic_rows(now, compared)
    every = [*now.promises, *now.earlier]
    found = _Found(
        as_of=as_of,
        begun_on=begun_on,
        now=now,
        previous=before if is_comparable else None,
        before=compared,
        topics=topics,
        promises=promise_rows(every, period.first, as_of),
        given_up=given_up_rows(every, period.first),
        referrals=referral_rows(now, as_of, find_answered(session, now.sent, as_of)),
        planned=planned_rows(session, as_of),
    )
    is_later = begun_on > previous.first + _FIRST_WEEK
    since = begun_on if is_later and now.meetings else None
    plan = replace(
        _plan(session, found, said or AuthorWords()),
        begun_on=find_begun_on(session, period, as_of),
        uncompared_since=since,
        has_unnamed_partners=now.has_unnamed,
        unheld=unheld_rows(session, Period(period.first, as_of), today),
        left_open=left_open_rows(session, period, as_of),
    )
    return translated_alike(session, plan)


def _plan(session: Session, found: _Found, said: AuthorWords) -> PeriodPlan:
    now, period = found.now, found.now.period
    return PeriodPlan(
        office=office_facts(get_own_office(session)),
        number="",
        first=period.first,
        last=period.last,
        as_of=found.as_of,
        before_first=found.before.period.first if found.before else None,
        before_last=found.before.period.last if found.before else None,
        figures=tuple(_figures(now, found.before)),
        participants_noted=now.people.known,
        women_noted=now.women.known,
        women_among=now.women_among,
        kept=sum(row.state == CommitmentStatus.DONE for row in now.promises),
        kinds=tuple(_kinds(now)),
        categories=_categories(now),
        channels=_codes(map(_where, now.meetings)),
        point_kinds=_point_kinds(now),
        topics=tuple(found.topics),
        topics_first=sum(row.now == found.topics[0].now for row in found.topics),
        months=_months(session, period, Period(found.begun_on, found.as_of)),
        states=_states(now.promises),
        earlier=_states(now.earlier),
        promises=tuple(found.promises),
        given_up=tuple(found.given_up),
        answered=sum(row.is_answered and not row.is_earlier for row in found.referrals),
        referrals=tuple(found.referrals),
        communication=_communication(found),
        difficulties=tuple(own_words(text) for text in said.difficulties),
        assessment=own_words(said.assessment) if said.assessment else None,
        planned=cut(found.planned),
        planned_more=left_out(found.planned),
        planned_held=sum(row.is_held for row in found.planned),
        signals=signals_of(now, found.before, found.topics, found.promises, found.referrals),
        meetings=meeting_rows(now),
        topics_apart=tuple(topics_apart(now, found.before)),
        are_acts_apart=now.are_acts_apart,
    )


def _communication(found: _Found) -> CommunicationFacts:
    now, before = found.now, found.previous
    return CommunicationFacts(
        now.period.previous().last,
        found.as_of,
        replace(
            publication_facts(now.published, before.published if before else None),
            since=now.published_since,
        ),
        rumour_facts(now.told, before.told if before else None),
        remark_facts(now.remarks),
        awareness_facts(now.awareness, now.talks, now.actions),
        engagement_facts(now.read, found.as_of, sum(now.published.values())),
    )


def _figures(now: Counted, before: Counted | None) -> Iterator[FigureFacts]:
    """Yield the figures; what only some meetings noted is not compared."""
    then = before.figures() if before else {}
    was_partial = before.partial if before else set()
    for code, number in now.figures().items():
        was = then.get(code)
        is_comparable = code not in now.partial | was_partial
        yield FigureFacts(
            code=code,
            now=number,
            before=was,
            change=number - was
            if number is not None and was is not None and is_comparable
            else None,
            is_partial=code in now.partial,
            was_partial=code in was_partial,
        )


def _kinds(now: Counted) -> Iterator[KindFacts]:
    """Yield the kinds of meetings, the most frequent first."""
    points, held = now.points_of(), defaultdict(list)
    for meeting in now.meetings:
        held[told_as(meeting.kind, meeting.channel)].append(meeting)
    for code in sorted(held, key=lambda code: (-len(held[code]), vocabulary.rank(code))):
        meetings = held[code]
        people = Noted.of(meeting.attended for meeting in meetings)
        women = Noted.of(meeting.women for meeting in meetings)
        yield KindFacts(
            code=code,
            meetings=len(meetings),
            participants=people.total,
            women=women.total,
            points=sum(points[meeting.id] for meeting in meetings),
            participants_partial=people.is_partial,
            women_partial=women.is_partial,
        )


def _categories(now: Counted) -> tuple[CategoryFacts, ...]:
    found = [CategoryFacts(code, *counts) for code, counts in now.present.items()]
    return tuple(sorted(found, key=lambda row: (-row.partners, vocabulary.rank(row.code))))


def _where(meeting: Meeting) -> str:
    """Return how, or where, people met."""
    if meeting.channel != Channel.IN_PERSON:
        return meeting.channel
    if meeting.kind == MeetingKind.FIELD:
        return FIELD
    return meeting.channel if meeting.place_ar or meeting.place_fr else UNPLACED


def _codes(codes: Iterable[str]) -> tuple[CodeCount, ...]:
    counts = Counter(codes)
    order = sorted(counts, key=lambda code: (-counts[code], vocabulary.rank(code)))
    return tuple(CodeCount(code, counts[code]) for code in order)


def _months(session: Session, period: Period, kept: Period) -> tuple[MonthFacts, ...]:
    """Return the last six months, or all of a longer period, of a year at most.

    None if fewer than three had meetings.

    Months to come are left out, and before the period those before the register was `kept`; for a
    custom period all before it, as its first month is rarely complete.
    """
    covered = months_between(period.first, period.last) + 1
    number = min(max(covered, 6), 12)
    first = add_months(period.last.replace(day=1), 1 - number)
    begins = max(first, period.first) if length_of(period) is Length.RANGE else first
    found = count_by_month(session, Period(begins, period.last))
    if sum(meetings > 0 for meetings, _made in found.values()) < _MIN_MONTHS:
        return ()
    starts = [add_months(first, place) for place in range(number)]
    least = max(min(kept.first, period.first), begins).replace(day=1)
    starts = [start for start in starts if least <= start <= kept.last]
    counts = [found.get(f"{start:%Y-%m}", (0, 0)) for start in starts]
    return tuple(
        MonthFacts(place, start, *count)
        for place, (start, count) in enumerate(zip(starts, counts, strict=True), start=1)
    )


def _states(promises: Iterable[Promise]) -> tuple[CodeCount, ...]:
    counts = Counter(row.state for row in promises)
    return tuple(CodeCount(state, counts[state]) for state in STATES if counts[state])


def _point_kinds(now: Counted) -> tuple[CodeCount, ...]:
    counts = now.point_kinds
    return tuple(CodeCount(kind, counts[kind]) for kind in PointKind if counts[kind])
