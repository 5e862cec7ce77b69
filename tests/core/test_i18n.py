"""The language of the screen: chosen, or that of the computer; records have their own."""

import sys
from pathlib import Path

import pytest

from outreach_app import i18n
from outreach_app.i18n import Language, ScreenLanguage, gettext, of_system
from outreach_app.rules.names import Bilingual
from outreach_app.vocabulary import catalogue, label
from tests.core.cli.running import outreach


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a setting of its own for it")
@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("ar_MA.UTF-8", "ar"),
        ("fr_FR.UTF-8", "fr"),
        ("en_US.UTF-8", "en"),
        ("de_DE@euro", "en"),
        ("C.UTF-8", "ar"),
        ("POSIX", "ar"),
        ("", "ar"),
    ],
)
def test_a_computer_that_speaks_neither_language_is_spoken_to_in_english(
    monkeypatch: pytest.MonkeyPatch, said: str, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", "")
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", said)
    assert of_system() == language


def test_an_english_screen_reads_records_in_french() -> None:
    i18n.use(ScreenLanguage.ENGLISH)
    assert gettext("Partners") == "Partners"
    assert Bilingual("جمعية", "Association").prefer(i18n.current()) == (
        "Association",
        Language.FRENCH,
    )
    assert not i18n.current().is_right_to_left


def test_every_code_has_words_in_english_beside_its_two_languages() -> None:
    for prefix in ("tp", "mt", "pt", "rf", "vr"):
        for code, entry in catalogue(prefix).items():
            assert entry.en, code
    assert label("tp.6.1", ScreenLanguage.ENGLISH) == "street lighting"
    assert label("tp.6.1", Language.FRENCH) == "éclairage public"


def test_a_command_answers_in_english_where_it_is_asked_to() -> None:
    said = outreach("list", "partners", "--store", "nowhere", "--ui-lang", "en").said
    assert said.startswith("There is no store in")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("d\nOK.csv", "d OK.csv"),
        ("a\u202egpj.csv", "a\\u202egpj.csv"),
        ("a\u2069b.csv", "a\\u2069b.csv"),
        ("a\u2066b.csv", "a\\u2066b.csv"),
        ("\x1b[31m", "\\u001b[31m"),
        ("+15 \u206612\u2069", "+15 \u206612\u2069"),
    ],
)
def test_nothing_breaks_out_of_an_isolate(name: str, shown: str) -> None:
    assert i18n.isolate(name) == f"\u2066{shown}\u2069"


def test_an_arabic_name_with_a_latin_word_is_read_from_the_right() -> None:
    name = "جمعية Espoir للتنمية"
    assert i18n.isolate(name) == f"\u2067{name}\u2069"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("جلسة-2026-42.pdf", "\u2067جلسة\u2069-2026-42.pdf"),
        (
            "2026-12-01-جواب-إلى النخيل-13.outreach",
            "2026-12-01-\u2067جواب-إلى النخيل\u2069-13.outreach",
        ),
        ("a\u202egpj.csv", "a\\u202egpj.csv"),
    ],
)
def test_a_file_is_read_from_the_left_with_its_end_at_the_right(name: str, shown: str) -> None:
    assert i18n.isolate_file(name) == f"\u2066{shown}\u2069"


def test_a_file_of_any_name_is_told_on_one_line(store: Path, tmp_path: Path) -> None:
    (tmp_path / "d\nImported: 9\u202e.outreach").write_text("x")
    said = outreach("import", tmp_path, "--store", store, "--ui-lang", "en").said
    assert not any(line.startswith("Imported: 9") for line in said.splitlines())
    assert "\u202e" not in said


@pytest.mark.parametrize(
    ("words", "opener"),
    [
        ("Association", "\u2068"),
        ("\u2066+2\u2069 جمعية", "\u2068"),
        ("26/11", "\u2068"),
        ("\u2068جمعية الأمل\u2069 \u2066+2\u2069", "\u2067"),
    ],
)
def test_names_put_together_are_read_in_the_direction_of_the_screen(
    words: str, opener: str
) -> None:
    i18n.use(Language.ARABIC)
    assert i18n.set_apart(words) == f"{opener}{words}\u2069"
    i18n.use(Language.FRENCH)
    french = "\u2066" if opener == "\u2067" else opener
    assert i18n.set_apart(words) == f"{french}{words}\u2069"
