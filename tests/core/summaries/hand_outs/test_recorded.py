"""A partner's sheet tells what we settled, counts what was passed on, and dates all the days."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Point, Rumour
from outreach_app.queries.records import get_record
from outreach_app.queries.trees import tree_of
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft, close_point
from outreach_app.services.purging import purge_tree
from outreach_app.services.referrals import ReferralDraft
from outreach_app.services.rumours import follow_point
from tests import makers
from tests.core.summaries.given_sheets import promise, remark, sheet
from tests.core.summaries.hand_outs.test_facts import plan as plan_of
from tests.core.summaries.hand_outs.test_prose import of_state, told
from tests.core.summaries.plans import arabic

AR, FR = Language.ARABIC, Language.FRENCH


@pytest.fixture
def partner(database: Database) -> UUID:
    return makers.write_partner(database)


def test_what_we_settled_is_told_while_a_service_has_not_answered(
    database: Database, partner: UUID
) -> None:
    makers.write_meeting(
        database,
        attendances=((partner, True),),
        points=(PointDraft("concern", "tp.6.5", "أزبال", "ar", reaction="out.resolved"),),
        commitments=(),
        referrals=(ReferralDraft("rf.srm", "tp.6.5", point=0),),
    )
    plan = plan_of(database, partner)
    said = told(plan, AR)
    assert "وقد عولجت." in said
    assert "تمت المعالجة، ولم يرد بعد جواب الجهة المختصة" in said
    assert "قلتم… وأنجزنا" not in said
    assert "il est traité." in told(plan, FR)


def test_a_point_stays_recorded_as_a_rumour_that_was_destroyed_at_its_term(
    database: Database, partner: UUID
) -> None:
    heard = PointDraft("rumour", "tp.7.1", "إشاعة إغلاق الدائرة", "ar")
    makers.write_meeting(
        database,
        attendances=((partner, True),),
        points=(heard, heard),
        commitments=(),
        referrals=(),
    )
    with database.write(Actor.CHIEF) as session:
        first, *_others = session.scalars(select(Point)).all()
        rumour = follow_point(session, first.uid, first.version).uid
    with database.write(Actor.CHIEF) as session:
        purge_tree(session, tree_of(session, get_record(session, Rumour, rumour)))
    plan = plan_of(database, partner)

    assert [row.state for row in plan.remarks] == ["noted", "cst.open"]
    assert "Ce point a été inscrit au suivi des informations à vérifier" in told(plan, FR)
    assert "سُجلت النقطة ضمن الأخبار المتداولة" in told(plan, AR)


def test_a_promise_that_was_passed_on_is_not_counted_as_a_point_that_was(
    database: Database, partner: UUID
) -> None:
    makers.write_meeting(
        database,
        attendances=((partner, True),),
        points=(
            PointDraft("request", "tp.9.1", "نقطة", "ar", reaction="out.out_of_scope"),
            PointDraft("concern", "tp.6.1", "إنارة", "ar"),
        ),
        commitments=(
            CommitmentDraft(
                *("مرافقة", "ar"),
                owner="partner",
                partner=partner,
                status="cst.referred",
                point=0,
            ),
        ),
        referrals=(ReferralDraft("rf.commune", "tp.6.1", point=1),),
    )
    plan = plan_of(database, partner)
    assert (plan.states.transmitted, plan.states.passed_on) == (1, 1)
    said = told(plan, AR)
    assert "أُحيلت إحداهما على الجهة المختصة" in said
    assert "أُحيل على الجهة المختصة ما التزمتم به بشأن الأخرى" in said
    assert "التزام محال على الجهة المختصة" in said
    said = told(plan, FR)
    assert "pour l’autre, votre engagement a été transmis au service" in said


def test_a_session_of_two_days_is_dated_with_both() -> None:
    plan = sheet(of_state("cst.open"), sessions=1)
    assert plan.met is not None
    met = replace(plan.met, last_on=date(2026, 10, 15))
    plan = replace(plan, met=met)
    assert "شاركتم من 14 إلى غاية 15 أكتوبر 2026 في" in told(plan, AR)
    assert "Du 14 au 15 octobre 2026, vous avez pris part" in told(plan, FR)
    before = sheet(of_state("cst.open"), of_state("promised"), earlier=1)
    [now, earlier] = before.remarks
    plan = replace(before, remarks=(now, replace(earlier, raised_at=met)))
    assert "(لقاء موضوعاتي من 14 إلى غاية 15 أكتوبر 2026)" in told(plan, AR)
    assert "(rencontre thématique du 14 au 15 octobre 2026)" in told(plan, FR)


def test_the_last_day_of_a_session_is_taken_from_the_register(
    database: Database, partner: UUID
) -> None:
    makers.write_meeting(
        database,
        kind="mt.school",
        attendances=((partner, True),),
        held_on=date(2026, 11, 8),
        last_on=date(2026, 11, 9),
        points=(PointDraft("concern", "tp.6.1", "نقطة", "ar"),),
        commitments=(),
        referrals=(),
    )
    met = plan_of(database, partner).met
    assert met is not None
    assert met.last_on == date(2026, 11, 9)


def test_a_promise_that_was_kept_is_told_with_its_day() -> None:
    done = promise(arabic("إصلاح", "Réparer"), "cst.done")
    done = replace(done, ended_on=date(2026, 8, 13))
    for row, said_ar, said_fr in (
        (done, "أُنجز يوم 13 غشت 2026.", "Réalisé le 13 août 2026."),
        (
            replace(done, reason=arabic("تم", "Réparé"), is_late=True),
            "ما أُنجز يوم 13 غشت 2026، بعد انصرام الأجل: «تم»",
            "Ce qui a été fait le 13 août 2026, hors délai : « Réparé »",
        ),
    ):
        plan = sheet(remark("cst.done", promises=(row,)))
        assert said_ar in told(plan, AR)
        assert said_fr in told(plan, FR)


def test_a_promise_that_was_given_up_is_told_with_its_day() -> None:
    dropped = promise(arabic("إصلاح", "Réparer"), "cst.dropped")
    dropped = replace(dropped, ended_on=date(2026, 8, 13), reason=arabic("تجاوز", "Dépassé"))
    plan = sheet(remark("cst.dropped", promises=(dropped,)))
    assert "تم التخلي عنه يوم 13 غشت 2026، للسبب التالي: «تجاوز»" in told(plan, AR)
    assert "Engagement abandonné le 13 août 2026. Motif : « Dépassé »" in told(plan, FR)
    plan = sheet(remark("cst.dropped", promises=(replace(dropped, reason=None),)))
    assert "Engagement abandonné le 13 août 2026.\n" in told(plan, FR)


def test_what_was_answered_or_passed_on_is_told_beside_what_was_promised(
    database: Database, partner: UUID
) -> None:
    other = makers.write_partner(database, name_ar="جمعية أخرى")
    answered = PointDraft("concern", "tp.6.5", "أزبال", "ar", reaction="out.answered")
    for raised_by, reaction, beside_ar, beside_fr in (
        (partner, "out.answered", "أجبنا عن هذه النقطة", "Nous avons répondu à ce point"),
        (other, "out.answered", "أُجيب عن هذه النقطة", "Une réponse a été apportée à ce point"),
        (partner, "out.looked_into", "أحلنا الموضوع على الجهة", "Nous avons transmis ce point"),
    ):
        makers.write_meeting(
            database,
            attendances=((partner, True), (other, True)),
            points=(replace(answered, reaction=reaction, raised_by=raised_by),),
            commitments=(CommitmentDraft("حملة", "ar", owner="office", point=0),),
            referrals=(),
        )
        found = plan_of(database, partner).remarks[-1]
        assert found.state == "promised"
        assert beside_ar in told(sheet(found), AR)
        assert beside_fr in told(sheet(found), FR)


def test_the_closing_of_another_s_point_is_told(database: Database, partner: UUID) -> None:
    other = makers.write_partner(database, name_ar="جمعية أخرى")
    makers.write_meeting(
        database,
        attendances=((partner, True), (other, True)),
        points=(PointDraft("concern", "tp.6.5", "أزبال", "ar", raised_by=other),),
        commitments=(CommitmentDraft("حملة", "ar", owner="office", point=0),),
        referrals=(),
    )
    with database.write(Actor.CHIEF) as session:
        point = session.query(Point).one()
        close_point(session, point.uid, point.version, date(2026, 10, 20))
    assert "أُغلقت النقطة يوم 20 أكتوبر 2026" in told(plan_of(database, partner), AR)


def test_what_was_promised_about_no_point_is_told_with_its_meeting(
    database: Database, partner: UUID
) -> None:
    other = makers.write_partner(database, name_ar="جمعية أخرى")
    for day, promises in (
        (
            date(2026, 8, 20),
            (
                CommitmentDraft("لقاء ثان", "ar", owner="office", due_on=date(2026, 9, 1)),
                CommitmentDraft("عمل منجز", "ar", owner="office", status="cst.done"),
            ),
        ),
        (
            date(2026, 10, 14),
            (
                CommitmentDraft("لائحة", "ar", owner="partner", partner=partner),
                CommitmentDraft("سر", "ar", owner="partner", partner=other),
            ),
        ),
    ):
        makers.write_meeting(
            database,
            held_on=day,
            attendances=((partner, True), (other, True)),
            points=(PointDraft("concern", "tp.6.1", "نقطة", "ar"),),
            commitments=promises,
            referrals=(),
        )
    plan = plan_of(database, partner)
    said = told(plan, AR)
    assert "التزامان لا يرتبطان بأي نقطة مثارة:" in said
    assert "بتاريخ 20 غشت 2026\n\nما التزمنا به: «لقاء ثان»\nكان مقررا" in said
    assert "بتاريخ 14 أكتوبر 2026\n\nما التزمتم به: «لائحة»" in said
    assert "عمل منجز" not in said  # it was kept before this period
    assert "سر" not in said
    said = told(plan, FR)
    assert "Engagements pris en dehors des points soulevés :" in said
    assert "Notre engagement : «لقاء ثان»" in said
