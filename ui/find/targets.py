"""The request that shows a found record."""

from collections.abc import Callable
from uuid import UUID

from outreach_app.database import StoreSession
from outreach_app.errors import NotFound
from outreach_app.queries.found_rows import FoundRow
from outreach_app.queries.partners import get_partner_place
from ui.requests import (
    OpenMeeting,
    OpenPartner,
    OpenPrecinct,
    OpenPublication,
    OpenRumour,
    Request,
)

_REQUESTS: dict[str, Callable[[UUID], Request]] = {
    "meeting": OpenMeeting,
    "point": OpenMeeting,
    "partner": OpenPartner,
    "person": OpenPartner,
    "office": OpenPrecinct,
    "rumour": OpenRumour,
    "publication": OpenPublication,
}


def find_request(session: StoreSession, rows: list[FoundRow], place: int) -> Request | None:
    """Return the request to show a row; None for a person deleted since."""
    row = rows[place]
    uid: UUID | None = row.uid
    if row.kind == "point":
        uid = _meeting_before(rows, place)
    elif row.kind == "person":
        uid = _partner_of(session, row.uid)
    return _REQUESTS[row.kind](uid) if uid else None


def _partner_of(session: StoreSession, person: UUID) -> UUID | None:
    try:
        return get_partner_place(session, person).partner
    except NotFound:
        return None


def _meeting_before(rows: list[FoundRow], place: int) -> UUID:
    """Return the meeting of a point: its row stands before those of its points."""
    return next(row.uid for row in reversed(rows[:place]) if row.kind == "meeting")
