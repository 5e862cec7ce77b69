"""A handover file lists what truly waits: no settled rumour, every meeting left without an end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Point
from outreach_app.queries.records import get_record
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.statuses import PointReaction
from outreach_app.services.offices import change_office
from outreach_app.services.points import PointDraft, answer_point, close_point, give_reply
from outreach_app.services.referrals import ReferralDraft
from outreach_app.services.remarks import RemarkDraft, record_remark
from outreach_app.services.replies import ReplyDraft, reply_to_point
from outreach_app.services.rumours import follow_point
from outreach_app.summaries.handovers.plan import Nature
from tests import makers
from tests.core.summaries.handovers.test_handover import TODAY, planned, written

TOLD = PointDraft(PointKind.RUMOUR, "tp.7.1", "Enfant disparu", "fr")


def tell(database: Database) -> None:
    makers.write_meeting(database, points=(TOLD,), commitments=(), referrals=())


def the_point(database: Database) -> tuple[Point, str]:
    with database.read() as session:
        point = session.scalars(select(Point)).one()
        return point, point.version


def test_a_rumour_told_in_a_meeting_is_listed_once(database: Database) -> None:
    tell(database)
    plan = planned(database)

    assert (len(plan.points), len(plan.rumours)) == (0, 1)
    assert [duty.nature for duty in plan.duties] == [Nature.VERIFY]


def test_a_rumour_recorded_from_a_point_is_no_point_without_reaction(database: Database) -> None:
    tell(database)
    point, version = the_point(database)
    with database.write(Actor.CHIEF) as session:
        rumour = follow_point(session, point.uid, version).uid
    makers.rectify(database, rumour)
    plan = planned(database)

    assert (plan.points, plan.rumours, plan.duties) == ((), (), ())


@pytest.mark.parametrize("is_closed", [True, False])
def test_a_rumour_that_was_closed_or_answered_waits_no_more(
    database: Database, *, is_closed: bool
) -> None:
    tell(database)
    point, version = the_point(database)
    with database.write(Actor.CHIEF) as session:
        if is_closed:
            close_point(session, point.uid, version, point.met_on)
        else:
            answer_point(session, point.uid, version, PointReaction.RESOLVED, None, "fr")
    plan = planned(database)

    assert (plan.points, plan.rumours, plan.duties) == ((), (), ())
    assert (plan.year.rumours, plan.year.wait, plan.year.closed) == (1, 0, 1)
    assert "Dont classées ou suivies d’effet, sans résultat de vérification relevé : 1" in (
        written(plan)
    )


def test_a_rumour_under_study_still_waits(database: Database) -> None:
    tell(database)
    point, version = the_point(database)
    with database.write(Actor.CHIEF) as session:
        answer_point(session, point.uid, version, PointReaction.UNDER_STUDY, None, "fr")

    assert len(planned(database).rumours) == 1


def test_a_point_that_headquarters_answered_waits_only_to_be_told(database: Database) -> None:
    asked = PointDraft("suggestion", "tp.6.1", "Éclairer la ruelle", "fr")
    makers.write_meeting(database, points=(asked,), commitments=(), referrals=())
    point, version = the_point(database)
    own = makers.office_draft()
    with database.write(Actor.HEADQUARTERS) as session:
        change_office(session, replace(own, role="headquarters"))
        draft = ReplyDraft("La ruelle sera éclairée", "fr", TODAY)
        reply_to_point(session, point.uid, draft)
        change_office(session, own)
    plan = planned(database)

    assert (plan.points, [duty.nature for duty in plan.duties]) == ((), [Nature.TELL])
    to_do = (
        "Communiquer aux intéressés la réponse des services centraux à la proposition « Éclairer la"
        " ruelle » : « La ruelle sera"
    )
    assert to_do in written(plan)
    assert "تبليغ المعنيين بجواب المصالح المركزية عن المقترح" in written(plan, Language.ARABIC)
    with database.write(Actor.CHIEF) as session:
        give_reply(session, point.uid, version, TODAY, "", "")
    assert planned(database).duties == ()


def test_a_remark_that_headquarters_answered_is_to_be_told_as_well(database: Database) -> None:
    own = makers.office_draft()
    with database.write(Actor.HEADQUARTERS) as session:
        uid = record_remark(session, RemarkDraft("tp.6.1", "Lampe", "fr", TODAY)).uid
        change_office(session, replace(own, role="headquarters"))
        reply_to_point(session, uid, ReplyDraft("Réparée", "fr", TODAY))
        change_office(session, own)
    plan = planned(database)

    assert [duty.nature for duty in plan.duties] == [Nature.TELL]
    assert "à la préoccupation « Lampe » : « Réparée »" in written(plan)
    assert f"Référence : Remarque n° 01/2026 du {TODAY:%d/%m/%Y}" in written(plan)
    for closed_on, count in ((TODAY - timedelta(days=1), 1), (TODAY, 0)):
        with database.write(Actor.CHIEF) as session:
            get_record(session, Point, uid).closed_on = closed_on
        assert len(planned(database).duties) == count


@pytest.mark.parametrize(
    ("status", "nature", "to_do", "state", "arabic"),
    [
        (
            "planned",
            Nature.RECORD,
            "Enregistrer la tenue ou l’annulation : rencontre thématique du 30/10/2026",
            "Situation : Tenue ou annulation non enregistrée",
            "الوضعية: لم يُسجل الانعقاد ولا الإلغاء",
        ),
        (
            "postponed",
            Nature.RESCHEDULE,
            "Fixer une nouvelle date : rencontre thématique (date initiale : 30/10/2026)",
            "Situation : Report sans nouvelle date",
            "الوضعية: تأجيل دون تاريخ جديد",
        ),
    ],
)
def test_a_meeting_left_without_an_end_is_handed_over(
    database: Database, status: str, nature: Nature, to_do: str, state: str, arabic: str
) -> None:
    makers.write_meeting(
        database,
        held_on=date(2026, 10, 30),
        status=status,
        status_reason="Férié" if status == "postponed" else None,
        subject_ar=None,
        subject_fr="Sécurité routière",
        points=(),
        commitments=(),
        referrals=(),
    )
    plan = planned(database)
    words = written(plan)

    assert [duty.nature for duty in plan.duties] == [nature]
    assert f"À faire : {to_do} – Sécurité routière" in words
    section = words.split("10. Rencontres dont la date est passée")[1].split("\n11. ")[0]
    assert "Date prévue : 30/10/2026\n" in section
    assert "Sécurité routière" in section
    assert state in section
    assert arabic in written(plan, Language.ARABIC).split("\n10. ")[1].split("\n11. ")[0]


def test_a_meeting_of_today_is_still_to_come(database: Database) -> None:
    for day in (TODAY, TODAY + timedelta(days=3)):
        makers.write_meeting(
            database,
            held_on=day,
            status="planned",
            points=(),
            commitments=(),
            referrals=(),
        )
    plan = planned(database)

    assert (len(plan.meetings), plan.unsettled) == (2, ())


def test_a_point_under_study_is_owed_an_answer(database: Database) -> None:
    """Nothing else in the file says so: the next chief would not know of it."""
    asked = PointDraft("suggestion", "tp.6.1", "Éclairer la ruelle", "fr")
    makers.write_meeting(database, points=(asked,), commitments=(), referrals=())
    point, version = the_point(database)
    with database.write(Actor.CHIEF) as session:
        answer_point(session, point.uid, version, PointReaction.UNDER_STUDY, None, "fr")
        remark = record_remark(session, RemarkDraft("tp.6.1", "Lampe", "fr", TODAY))
        asked_by_phone = remark.uid
        reply = (PointReaction.UNDER_STUDY, "Nous verrons", "fr")
        answer_point(session, remark.uid, remark.version, *reply)
    plan = planned(database)

    assert [duty.nature for duty in plan.duties] == [Nature.ANSWER, Nature.ANSWER]
    words, arabic = written(plan), written(plan, Language.ARABIC)
    assert "À faire : Répondre à la proposition « Éclairer la ruelle » (à l’étude)\n" in words
    assert "à la préoccupation « Lampe » (à l’étude ; première réponse : « Nous verrons »)" in words
    assert "الجواب عن المقترح" in arabic
    assert "(قيد الدراسة)" in arabic
    assert "(قيد الدراسة؛ الجواب الأولي: " in arabic
    with database.write(Actor.CHIEF) as session:
        lamp = get_record(session, Point, asked_by_phone)
        # A first reply that its author was told ends no study.
        give_reply(session, lamp.uid, lamp.version, TODAY, "", "")
        point = get_record(session, Point, point.uid)
        answer_point(session, point.uid, point.version, PointReaction.RESOLVED, None, "fr")
    assert len(planned(database).duties) == 1
    with database.write(Actor.CHIEF) as session:
        lamp = get_record(session, Point, asked_by_phone)
        close_point(session, lamp.uid, lamp.version, TODAY)
    assert planned(database).duties == ()


def test_what_was_passed_on_without_a_referral_is_to_be_pursued(database: Database) -> None:
    heard = PointDraft("concern", "tp.6.1", "Une fausse page", "fr", reaction="out.looked_into")
    makers.write_meeting(database, points=(heard,), commitments=(), referrals=())
    plan = planned(database)

    assert [duty.nature for duty in plan.duties] == [Nature.PURSUE]
    to_do = "S’enquérir de la suite donnée par le service compétent à la préoccupation « Une fausse"
    assert to_do in written(plan)
    assert "معرفة ما اتخذته المصلحة المختصة بشأن" in written(plan, Language.ARABIC)
    asked = ReferralDraft("rf.commune", "tp.6.1", point=0)
    makers.write_meeting(database, points=(heard,), commitments=(), referrals=(asked,))
    assert [duty.nature for duty in planned(database).duties].count(Nature.PURSUE) == 1
