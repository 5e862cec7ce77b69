"""Today warns before the name of a person who was not informed is deleted (L6)."""

from datetime import datetime, timedelta

import pytest

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.queries.people import list_people
from tests import makers
from ui.record_lines import person_line


@pytest.mark.parametrize(("days", "is_warned"), [(8, False), (7, True), (0, True)])
def test_a_name_is_warned_of_a_week_before_its_day(
    database: Database, days: int, is_warned: bool
) -> None:
    today: datetime = clock.local(clock.now())
    makers.write_person(
        database, makers.write_partner(database), inform_by=today.date() + timedelta(days=days)
    )
    with database.read() as session:
        (row,) = list_people(session)
    line = person_line(row)
    assert (line.tone == "late") is is_warned
    assert bool(line.under) is is_warned
