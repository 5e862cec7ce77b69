"""Readings: valid, impossible, and unusual but kept."""

from datetime import date, timedelta
from typing import Any

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft
from outreach_app.queries.publications import list_publications
from outreach_app.queries.readings import list_readings
from outreach_app.services.publications import delete_publication, restore_publication
from outreach_app.services.readings import ReadingDraft, check_reading, list_doubts
from tests import makers
from tests.readings import write_reading

DAY = date(2026, 10, 20)


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"interactions": 50_000}, []),
        ({"views": 0}, []),
        ({}, ["nothing_read"]),
        ({"interactions": -1}, ["negative"]),
        ({"views": 8_000_000_000}, ["out_of_range"]),
        ({"interactions": 10, "reactions": 8, "shares": 3}, ["total_below_parts"]),
        ({"account": None, "views": 1}, ["one_of"]),
        ({"account": "pc.nowhere", "views": 1}, ["unknown_code"]),
        ({"read_on": None, "views": 1}, ["required"]),
        ({"read_on": clock.now().date() + timedelta(2), "views": 1}, ["in_future"]),
    ],
)
def test_each_thing_that_cannot_be_has_its_sentence(
    changes: dict[str, Any], codes: list[str]
) -> None:
    draft = ReadingDraft(**{"read_on": DAY, "account": "pc.x", **changes})
    assert [problem.code for problem in check_reading(draft)] == codes


def test_nothing_was_read_of_a_total_nor_before_it_came_out(database: Database) -> None:
    total = makers.write_publication(database, count=12)
    single = makers.write_publication(database, published_on=DAY, published_at=None)
    with pytest.raises(InvalidDraft) as refused:
        write_reading(database, total)
    assert refused.value.problems[0].code == "statement_detail"
    with pytest.raises(InvalidDraft) as refused:
        write_reading(database, single, read_on=DAY - timedelta(1))
    assert refused.value.problems[0].code == "before_published"


def test_a_lower_reading_is_doubted_and_kept_one_of_an_earlier_day_is_not(
    database: Database,
) -> None:
    publication = makers.write_publication(database)
    write_reading(database, publication, read_on=DAY, interactions=50_000)
    with database.read() as session:
        lower = ReadingDraft(DAY + timedelta(1), publication, interactions=49_000)
        (doubt,) = list_doubts(session, lower)
        earlier = ReadingDraft(DAY - timedelta(1), publication, interactions=49_000)
        assert list_doubts(session, earlier) == []
    assert "49000" in doubt
    assert "20/10/2026" in doubt
    write_reading(database, publication, read_on=lower.read_on, interactions=49_000)


def test_the_readings_of_a_deleted_publication_leave_with_it(database: Database) -> None:
    publication = makers.write_publication(database)
    write_reading(database, publication, read_on=DAY, views=120)
    with database.write(Actor.CHIEF) as session:
        (row,) = list_publications(session)
        delete_publication(session, row.uid, row.version)
    with database.read() as session:
        assert list_readings(session) == []
    with database.write(Actor.CHIEF) as session:
        restore_publication(session, publication)
    with database.read() as session:
        assert [row.views for row in list_readings(session)] == [120]
