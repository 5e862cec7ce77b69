"""Associations that were counted and not named, points of which nobody noted who raised them."""

from dataclasses import replace
from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.session.audience import ReachedFacts
from outreach_app.summaries.session.plan import KindPresent
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE, arabic, commitment, named_earlier, point

AR, FR = Language.ARABIC, Language.FRENCH
LAWYER = KindPresent("pr.lawyer", 1)


def test_associations_counted_beside_another_body_are_nameless() -> None:
    school = Bilingual("مدرسة الأمل", "École Al Amal")
    told = replace(
        BARE,
        kind="mt.awareness",
        headcount=40,
        women=0,
        bodies=None,
        kinds_present=(KindPresent("pt.institution", 1),),
        names_present=(school,),
        reached=ReachedFacts(None, None, None, 3),
        expects_names=True,
    )
    page = prose(told, FR)
    assert "Un organisme public y était représenté." in page
    said = "École Al Amal. Les noms des associations participantes n’ont pas été relevés."
    assert f"Nom de l’organisme représenté : {said}" in page
    page = prose(told, AR)
    assert "وتم تمثيل هيئة عمومية." in page
    assert "اسم الهيئة الممثلة: مدرسة الأمل. لم تُدون أسماء الجمعيات المشاركة." in page


def test_many_points_that_nobody_is_noted_to_have_raised_are_told_as_a_run() -> None:
    points = [point(number, "tp.2", None) for number in range(1, 9)]
    points[5] = replace(points[5], raiser_kind="pr.lawyer")
    told = replace(BARE, kinds_present=(LAWYER,), points=tuple(points), expects_raisers=True)
    assert "L’origine des points 1 à 5, 7 et 8 n’a pas été relevée." in prose(told, FR)
    assert "أثارت النقط من 1 إلى 5 و7 و8." in prose(told, AR)


def test_a_woman_who_owes_a_commitment_is_told_to_be_one() -> None:
    owed = commitment(1, arabic("حملة"), owner="partner", debtor_kind="pr.lawyer")
    women = replace(BARE, headcount=4, women=4, kinds_present=(LAWYER,), commitments=(owed,))
    assert "\nمحامية\n" in prose(women, AR)
    assert "\nAvocate\n" in prose(women, FR)
    assert "\nمحام\n" in prose(replace(women, women=3), AR)
    # Of who made one at another meeting, those who came to this one say nothing.
    earlier = named_earlier(date(2026, 9, 12), open=[owed])
    before = replace(women, commitments=(), earlier=earlier)
    assert "\nمحام\n" in prose(before, AR)
