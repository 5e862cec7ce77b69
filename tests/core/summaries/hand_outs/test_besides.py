"""A partner's sheet on what goes beside the points: services asked, closings, what is to come."""

from dataclasses import replace
from datetime import date, time

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Point
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import HeldFacts, MetFacts
from outreach_app.summaries.hand_outs.states import state_of
from outreach_app.summaries.session.plan import NextMeetingFacts
from tests import makers
from tests.core.summaries.given_sheets import ISSUED_ON, referral, remark, sheet
from tests.core.summaries.hand_outs.test_facts import plan as plan_of
from tests.core.summaries.hand_outs.test_prose import of_state, told

AR, FR = Language.ARABIC, Language.FRENCH


def test_a_row_tells_the_answers_of_the_services_that_were_asked() -> None:
    asked, came = referral("rf.commune", ISSUED_ON), referral("rf.commune", None, ISSUED_ON)
    for state, rows, said_ar, said_fr in (
        (
            "cst.overdue",
            (asked, replace(asked, number=2)),
            "متأخر، ولم يرد بعد جوابا الجهة المختصة",
            "En retard ; réponses de la commune attendues",
        ),
        (
            "cst.referred",
            (came, replace(asked, number=2)),
            "محال على الجهة المختصة، وورد بعض الأجوبة دون بعضها",
            "Transmis au service compétent ; réponses reçues en partie",
        ),
        (
            "cst.referred",
            (asked, replace(asked, to="rf.srm", number=2)),
            "محال على الجهتين المختصتين",
            "Transmis aux services compétents",
        ),
    ):
        plan = sheet(replace(of_state(state), referrals=rows))
        assert said_ar in told(plan, AR)
        assert said_fr in told(plan, FR)


def test_the_answers_of_services_agree_with_their_number() -> None:
    came = referral("rf.commune", None, ISSUED_ON)
    other = replace(came, to="rf.pj")
    for services, said in (
        ((came, came), "ورد جوابا الجهة المختصة بشأن كلتيهما"),
        ((came, other), "ورد جوابا الجهتين المختصتين بشأن كلتيهما"),
        ((came, other, other), "وردت أجوبة الجهتين المختصتين بشأنها كلها"),
    ):
        rows = (replace(of_state("answered"), referrals=(row,)) for row in services)
        assert said in told(sheet(*rows), AR)


def test_what_was_passed_on_without_a_referral_may_be_with_another_service() -> None:
    looked_into = of_state("out.looked_into")
    asked = replace(of_state("cst.referred"), referrals=(referral("rf.commune"),))
    plan = sheet(looked_into, asked, of_state("cst.open"))
    assert "أُحيلت نقطتان على الجهات المختصة" in told(plan, AR)
    assert "deux ont été transmis aux services compétents" in told(plan, FR)


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
    assert "عولجت نقطة واحدة، وأُغلقت نقطة أخرى" in told(plan, AR)
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


def test_that_earlier_points_without_anything_open_are_left_out_is_said() -> None:
    plan = sheet(of_state("out.answered"))
    for language, said in (
        (AR, "ولا تُدرج هنا النقط السابقة التي انتهى تتبعها."),
        (FR, "Les points antérieurs dont le suivi a pris fin ne sont pas repris."),
    ):
        assert said in told(replace(plan, has_settled=True), language)
        assert said not in told(plan, language)


def test_the_points_left_out_are_others_than_the_earlier_ones_above() -> None:
    both = sheet(of_state("cst.open"), of_state("promised"), earlier=1)
    met = sheet(of_state("cst.open"), sessions=1).met
    now, before = both.remarks
    plan = replace(both, remarks=(now, replace(before, raised_at=met)), has_settled=True)
    assert "السابقة الأخرى التي انتهى تتبعها" in told(plan, AR)
    assert "Les autres points antérieurs dont le suivi a pris fin" in told(plan, FR)


def test_the_opening_names_the_only_meeting_at_which_something_was_raised() -> None:
    held = (
        HeldFacts("mt.listening", "ch.office"),
        HeldFacts("mt.openday", "ch.inperson", days=4),
    )
    silent = replace(sheet(of_state("cst.done"), sessions=2), held=held, has_silent=True)
    some = told(silent, FR)
    assert "à une rencontre et à des journées portes ouvertes ; au cours de certaines" in some
    assert "شاركتم في لقاء واحد وأيام للأبواب المفتوحة، أُثيرت خلال بعضها" in told(silent, AR)
    met = MetFacts(date(2026, 10, 21), "mt.listening", "ch.office", Bilingual(None, None))
    plan = replace(silent, spoken=met)
    assert "ouvertes ; lors de la séance d’écoute du 21 octobre 2026, un point a" in told(plan, FR)
    assert "أُثيرت نقطة واحدة خلال جلسة إنصات بتاريخ 21 أكتوبر 2026" in told(plan, AR)


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


def test_the_place_of_the_next_meeting_is_told_in_whichever_language_it_was_typed() -> None:
    given, nowhere = sheet(of_state("cst.open")), Bilingual(None, None)
    for place, channel, said_ar, said_fr in (
        (Bilingual("القاعة الكبرى", None), "ch.inperson", "بالقاعة", "lieu : «القاعة"),
        (nowhere, "ch.office", "بمقر الدائرة الأمنية", "au siège de l’arrondissement de police"),
        (Bilingual("القاعة", "la salle"), "ch.video", "، عن بعد.", ", à distance."),
        (nowhere, "ch.inperson", "2026.", "2026."),
        (nowhere, "ch.partner_place", "بمقر أحد الشركاء", "au siège de l’un des partenaires"),
    ):
        met = NextMeetingFacts(date(2026, 11, 20), None, place, channel)
        plan = replace(given, next_meeting=met)
        assert said_ar in told(plan, AR).partition("موعدنا المقبل: ")[2]
        assert said_fr in told(plan, FR).partition("Notre prochain rendez-vous : ")[2]


def test_a_next_meeting_that_nobody_confirmed_is_told_as_to_be_confirmed(
    database: Database,
) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database, attendances=((partner, True),))
    for status, day, said_ar, said_fr in (
        (
            "planned",
            9,
            "موعدنا المقبل (في انتظار التأكيد): الأربعاء",
            "rendez-vous, à confirmer : ",
        ),
        ("confirmed", 8, "موعدنا المقبل: الثلاثاء", "rendez-vous : mardi"),
    ):
        made = {"status": status, "held_on": date(2026, 12, day)}
        makers.write_meeting(database, attendances=((partner, False),), **made)
        plan = plan_of(database, partner)
        assert said_ar in told(plan, AR)
        assert said_fr in told(plan, FR)


def test_the_next_meeting_at_the_seat_of_the_partner_alone_is_at_its_own(
    database: Database,
) -> None:
    partner, other = makers.write_partner(database), makers.write_partner(database, name_ar="أخرى")
    makers.write_meeting(database, attendances=((partner, True),))
    for invited, said_ar, said_fr in (
        ((partner,), "بمقركم.", "dans vos locaux."),
        (
            (partner, other),
            "بمقر أحد الشركاء (يُحدد لاحقا).",
            "au siège de l’un des partenaires, qui sera précisé.",
        ),
    ):
        day = date(2026, 12, 9 - len(invited))
        makers.write_meeting(
            database,
            attendances=tuple((each, False) for each in invited),
            status="planned",
            held_on=day,
            channel="ch.partner_place",
            place_ar=None,
            place_fr=None,
        )
        plan = plan_of(database, partner)
        assert said_ar in told(plan, AR)
        assert said_fr in told(plan, FR)
