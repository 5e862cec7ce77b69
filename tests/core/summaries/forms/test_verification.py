"""A sheet says how far a verification came, and which page it is about."""

from dataclasses import replace

from outreach_app.rules.names import Bilingual
from tests.core.summaries.filled_forms import RECTIFICATION
from tests.core.summaries.forms.test_rectification import (
    ARABIC,
    FRENCH,
    PUBLISHED,
    UNRECTIFIED,
    sheet,
)
from tests.core.summaries.plans import arabic, french


def test_what_could_not_be_verified_was_only_looked_into() -> None:
    plan = replace(UNRECTIFIED, result="vr.unverifiable", fact=french("Un seul cas", "حالة واحدة"))

    assert "\nتمت محاولة التحقق يوم 16 أكتوبر 2026" in sheet(plan, ARABIC)
    assert "\nRecherches effectuées le 16 octobre 2026" in sheet(plan, FRENCH)
    assert "\nوهذا ما تم التوصل إليه: " in sheet(plan, ARABIC)
    assert "\nÉléments recueillis : « Un seul cas »." in sheet(plan, FRENCH)


def test_a_page_is_named_with_its_network_even_where_the_sentence_is_of_its_news() -> None:
    plan = replace(RECTIFICATION, page_name="شرطة الياسمين", page_network="pc.instagram")

    assert "\nالصفحة المعنية: «شرطة الياسمين»، إنستغرام\n" in sheet(plan, ARABIC)
    assert "\nPage concernée : «شرطة الياسمين» (texte original en arabe), Instagram" in sheet(
        plan, FRENCH
    )


def test_what_was_found_in_the_language_of_the_page_stands_beside_a_text_in_the_other() -> None:
    only_arabic = replace(PUBLISHED, text=replace(PUBLISHED.text, fr=None))
    plan = replace(RECTIFICATION, published=only_arabic, fact=french("Aucun cas signalé", "لا شيء"))

    assert "La vérification a établi ce qui suit : « Aucun cas signalé »." in sheet(plan, FRENCH)
    assert "وقد أسفر التحقق" not in sheet(plan, ARABIC)


def test_what_was_found_true_is_not_called_exact_above_a_fact_that_may_be_less() -> None:
    """The news was of three days without water, the fact of two."""
    plan = replace(UNRECTIFIED, result="vr.true", fact=french("Deux jours de travaux", "يومان"))
    assert "\nL’information rapportée ci-dessous a été vérifiée.\n" in sheet(plan, FRENCH)
    assert "est exacte." not in sheet(plan, FRENCH)
    assert "\nتم التحقق من الخبر المذكور أدناه.\n" in sheet(plan, ARABIC)
    assert "est exacte." in sheet(replace(plan, fact=None), FRENCH)


def test_what_could_not_be_verified_is_not_headed_as_the_truth() -> None:
    for result, is_headed in (("vr.unverifiable", False), ("vr.false", True)):
        plan = replace(UNRECTIFIED, result=result)
        assert ("الحقيقة\n" in sheet(plan, ARABIC)) is is_headed
        assert ("Les faits\n" in sheet(plan, FRENCH)) is is_headed


def test_the_title_under_which_it_was_published_is_told_with_its_text() -> None:
    titled = replace(PUBLISHED, title=Bilingual("تكذيب", "Démenti"))
    plan = replace(RECTIFICATION, published=titled)
    assert "\nعنوان البيان المنشور: «تكذيب».\n" in sheet(plan, ARABIC)
    assert "\nTitre de la mise au point publiée : « Démenti ».\n" in sheet(plan, FRENCH)
    same = replace(PUBLISHED, title=Bilingual("بيان حقيقة", "Mise au point"))
    plan = replace(RECTIFICATION, published=same)
    assert "عنوان البيان المنشور" not in sheet(plan, ARABIC)
    assert "Titre de la mise" not in sheet(plan, FRENCH)


def test_the_translation_of_what_was_published_is_told_where_the_finding_has_it() -> None:
    only_arabic = replace(PUBLISHED, text=Bilingual("الإغلاق ليومين", None))
    plan = replace(RECTIFICATION, published=only_arabic)
    same = replace(plan, fact=arabic("الإغلاق ليومين", "Fermeture de deux jours"))
    assert "établi ce qui suit : « Fermeture de deux jours »" in sheet(same, FRENCH)
    other = replace(plan, fact=arabic("لا شيء", "Rien"))
    assert "établi ce qui suit" not in sheet(other, FRENCH)


def test_the_address_of_a_page_is_told_whether_or_not_the_sentence_names_it() -> None:
    page = replace(
        UNRECTIFIED,
        result="vr.impersonation",
        page_name="Police Info",
        page_address="https://exemple.ma/page",
    )
    for language, label in ((ARABIC, "الصفحة المعنية"), (FRENCH, "Page concernée")):
        assert label in sheet(page, language)
        assert "https://exemple.ma/page" in sheet(page, language)
        assert sheet(page, language).count("Police Info") == 1


def test_of_a_page_it_says_that_what_it_spreads_is_untrue_not_that_its_description_is() -> None:
    wordless = replace(PUBLISHED, text=Bilingual(None, None))
    page = replace(RECTIFICATION, published=wordless, words=french("Page de faux rendez-vous"))
    for result, ar, fr in (
        ("vr.false", "ما تنشره الصفحة المشار إليها أدناه غير صحيح", "sont fausses"),
        ("vr.misleading", "ما تنشره الصفحة المشار إليها أدناه مضلل", "sont trompeuses"),
    ):
        plan = replace(page, result=result, is_page=True)
        assert ar in sheet(plan, ARABIC)
        assert f"diffusées par la page signalée ci-dessous {fr}." in sheet(plan, FRENCH)
        assert "rapportée ci-dessous" not in sheet(plan, FRENCH)
        assert "rapportée ci-dessous" in sheet(replace(plan, is_page=False), FRENCH)


def test_a_rectification_names_the_source_of_what_was_found() -> None:
    asked = replace(RECTIFICATION, found_with="vs.authority")
    assert " · source : autorité locale" in sheet(asked, FRENCH)
    assert " · مصدر المعلومة: السلطة المحلية" in sheet(asked, ARABIC)
    assert " · source" not in sheet(replace(asked, found_with=None), FRENCH)
