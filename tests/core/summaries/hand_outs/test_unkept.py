"""A partner's sheet says what was not kept, and by which day, without undoing what we did."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Commitment
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import CommitmentDraft, postpone_commitment
from outreach_app.services.points import PointDraft
from outreach_app.summaries.hand_outs.plan import RemarkFacts, SeveralFacts
from tests import makers
from tests.core.summaries.given_sheets import promise, referral, remark, sheet
from tests.core.summaries.hand_outs.test_facts import plan as plan_of
from tests.core.summaries.hand_outs.test_outcomes import of_point
from tests.core.summaries.hand_outs.test_prose import of_state, told
from tests.core.summaries.plans import arabic

AR, FR = Language.ARABIC, Language.FRENCH
DAY = date(2026, 11, 1)


@pytest.fixture
def partner(database: Database) -> UUID:
    return makers.write_partner(database)


def with_promise_of_other(
    database: Database, partner: UUID, status: str, *ours: CommitmentDraft, reaction: str | None
) -> RemarkFacts:
    point = PointDraft(
        *("concern", "tp.1.1", "نقطة", "ar"), reaction=reaction, reply="نعم", reply_language="ar"
    )
    theirs = CommitmentDraft("وعد", "ar", "partner", status=status, status_reason="عذر", point=0)
    other = makers.write_partner(database, name_ar="جمعية أخرى")
    makers.write_meeting(
        database,
        attendances=((partner, True), (other, True)),
        points=(point, PointDraft("concern", "tp.6.1", "نقطة", "ar", raised_by=partner)),
        commitments=(*ours, theirs),
        referrals=(),
    )
    [found] = [each for each in plan_of(database, partner).remarks if each.topic == "tp.1.1"]
    return found


def test_what_another_partner_did_not_keep_does_not_undo_our_answer(
    database: Database, partner: UUID
) -> None:
    found = with_promise_of_other(database, partner, "cst.blocked", reaction="out.resolved")
    assert found.state == "out.resolved"
    plan = sheet(found, of_state("cst.open"))
    said = told(plan, FR)
    assert "Nous avons répondu à ce point" in said
    assert "s’est engagé à ce sujet ; cet engagement s’est avéré non réalisable" in said
    assert "engagement non réalisable" not in said
    said = told(plan, AR)
    assert "أجبنا عن هذه النقطة" in said
    assert "التزم أحد الشركاء بشأن هذه النقطة، وتعذر تنفيذ هذا الالتزام" in said


def test_that_another_partner_kept_its_promise_is_told_in_words(
    database: Database, partner: UUID
) -> None:
    late = CommitmentDraft("دورية", "ar", "office", due_on=DAY - timedelta(days=9), point=0)
    found = with_promise_of_other(database, partner, "cst.done", late, reaction=None)
    assert found.state == CommitmentStatus.OVERDUE
    assert "L’un des partenaires s’est engagé à ce sujet ; cet engagement a été tenu" in told(
        sheet(found), FR
    )


def test_a_point_is_kept_in_part_where_another_partner_gave_its_promise_up(
    database: Database, partner: UUID
) -> None:
    kept = CommitmentDraft("دورية", "ar", "office", status="cst.done", point=0)
    found = with_promise_of_other(database, partner, "cst.dropped", kept, reaction=None)
    assert found.state == CommitmentStatus.PARTLY
    assert "أُنجز ما الت" not in told(sheet(found, of_state("cst.open")), AR)


def test_a_new_day_that_has_passed_too_is_told_so(database: Database, partner: UUID) -> None:
    made = CommitmentDraft("دورية", "ar", "office", due_on=DAY - timedelta(days=9), point=0)
    makers.write_meeting(
        database,
        attendances=((partner, True),),
        points=(PointDraft("concern", "tp.1.1", "نقطة", "ar"),),
        commitments=(made,),
        referrals=(),
    )
    with database.write(Actor.CHIEF) as session:
        row = session.query(Commitment).one()
        postpone_commitment(session, row.uid, row.version, DAY)
    [found] = plan_of(database, partner).remarks
    assert "الأجل الجديد: فاتح نونبر 2026، وقد انصرم بدوره." in told(sheet(found), AR)
    assert "Nouvelle échéance : le 1er novembre 2026, dépassée elle aussi." in told(
        sheet(found), FR
    )


def test_the_day_of_a_service_that_has_passed_is_told_so(database: Database, partner: UUID) -> None:
    made = CommitmentDraft(
        *("إصلاح", "ar", "authority"), status="cst.referred", due_on=DAY, point=0
    )
    point = PointDraft("concern", "tp.6.1", "نقطة", "ar", raised_by=partner)
    found = of_point(database, partner, point, commitments=(made,))
    assert "انتهى الأجل في فاتح نونبر 2026" in told(sheet(found), AR)
    assert "Échéance passée depuis le 1er novembre 2026" in told(sheet(found), FR)


def test_a_promise_of_another_is_told_as_it_ended() -> None:
    theirs = replace(of_state("out.answered"), has_promise_of_other=True)
    for end, said_ar, said_fr in (
        ("cst.done", "تم الوفاء بهذا الالتزام", "cet engagement a été tenu"),
        ("cst.partly", "نُفذ هذا الالتزام جزئيا", "cet engagement a été tenu en partie"),
        ("cst.blocked", "تعذر تنفيذ هذا الالتزام", "s’est avéré non réalisable"),
        ("cst.dropped", "تم التخلي عن هذا الالتزام", "cet engagement a été abandonné"),
        ("unkept", "لم يُنفَّذ ما التُزم به", "ce qui avait été promis n’a pas été réalisé"),
    ):
        plan = sheet(replace(theirs, end_of_others=end))
        assert f"التزم أحد الشركاء بشأن هذه النقطة، و{said_ar}" in told(plan, AR)
        assert said_fr in told(plan, FR)


def test_several_promises_of_others_are_told_with_how_many_ended_how(
    database: Database, partner: UUID
) -> None:
    made = [
        CommitmentDraft("وعد", "ar", owner="partner", status=status, status_reason="عذر", point=0)
        for status in ("cst.done", "cst.blocked")
    ]
    point = PointDraft("concern", "tp.6.1", "نقطة", "ar", raised_by=partner)
    both = of_point(database, partner, point, commitments=tuple(made))
    assert both.state == "cst.partly"  # one was kept, the other was not
    assert "il a fait l’objet de deux engagements, dont un réalisé." in told(sheet(both), FR)
    assert "التزامان بشأن هذه النقطة: تم الوفاء بالتزام واحد، وتعذر تنفيذ التزام واحد" in told(
        sheet(both), AR
    )
    assert "Deux engagements de partenaires ont été pris à ce sujet : un tenu et un non" in (
        told(sheet(both), FR)
    )
    late = replace(both, several_of_others=SeveralFacts(2, kept=1))  # how far one is, is its own
    assert "de partenaires ont été pris à ce sujet : un tenu.\n" in told(sheet(late), FR)


def test_a_point_of_which_one_promise_was_kept_and_another_not_is_partly_done(
    database: Database, partner: UUID
) -> None:
    kept = CommitmentDraft("دورية", "ar", "office", status="cst.done", point=0)
    not_kept = CommitmentDraft(
        *("إصلاح", "ar", "authority"),
        authority="rf.commune",
        status="cst.blocked",
        status_reason="عذر",
        point=0,
    )
    point = PointDraft("concern", "tp.6.1", "نقطة", "ar", raised_by=partner)
    found = of_point(database, partner, point, commitments=(kept, not_kept))
    assert found.state == "cst.partly"
    assert "Engagement déclaré non réalisable. Motif :" in told(sheet(found), FR)
    assert "تعذر تنفيذه، للسبب التالي:" in told(sheet(found), AR)


def test_promises_about_one_point_are_told_as_several() -> None:
    for state, ending in (
        ("cst.done", "sont réalisés"),
        ("promised", "restent à exécuter"),
        ("cst.overdue", "sont en retard"),
        ("cst.partly", "sont réalisés en partie"),
    ):
        made = promise(arabic("دورية"), {"promised": "cst.open"}.get(state, state))
        plan = sheet(remark(state, promises=(made, made)))
        assert f"nos engagements à ce sujet {ending}." in told(plan, FR)


def test_the_services_that_points_were_passed_on_to_are_counted() -> None:
    one = remark("cst.referred", referrals=(referral("rf.commune"),))
    other = remark("cst.referred", referrals=(referral("rf.province"),))
    plan = sheet(one, other, of_state("cst.open"))
    assert "أُحيلت نقطتان على الجهتين المختصتين" in told(plan, AR)
    assert "deux ont été transmis aux services compétents" in told(plan, FR)


def test_the_answer_that_we_carried_back_is_ours_also_after_a_service_answered() -> None:
    for answered_on in (None, DAY + timedelta(days=9)):
        asked = remark("cst.referred", referrals=(referral("rf.commune", answered_on=answered_on),))
        plan = sheet(replace(asked, given_on=DAY))
        assert "أُبلغ جوابنا يوم فاتح نونبر 2026" in told(plan, AR)
        assert "Notre réponse a été communiquée le 1er novembre 2026." in told(plan, FR)


def test_the_answer_of_a_service_that_we_carried_back_is_not_told_as_ours() -> None:
    answered = referral("rf.commune", answered_on=DAY - timedelta(days=2))
    plan = sheet(replace(remark("answered", referrals=(answered,)), given_on=DAY))
    assert "أُبلغ الجواب يوم فاتح نونبر 2026" in told(plan, AR)
    assert "La réponse a été communiquée le 1er novembre 2026." in told(plan, FR)
    assert "جوابنا" not in told(plan, AR)


def test_what_we_kept_is_not_told_for_what_another_has_still_to_keep() -> None:
    ours = promise(arabic("دورية"), "cst.done")
    kept = replace(remark("cst.done", promises=(ours,)), has_promise_of_other=True)
    assert "Réalisé ; engagement d’un partenaire en cours\n" in told(sheet(kept), FR)
    assert "منجز، باستثناء التزام أحد الشركاء" in told(sheet(kept), AR)
    assert ", hors" not in told(sheet(replace(kept, end_of_others="cst.done")), FR)


def test_a_second_group_of_kept_promises_is_told_as_others() -> None:
    done = promise(arabic("دورية"), "cst.done")
    passed = remark("cst.referred", promises=(done,), referrals=(referral("rf.commune"),))
    plan = sheet(of_state("cst.done"), passed, of_state("cst.open"))
    assert "بشأن نقطة أخرى، مع إحالتها" in told(plan, AR)
    assert "pour un autre, notre engagement est réalisé, avec saisine" in told(plan, FR)
