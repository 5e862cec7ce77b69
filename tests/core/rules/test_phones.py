"""A phone is understood however a Moroccan writes it and shown one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.i18n import isolate
from outreach_app.rules.phones import find_phone, show_phone


@pytest.mark.parametrize(
    "typed",
    [
        "0661234567",
        "06 61 23 45 67",
        "06.61.23.45.67",
        "06-61-23-45-67",
        "+212661234567",
        "+212 6 61 23 45 67",
        "00212 661 23 45 67",
        "+212 (0) 661-234567",
        "٠٦٦١٢٣٤٥٦٧",
        isolate("+212 6 61 23 45 67"),
        "\u200f0661\u00a0234567",
        "\uff0b212661234567",
    ],
)
def test_every_usual_writing_is_the_same_number(typed: str) -> None:
    assert find_phone(typed) == "+212661234567"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "()",
        "19",
        "06 61 23 45",
        "0061234567890123",
        "0112345678",
        "0661CALLME",
        "0661234567 bureau",
    ],
)
def test_what_is_not_one_number_is_refused(typed: str) -> None:
    assert find_phone(typed) is None


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+212661234567", "+212 6 61 23 45 67"),
        ("+212522123456", "+212 5 22 12 34 56"),
        ("+33612345678", "+33 6 12 34 56 78"),
        ("+213551234567", "+213 551 23 45 67"),
    ],
)
def test_a_number_is_shown_in_pairs(stored: str, shown: str) -> None:
    assert show_phone(stored) == shown


@given(st.from_regex(r"\+212[67][0-9]{8}", fullmatch=True))
def test_a_shown_number_reads_back_as_itself(number: str) -> None:
    stored = find_phone(number)
    assert stored is None or find_phone(show_phone(stored)) == stored == number
