"""A partner's sheet tells again what the last one left open, and how it ended."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Point
from outreach_app.queries.records import get_record
from outreach_app.rules.periods import Period
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.services.points import PointDraft, close_point, give_reply
from outreach_app.services.referrals import ReferralDraft
from tests import makers
from tests.core.summaries.hand_outs.test_facts import AUTUMN
from tests.core.summaries.hand_outs.test_facts import plan as plan_of
from tests.core.summaries.hand_outs.test_prose import told
from tests.remarks import write_remark

SUMMER = Period(date(2026, 6, 1), date(2026, 8, 31))


@pytest.fixture
def partner(database: Database) -> UUID:
    """Return a partner that raised points in summer, and was met again in autumn."""
    uid = makers.write_partner(database)
    makers.write_meeting(
        database,
        held_on=date(2026, 8, 31),
        attendances=((uid, True),),
        points=(
            PointDraft("concern", "tp.1.5", "كلاب ضالة", "ar"),
            PointDraft("suggestion", "tp.6.7", "ملعب", "ar", reaction="out.looked_into"),
            PointDraft("concern", "tp.4.2", "حوادث", "ar", reaction="out.answered"),
            PointDraft("thanks", "tp.8.1", "شكرا", "ar"),
        ),
        commitments=(),
        referrals=(ReferralDraft("rf.commune", "tp.6.7", point=1),),
    )
    makers.write_meeting(
        database,
        attendances=((uid, True),),
        points=(PointDraft("request", "tp.8.4", "دورية", "ar", reaction="out.answered"),),
        commitments=(),
        referrals=(),
    )
    return uid


def earlier(database: Database, partner: UUID) -> list[tuple[str, str]]:
    found = plan_of(database, partner)
    return [(row.topic, row.state) for row in found.remarks[found.points :]]


def test_what_still_waits_is_told_again_and_what_was_answered_is_not(
    database: Database, partner: UUID
) -> None:
    assert earlier(database, partner) == [("tp.6.7", "cst.referred"), ("tp.1.5", "cst.open")]
    found = plan_of(database, partner)
    assert "Suivi de deux points soulevés dans nos rencontres et échanges avant le" in told(
        found, Language.FRENCH
    )
    assert "تتبع نقطتين أُثيرتا في لقاءاتنا واتصالاتنا قبل" in told(found, Language.ARABIC)


@pytest.mark.parametrize("is_open", [True, False])
def test_what_is_past_its_term_is_told_only_where_a_promise_keeps_it(
    database: Database, partner: UUID, *, is_open: bool
) -> None:
    makers.write_meeting(
        database,
        held_on=date(2019, 6, 18),
        attendances=((partner, True),),
        points=(PointDraft("concern", "tp.2.2", "غرباء أمام المدرسة", "ar"),),
        commitments=(CommitmentDraft("دورية", "ar", "office"),) if is_open else (),
        referrals=(),
    )
    assert ("tp.2.2" in dict(earlier(database, partner))) is is_open


def test_a_point_closed_since_the_last_sheet_is_told_once_as_closed(
    database: Database, partner: UUID
) -> None:
    makers.give_sheet(database, str(partner), SUMMER)
    with database.write(Actor.CHIEF) as session:
        row = session.scalars(select(Point).where(Point.topic == "tp.1.5")).one()
        close_point(session, row.uid, row.version, date(2026, 9, 1))
    assert earlier(database, partner) == [("tp.1.5", "closed"), ("tp.6.7", "cst.referred")]

    with clock.at(clock.now() + timedelta(minutes=1)):
        makers.give_sheet(database, str(partner), AUTUMN)
    makers.write_meeting(database, attendances=((partner, True),), held_on=date(2026, 11, 11))
    winter = plan_of(database, partner, Period(date(2026, 11, 11), date(2026, 11, 12)))
    assert [row.topic for row in winter.remarks[winter.points :]] == ["tp.6.7"]


def test_what_had_ended_before_the_first_sheet_is_not_told_however_late_it_was_typed(
    database: Database, partner: UUID
) -> None:
    with database.write(Actor.CHIEF) as session:
        for topic, day in (("tp.1.5", date(2026, 8, 31)), ("tp.6.7", AUTUMN.first)):
            row = session.scalars(select(Point).where(Point.topic == topic)).one()
            close_point(session, row.uid, row.version, day)
    assert earlier(database, partner) == [("tp.6.7", "closed")]


def test_what_the_partner_wrote_outside_meetings_has_rows_of_its_own(
    database: Database, partner: UUID
) -> None:
    remark = write_remark(database, received_on=date(2026, 3, 19), raised_by=partner)
    write_remark(database, received_on=date(2026, 10, 16), raised_by=partner)
    write_remark(database, received_on=date(2026, 10, 17))  # by nobody that is known
    owed = CommitmentDraft("استقبالكم", "ar", "office", due_on=date(2026, 4, 8))
    with database.write(Actor.CHIEF) as session:
        point = get_record(session, Point, remark)
        promise_for_point(session, remark, point.version, owed)
    found = plan_of(database, partner)
    french = told(found, Language.FRENCH)
    assert (
        "Suivi de deux remarques que vous nous avez adressées en dehors des rencontres :" in french
    )
    assert "Éclairage public (remarque du 19 mars 2026)" in french
    assert "au plus tard le 8 avril 2026" in french
    arabic = told(found, Language.ARABIC)
    assert "تتبع ملاحظتين توصلنا بهما منكم خارج اللقاءات والاتصالات:" in arabic
    assert "(ملاحظة بتاريخ 16 أكتوبر 2026)" in arabic


def test_a_remark_with_sensitive_words_is_told_by_its_topic_alone(
    database: Database, partner: UUID
) -> None:
    words = "إزعاج قرب مقر النقابة"
    for reason, shown in ((None, 1), ("ذكر مكان فقط", 1)):
        write_remark(
            database,
            received_on=date(2026, 10, 16),
            raised_by=partner,
            text=words if reason else "إزعاج قرب المقر الجديد",
            sensitive_reason=reason,
        )
        found = plan_of(database, partner)
        assert sum(row.words is not None for row in found.remarks if row.received_on) == shown


def test_what_was_answered_to_the_partner_since_is_told_once(
    database: Database, partner: UUID
) -> None:
    makers.give_sheet(database, str(partner), SUMMER)
    with database.write(Actor.CHIEF) as session:
        waits = session.scalars(select(Point).where(Point.topic == "tp.1.5")).one()
        told_before = session.scalars(select(Point).where(Point.topic == "tp.4.2")).one()
        for row in (waits, told_before):
            give_reply(session, row.uid, row.version, date(2026, 9, 2), None, None)
    # What the last sheet told as answered was not open on its day.
    assert earlier(database, partner) == [("tp.1.5", "out.answered"), ("tp.6.7", "cst.referred")]
