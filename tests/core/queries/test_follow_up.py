"""The lists of what was raised, promised and passed on: filters, order, overdue."""

from datetime import date

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Point
from outreach_app.queries.commitment_lists import (
    CommitmentFilter,
    Urgency,
    count_urgencies,
    list_commitment_ids,
    list_commitments_by_id,
)
from outreach_app.queries.point_lists import (
    HeadquartersReply,
    PointFilter,
    count_replies_to_pass_on,
    list_point_ids,
    list_points_by_id,
)
from outreach_app.queries.points import list_points
from outreach_app.queries.records import get_record
from outreach_app.queries.referral_lists import (
    ReferralFilter,
    list_referral_ids,
    list_referrals_by_id,
)
from outreach_app.services.commitments import CommitmentDraft, postpone_commitment
from outreach_app.services.points import PointDraft, close_point, give_reply
from outreach_app.services.referrals import ReferralDraft
from tests import makers

TODAY = date(2026, 11, 24)


@pytest.fixture
def points(database: Database) -> Database:
    """Write two meetings: the older with an open point, the newer with one of each kind."""
    makers.write_meeting(
        database,
        held_on=date(2026, 9, 1),
        points=(PointDraft("concern", "tp.6.1", "الزقاق مظلم", "ar"),),
        commitments=(),
        referrals=(),
    )
    makers.write_meeting(
        database,
        held_on=date(2026, 10, 1),
        points=(
            PointDraft("request", "tp.8.4", "Plus de patrouilles", "fr", reaction="out.answered"),
            PointDraft("concern", "tp.6.2", "حفر في الطريق", "ar"),
        ),
        commitments=(),
        referrals=(),
    )
    return database


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (PointFilter(), ["tp.6.2", "tp.6.1", "tp.8.4"]),
        (PointFilter(state="received"), ["tp.6.1", "tp.6.2"]),
        (PointFilter(topic="tp.6"), ["tp.6.2", "tp.6.1"]),
        (PointFilter(topic="tp.6.1"), ["tp.6.1"]),
        (PointFilter(kind="request"), ["tp.8.4"]),
        (PointFilter(first_day=date(2026, 9, 2), last_day=date(2026, 10, 1)), ["tp.6.2", "tp.8.4"]),
        (PointFilter(offices=frozenset()), []),
    ],
)
def test_points_without_a_reaction_stand_first(
    points: Database, wanted: PointFilter, expected: list[str]
) -> None:
    with points.read() as session:
        ids = list_point_ids(session, wanted)
        rows = list_points_by_id(session, ids)
    assert [rows[record_id].topic for record_id in ids] == expected


def test_what_headquarters_replied_is_to_be_passed_on_until_the_partner_is_told(
    points: Database,
) -> None:
    def topics(reply: HeadquartersReply) -> set[str]:
        with points.read() as session:
            ids = list_point_ids(session, PointFilter(headquarters_reply=reply))
            return {row.topic for row in list_points_by_id(session, ids).values()}

    def to_pass_on() -> int:
        with points.read() as session:
            return count_replies_to_pass_on(session)

    with points.read() as session:
        row = next(row for row in list_points(session) if row.topic == "tp.8.4")
    assert (topics(HeadquartersReply.GIVEN), to_pass_on()) == (set(), 0)
    for day in (8, 20):
        makers.write_reply(points, row.uid, replied_on=date(2026, 10, day))
    assert topics(HeadquartersReply.NONE) == {"tp.6.1", "tp.6.2"}
    assert topics(HeadquartersReply.TO_TELL) == topics(HeadquartersReply.GIVEN) == {"tp.8.4"}
    for told, left in ((date(2026, 10, 10), 1), (date(2026, 10, 20), 0)):
        with points.write(Actor.CHIEF) as session:
            point = get_record(session, Point, row.uid)
            give_reply(session, point.uid, point.version, told, "الرئيس", "هاتفيا")
        assert to_pass_on() == left
    with points.read() as session:
        (row,) = (row for row in list_points(session) if row.topic == "tp.8.4")
    assert row.replied_on == date(2026, 10, 20)
    makers.write_reply(points, row.uid, replied_on=date(2026, 10, 22))
    assert to_pass_on() == 1
    with points.write(Actor.CHIEF) as session:
        close_point(session, row.uid, row.version, date(2026, 10, 23))
    assert to_pass_on() == 0


@pytest.fixture
def commitments(database: Database) -> Database:
    """Write one of each state, around today."""
    fates = (
        ("late", date(2026, 11, 1), "cst.open"),
        ("soon", date(2026, 12, 1), "cst.in_progress"),
        ("dateless", None, "cst.open"),
        ("kept", date(2026, 10, 1), "cst.done"),
        ("kept later", date(2026, 11, 20), "cst.done"),
    )
    makers.write_meeting(
        database,
        attendances=((makers.write_partner(database), True),),
        commitments=tuple(
            CommitmentDraft(text, "fr", "office", due_on=due_on, status=status)
            for text, due_on, status in fates
        ),
        referrals=(),
    )
    return database


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (None, ["late", "soon", "dateless", "kept", "kept later"]),
        ("open", ["late", "soon", "dateless"]),
        ("cst.overdue", ["late"]),
        ("cst.open", ["dateless"]),
        ("cst.in_progress", ["soon"]),
        ("cst.done", ["kept later", "kept"]),
    ],
)
def test_what_is_due_first_stands_first(
    commitments: Database, status: str | None, expected: list[str]
) -> None:
    with commitments.read() as session:
        ids = list_commitment_ids(session, CommitmentFilter(status), TODAY)
        rows = list_commitments_by_id(session, ids, TODAY)
    assert [rows[record_id].text for record_id in ids] == expected
    assert {name.fr for row in rows.values() for name in row.partners} == {"Association Annakhil"}


def test_a_late_commitment_with_a_new_date_is_late_no_more(commitments: Database) -> None:
    wanted = CommitmentFilter("cst.overdue")
    with commitments.read() as session:
        ids = list_commitment_ids(session, wanted, TODAY)
        (late,) = list_commitments_by_id(session, ids, TODAY).values()
    with commitments.write(Actor.CHIEF) as session:
        postpone_commitment(session, late.uid, late.version, TODAY)
    with commitments.read() as session:
        assert list_commitment_ids(session, wanted, TODAY) == []


def test_referrals_without_an_answer_stand_first(database: Database) -> None:
    answered = ReferralDraft(
        "rf.commune", "tp.6.1", date(2026, 10, 2), date(2026, 10, 9), "تم الإصلاح", "ar"
    )
    older = ReferralDraft("rf.caidat", "tp.8.4", date(2026, 9, 1))
    newer = ReferralDraft("rf.commune", "tp.8.4", date(2026, 10, 20))
    makers.write_meeting(database, referrals=(answered, newer, older), commitments=())

    def sent(wanted: ReferralFilter) -> list[date | None]:
        with database.read() as session:
            ids = list_referral_ids(session, wanted)
            rows = list_referrals_by_id(session, ids)
            return [rows[record_id].sent_on for record_id in ids]

    assert sent(ReferralFilter()) == [older.sent_on, newer.sent_on, answered.sent_on]
    assert sent(ReferralFilter(is_answered=True)) == [answered.sent_on]
    assert sent(ReferralFilter(is_answered=False, destination="rf.commune")) == [newer.sent_on]


def test_commitments_stand_by_urgency_and_each_group_is_counted(database: Database) -> None:
    promises = {
        "late": CommitmentDraft("late", "fr", "office", due_on=date(2026, 11, 1)),
        "late, theirs": CommitmentDraft("late, theirs", "fr", "partner", due_on=date(2026, 11, 2)),
        "sunday": CommitmentDraft("sunday", "fr", "office", due_on=date(2026, 11, 29)),
        "monday": CommitmentDraft("monday", "fr", "office", due_on=date(2026, 11, 30)),
        "undated": CommitmentDraft("undated", "fr", "office"),
        "theirs": CommitmentDraft("theirs", "fr", "authority", due_on=date(2026, 11, 25)),
        "kept": CommitmentDraft("kept", "fr", "office", status="cst.done"),
    }
    backwards = tuple(reversed(promises.values()))
    makers.write_meeting(database, points=(), commitments=backwards, referrals=())
    with database.read() as session:
        ids = list_commitment_ids(session, CommitmentFilter(), TODAY)
        rows = list_commitments_by_id(session, ids, TODAY)
        counted = count_urgencies(session, CommitmentFilter(), TODAY)
    assert [rows[record].text for record in ids] == list(promises)
    assert counted == [
        (Urgency.LATE, 2),
        (Urgency.THIS_WEEK, 1),
        (Urgency.LATER, 1),
        (Urgency.UNDATED, 1),
        (Urgency.OTHERS, 1),
        (Urgency.SETTLED, 1),
    ]
