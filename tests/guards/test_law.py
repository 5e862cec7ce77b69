"""Each requirement of the law has a test that names it, and a row in privacy.md and the help."""

import re

import pytest

from outreach_app.i18n import ScreenLanguage
from tests.guards.pages import page, rows, section
from tests.guards.sources import ROOT
from ui.help.pages import help_text

REQUIREMENTS = [f"L{number}" for number in range(1, 16)]
_TEST = re.compile(r"^def (test_l(\d\d)_\w+)\(", re.MULTILINE)


def named_tests() -> dict[str, str]:
    """Return the test that names each requirement."""
    found = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        for name, number in _TEST.findall(path.read_text(encoding="utf-8")):
            assert f"L{int(number)}" not in found, name
            found[f"L{int(number)}"] = name
    return found


def test_each_requirement_has_a_test_that_names_it_and_a_row_that_names_the_test() -> None:
    named = named_tests()
    assert set(named) == set(REQUIREMENTS)
    told = {row[0]: row[3] for row in rows(section(page("privacy.md"), "Requirements"))}
    assert list(told) == REQUIREMENTS
    assert not [
        number for number in REQUIREMENTS if f"`{named[number]}` in tests/" not in told[number]
    ]


@pytest.mark.parametrize("language", ScreenLanguage)
def test_the_help_says_each_requirement_and_its_test(language: ScreenLanguage) -> None:
    said = re.findall(
        r"^- \*\*(L\d+)\*\* .+ `(test_\w+)`$", help_text("law", language), re.MULTILINE
    )
    assert said == sorted(named_tests().items(), key=lambda each: int(each[0][1:]))
