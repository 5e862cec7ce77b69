"""Where a meeting stands in the list."""

from uuid import uuid4

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Meeting
from outreach_app.queries.attendances import partners_present
from outreach_app.queries.meeting_lists import MeetingFilter, find_meeting_id, list_meeting_ids
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.portions import Portion
from outreach_app.services.commitments import CommitmentDraft
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


@pytest.mark.parametrize("text", ["", "séance"])
def test_a_list_goes_on_where_it_stopped_though_newer_meetings_came(
    database: Database, text: str
) -> None:
    first, last = (makers.write_meeting(database, subject_fr="Séance") for _turn in range(2))
    wanted = MeetingFilter(text)
    with database.read() as session:
        ids = [find_meeting_id(session, uid) for uid in (last, first)]
        (shown,) = list_meeting_ids(session, wanted, portion=Portion(0, 1))
        assert shown == ids[0]
    makers.write_meeting(database, subject_fr="Séance")
    with database.read() as session:
        assert list_meeting_ids(session, wanted, portion=Portion(1, 1)) == [shown]
        assert list_meeting_ids(session, wanted, portion=Portion(1, 1, shown)) == [ids[1]]


def test_a_row_says_who_was_there_and_what_it_led_to(database: Database) -> None:
    kept = makers.write_partner(database, name_ar="جمعية النخيل", name_fr=None)
    merged = makers.write_partner(database, name_ar="ودادية النخيل", name_fr=None, phone=None)
    named = makers.write_partner(
        database, name_ar=None, name_fr="Me Alami", phone=None, is_named_after_person=True
    )
    promises = tuple(
        CommitmentDraft("دورية راجلة", "ar", "office", status=status)
        for status in ("cst.open", "cst.done")
    )
    makers.write_meeting(
        database, attendances=((named, True), (merged, False)), commitments=promises
    )
    makers.merge(database, kept, merged)
    with database.read() as session:
        (row,) = list_meetings(session)
        meeting = makers.the_meeting(session)
        assert row.partners == partners_present(meeting)
        assert [name.fr or name.ar for name in row.partners] == ["Me Alami", "جمعية النخيل"]
        assert (row.points, row.commitments, row.kept) == (len(meeting.points), 2, 1)
