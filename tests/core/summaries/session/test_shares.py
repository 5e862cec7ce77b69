"""Who came for whom is told only as far as it was noted."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.points import PointDraft
from outreach_app.summaries.session.plan import KindPresent
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE
from tests.core.summaries.session.recorded import HELD_ON, hold, plan

AR, FR = Language.ARABIC, Language.FRENCH
TWO = (KindPresent("as.child", 1), KindPresent("pt.commerce", 1))


def test_three_of_two_partners_are_not_shared_out() -> None:
    told = replace(BARE, headcount=3, women=1, bodies=1, kinds_present=TWO)
    said = "وضم الحضور مهنيا من قطاع التجارة والحرف، مع تمثيل جمعية لحماية الطفولة."
    assert said in prose(told, AR)


def test_bodies_and_professionals_are_counted_apart() -> None:
    kinds = (
        KindPresent("pt.institution", 1),
        KindPresent("as.women", 1),
        KindPresent("as.coop", 1),
    )
    told = replace(BARE, bodies=3, kinds_present=(*kinds, TWO[1]))
    said = "3 هيئات: هيئة عمومية وجمعية نسائية وتعاونية، إضافة إلى مهني من قطاع التجارة والحرف."
    assert said in prose(told, AR)
    said = "et une coopérative, ainsi que d’un professionnel du commerce et de l’artisanat."
    assert said in prose(told, FR)


def test_kinds_without_a_number_are_told_as_one_no_more_than_as_several() -> None:
    kinds = (KindPresent("as.taxi", None), KindPresent("as.residents", None))
    told = replace(BARE, channel="ch.mail", headcount=3, women=1, kinds_present=kinds)
    for plan_of in (told, replace(told, headcount=None, women=None), replace(told, headcount=90)):
        assert "جمعية لمهنيي سيارات الأجرة وجمعية حي على الأقل." in prose(plan_of, AR)
        assert (
            "Y étaient représentées au moins une association de professionnels du taxi et une "
            "association de quartier." in prose(plan_of, FR)
        )


def test_no_more_kinds_than_people_are_one_of_each() -> None:
    """Of two persons « au moins » two associations are no more than two."""
    kinds = (KindPresent("as.women", None), KindPresent("as.residents", None))
    told = replace(BARE, kind="mt.reception", headcount=2, kinds_present=kinds, expects_names=True)
    arabic, french = prose(told, AR), prose(told, FR)
    assert "ومُثلت خلال الاستقبال جمعية نسائية وجمعية حي." in arabic
    assert "لم يُدون اسما الهيئتين الممثلتين." in arabic
    assert "Une association féminine et une association de quartier y étaient repr" in french
    assert "Les noms des organismes représentés n’ont pas été relevés." in french


@pytest.mark.parametrize(
    ("women", "ar", "fr"),
    [
        (5, "11 شخصا، من بينهم 5 نساء إحداهن طبيبة بيطرية،", "cinq femmes, parmi lesquelles une v"),
        (1, "من بينهم امرأة واحدة، هي طبيبة بيطرية،", "onze personnes, dont une femme, vét"),
    ],
)
def test_a_woman_who_is_a_professional_is_one_of_the_women(women: int, ar: str, fr: str) -> None:
    kinds = (KindPresent("pr.vet", 1, are_women=True),)
    told = replace(BARE, kind="mt.reception", headcount=11, women=women, kinds_present=kinds)
    assert ar in prose(told, AR)
    assert fr in prose(told, FR)


def test_a_crowd_does_not_represent_one_body() -> None:
    few = replace(BARE, headcount=12, bodies=1, kinds_present=(KindPresent("pt.company", 1),))
    told = replace(
        BARE, headcount=180, women=60, bodies=1, kinds_present=(KindPresent("as.sport", 1),)
    )
    for each in (few, told):
        assert "يمثلون" not in prose(each, AR)
        assert "représentant" not in prose(each, FR)
    alone = replace(told, kind="mt.study", channel="ch.phone", headcount=1, women=0)
    assert "ممثل عن جمعية رياضية" in prose(alone, AR)
    assert "وضم" not in prose(alone, AR)


def test_a_school_is_present_not_its_head() -> None:
    told = replace(
        BARE, headcount=9, bodies=1, kinds_present=(KindPresent("pr.school_private", 1),)
    )
    assert "ومُثلت فيه مؤسسة تعليمية خصوصية" in prose(told, AR)
    assert "Un établissement d’enseignement privé y était représenté." in prose(told, FR)


def test_what_one_partner_among_several_people_raised_is_told(
    database: Database, partner: UUID
) -> None:
    points = (
        PointDraft("request", "tp.6.1", "مصابيح معطلة", "ar", raised_by=partner),
        PointDraft("rumour", "tp.7.1", "إشاعة", "ar"),
    )
    no_more = {"commitments": (), "referrals": ()}
    told = plan(
        database, hold(database, HELD_ON, partner, points=points, headcount=4, women=0, **no_more)
    )
    assert "ملتمس مقدم باسم" in prose(told, AR)
    assert "لم تُدون الجهة التي أثارت النقطة 2." in prose(told, AR)
    assert "L’origine du point 2 n’a pas été relevée." in prose(told, FR)
    day = date(2026, 10, 15)
    alone = plan(
        database, hold(database, day, partner, points=points, headcount=1, women=0, **no_more)
    )
    assert "ملتمس مقدم باسم" in prose(alone, AR)
    assert "لم تُدون الجهة التي أثارت النقطة 2." in prose(alone, AR)
