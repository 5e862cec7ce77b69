"""Days in spoken forms, in both languages; expected days are from the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.rules.quick_dates import find_month, read_day

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("10/12", date(2026, 12, 10)), ("10-12", date(2026, 12, 10)),
        ("10.12", date(2026, 12, 10)), ("10 12", date(2026, 12, 10)),
        ("1012", date(2026, 12, 10)), ("١٠/١٢", date(2026, 12, 10)),
        ("١٠؍١٢", date(2026, 12, 10)), ("26/11", THURSDAY), ("25/11", date(2027, 11, 25)),
        ("5/1", date(2027, 1, 5)), ("29/2", date(2028, 2, 29)),
        ("10/12/2026", date(2026, 12, 10)), ("10/12/27", date(2027, 12, 10)),
        ("+15", date(2026, 12, 11)), ("+ 15", date(2026, 12, 11)), ("+١٥", date(2026, 12, 11)),
        ("15+", date(2026, 12, 11)),
        ("+0", THURSDAY), ("+2s", date(2026, 12, 10)), ("+2س", date(2026, 12, 10)),
        ("+3m", date(2027, 2, 26)), ("+3ش", date(2027, 2, 26)), ("+2 semaines", date(2026, 12, 10)),
        ("+3 أشهر", date(2027, 2, 26)), ("+10 أيام", date(2026, 12, 6)),
        ("dans 10 jours", date(2026, 12, 6)), ("dans une semaine", date(2026, 12, 3)),
        ("بعد أسبوعين", date(2026, 12, 10)), ("بعد 3 أشهر", date(2027, 2, 26)),
        ("بعد شهر", date(2026, 12, 26)), ("قبل 3 أيام", date(2026, 11, 23)),
        ("il y a 2 semaines", date(2026, 11, 12)),
        ("auj", THURSDAY), ("aujourd’hui", THURSDAY), ("aujourd'hui", THURSDAY),
        ("اليوم", THURSDAY),
        ("demain", date(2026, 11, 27)), ("DEMAIN", date(2026, 11, 27)),
        ("غدا", date(2026, 11, 27)), ("غدًا", date(2026, 11, 27)),
        ("après-demain", date(2026, 11, 28)), ("apres demain", date(2026, 11, 28)),
        ("بعد غد", date(2026, 11, 28)), ("hier", date(2026, 11, 25)), ("أمس", date(2026, 11, 25)),
        ("jeudi", date(2026, 12, 3)), ("jeu", date(2026, 12, 3)), ("الخميس", date(2026, 12, 3)),
        ("خميس", date(2026, 12, 3)), ("الخم", date(2026, 12, 3)),
        ("يوم الخميس", date(2026, 12, 3)), ("vendredi", date(2026, 11, 27)),
        ("الجمعة", date(2026, 11, 27)), ("mercredi", date(2026, 12, 2)),
        ("mar", date(2026, 12, 1)), ("الإثنين", date(2026, 11, 30)),
        ("الاثنين", date(2026, 11, 30)), ("الأحد", date(2026, 11, 29)),
        ("الثلاثاء", date(2026, 12, 1)), ("الأربعاء", date(2026, 12, 2)),
        ("السبت", date(2026, 11, 28)),
        ("12 مارس 2024", date(2024, 3, 12)), ("15 دجنبر", date(2026, 12, 15)),
        ("1er décembre 2026", date(2026, 12, 1)), ("فاتح ماي", date(2027, 5, 1)),
        ("le 3 déc.", date(2026, 12, 3)), ("3 شهر أبريل", date(2027, 4, 3)),
        ("10 août 27", date(2027, 8, 10)), ("5 juil", date(2027, 7, 5)),
        ("mardi 14 avril 2026", date(2026, 4, 14)), ("Mar. 14/04/26", date(2026, 4, 14)),
        ("الثلاثاء 14 أبريل 2026", date(2026, 4, 14)),
        ("يوم الثلاثاء، 14/4/2026", date(2026, 4, 14)),
        ("fin du mois", date(2026, 11, 30)), ("نهاية الشهر", date(2026, 11, 30)),
    ],
)  # fmt: skip
def test_a_day_to_come_is_understood(typed: str, day: date) -> None:
    assert read_day(typed, THURSDAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("10/12", date(2025, 12, 10)), ("26/11", THURSDAY), ("5/1", date(2026, 1, 5)),
        ("jeudi", date(2026, 11, 19)), ("الأربعاء", date(2026, 11, 25)),
        ("hier", date(2026, 11, 25)), ("29/2", date(2024, 2, 29)),
        ("15 دجنبر", date(2025, 12, 15)),
    ],
)  # fmt: skip
def test_of_a_session_that_was_held_the_last_such_day_is_meant(typed: str, day: date) -> None:
    assert read_day(typed, THURSDAY, is_past=True) == day


@pytest.mark.parametrize(
    "typed",
    ["", "abc", "31/2", "32/12", "10/13", "1", "12", "101", "12345", "+", "+abc", "-5", "je", "ال",
     "demain 10h", "10/12 10:30", "lu", "99/99", "31 novembre", "5 jui", "5 ab",
     "décembre", "فاتح", "3 مارس 24 10:30", "lundi 14 avril 2026", "الجمعة 14/04/2026"],
)  # fmt: skip
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert read_day(typed, THURSDAY) is None


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.sampled_from(("lundi", "الجمعة", "sam")))
def test_a_day_of_the_week_is_within_the_week_and_never_today(today: date, typed: str) -> None:
    ahead, back = read_day(typed, today), read_day(typed, today, is_past=True)
    assert ahead is not None
    assert back is not None
    assert timedelta(0) < ahead - today <= timedelta(7)
    assert timedelta(0) < today - back <= timedelta(7)
    assert (ahead - back).days % 7 == 0


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("1/12", date(2026, 12, 1)), ("26/11", THURSDAY), ("0101", date(2027, 1, 1)),
        ("29/2", date(2028, 2, 29)), ("jeudi", THURSDAY), ("الأربعاء", date(2026, 12, 2)),
        ("hier", THURSDAY), ("25/11/2026", date(2026, 11, 25)),
    ],
)  # fmt: skip
def test_an_end_without_a_year_is_the_first_such_day_from_its_beginning(
    typed: str, end: date
) -> None:
    today = date(2026, 11, 27)
    assert read_day(typed, today, is_past=True, since=THURSDAY) == end


@pytest.mark.parametrize(
    ("typed", "month", "others"),
    [
        ("éclairage en Avril", date(2026, 4, 1), "éclairage"),
        ("إنارة شهر مارس ٢٠٢٥", date(2025, 3, 1), "إنارة"),
        ("novembre", date(2026, 11, 1), ""),
        ("دجنبر", date(2025, 12, 1), ""),
    ],
)
def test_a_month_is_found_among_words_in_both_languages(
    typed: str, month: date, others: str
) -> None:
    assert find_month(typed, THURSDAY) == (month, others)
    assert find_month(f"{typed}2 الخميس".replace(" شهر مارس", ""), THURSDAY) is None
