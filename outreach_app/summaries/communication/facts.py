"""Turn what was counted into the facts of communication."""

from collections.abc import Mapping

from outreach_app.queries.communication import RumoursTold
from outreach_app.rules.shares import share_of
from outreach_app.summaries.communication.plan import (
    KindFacts,
    PublicationFacts,
    RumourFacts,
)


def publication_facts(now: Mapping[str, int], before: Mapping[str, int]) -> PublicationFacts:
    """Return the counts by kind with their shares, in the order of the list."""
    total = sum(now.values())
    return PublicationFacts(
        count=total,
        before=sum(before.values()) or None,
        kinds=tuple(
            KindFacts(code, number, before.get(code, 0), str(share_of(number, total)))
            for code, number in now.items()
        ),
    )


def rumour_facts(now: RumoursTold, before: RumoursTold) -> RumourFacts:
    """Return the counts of rumours, compared where any was heard before."""
    return RumourFacts(
        count=now.heard,
        before=before.heard or None,
        offices=now.offices,
        rectified=now.rectified,
        median_hours=now.hours.median,
        worst_hours=now.hours.worst,
        no_need=now.no_need,
        carried=now.carried,
    )
