"""The queries of Today, on a real store."""

from datetime import date

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.queries.today import Today, get_today
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.people import PersonDraft, register_person
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from tests import makers
from tests.plans import planned
from tests.servers import ON_A_FILE

DAY = date(2026, 11, 24)


def _today(database: Database) -> Today:
    with database.read() as session:
        return get_today(session, DAY, months=6)


def test_a_new_store_asks_for_nothing(database: Database) -> None:
    today = _today(database)
    lists = (today.meetings, today.coming, today.commitments, today.points, today.referrals)
    assert not any((*lists, today.partners, today.people))


def test_meetings_of_the_day_go_by_their_hour_and_the_week_follows(database: Database) -> None:
    for day, status in ((24, "held"), (25, "planned"), (30, "planned"), (24, "cancelled")):
        makers.write_meeting(
            database, held_on=date(2026, 11, day), status=status, status_reason="سبب"
        )
    makers.write_meeting(database, held_on=date(2026, 12, 1), status="planned")
    today = _today(database)
    assert [row.status for row in today.meetings] == ["held"]
    assert [row.held_on.day for row in today.coming] == [25, 30]


def test_what_waits_is_listed_and_counted(database: Database) -> None:
    makers.write_meeting(
        database,
        points=tuple(PointDraft("concern", "tp.6.1", f"نقطة {n}", "ar") for n in range(9)),
        commitments=(
            CommitmentDraft("late", "fr", "office", due_on=date(2026, 11, 1)),
            CommitmentDraft("this week", "fr", "office", due_on=date(2026, 11, 30)),
            CommitmentDraft("far", "fr", "office", due_on=date(2027, 1, 1)),
        ),
        referrals=(ReferralDraft("rf.commune", "tp.6.1", date(2026, 10, 2)),),
    )
    today = _today(database)
    assert (len(today.points), today.point_count) == (4, 9)
    assert [row.text for row in today.commitments] == ["late", "this week"]
    assert (len(today.referrals), today.referral_count) == (1, 1)


def test_partners_not_met_for_months_stand_the_longest_unseen_first(database: Database) -> None:
    seen, unseen, long_ago, inactive = (
        makers.write_partner(
            database, is_old=True, name_fr=name, phone=None, is_active=name != "inactive"
        )
        for name in ("seen", "unseen", "long ago", "inactive")
    )
    makers.write_meeting(database, held_on=date(2026, 5, 24), attendances=((seen, True),))
    makers.write_meeting(
        database, held_on=date(2026, 5, 23), attendances=((long_ago, True), (inactive, True))
    )
    makers.write_partner(database, name_fr="recorded lately")
    found = _today(database).partners
    assert [(partner.uid, partner.last_met_on) for partner in found] == [
        (long_ago, date(2026, 5, 23)),
        (unseen, None),
    ]


def test_a_person_is_listed_until_informed(database: Database) -> None:
    partner = makers.write_partner(database)
    with database.write(Actor.CHIEF) as session:
        register_person(session, PersonDraft(partner, None, "Salma Test"))
        register_person(
            session,
            PersonDraft(partner, None, "Omar Test", informed_on=DAY, informed_how="lettre"),
        )
    assert [row.name.fr for row in _today(database).people] == ["Salma Test"]


@ON_A_FILE
def test_the_day_reads_what_waits_and_not_all_that_ever_was(database: Database) -> None:
    """With any age of the store, settled records are not scanned to find open ones."""
    whole = {f"SCAN {name}" for name in ("meetings", "points", "commitments", "referrals")}
    for steps in planned(database, lambda: _today(database)).values():
        assert not whole & set(steps)
