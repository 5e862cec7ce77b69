"""The points for attention of a period, from its counts and lists."""

from collections.abc import Iterable

from outreach_app import vocabulary
from outreach_app.rules.kinds import PartnerCategory, categories_of
from outreach_app.summaries.period.acts import PromiseFacts, ReferralFacts
from outreach_app.summaries.period.counting import Counted
from outreach_app.summaries.period.plan import (
    SignalFacts,
    TopicFacts,
)
from outreach_app.summaries.period.writer import MAX_NAMED
from outreach_app.summaries.session.presence import associations_present

_MIN_RISE = 2
_MIN_WAIT = 7  # days
_MANY = 20  # people, the minimum to report a fall or a rise


def signals_of(
    now: Counted,
    before: Counted | None,
    topics: Iterable[TopicFacts],
    promises: Iterable[PromiseFacts],
    referrals: Iterable[ReferralFacts],
) -> SignalFacts:
    """Return the points for attention; `before` is None if meetings are not compared."""
    met = {*now.present, *_noted(now)}
    unmet = [code for code in (before.present if before else {}) if code not in met]
    every = list(topics)
    most = max((row.change or 0 for row in every), default=0)
    rising = [row for row in every if row.change == most >= _MIN_RISE]
    return SignalFacts(
        late=sum(row.days_late is not None for row in promises) or None,
        waiting=_waiting(referrals),
        without_outcome=now.without_outcome or None,
        unverified=now.told.unverified or None,
        to_rectify=now.told.to_rectify or None,
        unanswered=now.remarks.unanswered or None,
        rising=tuple(rising) if len(rising) <= MAX_NAMED else (),
        unmet=tuple(sorted(unmet, key=vocabulary.rank)),
        has_fallen=_is_halved(now, before),
        unverified_since=now.told.unverified_since,
        to_rectify_since=now.told.to_rectify_since,
        unanswered_since=now.remarks.unanswered_since,
        unverified_until=now.told.unverified_until,
        to_rectify_until=now.told.to_rectify_until,
        unanswered_until=now.remarks.unanswered_until,
        has_risen=before is not None and _is_halved(before, now),
    )


def _noted(now: Counted) -> set[str]:
    """Return the categories of those noted as present by their kind or their number alone."""
    found = categories_of(code for meeting in now.meetings for code in meeting.kinds_present)
    if now.awareness.associations or any(associations_present(each) for each in now.meetings):
        found.add(PartnerCategory.ASSOCIATION)
    return found


def _waiting(referrals: Iterable[ReferralFacts]) -> int | None:
    """Return how many referrals have no answer; None where none has waited for a week.

    One sent on no known day may have.
    """
    open_ = [row for row in referrals if not row.is_answered]
    is_long = any(row.waiting is None or row.waiting >= _MIN_WAIT for row in open_)
    return len(open_) if is_long else None


def _is_halved(one: Counted, other: Counted | None) -> bool:
    """Return whether less than half as many people came to one as to many of the other."""
    people, many = one.people, other.people if other else None
    if many is None or people.is_partial or many.is_partial or many.total is None:
        return False
    if people.total is None and one.meetings:  # nobody counted: that is not to say nobody came
        return False
    return many.total >= _MANY and 2 * (people.total or 0) < many.total
