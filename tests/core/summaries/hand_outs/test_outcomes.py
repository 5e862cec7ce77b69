"""A partner's sheet tells what was decided as it was recorded, of others' doings no more."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Point, Rumour
from outreach_app.rules.names import Bilingual
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.summaries.hand_outs.plan import PartnerFacts, RemarkFacts
from outreach_app.summaries.hand_outs.states import state_of
from tests import makers
from tests.core.summaries.given_sheets import promise, remark, sheet
from tests.core.summaries.hand_outs.test_facts import plan as plan_of
from tests.core.summaries.hand_outs.test_prose import of_state, told
from tests.core.summaries.plans import arabic

AR, FR = Language.ARABIC, Language.FRENCH
DAY = date(2026, 11, 20)


@pytest.fixture
def partner(database: Database) -> UUID:
    return makers.write_partner(database)


def of_point(
    database: Database,
    partner: UUID,
    point: PointDraft,
    *,
    commitments: tuple[CommitmentDraft, ...] = (),
) -> RemarkFacts:
    """Return what the sheet says of the only point of a meeting with two partners."""
    other = makers.write_partner(database, name_ar="جمعية أخرى")
    makers.write_meeting(
        database,
        attendances=((partner, True), (other, True)),
        points=(point,),
        commitments=commitments,
        referrals=(),
    )
    [found] = plan_of(database, partner).remarks
    return found


def test_a_promise_that_was_not_begun_is_not_told_as_under_way() -> None:
    made = promise(arabic("دورية"), "cst.open", due_on=DAY)
    own = replace(made, owner="partner")
    plan = sheet(
        remark("promised", words=arabic("نقطة"), promises=(made, own)), *[of_state("closed")] * 2
    )
    said = told(plan, AR)
    assert "يُنتظر تنفيذ ما التزمنا به وما التزمتم به بشأن نقطة واحدة" in said
    assert said.count("في انتظار التنفيذ") == 2  # of its own promise too
    assert "قيد الإنجاز" not in said
    said = told(plan, FR)
    assert "pour un point, notre engagement et le vôtre restent à exécuter" in said
    assert "En cours" not in said
    assert said.count("En attente d’exécution") == 2
    assert said.count("État :") == 0


def test_a_promise_passed_on_is_told_with_its_day() -> None:
    made = promise(arabic("دورية"), "cst.referred", owner="authority", due_on=DAY)
    plan = sheet(remark("cst.referred", words=arabic("نقطة"), promises=(made,)))
    assert "ينتهي الأجل في 20 نونبر 2026" in told(plan, AR)


def test_that_another_partner_is_late_is_not_told(database: Database, partner: UUID) -> None:
    late = CommitmentDraft("وعد", "ar", owner="partner", due_on=date(2026, 10, 2), point=0)
    kept = CommitmentDraft("عمل", "ar", owner="office", status="cst.done", point=0)
    point = PointDraft("concern", "tp.6.1", "نقطة", "ar")
    both = of_point(database, partner, point, commitments=(kept, late))
    assert both.state == "cst.done"
    assert both.has_promise_of_other


def test_what_we_decided_is_told_beside_the_promise_of_another() -> None:
    studied = replace(of_state("out.under_study"), is_own=False, has_promise_of_other=True)
    said = told(sheet(studied), FR)
    assert said.index("Nous étudions ce point") < said.index("L’un des partenaires s’est engagé")


def test_the_only_promise_of_another_is_told_without_how_far_it_is(
    database: Database, partner: UUID
) -> None:
    late = CommitmentDraft("وعد", "ar", owner="partner", due_on=date(2026, 10, 2), point=0)
    point = PointDraft("concern", "tp.6.1", "نقطة", "ar", raised_by=partner)
    assert of_point(database, partner, point, commitments=(late,)).state == "by_other"
    plan = sheet(replace(of_state("by_other"), is_own=False, has_promise_of_other=True))
    assert "في انتظار أحد الشركاء" in told(plan, AR)
    assert "En attente de l’un des partenaires" in told(plan, FR)


def test_an_answer_is_told_where_no_action_was_decided_even_if_its_words_are_not(
    database: Database, partner: UUID
) -> None:
    refused = PointDraft(
        *("concern", "tp.6.1", "نقطة", "ar"),
        reaction="out.no_followup",
        reply="لا",
        reply_language="ar",
    )
    row = of_point(database, partner, refused)
    assert (row.state, row.is_answered) == ("out.answered", True)
    assert "أجبنا عن هذه النقطة" in told(sheet(row), AR)
    assert "Nous avons répondu à ce point" in told(sheet(row), FR)
    assert row.beside == "out.no_followup"
    assert "قُدم الجواب، دون أي إجراء آخر" in told(sheet(row), AR)
    assert "Réponse donnée, sans autre suite" in told(sheet(row), FR)


def test_what_is_being_studied_is_not_told_as_answered(database: Database, partner: UUID) -> None:
    studied = PointDraft(
        *("concern", "tp.6.1", "نقطة", "ar"),
        reaction="out.under_study",
        reply="سنرى",
        reply_language="ar",
    )
    plan = sheet(of_point(database, partner, studied))
    assert "ندرس الموضوع" in told(plan, AR)
    assert "أجبنا عن هذه النقطة" not in told(plan, AR)
    assert "Nous étudions ce point" in told(plan, FR)
    assert "Nous avons répondu à ce point" not in told(plan, FR)


def test_the_day_a_reply_was_given_is_told() -> None:
    for given in (of_state("out.answered"), of_state("out.looked_into")):
        plan = sheet(replace(given, given_on=DAY))
        assert "أُبلغ جوابنا يوم 20 نونبر 2026" in told(plan, AR)
        assert "Notre réponse a été communiquée le 20 novembre 2026." in told(plan, FR)
        assert "Nous avons répondu à ce point" not in told(plan, FR)


def test_that_a_point_is_out_of_our_remit_is_told_beside_a_promise(
    database: Database, partner: UUID
) -> None:
    point = PointDraft("request", "tp.6.1", "نقطة", "ar", reaction="out.out_of_scope")
    made = CommitmentDraft("إصلاح", "ar", owner="authority", authority="rf.commune", point=0)
    found = of_point(database, partner, point, commitments=(made,))
    assert (found.state, found.beside) == ("promised", "out.out_of_scope")
    assert "لا يدخل الموضوع ضمن اختصاصنا" in told(sheet(found), AR)
    assert "Ce point ne relève pas de notre compétence" in told(sheet(found), FR)


def test_a_rumour_that_was_recorded_is_not_told_as_left_alone() -> None:
    assert state_of(Point(rumour=Rumour()), (), ()) == "noted"
    assert state_of(Point(rumour=Rumour(is_deleted=True)), (), ()) == "cst.open"
    plan = sheet(of_state("noted"), of_state("cst.open"))
    assert "سُجلت إحداهما ضمن الأخبار المتداولة" in told(plan, AR)
    assert "l’un a été inscrit au suivi des informations à vérifier" in told(plan, FR)


def test_what_was_promised_after_thanks_is_told(database: Database, partner: UUID) -> None:
    thanks = PointDraft("thanks", "tp.8.1", "شكرا", "ar")
    made = CommitmentDraft("إصلاح", "ar", owner="authority", authority="rf.commune", point=0)
    assert of_point(database, partner, thanks, commitments=(made,)).commitments


def test_a_practice_without_a_place_is_left_to_be_named_by_hand() -> None:
    plan = replace(
        sheet(of_state("closed")), partner=PartnerFacts(Bilingual(None, None), "pr.notary", None)
    )
    assert "إلى مكتب توثيق ......" in told(plan, AR)
    assert "À l’étude notariale ......" in told(plan, FR)
    only = replace(plan, partner=replace(plan.partner, is_only=True))
    assert "\nإلى مكتب التوثيق\n" in told(only, AR)
    assert "\nÀ l’étude notariale\n" in told(only, FR)
