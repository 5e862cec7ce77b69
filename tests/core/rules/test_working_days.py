"""Working hours of a Moroccan office, and when nothing is proposed."""

from datetime import date, time

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.repetition import Every, repeated_days
from outreach_app.rules.working_days import (
    Holiday,
    WorkingDays,
    meets_friday_prayer,
    public_holidays,
)

AS_COMPUTED, A_DAY_LATER = WorkingDays(), WorkingDays(offset=1)
BRIDGE = Holiday(date(2026, 11, 19), "عطلة استثنائية", "Jour chômé")


def test_national_days_are_known_in_both_languages() -> None:
    feast = AS_COMPUTED.holiday_on(date(2026, 7, 30))
    assert feast is not None
    assert feast.label(Language.ARABIC) == "عيد العرش"
    assert "Trône" in feast.label(Language.FRENCH)
    assert not feast.is_expected
    independence = AS_COMPUTED.holiday_on(date(2026, 11, 18))
    assert independence is not None
    assert independence.fr == "Fête de l’Indépendance"


def test_french_names_have_the_capitals_of_official_texts() -> None:
    names = {holiday.fr for holiday in public_holidays(2026)}
    assert {"Marche verte", "Révolution du Roi et du Peuple", "Anniversaire du Prophète"} <= names


def test_feasts_of_the_moon_are_expected_only_and_do_not_say_so_in_their_name() -> None:
    feasts = [feast for feast in public_holidays(2026) if feast.is_expected]
    assert feasts
    assert not any("(" in feast.ar or "(" in feast.fr for feast in feasts)


def test_ramadan_moves_with_the_sighting() -> None:
    # Computed: 18 February to 19 March 2026.
    assert AS_COMPUTED.is_ramadan(date(2026, 2, 18))
    assert not A_DAY_LATER.is_ramadan(date(2026, 2, 18))
    assert A_DAY_LATER.is_ramadan(date(2026, 3, 20))


def test_no_ramadan_is_told_beyond_the_computed_calendar() -> None:
    assert AS_COMPUTED.hours_on(date(2099, 1, 2)) == (time(8, 30), time(16, 30))


def test_feasts_move_with_the_sighting_and_national_days_do_not() -> None:
    # Computed: 27 and 28 May 2026.
    moved = [A_DAY_LATER.holiday_on(date(2026, 5, day)) for day in (27, 28, 29)]
    assert [feast and feast.fr for feast in moved] == [None, *["Fête du sacrifice"] * 2]
    assert A_DAY_LATER.hours_on(date(2026, 5, 27)) is not None
    throne = A_DAY_LATER.holiday_on(date(2026, 7, 30))
    assert throne is not None
    assert not throne.is_expected


def test_a_feast_whose_day_is_expected_only_says_so() -> None:
    feast = AS_COMPUTED.holiday_on(date(2026, 5, 27))
    assert feast is not None
    assert feast.is_expected


def test_a_feast_moves_across_the_end_of_a_year() -> None:
    # Computed: 31 December 2071 and 1 January 2072.
    assert A_DAY_LATER.holiday_on(date(2071, 12, 31)) is None
    following = A_DAY_LATER.holiday_on(date(2072, 1, 2))
    assert following is not None
    assert following.fr == "Fête du sacrifice"


def test_a_feast_that_meets_a_national_day_is_named_beside_it_and_moves_off_it() -> None:
    day = date(2027, 8, 14)
    both = AS_COMPUTED.holiday_on(day)
    assert both is not None
    assert both.fr == "Allégeance Oued Eddahab · Anniversaire du Prophète"
    assert both.ar == "ذكرى استرجاع إقليم وادي الذهب · عيد المولد النبوي"
    assert not both.is_expected
    alone = A_DAY_LATER.holiday_on(day)
    assert alone is not None
    assert alone.fr == "Allégeance Oued Eddahab"


def test_a_day_declared_off_is_named_and_has_no_working_hours() -> None:
    office = WorkingDays(days_off=(BRIDGE,))
    assert office.holiday_on(BRIDGE.day) == BRIDGE
    assert office.hours_on(BRIDGE.day) is None
    assert AS_COMPUTED.hours_on(BRIDGE.day) == (time(8, 30), time(16, 30))


def test_a_meeting_that_is_repeated_is_put_off_past_a_day_declared_off() -> None:
    # 18 November 2026 is a public holiday.
    office = WorkingDays(days_off=(BRIDGE,))
    (repeated,) = repeated_days(date(2026, 11, 11), Every.WEEK, 1, office)
    assert (repeated.due, repeated.day) == (date(2026, 11, 18), date(2026, 11, 20))


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
    assert AS_COMPUTED.hours_on(day) == hours


def test_an_office_keeps_other_hours_but_in_ramadan() -> None:
    usual = time(8), time(18)
    office = WorkingDays(usual)
    assert office.hours_on(date(2026, 11, 24)) == usual
    assert office.hours_on(date(2026, 2, 24)) == (time(9), time(15))


@pytest.mark.parametrize(
    ("day", "starts_at", "ends_at", "meets"),
    [
        (date(2026, 12, 4), time(12), None, True),
        (date(2026, 12, 4), time(11), time(12, 15), True),
        (date(2026, 12, 4), time(11), time(12), False),
        (date(2026, 12, 4), time(11), None, False),
        (date(2026, 12, 4), time(15), time(16), False),
        (date(2026, 12, 4), None, None, False),
        (date(2026, 12, 3), time(13), None, False),
    ],
)
def test_the_hours_of_the_friday_prayer_are_met_by_what_overlaps_them(
    day: date, starts_at: time | None, ends_at: time | None, meets: bool
) -> None:
    assert meets_friday_prayer(day, starts_at, ends_at) is meets
