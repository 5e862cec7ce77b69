"""A partner's sheet on what was closed or answered, and whose promise is still to keep."""

from dataclasses import replace
from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import MetFacts
from outreach_app.summaries.hand_outs.remarks import settled
from tests.core.summaries.given_sheets import promise, referral, remark, sheet
from tests.core.summaries.hand_outs.test_prose import of_state, told
from tests.core.summaries.plans import arabic

AR, FR = Language.ARABIC, Language.FRENCH
DAY = date(2026, 3, 19)


def test_a_closed_point_counts_as_closed_whatever_is_still_to_keep() -> None:
    theirs = promise(arabic("احترام الأوقات"), "cst.overdue", owner="partner", due_on=DAY)
    points = (
        remark("cst.overdue", promises=(theirs,)),
        remark("promised", promises=(promise(arabic("دورية"), "cst.open"),)),
        of_state("out.resolved"),
    )
    plan = sheet(*(settled(replace(each, closed_on=DAY)) for each in points))
    assert "tous sont clos." in told(plan, FR)
    assert told(plan, FR).count("\nPoint clos\n") == 3
    assert "État : en attente d’exécution." in told(plan, FR)
    assert "Ce point a été traité" in told(plan, FR)
    assert "أُغلقت كلها." in told(plan, AR)
    asked = remark("cst.referred", referrals=(referral("rf.commune"),))
    passed_on = sheet(settled(replace(asked, closed_on=DAY)))
    assert "\nPoint clos\n" in told(passed_on, FR)
    assert "\nنقطة مغلقة\n" in told(passed_on, AR)


def test_a_subject_that_repeats_the_kind_of_the_meeting_is_left_out() -> None:
    plan = sheet(of_state("out.resolved"))
    for typed, is_told in (("الانصات لانشغالات الساكنة", False), ("النظافة", True)):
        met = MetFacts(DAY, "mt.listening", "ch.office", Bilingual(typed, None))
        assert (typed in told(replace(plan, met=met), AR)) is is_told


def test_a_point_whose_answer_was_given_is_answered_while_a_service_is_not() -> None:
    asked = remark("cst.referred", referrals=(referral("rf.commune"),))
    plan = sheet(settled(replace(asked, given_on=DAY)))
    assert "il a reçu une réponse de notre part." in told(plan, FR)
    assert "Réponse donnée ; réponse de la commune attendue" in told(plan, FR)
    assert "وقد أجبنا عنها." in told(plan, AR)
    assert settled(asked) == asked
    looked_into = settled(replace(of_state("out.looked_into"), is_answered=True))
    assert "Nous avons transmis ce point" in told(sheet(looked_into), FR)
    assert "\nRéponse donnée\n" in told(sheet(looked_into), FR)
    of_other = replace(asked, is_own=False, is_common=False, is_answered=True)
    assert settled(of_other) == of_other


def test_whose_promise_is_late_is_told_where_another_was_kept() -> None:
    ours = promise(arabic("مراقبة"), "cst.done")
    theirs = promise(arabic("احترام"), "cst.overdue", number=2, owner="partner", due_on=DAY)
    plan = sheet(remark("cst.overdue", promises=(ours, theirs)), of_state("out.resolved"))
    said = "l’un est traité ; pour l’autre, votre engagement est en retard."
    assert said in told(plan, FR)
    assert "Votre engagement : en retard" in told(plan, FR)
    assert "تأخر تنفيذ ما التزمتم به بشأن الأخرى" in told(plan, AR)
    assert "التزامكم: متأخر" in told(plan, AR)
    one_each = (
        remark("cst.done", promises=(replace(ours, number=1),)),
        remark("cst.done", promises=(replace(theirs, status="cst.done"),)),
    )
    pair = sheet(*one_each, of_state("out.resolved"))
    assert "deux ont fait l’objet d’engagements réalisés (l’un de notre part, l’autre" in told(
        pair, FR
    )
    assert "أُنجز ما التزمنا به أو ما التزمتم به بشأن نقطتين" in told(pair, AR)
    three = sheet(*one_each, one_each[0], of_state("out.resolved"))
    assert "trois ont fait l’objet, de notre part ou de la vôtre, d’engagements" in told(three, FR)
    both = sheet(remark("cst.overdue", promises=(replace(ours, status="cst.overdue"), theirs)))
    assert "notre engagement et le vôtre à ce sujet sont en retard." in told(both, FR)
    assert "ما التزمنا به وما التزمتم به" in told(both, AR)


def test_points_passed_on_to_several_services_are_told_so_in_short() -> None:
    asked = [
        remark("cst.referred", referrals=(referral(to),)) for to in ("rf.commune", "rf.caidat")
    ]
    others = [of_state(state) for state in ("out.resolved", "out.answered", "cst.open")]
    for passed_on, ar, fr in (
        (
            asked,
            "أُحيلت اثنتان على الجهات المختصة في انتظار الجواب",
            "deux sont transmis aux services compétents (réponse attendue)",
        ),
        (asked[:1], "أُحيلت واحدة على الجهة المختصة", "un est transmis au service compétent"),
    ):
        plan = sheet(*others, *passed_on)
        assert ar in told(plan, AR)
        assert fr in told(plan, FR)
