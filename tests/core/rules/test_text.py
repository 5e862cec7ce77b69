"""Text is stored clean, and its language is recognised by its letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.i18n import Language, isolate
from outreach_app.rules.text import (
    clean_line,
    clean_text,
    encodable,
    is_in_letters_of,
    language_of,
    stored_language,
    without_bullet,
)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  جمعية \t الأمل \r\n", "جمعية الأمل"),
        (isolate("+212 6 61"), "+212 6 61"),
        ("\u202bجمعية\u202c\u200f", "جمعية"),
        ("\ufeffRéunion\u200b", "Réunion"),
        ("Re\u0301union", "Réunion"),
        ("e\u200c\u0301", "é"),
        ("a\u0007b\x00c", "abc"),
        ("Salé\u00a0\u202f2026", "Salé 2026"),
        ("line one\u2028line two\x85three", "line one line two three"),
        ("broken \ud83d pair", "broken pair"),
        ("1447 ه\u200c.", "1447 ه."),
        ("ه\u200cجرية", "ه\u200cجرية"),
    ],
)
def test_a_line_keeps_what_can_be_seen(typed: str, stored: str) -> None:
    assert clean_line(typed) == stored


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("- Rue sombre", "Rue sombre"),
        ("• الزقاق مظلم", "الزقاق مظلم"),
        ("2) Rue sombre", "Rue sombre"),
        ("(3) Rue sombre", "Rue sombre"),
        ("-دراجات نارية", "دراجات نارية"),
        ("–Rue sombre", "Rue sombre"),
        ("-5 degrés", "-5 degrés"),
        ("12 rue des Lilas", "12 rue des Lilas"),
        ("7-8 personnes", "7-8 personnes"),
        ("1.5 million", "1.5 million"),
    ],
)
def test_a_line_of_a_list_loses_its_bullet_and_nothing_else(line: str, bare: str) -> None:
    assert without_bullet(line) == bare


def test_a_text_keeps_its_lines_and_loses_its_tabs() -> None:
    assert clean_text("\n\u200fأولا\tثانيا \r\n\r\n  ثالثا\n\n") == "أولا ثانيا\n\nثالثا"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_line(text)
    assert clean_line(once) == once
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.text())
def test_a_clean_line_is_one_line_without_controls(text: str) -> None:
    line = clean_line(text)
    assert "Cc" not in {unicodedata.category(character) for character in line}
    assert len(line.splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("الإنارة العمومية بحي السلام", Language.ARABIC),
        ("éclairage public du quartier", Language.FRENCH),
        ("ﺍﻹﻧﺎﺭﺓ", Language.ARABIC),
        ("الإنارة éclairage", None),
        ("لا", None),
        ("2026/05/14 +212", None),
        ("لقاء مع جمعية الحي بمقر SRM", Language.ARABIC),
        ("ⴰⵎⴰⵣⵉⵖ", None),
        ("oui", Language.FRENCH),
        ("سلام a", None),
        ("سلاما a", Language.ARABIC),
        ("abcd س", None),
        ("abcde س", Language.FRENCH),
    ],
)
def test_the_language_is_told_by_the_letters(text: str, language: Language | None) -> None:
    assert language_of(text) is language


@pytest.mark.parametrize(
    ("said", "text", "stored"),
    [
        ("fr", "إنارة الزقاق", Language.FRENCH),
        (None, "Éclairage du marché", Language.FRENCH),
        ("tzm", "إنارة الزقاق", Language.ARABIC),
        (None, "12", Language.ARABIC),
    ],
)
def test_an_unknown_language_is_stored_by_the_letters(
    said: str | None, text: str, stored: Language
) -> None:
    assert stored_language(said, text) is stored


def test_a_name_of_a_file_can_be_written_whatever_the_system_gave() -> None:
    assert encodable("register \udcff.db") == "register ?.db"


@pytest.mark.parametrize(
    ("text", "fits_arabic", "fits_french"),
    [
        ("النخيل", True, False),
        ("12·أ", True, False),
        ("Annakhil", False, True),
        ("شركة OCP", True, False),
        ("12", True, True),
        ("", True, True),
    ],
)
def test_a_printed_name_is_in_the_letters_of_its_page(
    text: str, fits_arabic: bool, fits_french: bool
) -> None:
    assert is_in_letters_of(text, Language.ARABIC) is fits_arabic
    assert is_in_letters_of(text, Language.FRENCH) is fits_french
