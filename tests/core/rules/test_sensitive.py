"""Sensitive data is noticed in both languages, and ordinary police vocabulary is not."""

import csv

import pytest

from outreach_app import vocabulary
from outreach_app.rules.sensitive import SensitiveReason, find_cin, sensitive_words


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
        ("vendeurs subsahariens", SensitiveReason.ETHNICITY),
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
        "السيد رئيس الجماعة والسيدة المديرة",
        "",
    ],
)
def test_bodies_places_and_feasts_are_not_personal_data(text: str) -> None:
    assert sensitive_words(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("CIN AB123456", "AB123456"),
        ("بطاقته الوطنية BK٦٥٤٣٢١.", "BK654321"),
        ("cin: a12345", "A12345"),
        ("titulaire de la carte BE 845123, né", "BE845123"),
        ("J-412345", "J412345"),
        ("\u2066G7654321\u2069", "G7654321"),
    ],
)
def test_an_identity_card_number_is_seen(text: str, number: str) -> None:
    assert find_cin(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "N 13", "N13", "RN 12345", "BP 20000", "RC 123456", "DH 50000", "le 2026", "en 2026",
        "a 2026 euros", "IFRS16", "https://x.ma/a12345", "D1234/2026", "حي السلام 2026",
        "12345-A-6", "covid19", "bâtiment B 12",
    ],
)  # fmt: skip
def test_ordinary_numbers_are_not_card_numbers(text: str) -> None:
    assert find_cin(text) is None
