"""Characters without a glyph are reported visibly, even invisible ones."""

import pytest

from outreach_app.documents.failures import lacking, unexpected


@pytest.mark.parametrize(
    ("character", "named"),
    [("漢", "漢 (U+6F22)"), ("\u0001", "U+0001"), ("\u0301", "U+0301"), ("\u3000", "U+3000")],
)
def test_a_character_is_shown_with_its_number_or_by_its_number(character: str, named: str) -> None:
    assert f"\u2066{named}\u2069" in lacking(character)


def test_a_long_list_of_characters_is_cut() -> None:
    assert lacking("".join(chr(0x4E00 + number) for number in range(40))).count("U+") == 10


def test_an_unforeseen_failure_keeps_its_cause_for_whoever_repairs_it() -> None:
    refusal = unexpected(KeyError("glyf"))

    assert refusal.report()["code"] == "document_failed"
    assert refusal.details == {"cause": "KeyError('glyf')"}
    assert "glyf" not in refusal.message
