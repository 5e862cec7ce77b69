"""The survivor of a merged record: along chains, and if two PCs made a cycle."""

from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from hypothesis import strategies as st
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Partner
from outreach_app.queries.records import get_own_office
from outreach_app.survivors import group_ids, survivor, survivor_ids, survivors
from tests import makers
from tests.few_or_many import check_random, few_or_many

COUNT = 6
LINKS = st.lists(st.none() | st.integers(0, COUNT - 1), min_size=COUNT, max_size=COUNT)


@pytest.fixture
def partners(database: Database) -> list[UUID]:
    """In the order of their uids."""
    return sorted(makers.write_partner(database) for _number in range(COUNT))


def _merge(database: Database, partners: list[UUID], links: list[int | None]) -> None:
    with database.write(Actor.CHIEF) as session:
        rows = session.scalars(select(Partner).order_by(Partner.uid)).all()
        for row, into in zip(rows, links, strict=True):
            row.merged_into = None if into is None else rows[into]


@pytest.mark.parametrize(
    ("links", "ends"),
    [
        ([None] * 6, [0, 1, 2, 3, 4, 5]),
        ([1, 2, None, None, None, None], [2, 2, 2, 3, 4, 5]),
        ([1, 0, None, None, None, None], [0, 0, 2, 3, 4, 5]),
        ([None, 2, 3, 1, 3, 4], [0, 1, 1, 1, 1, 1]),
        ([5, 4, 3, 2, 1, 5], [5, 1, 2, 2, 1, 5]),
    ],
    ids=["apart", "chain", "circle", "circle with a tail", "circles and itself"],
)
def test_the_end_of_the_chain_or_the_lowest_of_the_circle_stands_for_all(
    database: Database, partners: list[UUID], links: list[int | None], ends: list[int]
) -> None:
    _merge(database, partners, links)
    with database.read() as session:
        rows = session.scalars(select(Partner).order_by(Partner.uid)).all()
        assert [survivor(row).uid for row in rows] == [partners[end] for end in ends]


@pytest.mark.parametrize("is_circle", [False, True])
def test_those_too_far_from_their_survivor_stand_for_themselves(
    database: Database, *, is_circle: bool
) -> None:
    with database.write(Actor.CHIEF) as session:
        office = get_own_office(session).id
        rows = [Partner(office_id=office, uid=uuid4(), category="pt.liberal") for _ in range(40)]
        for row, into in pairwise([*rows, rows[0]] if is_circle else rows):
            row.merged_into = into
        session.add_all(rows)
    with database.read() as session:
        found = survivor_ids(session, Partner)
        rows = list(session.scalars(select(Partner)))
        alone = [row for row in rows if row.id not in found]
        assert all(survivor(row) is row for row in alone)
        assert {row.id: survivor(row).id for row in rows if row.id in found} == found
        assert len(alone) == (40 if is_circle else 8)


@few_or_many(25, 1000)
def test_a_table_and_a_record_follow_the_same_rule(
    database: Database, partners: list[UUID], number: int
) -> None:
    def check(links: list[int | None]) -> None:
        _follow(database, partners, links)

    check_random(number, check, LINKS)


def _follow(database: Database, partners: list[UUID], links: list[int | None]) -> None:
    """Require that the table and each record name the same survivors."""
    _merge(database, partners, links)
    with database.read() as session:
        found = survivors(Partner)
        ends = dict(session.execute(select(found.c.id, found.c.survivor_id)).all())
        rows = session.scalars(select(Partner)).all()
        assert {row.id: survivor(row).id for row in rows if row.merged_into} == ends
        for row in rows:
            together = [other.id for other in rows if survivor(other) is survivor(row)]
            assert group_ids(session, Partner, [row.uid]) == sorted(together)
