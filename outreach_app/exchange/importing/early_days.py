"""Days of other offices' records before those of what they follow, which no form takes.

They come in as they were signed, as the two records may come in different files and change apart.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from outreach_app.database.statements import rows_in
from outreach_app.exchange.importing.columns import MODELS
from outreach_app.exchange.importing.projection import Projected
from outreach_app.exchange.importing.unshown_records import Odd
from outreach_app.rules.dates import UNKNOWN_DAY


@dataclass(frozen=True, slots=True)
class _Following:
    """Days of a noun, `c`, that are not before `day`; `joins` lead to what they follow, by noun."""

    days: tuple[str, ...]
    day: str
    joins: Mapping[str, str]

    def query(self, entity: str) -> str:
        """Return the query for records with such a day, and which, of other offices than one."""
        early = [
            f"coalesce(c.{day} < {self.day} AND c.{day} > '{UNKNOWN_DAY}', FALSE)"
            for day in self.days
        ]
        table = MODELS[entity].__tablename__
        joins = " ".join(self.joins.values())
        return (
            f"SELECT c.uid, {', '.join(early)} FROM {table} AS c {joins}"  # noqa: S608  named below
            f" WHERE c.office_id <> ? AND NOT c.is_deleted AND ({' OR '.join(early)})"
        )


_MEETING = "LEFT JOIN meetings AS meeting ON meeting.id = c.meeting_id"
_POINT = "LEFT JOIN points AS point ON point.id = c.point_id"
_OF_POINT = "LEFT JOIN meetings AS meeting ON meeting.id = point.meeting_id"
_RAISED = "coalesce(meeting.held_on, point.received_on)"
_FOLLOWING: Mapping[str, _Following] = {
    "point": _Following(
        ("given_on", "reacted_on", "closed_on"),
        "coalesce(meeting.held_on, c.received_on)",
        {"meeting": _MEETING},
    ),
    "commitment": _Following(
        ("due_on", "status_on"), _RAISED, {"meeting": _MEETING, "point": _POINT}
    ),
    "referral": _Following(
        ("sent_on", "answered_on"), _RAISED, {"meeting": _MEETING, "point": _POINT}
    ),
    "reply": _Following(("replied_on",), _RAISED, {"point": _POINT, "meeting": _OF_POINT}),
    "review": _Following(("reviewed_on",), "meeting.held_on", {"meeting": _MEETING}),
    "clarification": _Following(("clarified_on",), "meeting.held_on", {"meeting": _MEETING}),
    "finding": _Following(
        ("found_on",),
        "rumour.heard_on",
        {"rumour": "JOIN rumours AS rumour ON rumour.id = c.rumour_id"},
    ),
    "reading": _Following(
        ("read_on",),
        "publication.published_on",
        {"publication": "JOIN publications AS publication ON publication.id = c.publication_id"},
    ),
}


def find_early_days(connection: Connection, projected: Projected, own_office: int) -> Odd:
    """Return the records of other offices with such days, that came or follow what came.

    `own_office` is the local id of this store's office.
    """
    found: Odd = {}
    for entity, following in _FOLLOWING.items():
        for uid, *are_early in _rows(connection, projected, entity, own_office):
            early = zip(following.days, are_early, strict=True)
            found[uid] = (entity, frozenset(day for day, is_early in early if is_early))
    return found


def _rows(
    connection: Connection, projected: Projected, entity: str, own_office: int
) -> Iterator[tuple[bytes, ...]]:
    """Yield the records of a noun that came, then those that follow what was here before."""
    query, own = _FOLLOWING[entity].query(entity), (own_office,)
    yield from rows_in(connection, f"{query} AND c.id IN", projected.rows[entity], before=own)
    for noun in _FOLLOWING[entity].joins:
        known = [id_ for id_ in projected.rows[noun] if id_ < projected.first_new[noun]]
        yield from rows_in(connection, f"{query} AND {noun}.id IN", known, before=own)
