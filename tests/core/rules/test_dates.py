"""Dates and times typed in a hurry are understood; impossible ones are not."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app import i18n
from outreach_app.i18n import ScreenLanguage
from outreach_app.rules.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    UNKNOWN_DAY,
    add_months,
    date_words,
    full_day,
    parse_date,
    parse_time,
)


@pytest.mark.parametrize(
    "typed",
    [
        "05012026", "050126", "5/1/26", "05/01/2026", "5-1-2026", "5.1.2026", "5 1 2026",
        "5 / 1 / 2026", "2026-01-05", "2026/1/5", "٠٥٠١٢٠٢٦", "٥/١/٢٠٢٦", "٥؍١؍٢٠٢٦",
        "\u20665/1/2026\u2069", " 05/01/2026 ",
    ],
)  # fmt: skip
def test_the_fifth_of_january_2026_is_understood(typed: str) -> None:
    assert parse_date(typed) == date(2026, 1, 5)


@pytest.mark.parametrize(
    "typed",
    ["", "31/02/2026", "31022026", "00/01/2026", "5/13/2026", "5/1", "5/1/206", "05/01/0206",
     "05/01/2100", "demain", "5/1/2026 10:30"],
)  # fmt: skip
def test_what_is_no_day_is_refused(typed: str) -> None:
    assert parse_date(typed) is None


def test_two_digit_years_are_of_this_century() -> None:
    assert parse_date("1/1/99") == date(2099, 1, 1)
    assert parse_date("1/1/1999") == date(1999, 1, 1)


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)))
def test_every_day_reads_back_from_each_pattern(day: date) -> None:
    for pattern in ("%d/%m/%Y", "%d%m%Y", "%Y-%m-%d"):
        assert parse_date(day.strftime(pattern)) == day


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("10:30", time(10, 30)),
        ("10h30", time(10, 30)),
        ("10 H 30", time(10, 30)),
        ("10.30", time(10, 30)),
        ("1030", time(10, 30)),
        ("١٠:٣٠", time(10, 30)),
        ("930", time(9, 30)),
        ("0:05", time(0, 5)),
        ("10h", time(10, 0)),
        ("10", time(10, 0)),
        ("24:00", None),
        ("10:60", None),
        ("10:3", None),
        ("midi", None),
        ("", None),
    ],
)
def test_times_are_understood(typed: str, expected: time | None) -> None:
    assert parse_time(typed) == expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 24), 1, date(2026, 12, 24)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2028, 3, 31), -1, date(2028, 2, 29)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 11, 24), -12, date(2025, 11, 24)),
    ],
)
def test_months_are_counted_from_a_day(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("language", "first", "eleventh"),
    [
        (ScreenLanguage.ARABIC, "الثلاثاء، فاتح دجنبر 2026", "الجمعة، 11 دجنبر 2026"),
        (ScreenLanguage.FRENCH, "Mardi 1er décembre 2026", "Vendredi 11 décembre 2026"),
        (ScreenLanguage.ENGLISH, "Tuesday, 1 December 2026", "Friday, 11 December 2026"),
    ],
)
def test_the_first_of_a_month_has_its_own_word(
    language: ScreenLanguage, first: str, eleventh: str
) -> None:
    i18n.use(language)
    assert full_day(date(2026, 12, 1)) == first
    assert full_day(date(2026, 12, 11)) == eleventh


def test_an_unknown_day_is_a_dash_among_other_words() -> None:
    assert date_words(date(2026, 1, 5)) == "\u206605/01/2026\u2069"
    assert date_words(UNKNOWN_DAY) == "—"
