"""Those represented are named under the opening, in agreement with their number."""

from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.session.plan import KindPresent
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE

AR, FR = Language.ARABIC, Language.FRENCH
AMAL = Bilingual("جمعية الأمل", "Association Al Amal")
AMICALE = Bilingual("ودادية النور", None)
TWO = replace(
    BARE,
    headcount=8,
    bodies=2,
    kinds_present=(KindPresent("as.sport", 1),),
    names_present=(AMAL,),
)


def test_those_represented_are_named_under_the_opening() -> None:
    plan = replace(BARE, bodies=2, names_present=(AMAL, AMICALE))
    assert "\nاسما الهيئتين الممثلتين: جمعية الأمل؛ ودادية النور.\n" in prose(plan, AR)
    assert "\nNoms des organismes représentés : Association Al Amal ; ودادية" in prose(plan, FR)
    more = replace(plan, bodies=3, names_present=(AMAL, AMICALE, AMAL))
    assert "\nأسماء الهيئات الممثلة: جمعية الأمل؛ " in prose(more, AR)


def test_one_named_of_two_is_told_in_the_dual() -> None:
    assert "ومُثلت فيه هيئتان، إحداهما جمعية رياضية." in prose(TWO, AR)
    assert "\nاسم إحدى الهيئتين الممثلتين: جمعية الأمل. ولم يُدون اسم الهيئة الأخرى.\n" in prose(
        TWO, AR
    )


def test_names_that_nobody_noted_are_told_to_be_missing() -> None:
    said = "Association Al Amal. Les noms des autres organismes n’ont pas été relevés.\n"
    assert f"\nParmi les organismes représentés : {said}" in prose(replace(TWO, bodies=4), FR)
    nurse = replace(TWO, kinds_present=(*TWO.kinds_present, KindPresent("pr.nurse", 1)))
    assert "deux organismes, parmi lesquels une association sportive" in prose(nurse, FR)
    assert "Le nom de l’autre organisme n’a pas été relevé.\n" in prose(nurse, FR)


def test_it_is_told_that_no_name_was_noted() -> None:
    plan = replace(TWO, kinds_present=(KindPresent("as.sport", None),), names_present=())
    noted = replace(plan, expects_names=True)
    assert "\nلم يُدون اسما الهيئتين الممثلتين.\n" in prose(noted, AR)
    assert "\nLes noms des organismes représentés n’ont pas été relevés.\n" in prose(noted, FR)
    assert "n’ont pas été relevés" not in prose(plan, FR)


def test_name_that_is_withheld_is_not_told_to_be_missing() -> None:
    plan = replace(TWO, bodies=2, kinds_present=(KindPresent("as.sport", 2),))
    assert "اسم إحدى الهيئتين الممثلتين: جمعية الأمل.\n" in prose(plan, AR)
    assert "relevé." not in prose(plan, FR)


def test_company_is_called_one() -> None:
    plan = replace(TWO, bodies=1, kinds_present=(KindPresent("pt.company", 1),))
    assert "\nاسم المقاولة الممثلة: " in prose(plan, AR)
    assert "\nNom de l’entreprise représentée : " in prose(plan, FR)


def test_two_practices_keep_two_names() -> None:
    plan = replace(BARE, headcount=2, identities_kept=2)
    plan = replace(plan, kinds_present=(KindPresent("pr.notary", 2),))
    assert "اسما الشريكين المهنيين مدونان بسجل" in prose(plan, AR)
