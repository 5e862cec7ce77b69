"""Where a found record is shown: the key of a page and a uid on it."""

from uuid import UUID

from outreach_app.database import StoreSession
from outreach_app.queries.found import FoundRow
from outreach_app.queries.people import list_people

_PAGES = {
    "meeting": "meetings",
    "point": "meetings",
    "partner": "partners",
    "person": "partners",
    "office": "offices",
}


def find_target(session: StoreSession, rows: list[FoundRow], place: int) -> tuple[str, UUID] | None:
    """The page and record to open for a row; None for a person deleted since it was found."""
    row = rows[place]
    uid: UUID | None = row.uid
    if row.kind == "point":
        uid = _meeting_before(rows, place)
    elif row.kind == "person":
        people = (person for person in list_people(session) if person.uid == row.uid)
        uid = next((person.partner for person in people), None)
    return (_PAGES[row.kind], uid) if uid else None


def _meeting_before(rows: list[FoundRow], place: int) -> UUID:
    """The points that a search finds stand after their meeting."""
    return next(row.uid for row in reversed(rows[:place]) if row.kind == "meeting")
