"""Catalogues compile reproducibly, and French punctuation stays with its word."""

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
    words: list[str] = []
    for source in SOURCES:
        if source.parts[-3] == "fr":
            for message in read_catalogue(source):
                told = message.string if message.id else ""
                words += [told] if isinstance(told, str) else told or []
    assert words
    assert not [word for word in words if re.search(r"\S [:;?!»](\s|$)|« ", word)]
