"""A point can be referred, or answered by a commitment, after its session too."""

from datetime import date

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, InvalidDraft
from outreach_app.queries.points import PointRow, list_points
from outreach_app.services.commitments import (
    CommitmentDraft,
    keep_commitment,
    postpone_commitment,
    promise_for_point,
)
from outreach_app.services.points import PointDraft, answer_point, give_reply
from outreach_app.services.referrals import refer_point
from tests import makers

DAY = date(2026, 10, 20)


@pytest.fixture
def point(database: Database) -> PointRow:
    points = (PointDraft("concern", "tp.6.1", "الزقاق مظلم ليلا", "ar"),)
    makers.write_meeting(database, points=points, commitments=(), referrals=())
    with database.read() as session:
        return list_points(session)[0]


def test_what_follows_a_point_belongs_to_its_meeting_and_moves_it_on(
    database: Database, point: PointRow
) -> None:
    with database.write(Actor.CHIEF) as session:
        referral = refer_point(session, point.uid, point.version, "rf.commune", DAY)
        assert (referral.topic, referral.point.state if referral.point else "") == (
            "tp.6.1", "referred",
        )  # fmt: skip
    with database.write(Actor.CHIEF) as session:
        draft = CommitmentDraft("Deux lampes", "fr", "office", due_on=DAY)
        promise_for_point(session, point.uid, point.version, draft)
        meeting = makers.the_meeting(session)
        assert [row.position for row in meeting.referrals] == [0]
        assert [row.position for row in meeting.commitments] == [0]
        assert [row.state for row in meeting.points] == ["committed"]


def test_nothing_follows_a_point_before_its_meeting(database: Database, point: PointRow) -> None:
    before = date(2026, 10, 13)
    with pytest.raises(InvalidDraft, match="2026"), database.write(Actor.CHIEF) as session:
        refer_point(session, point.uid, point.version, "rf.commune", before)
    with pytest.raises(InvalidDraft, match="2026"), database.write(Actor.CHIEF) as session:
        give_reply(session, point.uid, point.version, before, None, None)
    with database.write(Actor.CHIEF) as session:
        promised = promise_for_point(
            session, point.uid, point.version, CommitmentDraft("Deux lampes", "fr", "office")
        )
        uid, version = promised.uid, promised.version
    with pytest.raises(InvalidDraft, match="2026"), database.write(Actor.CHIEF) as session:
        postpone_commitment(session, uid, version, before)
    with pytest.raises(InvalidDraft, match="2026"), database.write(Actor.CHIEF) as session:
        keep_commitment(session, uid, version, None, before)


def test_a_point_that_was_changed_meanwhile_is_not_passed_on_unseen(
    database: Database, point: PointRow
) -> None:
    with database.write(Actor.CHIEF) as session:
        answer_point(session, point.uid, point.version, "out.answered", None, "ar")
    with pytest.raises(Conflict), database.write(Actor.CHIEF) as session:
        refer_point(session, point.uid, point.version, "rf.commune", DAY)


def test_a_referral_needs_its_service_and_a_promise_its_words(
    database: Database, point: PointRow
) -> None:
    with pytest.raises(InvalidDraft), database.write(Actor.CHIEF) as session:
        refer_point(session, point.uid, point.version, "rf.nobody", DAY)
    draft = CommitmentDraft("", "fr", "office", due_on=DAY)
    with pytest.raises(InvalidDraft), database.write(Actor.CHIEF) as session:
        promise_for_point(session, point.uid, point.version, draft)
    with database.read() as session:
        meeting = makers.the_meeting(session)
        assert not meeting.referrals
        assert not meeting.commitments
