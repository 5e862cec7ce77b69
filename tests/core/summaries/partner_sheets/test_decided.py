"""A partner sheet tells what was decided on its points, and whether the partner is active."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Partner
from outreach_app.rules.names import Bilingual
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from tests import makers
from tests.core.summaries.filled_forms import PARTNER_SHEET
from tests.core.summaries.given_sheets import promise, referral
from tests.core.summaries.partner_sheets.test_facts import planned
from tests.core.summaries.partner_sheets.test_prose import sheet
from tests.core.summaries.plans import arabic

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH
DAY = date(2026, 10, 14)
ALONE = {"headcount": 1, "women": None}


@pytest.fixture
def partner(database: Database) -> UUID:
    return makers.write_partner(database)


@pytest.mark.parametrize(
    ("reaction", "in_arabic", "in_french"),
    [
        ("out.looked_into", "يلزم؛ جواب", "Transmis au service compétent"),
        ("out.out_of_scope", "خارج الاختصاص؛ جواب", "Hors compétence"),
        ("out.under_study", "قيد الدراسة؛ جواب", "À l’étude"),
        ("out.no_followup", "الجواب، دون أي إجراء آخر؛ جواب", "Réponse donnée, sans autre suite"),
    ],
)
def test_what_was_decided_is_told_beside_an_answer(
    database: Database, partner: UUID, reaction: str, in_arabic: str, in_french: str
) -> None:
    point = PointDraft(
        *("concern", "tp.6.1", "الزقاق مظلم", "ar"),
        reaction=reaction,
        reply="نعم",
        reply_language="ar",
    )
    makers.write_meeting(
        database,
        held_on=DAY,
        attendances=((partner, True),),
        **ALONE,
        points=(point,),
        commitments=(),
        referrals=(),
    )
    plan = planned(database, partner)
    assert plan.points[0].reaction == reaction
    assert in_french in sheet(plan, FRENCH)
    assert in_arabic in sheet(plan, ARABIC)


def test_what_was_decided_is_not_told_against_what_followed(
    database: Database, partner: UUID
) -> None:
    reactions = ("out.no_followup", "out.no_followup", "out.resolved", "out.resolved")
    points = tuple(PointDraft("concern", "tp.6.1", each, "ar", reaction=each) for each in reactions)
    begun = CommitmentDraft("دورية", "ar", "office", status="cst.in_progress", point=2)
    makers.write_meeting(
        database,
        held_on=DAY,
        attendances=((partner, True),),
        **ALONE,
        points=points,
        commitments=(CommitmentDraft("دورية", "ar", "office", point=0), begun),
        referrals=(ReferralDraft("rf.commune", "tp.6.1", point=1),),
    )
    told = [point.reaction for point in planned(database, partner).points]
    assert [each for each in told if each] == ["out.resolved"]


def test_a_referral_is_told_once(database: Database, partner: UUID) -> None:
    makers.write_meeting(
        database,
        held_on=DAY,
        attendances=((partner, True),),
        **ALONE,
        points=(PointDraft("concern", "tp.6.1", "نقطة", "ar", reaction="out.looked_into"),),
        commitments=(),
        referrals=(ReferralDraft("rf.commune", "tp.6.1", point=0),),
    )
    assert planned(database, partner).points[0].reaction is None


def test_whose_answer_was_carried_back_is_told_while_a_service_has_not_answered() -> None:
    (own, *_others) = PARTNER_SHEET.points
    asked = replace(own.remark, referrals=(referral("rf.commune"),), given_on=DAY)
    plan = replace(PARTNER_SHEET, points=(replace(own, remark=asked),))
    assert "أُبلغ جواب الدائرة الأمنية يوم 14/10/2026" in sheet(plan, ARABIC)
    assert "éponse de l’arrondissement de police communiquée le 14/10/2026" in sheet(plan, FRENCH)


def test_an_answer_without_words_or_day_is_told_beside_a_promise() -> None:
    (own, *_others) = PARTNER_SHEET.points
    made = promise(arabic("دورية"), "cst.done")
    promised = replace(own.remark, reply=None, commitments=(made,), is_answered=True)
    plan = replace(PARTNER_SHEET, points=(replace(own, remark=promised),))
    assert "قُدم الجواب" in sheet(plan, ARABIC)
    assert "éponse donnée" in sheet(plan, FRENCH)


def test_not_all_quoted_texts_are_translations_where_an_address_or_a_capacity_is_not() -> None:
    (own, *_others) = PARTNER_SHEET.points
    made = tuple(promise(arabic("دورية", "Ronde"), "cst.done", number=each) for each in (1, 2))
    told = replace(own.remark, words=None, reply=None, referrals=(), commitments=made)
    row = replace(own, remark=told)
    plan = replace(PARTNER_SHEET, points=(row,), pledges=(), meetings=(), place=None)
    plan = replace(plan, capacities=())
    held = replace(PARTNER_SHEET.capacities[0], capacity=Bilingual("حارس عام", None))
    for whole, is_said in (
        (plan, True),
        (replace(plan, place="زنقة الزيتون"), False),
        (replace(plan, capacities=(held,)), False),
    ):
        assert ("Les textes entre guillemets sont traduits" in sheet(whole, FRENCH)) is is_said


def test_that_a_partner_is_inactive_is_told(database: Database, partner: UUID) -> None:
    assert planned(database, partner).is_inactive is None
    with database.write(Actor.CHIEF) as session:
        session.query(Partner).one().is_active = False
    plan = planned(database, partner)
    assert "Situation : Inactif" in sheet(plan, FRENCH)
    assert "الوضعية: غير نشيط" in sheet(plan, ARABIC)


def test_a_call_is_no_next_meeting(database: Database, partner: UUID) -> None:
    for day, channel in ((date(2027, 1, 4), "ch.phone"), (date(2027, 1, 6), "ch.inperson")):
        makers.write_meeting(
            database,
            held_on=day,
            status="planned",
            channel=channel,
            attendances=((partner, True),),
            **ALONE,
            points=(),
            commitments=(),
            referrals=(),
        )
    coming = planned(database, partner).next_meeting
    assert coming is not None
    assert coming.held_on == date(2027, 1, 6)
