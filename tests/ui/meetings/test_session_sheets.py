"""The reads of the session editor do not grow with the register."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from sqlalchemy import event

from outreach_app.models import Base
from tests import makers
from ui.context import AppContext
from ui.meetings import session_sheets

PRESENT = ("جمعية النخيل", "صيدلية الواحة")


@contextmanager
def records_read() -> Iterator[list[object]]:
    """Collect every record read from a store."""
    found: list[object] = []

    def note(record: object, _context: object) -> None:
        found.append(record)

    event.listen(Base, "load", note, propagate=True)
    try:
        yield found
    finally:
        event.remove(Base, "load", note)


@pytest.fixture
def meeting(context: AppContext) -> UUID:
    partners = [makers.write_partner(context.office.database, name_ar=name) for name in PRESENT]
    attendances = tuple((partner, True) for partner in partners)
    return makers.write_meeting(context.office.database, attendances=attendances)


def read(context: AppContext, meeting: UUID) -> int:
    """Open the sheet and return how many records that read."""
    with records_read() as found:
        sheet = context.read(lambda session: session_sheets.read_sheet(session, meeting))
    assert [row.name.ar for row in sheet.partners] == list(PRESENT)
    return len(found)


def test_a_sheet_reads_the_partners_present_and_no_others(
    context: AppContext, meeting: UUID
) -> None:
    before = read(context, meeting)
    for number in range(20):
        partner = makers.write_partner(context.office.database, name_ar=f"جمعية {number}")
        makers.write_meeting(context.office.database, attendances=((partner, True),))
    assert read(context, meeting) == before
