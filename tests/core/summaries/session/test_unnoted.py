"""What was typed in the other language is marked, and what nobody noted is told to be missing."""

from dataclasses import replace
from datetime import time

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.session.plan import KindPresent
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE, SEAT, commitment, point

AR, FR = Language.ARABIC, Language.FRENCH


def test_subject_in_the_other_language_is_marked_in_title_and_sentence() -> None:
    subject = Bilingual(None, "Sécurité numérique")
    page = prose(replace(BARE, kind="mt.thematic", subject=subject), AR)
    assert "\n« Sécurité numérique » (النص الأصلي بالفرنسية)\n" in page
    assert "لقاء موضوعاتيا حول « Sécurité numérique » (النص الأصلي بالفرنسية)." in page
    subject = Bilingual("السلامة الرقمية", None)
    page = prose(replace(BARE, kind="mt.thematic", subject=subject), FR)
    assert page.count("«السلامة الرقمية» (texte original en arabe)") == 2


def test_subject_and_place_that_nobody_noted_are_told() -> None:
    page = prose(replace(BARE, kind="mt.thematic"), AR)
    assert "\nالموضوع: غير مدون\n" in page
    assert "\nحضورية\nغير مدون\n" in page
    page = prose(replace(BARE, kind="mt.thematic"), FR)
    assert "\nThème : non relevé\n" in page
    assert "\nEn présentiel\nNon relevé\n" in page


@pytest.mark.parametrize("channel", ["ch.phone", "ch.video"])
def test_those_who_did_not_meet_have_no_place(channel: str) -> None:
    met = replace(BARE, channel=channel, headcount=3, subject=SEAT, starts_at=time(9))
    page = prose(met, FR)
    assert "Non relevé\n" not in page


def test_place_that_the_channel_implies_is_in_the_facts_too() -> None:
    plan = replace(BARE, channel="ch.office")
    assert "\nمقر الدائرة الأمنية\n" in prose(plan, AR)
    arabic = replace(plan, place=Bilingual("مقر الدائرة الأمنية", None))
    for each in (plan, arabic):
        assert "\nSiège de l’arrondissement de police\n" in prose(each, FR)
    assert "\nSiège du partenaire\n" in prose(replace(BARE, channel="ch.partner_place"), FR)


def test_another_place_than_the_channel_implies_is_not_told_as_that_one() -> None:
    plan = replace(BARE, channel="ch.office", place=Bilingual("مقر الجمعية", None))
    said = prose(plan, FR)
    assert "\n«مقر الجمعية» (texte original en arabe)\n" in said
    assert "siège" not in said.casefold()
    assert "بمقر الجمعية" in prose(plan, AR)


def test_place_in_the_other_language_is_marked() -> None:
    plan = replace(BARE, place=Bilingual("دار الحي", None))
    assert "\n«دار الحي» (texte original en arabe)\n" in prose(plan, FR)


def test_that_nobody_noted_when_a_point_was_sent_is_told_beside_it() -> None:
    one = replace(point(1, "tp.6.1", None, referrals=["rf.commune"]), is_unsent=True)
    two = replace(point(2, "tp.4.1", None, referrals=["rf.commune", "rf.srm"]), is_unsent=True)
    plan = replace(BARE, points=(one, two))
    french, arabic = prose(plan, FR), prose(plan, AR)
    assert "Saisine de la commune, date d’envoi non relevée" in french
    assert "(SRM), dates d’envoi non relevées" in french
    assert "إحالة على الجماعة، ولم يُسجل تاريخ الإرسال" in arabic
    assert "، ولم يُسجل تاريخا الإرسال" in arabic


def test_professions_of_one_who_came_alone_are_in_the_singular() -> None:
    kinds = (KindPresent("as.residents", None), KindPresent("pr.pharmacist", None))
    plan = replace(BARE, headcount=1, bodies=1, kinds_present=kinds)
    assert "La profession de pharmacien était également représentée." in prose(plan, FR)
    assert "من يزاول مهنة الصيدلة" in prose(plan, AR)
    alone = replace(plan, bodies=None, kinds_present=kinds[1:])
    assert "Y a pris part un pharmacien" in prose(alone, FR)
    assert "صيدلي" in prose(alone, AR)


def test_one_who_came_alone_is_called_by_the_profession_noted() -> None:
    kinds = (KindPresent("pr.pharmacist", None),)
    plan = replace(BARE, channel="ch.mail", headcount=1, kinds_present=kinds)
    assert "un échange par courrier avec un pharmacien." in prose(plan, FR)
    assert "تواصلا بالمراسلة مع صيدلي." in prose(plan, AR)


def test_a_debtor_is_called_by_the_profession_alone() -> None:
    promised = commitment(1, Words("sensibiliser", FR), owner="partner", debtor_kind="pr.doctor")
    kinds = (KindPresent("pr.doctor", 1),)
    plan = replace(BARE, headcount=1, women=1, kinds_present=kinds, commitments=(promised,))
    assert "\nطبيبة\n" in prose(plan, AR)


def test_a_profession_is_told_of_those_whom_nobody_counted() -> None:
    kinds = (KindPresent("as.residents", None), KindPresent("pr.lawyer", None))
    plan = replace(BARE, headcount=3, kinds_present=kinds)
    assert "La profession d’avocat était également représentée." in prose(plan, FR)
    assert "وضم الحضور من يزاول مهنة المحاماة، مع تمثيل جمعية حي واحدة على الأقل." in prose(
        plan, AR
    )
    both = replace(plan, kinds_present=(kinds[1], KindPresent("pr.notary", None)))
    assert "Les professions d’avocat et de notaire étaient représentées." in prose(both, FR)
    assert "وضم الحضور من يزاولون مهنتي المحاماة والتوثيق." in prose(both, AR)
    codes = ("pr.lawyer", "pt.commerce", "pr.adoul", "pr.notary")
    more = replace(
        plan, headcount=9, kinds_present=tuple(KindPresent(code, None) for code in codes)
    )
    assert (
        "وضم الحضور من يزاولون مهن المحاماة والعدول والتوثيق ومن يزاول نشاطا في قطاع التجارة"
        in prose(more, AR)
    )
    assert "من يزاولن مهنتي المحاماة والتوثيق" in prose(replace(both, women=3), AR)
    trade = replace(plan, kinds_present=(KindPresent("pt.commerce", None),))
    assert "Une activité de commerce ou d’artisanat était représentée." in prose(trade, FR)
    assert "من يزاول نشاطا في قطاع التجارة والحرف" in prose(trade, AR)


def test_an_audience_is_given_to_somebody() -> None:
    kinds = (KindPresent("pr.jeweller", None),)
    plan = replace(BARE, kind="mt.reception", headcount=None, women=None, kinds_present=kinds)
    assert "une audience au titre de la profession de bijoutier" in prose(plan, FR)
    assert "La profession de bijoutier était représentée" not in prose(plan, FR)
    both = replace(plan, kinds_present=(*kinds, KindPresent("pr.notary", None)))
    assert "une audience au titre des professions de bijoutier et de notaire" in prose(both, FR)


def test_a_professional_stands_outside_the_bodies_that_are_counted() -> None:
    bodies = ("as.residents", "as.road", "as.taxi")
    kinds = tuple(KindPresent(code, 1) for code in (*bodies, "pr.pharmacist"))
    plan = replace(BARE, headcount=1, women=0, bodies=3, kinds_present=kinds)
    assert "du taxi. La profession de pharmacien était également" in prose(plan, FR)
    assert "سُجل حضور من يزاول مهنة الصيدلة، مع تمثيل 3 هيئات" in prose(plan, AR)
