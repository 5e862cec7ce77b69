"""When a Moroccan office works, and when nothing is proposed there."""

from datetime import date, time

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.working_days import (
    holiday_on,
    is_proposed,
    is_ramadan,
    public_holidays,
    working_hours,
)


def test_national_days_are_known_in_both_languages() -> None:
    feast = holiday_on(date(2026, 7, 30))
    assert feast is not None
    assert feast.label(Language.ARABIC) == "عيد العرش"
    assert "Trône" in feast.label(Language.FRENCH)
    assert not feast.is_expected
    independence = holiday_on(date(2026, 11, 18))
    assert independence is not None
    assert independence.fr.endswith("l’indépendance")


def test_feasts_of_the_moon_are_expected_only_and_do_not_say_so_in_their_name() -> None:
    feasts = [feast for feast in public_holidays(2026).values() if feast.is_expected]
    assert feasts
    assert not any("(" in feast.ar or "(" in feast.fr for feast in feasts)


def test_ramadan_moves_with_the_sighting() -> None:
    # Computed: 18 February to 19 March 2026.
    assert is_ramadan(date(2026, 2, 18))
    assert not is_ramadan(date(2026, 2, 18), offset=1)
    assert is_ramadan(date(2026, 3, 20), offset=1)


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 11, 24), (time(8, 30), time(16, 30))),
        (date(2026, 2, 24), (time(9), time(15))),  # Ramadan
        (date(2026, 11, 28), None),  # a Saturday
        (date(2026, 11, 18), None),  # Independence Day
    ],
)
def test_hours_follow_the_day(day: date, hours: tuple[time, time] | None) -> None:
    assert working_hours(day) == hours


@pytest.mark.parametrize(
    ("day", "at", "is_so"),
    [
        (date(2026, 11, 27), time(11, 30), True),
        (date(2026, 11, 27), time(12), False),  # Friday's prayer
        (date(2026, 11, 27), time(15), True),
        (date(2026, 11, 26), time(12), True),
        (date(2026, 11, 26), time(16, 30), False),
    ],
)
def test_nothing_is_proposed_out_of_hours_or_at_prayer(day: date, at: time, is_so: bool) -> None:
    assert is_proposed(day, at) is is_so
