"""What was typed in the other language is marked, and what nobody noted is told to be missing."""

from dataclasses import replace

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE, SEAT

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
    page = prose(replace(BARE, channel=channel, headcount=3, subject=SEAT), FR)
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
