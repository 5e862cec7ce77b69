"""Errors of a typed fingerprint are reported at its field."""

import pytest

from outreach_app import i18n
from outreach_app.errors import Problem
from outreach_app.exchange.format.fingerprints import check_typed, fingerprint_of
from outreach_app.i18n import Language, isolate

CONTENT = b"a card"
ANOTHER = Problem("fingerprint", "another", "Another card.")


def test_the_right_one_is_no_problem_and_another_files_is_the_callers() -> None:
    assert check_typed(fingerprint_of(CONTENT), CONTENT, ANOTHER) == []
    assert check_typed(fingerprint_of(b"another card"), CONTENT, ANOTHER) == [ANOTHER]


@pytest.mark.parametrize("language", Language)
def test_a_slip_is_told_in_words(language: Language) -> None:
    i18n.use(language)
    right = fingerprint_of(CONTENT)
    (short,) = check_typed(right[:-1], CONTENT, ANOTHER)
    assert (short.field, short.code) == ("fingerprint", "incomplete")
    assert isolate("35") in short.message
    slip = right[:-1] + str((int(right[-1]) + 1) % 10)
    (wrong,) = check_typed(slip, CONTENT, ANOTHER)
    assert (wrong.field, wrong.code) == ("fingerprint", "mistyped")
    assert wrong.message
