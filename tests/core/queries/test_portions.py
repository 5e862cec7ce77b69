"""A list read in portions is the whole list, in the same order."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from outreach_app.database import Database
from outreach_app.models import Commitment, Meeting, Office, Point, Referral
from outreach_app.paths import STORE_FILE
from outreach_app.point_days import project_days
from outreach_app.queries.commitment_lists import CommitmentFilter, list_commitment_ids
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.point_lists import PointFilter, list_point_ids
from outreach_app.queries.portions import WHOLE, Portion
from outreach_app.queries.referral_lists import ReferralFilter, list_referral_ids
from outreach_app.queries.sorting import Sorting
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.statuses import OPEN_COMMITMENTS
from tests import makers
from tests.registry import precinct_draft

OFFICES, MEETINGS = 12, 120
TODAY, SUNDAY = date(2026, 11, 24), date(2026, 11, 29)
FEW, MANY = frozenset({OfficeId(2)}), frozenset(map(OfficeId, range(2, OFFICES)))
OFFICE_SETS = st.sampled_from([None, FEW, MANY])
PORTIONS = st.lists(st.integers(1, 60), max_size=8)
few = settings(max_examples=30)
Read = Callable[[Portion], list[int]]


@pytest.fixture(scope="module")
def register(
    new_store: Path, new_store_key: bytes, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """Return headquarters with a few meetings a day, some deleted, with points and commitments."""
    database = Database(tmp_path_factory.mktemp("register") / STORE_FILE, new_store_key)
    source = Database(new_store / STORE_FILE, new_store_key)
    source.copy_to(database.path)
    source.close()
    names = ((f"حي {n}", f"Quartier {n}") for n in range(OFFICES))
    makers.consolidate(database, *(precinct_draft(name, "1") for name in names))
    with Session(database.engine) as session:
        _fill(session, random.Random(1))  # noqa: S311
        session.commit()
    yield database
    database.close()


def _fill(session: Session, chance: random.Random) -> None:
    rows: dict[type, list[dict[str, Any]]] = {Meeting: [], Point: [], Commitment: [], Referral: []}
    offices = list(session.scalars(select(Office.id)))
    for meeting in range(1, MEETINGS + 1):
        day = TODAY - timedelta(days=chance.randint(0, 20))
        common = {"version": "1@x", "office_id": chance.choice(offices)}

        def row(values: dict[str, Any], common: dict[str, Any] = common) -> dict[str, Any]:
            return {"uid": uuid7(), "is_deleted": chance.random() < 0.1, **common, **values}

        rows[Meeting].append(row({
            "id": meeting, "held_on": day, "kinds_present": (), "channel": "ch.office",
            "status": chance.choice(["held", "planned"]),
            "kind": chance.choice(["mt.periodic", "mt.thematic"]),
        }))  # fmt: skip
        link = {"meeting_id": meeting}
        rows[Point] += [row(link | {
            "position": place, "kind": chance.choice(["concern", "request"]),
            "topic": chance.choice(["tp.6", "tp.6.1", "tp.8.4"]),
            "state": chance.choice(["received", "answered", "closed"]),
        }) for place in range(3)]  # fmt: skip
        rows[Commitment].append(row(link | {
            "position": 0, "text": "دورية", "language": "ar",
            "owner": chance.choice(["office", "office", "partner"]),
            "due_on": None if chance.random() < 0.2 else day + timedelta(days=7),
            "status": chance.choice(["cst.open", "cst.partly", "cst.done", "cst.dropped"]),
        }))  # fmt: skip
        rows[Referral].append(row(link | {
            "position": 0, "destination": "rf.commune", "topic": "tp.6.1", "sent_on": day,
            "answered_on": None if chance.random() < 0.5 else day + timedelta(days=3),
        }))  # fmt: skip
    for model, values in rows.items():
        session.connection().execute(insert(model), values)
    project_days(session.connection(), range(1, MEETINGS + 1))


def portioned(read: Read, sizes: list[int]) -> list[int]:
    """Return a list read in portions of these sizes, then the rest at once."""
    places = [0]
    for size in sizes:
        places.append(places[-1] + size)
    parts = [read(Portion(first, last - first)) for first, last in pairwise(places)]
    return [*(each for part in parts for each in part), *read(Portion(places[-1]))]


def continued(read: Read, sizes: list[int]) -> list[int]:
    """Return a list read in portions of these sizes, each after the last record of the former."""
    listed: list[int] = []
    for size in (*sizes, None):
        listed += read(Portion(len(listed), size, listed[-1] if listed else None))
    return listed


def is_in(offices: frozenset[OfficeId] | None, row: Meeting | Point | Commitment) -> bool:
    return offices is None or row.office_id in offices


@few
@given(
    st.sampled_from([None, "held"]), st.sampled_from([None, "mt.thematic"]), OFFICE_SETS, PORTIONS
)
def test_meetings(
    register: Database,
    status: str | None,
    kind: str | None,
    offices: frozenset[OfficeId] | None,
    sizes: list[int],
) -> None:
    wanted = MeetingFilter(status=status, kind=kind, offices=offices)
    with register.read() as session:
        listed = portioned(lambda part: list_meeting_ids(session, wanted, portion=part), sizes)
        on = continued(lambda part: list_meeting_ids(session, wanted, portion=part), sizes)
        rows = [
            row
            for row in session.scalars(select(Meeting).where(~Meeting.is_deleted))
            if status in (None, row.status) and kind in (None, row.kind) and is_in(offices, row)
        ]
    ordered = [row.id for row in sorted(rows, key=lambda row: (row.held_on, row.id))][::-1]
    assert (listed, on) == (ordered, ordered)


@few
@given(
    st.sampled_from([None, "received", "closed"]),
    st.sampled_from([None, "tp.6"]),
    OFFICE_SETS,
    PORTIONS,
)
def test_points(
    register: Database,
    state: str | None,
    topic: str | None,
    offices: frozenset[OfficeId] | None,
    sizes: list[int],
) -> None:
    wanted = PointFilter(state=state, topic=topic, offices=offices)

    def key(row: Point) -> tuple[object, ...]:
        assert row.meeting is not None
        day, meeting = row.meeting.held_on.toordinal(), row.meeting.id
        if state == "received":
            return day, meeting, row.position
        return row.state != "received", -day, -meeting, row.position

    with register.read() as session:
        listed = portioned(lambda part: list_point_ids(session, wanted, part), sizes)
        statement = select(Point).join(Point.meeting)
        statement = statement.where(~Point.is_deleted, ~Meeting.is_deleted)
        rows = [
            row
            for row in session.scalars(statement)
            if state in (None, row.state)
            and (topic is None or row.topic.startswith(topic))
            and is_in(offices, row)
        ]
        assert listed == [row.id for row in sorted(rows, key=key)]


@few
@given(st.sampled_from([None, "open", "cst.overdue", "cst.done"]), OFFICE_SETS, PORTIONS)
def test_commitments(
    register: Database,
    status: str | None,
    offices: frozenset[OfficeId] | None,
    sizes: list[int],
) -> None:
    wanted = CommitmentFilter(status=status, offices=offices)

    def key(row: Commitment) -> tuple[object, ...]:
        day = (row.due_on or date.min).toordinal()
        if status == "cst.done":
            return (-day, row.id)
        return (
            row.status not in OPEN_COMMITMENTS,
            row.status in OPEN_COMMITMENTS and urgency(row),
            row.due_on is None, day, row.id,
        )  # fmt: skip

    def is_wanted(row: Commitment) -> bool:
        is_open = row.status in OPEN_COMMITMENTS
        if status == "cst.overdue":
            return is_open and row.due_on is not None and row.due_on < TODAY
        return is_open if status == "open" else status in (None, row.status)

    with register.read() as session:
        listed = portioned(lambda part: list_commitment_ids(session, wanted, TODAY, part), sizes)
        statement = select(Commitment).join(Commitment.meeting)
        statement = statement.where(~Commitment.is_deleted, ~Meeting.is_deleted)
        rows = [r for r in session.scalars(statement) if is_wanted(r) and is_in(offices, r)]
        assert listed == [row.id for row in sorted(rows, key=key)]


@few
@given(st.sampled_from([None, True, False]), PORTIONS)
def test_referrals(register: Database, is_answered: bool | None, sizes: list[int]) -> None:
    wanted = ReferralFilter(is_answered=is_answered)

    def key(row: Referral) -> tuple[int, int, int, int]:
        day, sign = (row.answered_on or date.min).toordinal(), -1 if row.answered_on else 1
        sent = (row.sent_on or date.min).toordinal()
        return (row.answered_on is not None, -day, sign * sent, sign * row.id)

    with register.read() as session:
        listed = portioned(lambda part: list_referral_ids(session, wanted, part), sizes)
        statement = select(Referral).join(Referral.meeting)
        statement = statement.where(~Referral.is_deleted, ~Meeting.is_deleted)
        rows = [
            row
            for row in session.scalars(statement)
            if is_answered in (None, row.answered_on is not None)
        ]
        assert listed == [row.id for row in sorted(rows, key=key)]


@few
@given(
    st.sampled_from(["words", "topic", "day", "state", "reply", "office"]),
    st.booleans(),
    PORTIONS,
)
def test_points_sorted_by_a_column(
    register: Database, column: str, is_descending: bool, sizes: list[int]
) -> None:
    sorting = Sorting(column, is_descending)
    with register.read() as session:
        whole = list_point_ids(session, PointFilter(), WHOLE, sorting)
        listed = portioned(
            lambda part: list_point_ids(session, PointFilter(), part, sorting), sizes
        )
    assert listed == whole


def urgency(row: Commitment) -> int:
    """Return the place of an open promise among the urgencies."""
    day = row.due_on
    own = 3 if day is None else 1 if day <= SUNDAY else 2
    return 0 if day is not None and day < TODAY else own if row.owner == "office" else 4


def test_a_list_that_is_read_at_once_is_the_whole(register: Database) -> None:
    with register.read() as session:
        assert list_point_ids(session, PointFilter(), WHOLE) == list_point_ids(
            session, PointFilter(), Portion(0, 10_000)
        )
