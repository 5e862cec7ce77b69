"""What a person is reminded of: numbers and hours."""

from datetime import date, time

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.queries.notices import Notices, get_notices
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meetings import delete_meeting
from outreach_app.services.people import PersonDraft, register_person
from tests import makers

DAY = date(2026, 11, 24)
NOTHING = Notices(0, 0, 0, ())


def notices(database: Database) -> Notices:
    with database.read() as session:
        return get_notices(session, DAY)


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


def test_a_new_register_reminds_of_nothing(database: Database) -> None:
    assert notices(database) == NOTHING
    assert not notices(database).number


def test_what_is_overdue_is_told_from_what_is_due_today(database: Database) -> None:
    write_promises(database)
    assert notices(database) == Notices(overdue=2, due=1, people=0, starts=())


def test_what_a_deleted_meeting_holds_is_not_due(database: Database) -> None:
    write_promises(database)
    with database.write(Actor.CHIEF) as session:
        meeting = makers.the_meeting(session)
        delete_meeting(session, meeting.uid, meeting.version)
    assert notices(database) == NOTHING


def test_a_person_counts_until_informed(database: Database) -> None:
    partner = makers.write_partner(database)
    makers.write_person(database, partner)
    with database.write(Actor.CHIEF) as session:
        informed = PersonDraft(partner, None, "Omar Test", informed_on=DAY, informed_how="lettre")
        register_person(session, informed)
    assert notices(database).people == notices(database).number == 1


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
    assert notices(database).starts == (time(9, 30), time(15), time(15))
