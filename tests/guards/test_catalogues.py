"""Catalogues compile reproducibly, and keep the rules of each language."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

from scripts.compile_catalogues import ROOT, read_catalogue

SOURCES = sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_compiled_catalogue_does_not_tell_the_hour(source: Path) -> None:
    compiled = BytesIO()
    write_mo(compiled, read_catalogue(source))
    dates = [line for line in compiled.getvalue().splitlines() if b"Date:" in line]
    assert dates
    assert all(b" 2026-01-01 00:00+0000" in line for line in dates)


def test_french_punctuation_is_not_left_alone_on_a_line() -> None:
    assert not [word for word in _words("fr") if re.search(r"\S [:;?!»](\s|$)|« ", word)]


def test_french_agrees_no_verb_with_a_number_that_may_be_one() -> None:
    assert not [word for word in _words("fr") if re.search(r"\{count\} \w+s \w+nt\b", word)]


def test_arabic_asks_everybody_in_the_plural() -> None:
    one = "احتفظ|احفظ|أضف|أعد|أكد|اختر|اطلب|اكتب|راجع|انقل|انتظر|احذف|افتح|اترك|حدّد|صدّر|قسّم"
    alone = re.compile(rf"(?:^|[.:،] )(?:أو |ثم |[فو])?(?:{one})(?:ه|ها)?(?=[ .،]|$)")
    assert not list(filter(alone.search, _words("ar")))


def _words(language: str) -> list[str]:
    """Return the messages of a language that have one form for every number."""
    words = [
        message.string
        for source in SOURCES
        if source.parts[-3] == language
        for message in read_catalogue(source)
        if message.id and isinstance(message.string, str)
    ]
    assert words
    return words
