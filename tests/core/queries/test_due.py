"""What is due on a day: numbers and hours."""

from datetime import date, time, timedelta

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.queries.due import Due, count_due
from outreach_app.queries.handovers import list_people_to_inform
from outreach_app.queries.today import get_today
from outreach_app.rules.claims import ClaimKind
from outreach_app.services.claims import ClaimDraft, record_claim
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.drafts import draft_key, save_draft
from outreach_app.services.erasure import erase_identity
from outreach_app.services.meetings import delete_meeting
from outreach_app.services.people import PersonDraft, register_person
from outreach_app.services.points import PointDraft
from outreach_app.services.rumours import close_rumour, follow_point
from tests import makers, reviews

DAY = date(2026, 11, 24)
NOTHING = Due(
    meetings=0, starts=(), overdue=0, due=0, points=0, people=0, drafts=0, rumours=0, remarks=0,
    questions=0, claims=0,
)  # fmt: skip


def due(database: Database) -> Due:
    with database.read() as session:
        return count_due(session, DAY)


def write_promises(database: Database) -> None:
    makers.write_meeting(
        database,
        commitments=(
            CommitmentDraft("late", "fr", "office", due_on=date(2026, 11, 23)),
            CommitmentDraft("later still", "fr", "office", due_on=date(2026, 10, 1)),
            CommitmentDraft("today", "fr", "office", due_on=DAY),
            CommitmentDraft("tomorrow", "fr", "office", due_on=date(2026, 11, 25)),
            CommitmentDraft("some day", "fr", "office"),
            CommitmentDraft("kept", "fr", "office", due_on=date(2026, 11, 1), status="cst.done"),
        ),
    )


def test_nothing_is_due_in_a_new_register(database: Database) -> None:
    assert due(database) == NOTHING
    assert not due(database).waiting


def test_what_is_overdue_is_told_from_what_is_due_today(database: Database) -> None:
    write_promises(database)
    found = due(database)
    assert (found.overdue, found.due, found.waiting) == (2, 1, 3)
    assert found.points == 1  # of the meeting that was written with them


def test_what_a_deleted_meeting_holds_is_not_due(database: Database) -> None:
    write_promises(database)
    with database.write(Actor.CHIEF) as session:
        meeting = makers.the_meeting(session)
        delete_meeting(session, meeting.uid, meeting.version)
    assert due(database) == NOTHING


def test_a_person_counts_until_informed(database: Database) -> None:
    partner = makers.write_partner(database)
    makers.write_person(database, partner)
    with database.write(Actor.CHIEF) as session:
        informed = PersonDraft(partner, None, "Omar Test", informed_on=DAY, informed_how="lettre")
        register_person(session, informed)
    assert due(database).people == due(database).waiting == 1


def test_a_person_whose_name_was_erased_is_not_to_be_informed(database: Database) -> None:
    person = makers.write_person(database, makers.write_partner(database))
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, person)
    assert due(database) == NOTHING
    with database.read() as session:
        assert get_today(session, DAY, months=6).people == ()
        assert list_people_to_inform(session) == []


def test_a_request_of_a_person_counts_once_it_is_late(database: Database) -> None:
    for days in (1, 20):
        draft = ClaimDraft(ClaimKind.ACCESS, clock.today() - timedelta(days=days))
        with database.write(Actor.CHIEF) as session:
            record_claim(session, draft)
    assert due(database).claims == due(database).waiting == 1


def test_only_meetings_still_to_be_held_today_begin(database: Database) -> None:
    for start, status, day in (
        (time(15), "planned", DAY),
        (time(9, 30), "confirmed", DAY),
        (time(15), "planned", DAY),
        (None, "planned", DAY),
        (time(10), "held", DAY),
        (time(11), "cancelled", DAY),
        (time(12), "planned", date(2026, 11, 25)),
    ):
        makers.write_meeting(
            database, held_on=day, starts_at=start, status=status, status_reason="سبب",
            commitments=(), referrals=(),
        )  # fmt: skip
    found = due(database)
    assert found.starts == (time(9, 30), time(15), time(15))
    assert found.meetings == 4


def test_an_unfinished_session_waits_to_be_completed(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        save_draft(session, draft_key("meeting"), "words", clock.now())
        save_draft(session, draft_key("partner"), "words", clock.now())
    found = due(database)
    assert (found.drafts, found.waiting) == (1, 1)


def test_a_point_that_is_followed_as_a_rumour_waits_once(database: Database) -> None:
    makers.write_meeting(
        database,
        points=(PointDraft("rumour", "tp.7.1", "رادار مخفي", "ar"),),
        commitments=(),
        referrals=(),
    )
    with database.write(Actor.CHIEF) as session:
        (point,) = makers.the_meeting(session).points
        rumour = follow_point(session, point.uid, point.version)
        uid, version = rumour.uid, rumour.version
    assert (due(database).points, due(database).rumours) == (0, 1)
    with database.read() as session:
        today = get_today(session, DAY, months=6)
    assert (today.points, today.point_count, today.rumour_count) == ((), 0, 1)
    with database.write(Actor.CHIEF) as session:
        close_rumour(session, uid, version, clock.today(), "بلا أثر")
    assert (due(database).points, due(database).rumours) == (1, 0)  # nobody was told anything


def test_a_question_of_headquarters_waits_for_an_answer(database: Database) -> None:
    reviews.write_question(database, makers.write_meeting(database, commitments=(), referrals=()))
    found = due(database)
    assert found.questions == found.waiting == 1
