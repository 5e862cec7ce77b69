"""Turn what was counted into the facts of communication."""

from collections.abc import Mapping
from datetime import date

from outreach_app import vocabulary
from outreach_app.queries.awareness import Reached
from outreach_app.queries.communication import RumoursTold
from outreach_app.queries.reactions import ReactionTime
from outreach_app.queries.readings import Engagement
from outreach_app.queries.remark_figures import RemarksTold
from outreach_app.rules.kinds import MeetingKind
from outreach_app.rules.shares import share_of
from outreach_app.summaries.communication.plan import (
    AccountFacts,
    AwarenessFacts,
    CodeFacts,
    EngagementFacts,
    KindFacts,
    PublicationFacts,
    RemarkFacts,
    RumourFacts,
)

_MAX_IN_HOURS = 72
_MIN_WAITS = 2  # one wait alone is no median


def publication_facts(now: Mapping[str, int], before: Mapping[str, int] | None) -> PublicationFacts:
    """Return the counts by kind with their shares, in the order of the list.

    `before` is None if there is no comparison.
    """
    total, then = sum(now.values()), before or {}
    return PublicationFacts(
        count=total,
        before=sum(then.values()) if before is not None else None,
        kinds=tuple(
            KindFacts(
                code, now.get(code, 0), then.get(code, 0), str(share_of(now.get(code, 0), total))
            )
            for code in sorted({*now, *then}, key=vocabulary.rank)
        ),
    )


def remark_facts(told: RemarksTold) -> RemarkFacts:
    """Return the counts of remarks; half days of waiting are rounded up."""
    reaction = told.reaction
    median, worst = reaction.median, reaction.worst
    # Of a few alone a delay says little of all.
    is_told = reaction.points >= max(_MIN_WAITS, told.received / 2) and median is not None
    return RemarkFacts(
        count=told.received,
        channels=tuple(CodeFacts(code, number) for code, number in told.channels.items()),
        unanswered=told.unanswered,
        median_days=int(median + 0.5) if is_told and median is not None else None,
        worst_days=worst if is_told else None,
        dated=reaction.points,
        least_days=_least_of_two(reaction) if is_told else None,
        has_other_ends=(is_told and not told.are_replies) or None,
    )


def _least_of_two(reaction: ReactionTime) -> int | None:
    """Return the shorter of two waits, from their middle and the longer; None of other numbers."""
    if reaction.points != _MIN_WAITS or reaction.median is None or reaction.worst is None:
        return None
    return int(2 * reaction.median) - reaction.worst


def awareness_facts(reached: Reached, talks: Reached, kinds: Mapping[str, int]) -> AwarenessFacts:
    """Return the counts of all actions by kind, and of the talks in schools among them."""
    uncounted = talks.actions - talks.pupils_noted
    others_noted = reached.pupils_noted - talks.pupils_noted
    return AwarenessFacts(
        count=reached.actions,
        talks=talks.actions,
        establishments=None if _is_one_each(talks) else talks.establishments or None,
        pupils=talks.pupils or None,
        beneficiaries=reached.beneficiaries or None,
        associations=reached.associations or None,
        are_talks_partial=_is_partial(talks.pupils_noted, talks.actions)
        or _is_partial(talks.establishments_noted, talks.actions),
        is_partial=_is_partial(reached.beneficiaries_noted, reached.actions),
        schools_noted=talks.establishments_noted or None,
        pupils_noted=talks.pupils_noted or None,
        noted=reached.beneficiaries_noted or None,
        associations_noted=reached.associations_noted or None,
        apart=talks.apart if uncounted and talks.apart_noted == uncounted else None,
        others=tuple(
            CodeFacts(code, number) for code, number in kinds.items() if code != MeetingKind.SCHOOL
        ),
        are_escorted=0 < talks.pupils == reached.pupils < talks.beneficiaries - talks.apart,
        is_beside=0 < reached.beside == reached.beneficiaries_noted,
        is_partly_beside=0 < reached.beside < reached.beneficiaries_noted,
        other_pupils=(reached.pupils - talks.pupils) or None,
        are_others_partial=_is_partial(others_noted, reached.actions - talks.actions),
    )


def _is_one_each(talks: Reached) -> bool:
    """Return whether each of several talks counted one school.

    Their sum is the number of talks again; that of the schools may be less, and nobody noted it.
    """
    return talks.establishments == talks.establishments_noted == talks.actions > 1


def _is_partial(noted: int, actions: int) -> bool:
    """Return whether some actions noted a number and others did not."""
    return 0 < noted < actions


def rumour_facts(now: RumoursTold, before: RumoursTold | None) -> RumourFacts:
    """Return the counts of rumours, compared where any was heard before.

    Long delays are counted from day to day, as those of answers and referrals are; so is one alone
    of which no more than the day is known.
    """
    is_long = now.is_by_day or (now.hours.worst or 0) > _MAX_IN_HOURS
    return RumourFacts(
        count=now.heard,
        before=before.heard if before else None,
        offices=now.offices,
        rectified=now.rectified,
        median_hours=None if is_long else now.hours.median,
        worst_hours=None if is_long else now.hours.worst,
        median_days=now.days.median if is_long else None,
        worst_days=now.days.worst if is_long else None,
        no_need=tuple(CodeFacts(code, number) for code, number in now.no_need.items()),
        carried=now.carried,
        to_rectify=now.to_rectify,
        from_meetings=now.from_meetings,
        closed=now.closed,
        followed=now.followed,
    )


def engagement_facts(read: Engagement, until: date, published: int = 0) -> EngagementFacts:
    """Return what was read until a day; of `published`, nothing is read of those in a total.

    The number is of the days of the readings: nobody knows that of the last day.
    """
    published = max(published, read.read + read.unread)
    first = read.first_read_on
    return EngagementFacts(
        read_until=read.read_on or until,
        interactions=read.interactions,
        at_least=read.at_least,
        top=read.top.title if read.top else None,
        top_interactions=read.top.interactions if read.top else None,
        accounts=tuple(
            AccountFacts(row.account, row.count, row.at_least, row.growth, row.since, row.read_on)
            for row in read.followers
        ),
        is_partial=read.read < published,
        read=read.read,
        published=published,
        read_from=first if first != read.read_on else None,
    )
