"""A phone is understood however a Moroccan writes it and shown one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.i18n import isolate
from outreach_app.rules.phones import (
    find_phone,
    is_landline,
    show_contact,
    show_phone,
    split_phones,
)


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
        "+212 6 61‑23‑45‑67",
        "06–61–23–45–67",
        "tel:+212-661-234567",
        "(+212) 6-61-23-45-67",
        "(+212)(0)661234567",
        "(00212) 661234567",
    ],
)
def test_every_usual_writing_is_the_same_number(typed: str) -> None:
    assert find_phone(typed) == "+212661234567"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "()",
        "12",
        "0612",
        "+21299",
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
        ("+212522123456;ext=12", "+212 5 22 12 34 56 #12"),
        ("2626", "2626"),
    ],
)
def test_a_number_is_shown_in_pairs(stored: str, shown: str) -> None:
    assert show_phone(stored) == shown


@given(st.from_regex(r"\+212[67][0-9]{8}", fullmatch=True))
def test_a_shown_number_reads_back_as_itself(number: str) -> None:
    stored = find_phone(number)
    assert stored is None or find_phone(show_phone(stored)) == stored == number


@pytest.mark.parametrize(
    "typed",
    ["0522123456 poste 12", "0522123456 ext. 12", "0522123456x12", "05 22 12 34 56 تحويلة ١٢",
     "+212 5 22 12 34 56 #12"],
)  # fmt: skip
def test_an_extension_is_kept_with_its_number(typed: str) -> None:
    assert find_phone(typed) == "+212522123456;ext=12"


@pytest.mark.parametrize("typed", ["15", "19", "177", "2626", "28000"])
def test_a_short_number_is_its_digits(typed: str) -> None:
    assert find_phone(typed) == typed


def test_a_foreign_number_is_one_by_its_length() -> None:
    assert find_phone("+1 (555) 123-4567") == "+15551234567"
    assert find_phone("+1 555 12") is None


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("05 22 98 76 54 / 06 61 23 45 67", ["05 22 98 76 54", "06 61 23 45 67"]),
        ("0522987654/0661234567", ["0522987654", "0661234567"]),
        ("0522987654 ou 0661234567", ["0522987654", "0661234567"]),
        ("0522987654; demander Ali", ["0522987654", "demander Ali"]),
        ("05/22/98/76/54", ["05/22/98/76/54"]),
        ("12/34", ["12/34"]),
        ("Standard/0522987654", ["Standard/0522987654"]),
    ],
)
def test_several_numbers_in_one_text_are_parted(typed: str, parts: list[str]) -> None:
    assert split_phones(typed) == parts


def test_what_is_longer_than_any_number_is_none_at_once() -> None:
    assert find_phone("6" * 1_000_000) is None
    assert find_phone("+212 6 61 23 45 67" + " " * 1_000_000) is None


@pytest.mark.parametrize(
    ("stored", "is_one"),
    [("+212522123456", True), ("+212802004444", True), ("19", True), ("+212661234567", False)],
)
def test_a_number_of_a_place_or_a_service_reaches_nobody_alone(stored: str, is_one: bool) -> None:
    assert is_landline(stored) is is_one


@pytest.mark.parametrize(
    ("line", "shown"),
    [("0661020304", "+212 6 61 02 03 04"), ("contact@example.ma", "contact@example.ma")],
)
def test_a_further_contact_is_shown_in_groups_only_if_it_is_a_number(line: str, shown: str) -> None:
    assert show_contact(line) == shown
