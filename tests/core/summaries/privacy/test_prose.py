"""The notice and the extract contain what the law requires, in both languages."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.privacy.plan import NoticePlan
from outreach_app.summaries.privacy.prose import (
    extract_title,
    realise_extract,
    realise_notice,
)
from outreach_app.summaries.privacy.terms import years_in_words
from outreach_app.summaries.prose.facts import facts
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.closed_world import said
from tests.core.summaries.filled_forms import EXTRACT, ISSUED_ON, NOTICE
from tests.core.summaries.reading import ISOLATES

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


def notice(language: Language, plan: NoticePlan = NOTICE) -> str:
    return plain(to_plain_text(realise_notice(plan, language, ISSUED_ON)))


def extract(page: Language, **changes: Any) -> str:
    plan = replace(EXTRACT, **changes)
    return plain(to_plain_text(realise_extract(plan, page, plan.as_of)))


def plain(words: str) -> str:
    return ISOLATES.sub("", words).replace("\u00a0", " ")


@pytest.mark.parametrize("language", list(Language))
def test_everything_an_extract_says_is_a_fact(language: Language) -> None:
    document = realise_extract(EXTRACT, language, EXTRACT.as_of)

    assert said(document) <= facts(EXTRACT).keys() | {"issued_on"}


@pytest.mark.parametrize("language", list(Language))
def test_no_slot_stays_empty(language: Language) -> None:
    for words in (notice(language), extract(language), extract(language, keep_until=None)):
        assert not re.findall(r"[{}\ufffc]", words)


def test_figures_of_the_notice_are_isolated_once() -> None:
    words = to_plain_text(realise_notice(NOTICE, ARABIC, ISSUED_ON))
    assert "\u206630\u2069 يوما" in words
    assert "\u2066A-PO-12/2026\u2069." in words


def test_the_notice_gives_the_number_of_the_cndp_if_it_has_one() -> None:
    assert "Référence du traitement auprès de la CNDP : n° A-PO-12/2026." in notice(FRENCH)
    assert "اللجنة الوطنية: عدد A-PO-12/2026." in notice(ARABIC)
    bare = replace(NOTICE, cndp_number=None)
    told = [to_plain_text(realise_notice(bare, language, ISSUED_ON)) for language in Language]
    assert not any("مرجع المعالجة" in words or "Référence du" in words for words in told)
    assert not any("……" in words or "...." in words for words in told)


def test_the_notice_says_who_keeps_data_how_long_and_where_to_turn() -> None:
    french, arabic = notice(FRENCH), notice(ARABIC)

    controller = "Qui traite vos données ? : La Direction générale de la Sûreté nationale. L’arr"
    assert controller in french
    assert "ou, à défaut de rencontre, de l’enregistrement de vos données," in french
    assert "(CNDP)" in french
    assert "المديرية العامة للأمن الوطني. وتمسك الدائرة الأمنية النخيل سجل الشركاء." in arabic
    assert "3 سنوات بعد آخر لقاء" in arabic


def test_the_notice_promises_of_the_signed_sheet_what_the_sheet_says() -> None:
    french, arabic = notice(FRENCH), notice(ARABIC)
    assert "est proposée à l’élimination 30 jours après la rencontre" in french
    assert "فيُقترح إتلافها بعد مرور 30 يوما على اللقاء" in arabic
    assert "votre signature sur la feuille de présence" in french
    assert "وتوقيعكم على ورقة الحضور" in arabic


def test_an_extract_gives_every_field_of_the_card() -> None:
    words = extract(FRENCH)

    for line in (
        "Nom complet : Fatima-Zahra Alaoui / فاطمة الزهراء العلوي",
        "Votre demande enregistrée : n° 02/2026 du 10/11/2026 (accès).",
        "Mandat : Du 15 janvier 2025 au 14 janvier 2028",
        "Téléphone professionnel : +212 5 22 00 00 00",
        "Courriel : contact@yasmine.example",
        "Langue d’échange : Arabe",
        "Information sur le traitement : 5 février 2025, « oralement »",
    ):
        assert line in words


def test_a_capacity_that_was_typed_in_the_other_language_is_marked_as_such() -> None:
    told = extract(FRENCH, capacity=Bilingual("رئيسة الجمعية", None))
    assert "«رئيسة الجمعية» (texte original en arabe)" in told
    assert "Nom complet : Fatima-Zahra Alaoui / فاطمة الزهراء العلوي" in told


def test_several_requests_are_told_as_several() -> None:
    first = EXTRACT.claims[0]
    assert "Vos demandes enregistrées : n°" in extract(FRENCH, claims=(first, first))
    assert "طلبكم المسجل: عدد" in extract(ARABIC)
    assert "فيما يلي المعطيات التي تتوفر عليها" in extract(ARABIC)


def test_a_request_older_than_the_card_does_not_contradict_its_day() -> None:
    first = EXTRACT.claims[0]
    later = replace(first, number=2, received_on=date(2026, 11, 20))
    recorded = date(2026, 11, 15)
    fr, ar = (extract(page, recorded_on=recorded) for page in (FRENCH, ARABIC))
    assert "Votre fiche a été enregistrée le 15 novembre 2026, après la réception de cette" in fr
    assert "وقد سُجلت بطاقتكم يوم 15 نونبر 2026، أي بعد التوصل بهذا الطلب." in ar
    both = extract(FRENCH, recorded_on=recorded, claims=(first, first))
    assert "après la réception de ces deux demandes." in both
    one_of_two = extract(FRENCH, recorded_on=recorded, claims=(first, later))
    assert "après la réception de la première demande." in one_of_two
    assert "après la réception" not in extract(FRENCH, recorded_on=first.received_on)


def test_an_extract_without_a_name_says_that_none_is_kept() -> None:
    nameless = Bilingual(None, None)
    assert "Votre nom n’est pas conservé au registre" in extract(FRENCH, name=nameless)
    assert "اسمكم غير محفوظ بالسجل" in extract(ARABIC, name=nameless)


def test_words_of_the_other_language_are_marked_and_a_phone_stays_whole() -> None:
    told = extract(ARABIC, informed_how="par la notice adressée à l’organisme")
    assert "« par la notice adressée à l’organisme » (النص الأصلي بالفرنسية)" in told
    told = extract(FRENCH, informed_how="بالإشعار الموجه إلى الهيئة")
    assert "«بالإشعار الموجه إلى الهيئة» (texte original en arabe)" in told
    words = to_plain_text(realise_extract(EXTRACT, FRENCH, EXTRACT.as_of))
    assert "+212\u00a05\u00a022" in words


def test_an_extract_gives_purpose_categories_and_origin_as_article_7_asks() -> None:
    french, arabic = extract(FRENCH), extract(ARABIC)

    assert "Finalité du traitement : Le suivi du dialogue avec les partenaires" in french
    assert "Catégories de données : Identité, qualité, organisme, durée du mandat" in french
    assert "Origine des données : Vous-même ou l’organisme que vous représentez ;" in french
    assert "الغرض من المعالجة: تتبع الحوار مع شركاء الدائرة الأمنية" in arabic
    assert "مصدر المعطيات: منكم أو من الهيئة التي تمثلونها؛" in arabic
    own = Bilingual("تتبع اللقاءات", "Suivi des rencontres")
    told = extract(FRENCH, purpose=own, is_imported=True)
    assert "Finalité du traitement : Suivi des rencontres." in told
    assert "Origine des données : Liste remise sous forme de fichier" in told


def test_only_the_categories_that_are_held_are_named() -> None:
    nothing: dict[str, Any] = dict.fromkeys(("mandate_from", "mandate_until", "language"))
    told = extract(FRENCH, **nothing, informed_on=None, presences=(), claims=())
    assert "données : Identité, qualité, organisme et coordonnées professionnelles." in told
    assert "Selon le registre, elle ne vous a pas encore été communiquée" in told
    told = extract(ARABIC, **nothing, informed_on=None, presences=(), claims=())
    assert "أصناف المعطيات: الهوية والصفة والهيئة ووسائل الاتصال المهنية." in told


def test_who_was_not_informed_reads_when_the_name_goes() -> None:
    days = {"inform_by": date(2027, 1, 1), "forgotten_on": date(2027, 1, 9)}
    told = extract(FRENCH, **days)
    assert "Date limite pour vous informer de ce traitement : 1er janvier 2027." in told
    assert "Si elle l’est, vos données sont conservées jusqu’au" in told
    assert "vos coordonnées sont retirés du registre à compter du 9 janvier 2027, puis" in told
    told = extract(ARABIC, **days)
    assert "آخر أجل لإخباركم بهذه المعالجة: فاتح يناير 2027." in told
    assert "من السجل ابتداء من 9 يناير 2027، وتُمحى هذه المعطيات بعد ذلك بشهر." in told
    assert "Date limite" not in extract(FRENCH)


def test_a_capacity_is_told_as_it_is_recorded() -> None:
    assert "Qualité (telle qu’enregistrée) : Présidente de l’association" in extract(FRENCH)
    assert "الصفة (كما هي مسجلة): رئيسة الجمعية" in extract(ARABIC)


def test_the_ten_days_of_a_correction_are_the_office_s() -> None:
    assert "elle est faite dans les 10 jours francs qui suivent la demande." in extract(FRENCH)
    assert "ويتم التصحيح داخل أجل 10 أيام كاملة ابتداء من تاريخ الطلب." in extract(ARABIC)


def test_an_extract_says_whether_names_left() -> None:
    assert "sans votre nom" in extract(FRENCH)
    left = extract(FRENCH, names_left_on=date(2026, 9, 1))
    assert "en est sorti le 1er septembre 2026." in left
    assert "sans votre nom" not in left


def test_an_extract_speaks_of_no_capacity_where_none_is_recorded() -> None:
    nothing = Bilingual(None, None)
    assert "votre qualité" in extract(FRENCH)
    assert "votre qualité" not in extract(FRENCH, capacity=nothing)
    assert "بصفتكم" not in extract(ARABIC, capacity=nothing)


def test_what_is_not_known_of_a_person_has_no_line() -> None:
    nobody = Bilingual(None, None)
    words = extract(
        FRENCH, name=nobody, capacity=nobody, phone=None, email=None, language=None, presences=()
    )

    assert not [
        label for label in ("Nom complet", "Qualité", "Courriel", "Langue") if label in words
    ]
    assert "Votre présence n’est enregistrée à aucune rencontre." in words


def test_the_title_of_an_extract_names_nobody() -> None:
    assert "Alaoui" not in extract_title(EXTRACT, FRENCH)


@pytest.mark.parametrize(
    ("years", "arabic", "french"),
    [
        (1, "سنة واحدة", "un an"),
        (2, "سنتين", "2 ans"),
        (5, "5 سنوات", "5 ans"),
        (11, "11 سنة", "11 ans"),
    ],
)
def test_years_agree_with_their_number(years: int, arabic: str, french: str) -> None:
    assert plain(years_in_words(years, ARABIC)) == arabic
    assert plain(years_in_words(years, FRENCH)) == french


def test_further_contacts_and_a_mandate_without_end_are_told() -> None:
    many = "0535553460\nbureau@yasmine.example"
    open_ended = extract(FRENCH, others=many, mandate_until=None)
    assert "Autres coordonnées : 0535553460, bureau@yasmine.example\n" in open_ended
    assert "Mandat : Depuis le 15 janvier 2025\n" in open_ended
    assert "وسائل اتصال أخرى: 0535553460، bureau" in extract(ARABIC, others=many)
    assert "مدة الانتداب: ابتداء من 15 يناير 2025\n" in extract(ARABIC, mandate_until=None)
    assert "Autres" not in extract(FRENCH, others=None)


@pytest.mark.parametrize("language", list(Language))
def test_the_notice_names_the_chief_as_the_office_does(language: Language) -> None:
    chief = Bilingual("رئيسة الدائرة الأمنية", "La cheffe de l'arrondissement de police")
    plan = replace(NOTICE, office=replace(NOTICE.office, chief_title=chief))
    words = plain(to_plain_text(realise_notice(plan, language, ISSUED_ON)))
    assert "du chef" not in words
    assert "رئيس الدائرة" not in words
    of = {
        ARABIC: "صادر عن رئيسة الدائرة الأمنية",
        FRENCH: "de la cheffe de l’arrondissement de police",
    }
    assert of[language] in words
    usual = plain(to_plain_text(realise_notice(NOTICE, language, ISSUED_ON)))
    of = {ARABIC: "صادر عن رئيس الدائرة الأمنية", FRENCH: "du chef de l’arrondissement de police"}
    assert of[language] in usual


@pytest.mark.parametrize(
    ("months", "arabic", "french"),
    [(12, "سنة واحدة", "un an"), (2, "شهرين", "2 mois"), (18, "18 شهرا", "18 mois")],
)
def test_a_mandate_s_term_is_told_in_years_or_months(months: int, arabic: str, french: str) -> None:
    plan = replace(NOTICE, mandate_months=months)

    assert f"على ألا تتجاوز {arabic} بعد نهاية" in notice(ARABIC, plan)
    assert f"et au plus {french} après la fin du mandat" in notice(FRENCH, plan)
