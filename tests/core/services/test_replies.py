"""Replies: headquarters answers a point, and nobody else does."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, NotAllowed
from outreach_app.month_totals import wrong_totals
from outreach_app.queries.replies import list_replies
from outreach_app.rules.statuses import PointState
from outreach_app.services.meetings import delete_meeting
from outreach_app.services.offices import change_office
from outreach_app.services.replies import ReplyDraft, reply_to_point
from tests import makers

REPLY = ReplyDraft("ستضاف دورية ليلية", "ar", date(2026, 11, 2), "Une ronde de nuit est ajoutée")


@pytest.fixture
def headquarters(database: Database) -> Database:
    with database.write(Actor.HEADQUARTERS) as session:
        change_office(session, replace(makers.office_draft(), role="headquarters"))
    return database


def test_a_reply_stands_beside_the_point_until_its_meeting_goes(headquarters: Database) -> None:
    makers.write_meeting(headquarters, commitments=(), referrals=())
    with headquarters.write(Actor.HEADQUARTERS) as session:
        point = makers.the_meeting(session).points[0].uid
        reply_to_point(session, point, REPLY)
    with headquarters.read() as session:
        # It is an answer: the point waits no more, in the lists and the totals.
        assert makers.the_meeting(session).points[0].state == PointState.ANSWERED
        assert wrong_totals(session.connection()) == []
        [row] = list_replies(session)
        assert (row.point, row.text, row.translation) == (point, REPLY.text, REPLY.translation)
    with headquarters.write(Actor.HEADQUARTERS) as session:
        meeting = makers.the_meeting(session)
        delete_meeting(session, meeting.uid, meeting.version)
    with headquarters.read() as session:
        assert list_replies(session) == []


@pytest.mark.parametrize(
    "draft",
    [replace(REPLY, text="  "), replace(REPLY, language="de"), replace(REPLY, text="CIN AB123456")],
)
def test_a_reply_follows_the_rules_of_every_text(headquarters: Database, draft: ReplyDraft) -> None:
    makers.write_meeting(headquarters)
    with headquarters.write(Actor.HEADQUARTERS) as session:
        point = makers.the_meeting(session).points[0].uid
        with pytest.raises(InvalidDraft):
            reply_to_point(session, point, draft)


def test_a_precinct_cannot_answer_itself(database: Database) -> None:
    makers.write_meeting(database)
    with database.write(Actor.HEADQUARTERS) as session:
        point = makers.the_meeting(session).points[0].uid
        with pytest.raises(NotAllowed) as refused:
            reply_to_point(session, point, REPLY)
        assert refused.value.code == "headquarters_only"
