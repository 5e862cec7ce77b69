"""Where a meeting stands in the list."""

from uuid import uuid4

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Meeting
from outreach_app.queries.meeting_lists import MeetingFilter, find_meeting_id, list_meeting_ids
from outreach_app.services.meetings import delete_meeting
from tests import makers


def test_a_meeting_is_found_by_its_uid_until_it_is_deleted(database: Database) -> None:
    uid = makers.write_meeting(database)
    with database.read() as session:
        assert [find_meeting_id(session, uid)] == list_meeting_ids(session, MeetingFilter())
        assert find_meeting_id(session, uuid4()) is None
    with database.write(Actor.CHIEF) as session:
        delete_meeting(session, uid, session.query(Meeting).one().version)
    with database.read() as session:
        assert find_meeting_id(session, uid) is None
