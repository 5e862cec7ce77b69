"""Sensitive data is detected in both languages, ordinary police vocabulary is not."""

import csv

import pytest

from outreach_app import vocabulary
from outreach_app.rules.sensitive import About, SensitiveReason, sensitive_words


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("الشخص المذكور شِيعيّ معروف", SensitiveReason.RELIGION),
        ("والمسيحيون بالحي", SensitiveReason.RELIGION),
        ("Il est CHRETIEN, dit-on", SensitiveReason.RELIGION),
        ("منخرط في حزب معين", SensitiveReason.OPINION),
        ("des militants politiques", SensitiveReason.OPINION),
        ("الرئيس نقابي سابق", SensitiveReason.UNION),
        ("le trésorier est syndicaliste", SensitiveReason.UNION),
        ("ابنه مختل عقليا", SensitiveReason.HEALTH),
        ("son fils est diabetique", SensitiveReason.HEALTH),
        ("وهو مصاب بالسيدا", SensitiveReason.HEALTH),
        ("رجل من أصل أمازيغي", SensitiveReason.ETHNICITY),
        ("le président est subsaharien", SensitiveReason.ETHNICITY),
        ("il est ѕérороsіtif", SensitiveReason.HEALTH),  # in part with letters of another alphabet
        ("il est séropo", SensitiveReason.HEALTH),
        ("il est sidéen", SensitiveReason.HEALTH),
        ("femme sero-positive", SensitiveReason.HEALTH),
        ("il a fait de la prison", SensitiveReason.OFFENCE),
        ("قيل إنه دخل السجن", SensitiveReason.OFFENCE),
        ("il a le s.i.d.a", SensitiveReason.HEALTH),
        ("السيد الرئيس، أصبح مقعدا", SensitiveReason.HEALTH),
        ("ابنته مقعدة", SensitiveReason.HEALTH),
        ("له سوابق عدلية", SensitiveReason.OFFENCE),
        ("M. le président, de l'U.M.T.", SensitiveReason.UNION),
        ("ᴍᴀʟᴀᴅᴇ ᴍᴇɴᴛᴀʟ", SensitiveReason.HEALTH),
    ],
)
def test_sensitive_data_is_noticed(text: str, reason: SensitiveReason) -> None:
    assert [word.reason for word in sensitive_words(text)] == [reason]


def test_each_word_is_reported_once_in_the_order_of_the_text() -> None:
    text = "malade mental, juif et malade mental"
    assert [word.word for word in sensitive_words(text)] == ["malade mental", "juif"]


def test_the_programs_own_vocabulary_raises_no_warning() -> None:
    files = sorted((vocabulary.RESOURCES / "catalogues").glob("*.tsv"))
    assert files
    for path in files:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                assert sensitive_words(" . ".join(row.values())) == (), row


@pytest.mark.parametrize(
    "text",
    [
        "نقابة المحامين بالدار البيضاء",
        "syndicat des copropriétaires",
        "الوضع الصحي بالحي والمركز الصحي",
        "présence devant la mosquée et l'église",
        "رأس السنة الأمازيغية",
        "طلب السيد الرئيس مقعدا بالحديقة وإصلاح المقعد القديم",
        "السيد رئيس الجماعة والسيدة المديرة",
        "",
    ],
)
def test_bodies_places_and_feasts_are_not_personal_data(text: str) -> None:
    assert sensitive_words(text) == ()


@pytest.mark.parametrize(
    ("text", "near", "alone"),
    [
        ("السيد الرئيس منخرط نشيط، كفيف", "كفيف", "مسلك خاص بكل كفيف"),
        ("M. le président, de l'UMT", "UMT", "Rassemblement devant le siège de l'UMT"),
        ("Son fils est malade", "malade", "Accueil de chaque malade au centre"),
    ],
)
def test_some_words_count_near_a_person_only(text: str, near: str, alone: str) -> None:
    assert [word.word for word in sensitive_words(text)] == [near]
    assert sensitive_words(alone) == ()


@pytest.mark.parametrize("name", ["Parti de l'Istiqlal", "الكونفدرالية الديمقراطية للشغل"])
def test_l04_body_not_person(name: str) -> None:
    """An organisation may be named by what is sensitive about a person."""
    assert sensitive_words(name, About.BODY) == ()
    assert sensitive_words(name, About.PERSON) != ()


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("un voisin drogué", True),
        ("trafic de drogue", False),
        ("LE PRÉSIDENT DU PPS", True),
        ("le président dit « pps »", False),
    ],
)
def test_accents_and_capitals_part_words_that_would_be_taken_for_others(
    text: str, is_there: bool
) -> None:
    assert bool(sensitive_words(text)) is is_there
