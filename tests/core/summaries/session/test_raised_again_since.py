"""A point is told to be raised again by others, in other words of a first one, or by a remark."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.services.partners import register_partner
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from tests import makers
from tests.core.summaries.session.recorded import hold, on, plan
from tests.core.summaries.session.test_promised_again import AR, BARE, FR, parts
from tests.remarks import write_remark

BEFORE, FIRST, LATER = date(2026, 10, 2), date(2026, 10, 6), date(2026, 11, 4)
WORDS = "نساء ضحايا العنف يجهلن وجود خلية الاستقبال"


def raise_it(
    database: Database, partner: UUID, day: date, words: str = WORDS, *, by: UUID | None = None
) -> UUID:
    points = (PointDraft("concern", "tp.9.1", words, "ar", raised_by=by),)
    return hold(database, day, partner, **{**BARE, "points": points})


def register(database: Database, name: str) -> UUID:
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        return register_partner(session, makers.partner_draft(name_ar=name, name_fr=None)).uid


def test_a_reminder_of_the_first_time_raises_a_later_one_again(
    database: Database, partner: UUID
) -> None:
    """The page of the second meeting left out the third, whose reminder named the first."""
    raise_it(database, partner, BEFORE)
    met = raise_it(database, partner, FIRST)
    words = "Rappel du point soulevé le 02/10 : la cellule d’accueil reste méconnue"
    again = PointDraft("concern", "tp.9.1", words, "fr")
    hold(database, LATER, partner, **{**BARE, "points": (again,)})
    said = "Soulevé à nouveau lors de la rencontre n° 03/2026, sans suite enregistrée"
    assert said in parts(plan(database, met), FR)[1]


def test_others_who_raise_a_point_again_are_named(database: Database, partner: UUID) -> None:
    """« Exprimée par X », « soulevé à nouveau »: X was absent that day."""
    other = register(database, "جمعية أخرى")
    met = raise_it(database, partner, FIRST, by=partner)
    raise_it(database, other, LATER, by=other)
    raise_it(database, other, date(2026, 11, 10))
    french, arabic = (parts(plan(database, met), language)[1] for language in (FR, AR))
    assert "lors de la rencontre n° 02/2026 (par : جمعية أخرى), sans suite" in french
    assert "lors de la rencontre n° 03/2026 (par d’autres participants), sans suite" in french
    assert "أُعيدت إثارتها خلال اللقاء رقم 02/2026 (باسم جمعية أخرى)، دون" in arabic
    assert "أُعيدت إثارتها خلال اللقاء رقم 03/2026 (من طرف مشاركين آخرين)، دون" in arabic


def test_a_remark_received_since_on_the_same_matter_is_told(
    database: Database, partner: UUID
) -> None:
    """It stood nowhere on the page of the meeting at which the matter was raised."""
    met = raise_it(database, partner, FIRST, by=partner)
    with on(LATER):
        write_remark(database, topic="tp.9.1", text=WORDS, received_on=LATER, raised_by=partner)
        write_remark(database, topic="tp.9.2", text=WORDS, received_on=LATER, raised_by=partner)
    told = plan(database, met)
    then, since = parts(told, FR)
    assert "Suite donnée : Point soulevé à nouveau depuis (voir la situation ci-dessous)" in then
    said = "Soulevé à nouveau par une remarque reçue hors rencontre, sans suite enregistrée"
    assert f"{said}\n  Date : 04/11/2026" in since
    assert since.count("hors rencontre") == 1
    said = "أُعيدت إثارتها في ملاحظة واردة خارج اللقاءات، دون تسجيل أي مآل"
    assert said in parts(told, AR)[1]


def test_what_came_of_a_point_raised_again_is_told_by_its_days(
    database: Database, partner: UUID
) -> None:
    """An answer of the 12th stood before one of the 6th."""
    met = raise_it(database, partner, FIRST)
    asked = ReferralDraft("rf.commune", "tp.9.1", point=0, sent_on=LATER)
    answers = (
        replace(asked, answered_on=date(2026, 11, 5), answer="نعم", answer_language="ar"),
        replace(asked, destination="rf.srm"),
        replace(asked, destination="rf.civilprot", answered_on=LATER, answer="نعم"),
    )
    answers = (*answers[:2], replace(answers[2], answer_language="ar"))
    points = (PointDraft("concern", "tp.9.1", WORDS, "ar"),)
    hold(database, LATER, partner, **{**BARE, "points": points, "referrals": answers})
    french, arabic = (parts(plan(database, met), language)[1] for language in (FR, AR))
    assert "réponse reçue le 04/11/2026 ; saisine de la commune, réponse reçue le 05" in french
    assert arabic.index("الوقاية المدنية") < arabic.index("الجماعة")
