"""Who was noted as present is told as such; nothing is told of how many, or who spoke for whom."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.services.partners import register_partner
from outreach_app.services.points import PointDraft
from outreach_app.summaries.session.audience import ReachedFacts
from outreach_app.summaries.session.plan import KindPresent
from tests import makers
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE, point
from tests.core.summaries.session.recorded import HELD_ON, hold, on, plan

AR, FR = Language.ARABIC, Language.FRENCH
PHARMACIST, MEDIUM = KindPresent("pr.pharmacist", 1), KindPresent("pt.media", 1)


@pytest.mark.parametrize(
    ("channel", "ar", "fr"),
    [
        (
            "ch.office",
            "وسُجل حضور من يزاول مهنة الصيدلة، مع تمثيل منبر إعلامي محلي.",
            "Un média local y était représenté. La profession de pharmacien était également",
        ),
        (
            "ch.phone",
            "وسُجلت مشاركة من يزاول مهنة الصيدلة، مع تمثيل منبر إعلامي محلي.",
            "Un média local y était représenté. La profession de pharmacien était également",
        ),
    ],
)
def test_more_partners_than_people_were_noted_as_present(channel: str, ar: str, fr: str) -> None:
    met = replace(BARE, channel=channel, headcount=1, women=0, kinds_present=(MEDIUM, PHARMACIST))
    assert ar in prose(met, AR)
    assert fr in prose(met, FR)


def test_one_who_came_is_not_told_to_represent_several() -> None:
    kinds = (KindPresent("as.taxi", 2), KindPresent("as.sport", 1), KindPresent("as.charity", 1))
    met = replace(BARE, headcount=1, women=1, bodies=4, kinds_present=kinds)
    page = prose(met, FR)
    assert "Y a pris part une femme. Y étaient représentés quatre organismes : deux" in page
    assert "representant" not in page.replace("é", "e")
    assert "، مع تمثيل" in prose(met, AR) or "ومُثلت فيه 4 هيئات" in prose(met, AR)


def test_professions_of_which_only_the_kind_is_known_have_no_plural() -> None:
    kinds = (KindPresent("pr.pharmacist", None), KindPresent("pr.lawyer", None))
    met = replace(BARE, bodies=5, kinds_present=kinds)
    page = prose(met, FR)
    assert "avec la participation de cinq organismes." in page
    assert "Les professions de pharmacien et d’avocat étaient représentées." in page
    page = prose(met, AR)
    assert "بمشاركة 5 هيئات، إضافة إلى من يزاولون مهنتي الصيدلة والمحاماة" in page


def test_more_associations_than_listed_are_told_with_their_number() -> None:
    met = replace(
        BARE,
        kind="mt.school",
        headcount=89,
        kinds_present=(KindPresent("as.youth", 1),),
        names_present=(Bilingual("جمعية الشباب", "Association Jeunes"),),
        reached=ReachedFacts(20, None, 2, 3),
    )
    page = prose(met, FR)
    assert "représentées trois associations, parmi lesquelles une association de jeunes." in page
    assert "Les noms des autres associations participantes n’ont pas été relevés." in page
    page = prose(met, AR)
    assert "ومُثلت فيها 3 جمعيات، منها جمعية" in page
    assert "ولم يُدون اسما الجمعيتين المشاركتين الأخريين." in page


def test_the_number_typed_is_shown_where_only_a_practice_came(
    database: Database, partner: UUID
) -> None:
    draft = makers.partner_draft(
        name_ar="صيدلية الساحة", name_fr=None, category="pt.liberal", type="pr.pharmacist"
    )
    with database.write(Actor.CHIEF) as session:
        pharmacy = register_partner(session, draft).uid
    told = {"attendances": ((pharmacy, True),), "bodies": 1, "headcount": 114, "women": 0}
    met = plan(database, hold(database, HELD_ON, partner, **told))
    page = prose(met, FR)
    assert (met.bodies, met.bodies_shown) == (None, 1)
    # The practice is no organisation beside itself.
    assert "organisme" not in page
    assert "L’assistance comprenait un pharmacien." in page


def test_an_audience_told_as_given_to_one_professional_has_one_origin(database: Database) -> None:
    """« L’origine de ce point n’a pas été relevée » stood under « une audience à un guide »."""
    draft = {"name_ar": "رشيد، مرشد سياحي", "name_fr": None, "category": "pt.liberal"}
    guide = makers.write_partner(database, type="pr.tourguide", is_named_after_person=True, **draft)
    points = (PointDraft("request", "tp.8.4", "دوريات", "ar"),)
    told = {"points": points, "headcount": None, "women": None, "commitments": (), "referrals": ()}
    for kind, is_told in (("mt.reception", None), ("mt.periodic", True)):
        met = plan(database, hold(database, HELD_ON, guide, kind=kind, **told))
        assert met.expects_raisers is is_told


def test_where_a_profession_alone_is_noted_the_origin_of_a_point_is_not(
    database: Database, partner: UUID
) -> None:
    """A theft read as told by the insurer who alone was received."""
    told: dict[str, object] = {"kind": "mt.reception", "headcount": 1, "women": 0}
    told |= {"points": (PointDraft("concern", "tp.2.3", "سرقة دراجتين", "ar"),), "attendances": ()}
    met = plan(database, hold(database, HELD_ON, partner, kinds_present=("pr.insurance",), **told))
    assert "L’origine de ce point n’a pas été relevée." in prose(met, FR)
    assert "لم تُدون الجهة التي أثارت هذه النقطة." in prose(met, AR)


def test_one_who_came_alone_for_one_partner_raised_all_points(
    database: Database, partner: UUID
) -> None:
    points = (PointDraft("request", "tp.8.4", "دوريات", "ar"),)
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        draft = makers.partner_draft(name_ar="جمعية الأمل", name_fr=None)
        beside = register_partner(session, draft).uid
    both = ((partner, True), (beside, True))
    for came, is_told in (
        ({"headcount": 1}, None),
        ({"headcount": 2}, True),
        ({"headcount": None, "women": None}, True),
        ({"headcount": 2, "attendances": both}, True),
        ({"kind": "mt.openday", "headcount": 13}, True),
        ({"kind": "mt.openday", "headcount": 1, "associations": 3}, True),
    ):
        told = {"points": points, "women": 0, **came}
        met = plan(database, hold(database, HELD_ON, partner, **told))
        assert met.expects_raisers is is_told


@pytest.mark.parametrize(
    ("kind", "number", "ar", "fr"),
    [
        ("mt.listening", 1, "حضرتها طبيبة أسنان", "Y a pris part une médecin dentiste."),
        ("mt.field", 1, "شاركت فيها طبيبة أسنان", "Y a pris part une médecin dentiste."),
        (
            *("mt.periodic", 27, "حضرته 27 مشاركة. وضم الحضور طبيبة أسنان"),
            "Elle a réuni 27 participantes. L’assistance comprenait une médecin dentiste.",
        ),
    ],
)
def test_where_women_alone_came_the_professional_is_one(
    kind: str, number: int, ar: str, fr: str
) -> None:
    """One who came alone is not told as a woman and a professional beside her."""
    kinds = (KindPresent("pr.dentist", 1),)
    raised = replace(point(1, "tp.2", None), raiser_kind="pr.dentist")
    plan = replace(BARE, kind=kind, headcount=number, women=number, kinds_present=kinds)
    page = prose(replace(plan, points=(raised,)), FR)
    assert fr in page
    assert "exprimée par la médecin dentiste" in page
    page = prose(replace(plan, points=(raised,)), AR)
    assert ar in page
    assert "معبر عنه من طرف طبيبة أسنان" in page
    trade = replace(plan, kinds_present=(KindPresent("pt.commerce", 1),))
    assert "مهنية من قطاع التجارة والحرف" in prose(trade, AR)


def test_two_women_who_were_called_are_in_the_dual() -> None:
    met = replace(BARE, channel="ch.phone", headcount=2, women=2, kinds_present=(PHARMACIST,))
    assert "مع امرأتين، من بينهما صيدلانية." in prose(met, AR)
