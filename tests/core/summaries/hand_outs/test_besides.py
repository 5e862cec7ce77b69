"""A partner's sheet on what goes beside the points: services asked, closings, what is to come."""

from dataclasses import replace
from datetime import date, time

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Point
from outreach_app.summaries.hand_outs.states import state_of
from tests import makers
from tests.core.summaries.given_sheets import ISSUED_ON, referral, remark, sheet
from tests.core.summaries.hand_outs.test_facts import plan as plan_of
from tests.core.summaries.hand_outs.test_prose import of_state, told

AR, FR = Language.ARABIC, Language.FRENCH


def test_of_two_services_asked_about_a_point_the_one_that_answered_is_counted() -> None:
    both = (referral("rf.commune", None, ISSUED_ON), referral("rf.pj", ISSUED_ON, number=2))
    passed_on = replace(of_state("cst.referred"), referrals=both)
    late = replace(of_state("cst.overdue"), referrals=(referral("rf.annexe", None, ISSUED_ON),))
    asked = replace(of_state("cst.overdue"), referrals=(referral("rf.caidat"),))
    plan = sheet(passed_on, late, asked)
    assert (
        "كما أُحيلت نقطة أخرى منها على الجهة المختصة، ولا يزال جواب هذه الجهة منتظرا."
        " وورد جوابا الجهتين المختصتين بشأن نقطتين من النقط المحالة." in told(plan, AR)
    )
    assert (
        "Un autre de ces points a également été transmis au service compétent, dont la réponse est"
        " attendue. Deux des points transmis ont également reçu une réponse" in told(plan, FR)
    )


def test_two_services_asked_besides_are_two() -> None:
    asked = (referral("rf.commune"), referral("rf.pj", number=2))
    late = replace(of_state("cst.overdue"), referrals=asked)
    plan = sheet(late, of_state("out.resolved"))

    assert "على جهتين مختصتين، ولا يزال جواباهما منتظرين." in told(plan, AR)
    assert "aux services compétents, dont les réponses sont attendues." in told(plan, FR)


def test_what_was_passed_on_besides_is_told_of_a_point_that_came_to_something_else() -> None:
    asked, answered = referral("rf.pj", ISSUED_ON), referral("rf.pj", ISSUED_ON, ISSUED_ON)
    late = replace(of_state("cst.overdue"), referrals=(asked,))
    kept = replace(of_state("cst.done"), referrals=(answered,))
    three = sheet(late, kept, of_state("waiting"))
    said = told(three, FR)
    assert (
        "L’un de ces points a également été transmis au service compétent, dont la réponse est"
        " attendue. L’un de ces points a également reçu une réponse du service compétent de" in said
    )
    assert "En retard ; réponse du service compétent de police judiciaire attendue" in said
    said = told(three, AR)
    assert (
        "كما أُحيلت إحداها على الجهة المختصة، ولا يزال جواب هذه الجهة منتظرا."
        " وورد جواب الجهة المختصة بشأن إحداها." in said
    )
    assert "، ولم يرد بعد جواب الجهة المختصة" in said
    assert "كما أُحيلتا معا على الجهة المختصة" in told(sheet(late, late), AR)
    assert "Il a également été transmis" in told(sheet(late), FR)
    # What was passed on alone, or answered twice, is told by its own group.
    plan = sheet(replace(of_state("cst.referred"), referrals=(asked,)))
    assert "également" not in told(plan, FR)


def test_the_day_on_which_a_point_was_closed_is_told() -> None:
    waiting = remark("cst.referred", referrals=(referral("rf.commune"),))
    plan = sheet(replace(waiting, closed_on=date(2026, 3, 19)))

    assert "أُغلقت النقطة يوم 19 مارس 2026" in told(plan, AR)
    assert "Point clos le 19 mars 2026." in told(plan, FR)
    for state in ("closed", "out.looked_into"):
        alone = sheet(replace(of_state(state), closed_on=date(2026, 3, 19)))
        assert "أُغلقت النقطة يوم 19 مارس 2026" in told(alone, AR)
        assert "Point clos le 19 mars 2026." in told(alone, FR)


def test_a_point_closed_without_an_outcome_is_not_told_as_treated() -> None:
    plan = sheet(of_state("closed"), of_state("out.resolved"), of_state("cst.open"))
    assert "عولجت نقطة واحدة، وأُغلقت نقطة واحدة" in told(plan, AR)
    assert "un est traité, un est clos et" in told(plan, FR)
    assert told(plan, AR).count("عولجت النقطة مباشرة") == 1


def test_what_was_answered_or_closed_is_no_longer_under_study() -> None:
    day = date(2026, 10, 16)
    for point, state in (
        (Point(reaction="out.under_study"), "out.under_study"),
        (Point(reaction="out.under_study", given_on=day), "out.answered"),
        (Point(reaction="out.under_study", closed_on=day), "closed"),
        (Point(closed_on=day), "closed"),
        (Point(closed_on=day, reply="ok"), "out.answered"),
    ):
        assert state_of(point, (), ()) == state


def test_remarks_made_outside_meetings_are_said_to_be_left_out() -> None:
    plan = sheet(of_state("out.answered"))
    for language, said in ((AR, "لا تشمل هذه الوثيقة"), (FR, "Ce document ne reprend pas")):
        assert said in told(replace(plan, has_more=True), language)
        assert said not in told(plan, language)


def test_the_next_meeting_with_the_partner_is_announced(database: Database) -> None:
    partner = makers.write_partner(database)
    present = ((partner, True),)
    makers.write_meeting(database, attendances=present)
    for day in (date(2026, 12, 9), date(2026, 11, 11), date(2026, 11, 9)):
        makers.write_meeting(
            database, attendances=((partner, False),), status="planned", held_on=day
        )
    makers.write_meeting(database, status="planned", held_on=date(2026, 11, 10))
    for at, announced in (
        (time(10), date(2026, 11, 11)),
        (time(23, 59), date(2026, 12, 9)),  # by then the other has begun
    ):
        with clock.at(clock.moment_of(date(2026, 11, 11), at)):
            meeting = plan_of(database, partner).next_meeting
        assert meeting is not None
        assert meeting.held_on == announced
