"""A meeting opens with the rectified rumours of the organisations invited, until reported."""

from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting, Point
from outreach_app.queries.points import list_points
from outreach_app.queries.records import get_record
from outreach_app.queries.rumours_to_tell import count_rumours_to_tell, list_rumours_to_tell
from outreach_app.rules.periods import Period
from outreach_app.services.points import PointDraft
from outreach_app.services.rumours import carry_back_at, follow_point
from outreach_app.summaries.hand_outs.programme_facts import plan_programme
from outreach_app.summaries.hand_outs.programme_prose import realise_programme
from outreach_app.summaries.prose.plain_text import to_plain_text
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


def test_it_is_counted_for_a_month_and_one_that_was_told_is_gone(database: Database) -> None:
    makers.rectify(database, makers.write_rumour(database))
    meeting = plan(database, makers.write_partner(database))
    month = Period(date(2026, 10, 1), date(2026, 10, 31))
    with database.read() as session:
        assert count_rumours_to_tell(session, month) == 1
        printed = realise_programme(plan_programme(session, month, AFTER), Language.ARABIC, AFTER)
    # The paper is for partners: it spreads no rumour.
    assert (makers.rumour_draft().text or "-") not in to_plain_text(printed)
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
