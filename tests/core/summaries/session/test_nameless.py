"""Associations that were counted and not named, points of which nobody noted who raised them."""

from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.audience import ReachedFacts
from outreach_app.summaries.session.plan import KindPresent, SessionPlan
from outreach_app.summaries.session.prose import realise
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE, ISSUED_ON, arabic, commitment, point
from tests.core.summaries.reading import ISOLATES

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
    assert "ومُثلت فيها هيئة عمومية." in page
    assert "اسم الهيئة الممثلة: مدرسة الأمل. لم تُدون أسماء الجمعيات المشاركة." in page


def whole(told: SessionPlan, language: Language) -> str:
    """Return a page with its labels."""
    page = to_plain_text(realise(told, language, ISSUED_ON))
    return ISOLATES.sub("", page).replace("\u00a0", " ")


def test_every_number_typed_stands_at_the_head_though_it_fits_nobody_listed() -> None:
    counted = replace(
        BARE,
        kind="mt.awareness",
        reference="837/AP",
        headcount=12,
        women=6,
        bodies=1,
        kinds_present=(KindPresent("pr.architect", 1),),
        reached=ReachedFacts(None, None, None, 1),
        expects_names=True,
    )
    page = whole(counted, FR)
    for row in ("Référence : 837/AP", "Organisme représenté : 1", "Association participante : 1"):
        assert f"{row}\n" in page
    assert "Le nom de l’association participante n’a pas été relevé." in page
    page = whole(counted, AR)
    for row in ("المرجع: 837/AP", "عدد الهيئات الممثلة: 1", "عدد الجمعيات المشاركة: 1"):
        assert f"{row}\n" in page
    assert "لم يُدون اسم الجمعية المشاركة." in page
    # The practices may be the organisations: none is said to be nameless.
    practices = replace(counted, kind="mt.listening", bodies=2, reached=None)
    practices = replace(practices, kinds_present=(KindPresent("pr.architect", 2),))
    page = whole(practices, FR)
    assert "Organismes représentés : 2\n" in page
    assert "relevé" not in page.partition("L’assistance")[2].partition("point")[0]


def test_fewer_bodies_typed_than_kinds_ticked_are_nameless() -> None:
    ticked = tuple(KindPresent(f"as.{kind}", None) for kind in ("women", "youth", "sport"))
    page = whole(replace(BARE, headcount=9, bodies=2, kinds_present=ticked, expects_names=True), FR)
    assert "Organismes représentés : 2\n" in page
    assert "au moins une association féminine, une association de jeunes" in page
    assert "Les noms des organismes représentés n’ont pas été relevés." in page


def test_many_points_that_nobody_is_noted_to_have_raised_are_told_as_a_run() -> None:
    points = [point(number, "tp.2", None) for number in range(1, 9)]
    points[5] = replace(points[5], raiser_kind="pr.lawyer")
    told = replace(BARE, kinds_present=(LAWYER,), points=tuple(points), expects_raisers=True)
    assert "L’origine des points 1 à 5, 7 et 8 n’a pas été relevée." in prose(told, FR)
    assert "أثارت النقط من 1 إلى 5 والنقطتين 7 و8." in prose(told, AR)


def test_what_is_owed_is_owed_by_the_name_that_the_opening_tells() -> None:
    owed = commitment(1, arabic("حملة"), owner="partner", debtor_kind="pr.lawyer")
    alone = replace(BARE, kinds_present=(LAWYER,), commitments=(owed,))
    she, he = ("محامية", "Avocate"), ("محام", "Avocat")
    for women, headcount, (ar, fr) in ((1, 1, she), (0, 1, he), (9, 9, she)):
        each = replace(alone, headcount=headcount, women=women)
        assert f"\n{ar}\n" in prose(each, AR)
        assert f"\n{fr}\n" in prose(each, FR)


def test_an_adoul_is_told_as_one_of_them_in_arabic() -> None:
    """«عدل» is read as justice; in French the only one who is told to have come is that one."""
    kinds = (KindPresent("pr.adoul", 1),)
    asked = replace(point(1, "tp.2", None), raiser_kind="pr.adoul")
    told = replace(BARE, kinds_present=kinds, points=(asked,), headcount=None)
    assert "بمشاركة أحد العدول" in prose(told, AR)
    assert "من طرف أحد العدول" in prose(told, AR)
    assert "par l’adoul" in prose(told, FR)
    two = replace(told, kinds_present=(KindPresent("pr.adoul", 2),))
    assert "par un adoul" in prose(two, FR)
