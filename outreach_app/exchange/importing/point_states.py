"""The states of points during an import: the one rule of points, applied to many at once."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from outreach_app.exchange.importing.columns import Stored
from outreach_app.rules.statuses import Following, point_state

PointFollowing = tuple[Stored, Stored, bool, bool, bool, bool, bool]


@lru_cache(maxsize=1000)
def cached_state(facts: PointFollowing) -> str:
    """Return the state of a point with these facts, in the order of `Following`."""
    kind, reaction, *truths = facts
    return str(point_state(Following(str(kind), str(reaction or ""), *truths)))


def first_states(
    points: Mapping[int, Mapping[str, Stored]],
    committed: AbstractSet[tuple[Stored, Stored]],
    referred: AbstractSet[tuple[Stored, Stored]],
    replied: AbstractSet[Stored],
) -> dict[int, str]:
    """Compute the states of points by row, if they and all their follow-up came together.

    `committed` and `referred` hold points with the meeting of the commitment or referral: follow-up
    in another meeting than the point's does not count. `replied` are those that headquarters
    replied to.
    """
    states = {}
    for id_, row in points.items():
        place = (id_, row["meeting_id"])
        states[id_] = cached_state(
            (
                row["kind"],
                row["reaction"],
                bool(row["reply"]) or id_ in replied,
                place in committed,
                place in referred,
                row["given_on"] is not None,
                row["closed_on"] is not None,
            )
        )
    return states
