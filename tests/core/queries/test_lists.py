"""Lists, details and the trash, as the window queries them."""

from datetime import date

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Person, Point
from outreach_app.queries.details import (
    get_meeting_details,
    get_partner_details,
    list_open_commitments_with,
)
from outreach_app.queries.meeting_lists import (
    MeetingFilter,
    MeetingOrder,
    list_meeting_ids,
)
from outreach_app.queries.meetings import list_meetings_by_id
from outreach_app.queries.partner_lists import (
    PartnerFilter,
    list_partner_ids,
    list_similar_partners,
)
from outreach_app.queries.records import get_record
from outreach_app.queries.search_results import search_everything
from outreach_app.queries.trash import list_deleted
from outreach_app.services import meetings, partners, people
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.services.meeting_drafts import draft_like_last_time, draft_of_meeting
from tests import makers
from tests.plans import asked
from tests.remarks import write_remark

TODAY = date(2026, 11, 24)


def test_filters_narrow_the_meetings_and_the_newest_stand_first(database: Database) -> None:
    media = makers.write_partner(database, name_ar="إذاعة المدينة", category="pt.media", type=None)
    makers.write_meeting(database, held_on=date(2026, 1, 5))
    makers.write_meeting(database, held_on=date(2026, 3, 5), status="planned")
    makers.write_meeting(database, held_on=date(2026, 2, 5), attendances=((media, True),))

    def days(**wanted: object) -> list[date]:
        with database.read() as session:
            ids = list_meeting_ids(session, MeetingFilter(**wanted))  # type: ignore[arg-type]
            rows = list_meetings_by_id(session, ids)
            return [rows[record_id].held_on for record_id in ids]

    assert days() == [date(2026, 3, 5), date(2026, 2, 5), date(2026, 1, 5)]
    assert days(status="planned") == [date(2026, 3, 5)]
    assert days(category="pt.media") == [date(2026, 2, 5)]
    assert days(first_day=date(2026, 2, 5), last_day=date(2026, 2, 28)) == [date(2026, 2, 5)]
    assert days(text="إذاعة") == [date(2026, 2, 5)]
    assert days(text="إذاعة", status="planned") == []


@pytest.mark.parametrize("typed", ["جمعيّة النخيل", "Jam3iyat", "association annakhil"])
def test_a_partner_typed_again_is_recognised_across_spelling(
    database: Database, typed: str
) -> None:
    makers.write_partner(database)
    with database.read() as session:
        found = list_similar_partners(session, typed, typed, None)
        by_phone = list_similar_partners(session, "اسم آخر", None, "+212 5 22 34 56 78")
    assert bool(found) == (typed != "Jam3iyat")
    assert len(by_phone) == 1


def test_partner_list_under_filters(database: Database) -> None:
    makers.write_partner(database)
    makers.write_partner(database, name_ar="صيدلية الأمل", name_fr=None, category="pt.liberal")
    with database.read() as session:
        assert len(list_partner_ids(session, PartnerFilter())) == 2
        assert len(list_partner_ids(session, PartnerFilter(category="pt.liberal"))) == 1
        assert len(list_partner_ids(session, PartnerFilter(text="النخ"))) == 1
        assert list_partner_ids(session, PartnerFilter(is_active=False)) == []


def test_details_hold_all_that_was_said_with_a_partner(database: Database) -> None:
    partner = makers.write_partner(database)
    meeting = makers.write_meeting(database, attendances=((partner, True),))
    makers.write_meeting(database)
    with database.read() as session:
        details = get_partner_details(session, partner, TODAY)
        assert [row.uid for row in details.meetings] == [meeting]
        assert (len(details.points), len(details.referrals)) == (2, 1)
        assert details.commitments[0].status == "cst.overdue"
        of_meeting = get_meeting_details(session, meeting, TODAY)
        assert [row.uid for row in of_meeting.partners] == [partner]
        assert len(of_meeting.points) == 2
        assert len(list_open_commitments_with(session, [partner], TODAY)) == 1


def test_a_promise_for_a_remark_is_one_of_its_partner(database: Database) -> None:
    partner, other = makers.write_partner(database), makers.write_partner(database)
    remark = write_remark(database, raised_by=partner)
    draft = CommitmentDraft("مراقبة الوقوف", "ar", "office", due_on=TODAY)
    with database.write(Actor.CHIEF) as session:
        point = get_record(session, Point, remark)
        promise = promise_for_point(session, remark, point.version, draft).uid
    with database.read() as session:
        (row,) = get_partner_details(session, partner, TODAY).commitments
        assert (row.uid, row.meeting, row.remark) == (promise, None, remark)
        assert list_open_commitments_with(session, [partner], TODAY) == [row]
        assert get_partner_details(session, other, TODAY).commitments == ()


def test_a_meeting_read_as_a_draft_and_written_back_changes_nothing(database: Database) -> None:
    partner = makers.write_partner(database)
    uid = makers.write_meeting(database, attendances=((partner, True),))
    with database.read() as session:
        draft = draft_of_meeting(session, uid)
    with database.write(Actor.CHIEF) as session:
        meetings.change_meeting(session, uid, draft)
    with database.read() as session:
        assert draft_of_meeting(session, uid) == draft
    assert draft.commitments[0].point == 1
    assert draft.referrals[0].point == 0


def test_like_last_time_takes_the_frame_and_leaves_the_contents(database: Database) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database, attendances=((partner, True),))
    with database.read() as session:
        draft = draft_like_last_time(session, [partner], TODAY)
        assert draft is not None
        assert (draft.held_on, draft.place_ar, draft.points) == (TODAY, "مقر الدائرة الأمنية", ())
        assert draft.attendances == ((partner, True),)
        assert draft_like_last_time(session, [], TODAY) is None


def test_the_trash_lists_what_was_deleted(database: Database) -> None:
    uid = makers.write_partner(database)
    with database.write(Actor.CHIEF) as session:
        partners.delete_partner(session, uid, makers.the_partner(session).version)
    with database.read() as session:
        rows = list_deleted(session)
    assert [(row.entity, row.uid, row.title.ar) for row in rows] == [
        ("partner", uid, "جمعية النخيل")
    ]


def test_no_deleted_record_is_read_by_a_query_of_its_own(database: Database) -> None:
    partner = makers.write_partner(database)
    person = makers.write_person(database, partner)
    with database.write(Actor.CHIEF) as session:
        people.delete_person(session, person, get_record(session, Person, person).version)
        partners.delete_partner(session, partner, makers.the_partner(session).version)

    def read() -> None:
        with database.read() as session:
            assert len(list_deleted(session)) == 2

    assert not [it for it in asked(database, read) if "FROM identities \nWHERE" in it]


@pytest.mark.both_engines
def test_search_follows_every_change_and_forgets_what_is_deleted(database: Database) -> None:
    partner = makers.write_partner(database, name_ar="جمعية الأمل", name_fr="Association Al Amal")
    meeting = makers.write_meeting(database, attendances=((partner, True),))

    def kinds(query: str) -> list[str]:
        with database.read() as session:
            return [row.kind for row in search_everything(session, query).rows]

    assert sorted(kinds("amal")) == ["meeting", "partner"]
    assert kinds("مظلم") == ["meeting", "point"]
    with database.write(Actor.CHIEF) as session:
        partners.delete_partner(session, partner, makers.the_partner(session).version)
        meetings.delete_meeting(session, meeting, makers.the_meeting(session).version)
    assert kinds("amal") == kinds("مظلم") == []


@pytest.mark.parametrize("text", ["", "النخيل"])  # as a list, and as what was found
@pytest.mark.parametrize(
    ("order", "days"),
    [
        (None, [3, 2, 1]),
        (MeetingOrder.DAY, [1, 2, 3]),
        (MeetingOrder.SUBJECT, [3, 1, 2]),
        (MeetingOrder.STATUS, [2, 3, 1]),  # planned before held
        (MeetingOrder.NUMBER, [2, 1, 3]),  # in the order they were recorded; none before
    ],
)
def test_meetings_are_sorted_by_each_column_both_ways(
    database: Database, text: str, order: MeetingOrder | None, days: list[int]
) -> None:
    for day, subject, status in ((1, "ب", "held"), (2, "ج", "planned"), (3, "ا", "held")):
        makers.write_meeting(
            database,
            held_on=date(2026, 10, day),
            subject_ar=f"{subject} النخيل",
            status=status,
            **({} if status == "held" else {"points": (), "commitments": (), "referrals": ()}),
        )
    with database.read() as session:
        wanted = MeetingFilter(text=text)
        ids = list_meeting_ids(session, wanted, order)
        back = list_meeting_ids(session, wanted, order, is_descending=True)
        rows = list_meetings_by_id(session, ids)
    assert [rows[each].held_on.day for each in ids] == days
    assert order in (None, MeetingOrder.STATUS) or back == ids[::-1]
