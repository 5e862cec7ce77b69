"""A meeting opens with the rectified rumours of the organisations invited, until reported."""

from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Meeting, Point
from outreach_app.queries.points import list_points
from outreach_app.queries.records import get_record
from outreach_app.queries.rumours_to_tell import list_rumours_to_tell
from outreach_app.rules.periods import Period
from outreach_app.services.points import PointDraft
from outreach_app.services.rumours import carry_back_at, follow_point
from outreach_app.summaries.communication.opening_rectifications import words_to_tell
from outreach_app.summaries.hand_outs.programme_facts import plan_programme
from tests import makers

AFTER = date(2026, 10, 20)  # the rectification came out on the 16th


def plan(database: Database, partner: UUID, held_on: date = AFTER) -> UUID:
    return makers.write_meeting(
        database,
        status="planned",
        held_on=held_on,
        attendances=((partner, True),),
        points=(),
        commitments=(),
        referrals=(),
    )


def to_tell(database: Database, meeting: UUID) -> list[UUID]:
    with database.read() as session:
        rows = list_rumours_to_tell(session, get_record(session, Meeting, meeting))
        return [row.uid for row in rows]


def test_it_is_told_to_those_who_told_it_and_to_all_where_nobody_did(database: Database) -> None:
    heard = makers.write_rumour(database)
    teller, other = makers.write_partner(database), makers.write_partner(database, name_ar="أخرى")
    makers.write_meeting(
        database,
        attendances=((teller, True),),
        points=(PointDraft("rumour", "tp.7.1", "إغلاق المدرسة", "ar"),),
        commitments=(),
        referrals=(),
    )
    with database.write(Actor.CHIEF) as session:
        (point,) = list_points(session)
        told = follow_point(session, point.uid, get_record(session, Point, point.uid).version).uid
    for uid in (heard, told):
        makers.rectify(database, uid)

    assert set(to_tell(database, plan(database, teller))) == {heard, told}
    assert to_tell(database, plan(database, other)) == [heard]
    # A meeting of the day before its rectification could not report it.
    assert to_tell(database, plan(database, teller, date(2026, 10, 15))) == []


def test_the_programme_names_it_and_one_that_was_told_is_gone(database: Database) -> None:
    makers.rectify(database, makers.write_rumour(database))
    meeting = plan(database, makers.write_partner(database))
    month = Period(date(2026, 10, 1), date(2026, 10, 31))
    with database.read() as session:
        (row,) = plan_programme(session, month, AFTER).meetings
    assert [words.text for words in row.to_tell] == [makers.rumour_draft().text]
    with database.write(Actor.CHIEF) as session:
        (carried,) = carry_back_at(session, meeting)
        assert (carried.back_on, carried.back_to) == (AFTER, "جمعية النخيل")
    assert to_tell(database, meeting) == []


def test_of_a_practice_only_what_it_is_stays(database: Database) -> None:
    makers.rectify(database, makers.write_rumour(database))
    lawyer = makers.write_partner(
        database,
        name_ar="الأستاذ كمال",
        name_fr=None,
        category="pt.liberal",
        type="pr.lawyer",
        is_named_after_person=True,
    )
    meeting = plan(database, lawyer)
    with database.write(Actor.CHIEF) as session:
        (carried,) = carry_back_at(session, meeting)
        assert carried.back_to == "محام"


def test_the_programme_announces_it_once_to_each_partner_also_to_one_it_does_not_name(
    database: Database,
) -> None:
    makers.rectify(database, makers.write_rumour(database))
    lawyer = makers.write_partner(
        database, category="pt.liberal", type="pr.lawyer", is_named_after_person=True
    )
    for held_on, partner in (
        (AFTER, lawyer),
        (date(2026, 10, 22), lawyer),
        (date(2026, 10, 23), makers.write_partner(database, name_ar="أخرى")),
    ):
        plan(database, partner, held_on)
    month = Period(date(2026, 10, 1), date(2026, 10, 31))
    with database.read() as session:
        found = plan_programme(session, month, AFTER).meetings
    assert [len(row.to_tell) for row in found] == [1, 0, 1]


def test_one_that_was_recorded_twice_in_the_same_words_is_announced_once(
    database: Database,
) -> None:
    for words in ("Bonbons drogués", "bonbons  drogués.", "École fermée"):
        makers.rectify(database, makers.write_rumour(database, text=words, language="fr"))
    meeting = plan(database, makers.write_partner(database))
    with database.read() as session:
        told = words_to_tell(session, get_record(session, Meeting, meeting))
    assert [words.text for words in told] == ["Bonbons drogués", "École fermée"]
