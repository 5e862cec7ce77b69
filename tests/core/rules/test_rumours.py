"""The delay of a rectification, addresses of pages and of people, similar rumours."""

from datetime import date, time

import pytest

from outreach_app.rules.rumours import (
    MIN_ALIKE,
    hours_until,
    is_address,
    is_person_page,
    likeness,
    stems_of,
)

DAY, NEXT = date(2026, 10, 15), date(2026, 10, 16)


@pytest.mark.parametrize(
    ("heard", "published", "hours"),
    [
        ((DAY, time(18, 20)), (NEXT, time(11, 5)), 17),
        ((DAY, time(20, 45)), (NEXT, time(11, 5)), 15),
        ((DAY, time(18, 20)), (DAY, time(18, 20)), 1),
        ((DAY, time(18, 20)), (DAY, time(19, 20)), 1),
        ((DAY, time(18, 20)), (DAY, time(19, 21)), 2),
        # An unknown hour never shortens the delay: the day begins at midnight and ends at midnight.
        ((DAY, None), (NEXT, time(11, 5)), 36),
        ((DAY, time(18, 20)), (NEXT, None), 30),
        ((NEXT, time(12, 0)), (NEXT, time(11, 5)), None),
        # Two days without an hour are 48 hours, though the night between them was longer.
        ((date(2026, 9, 19), None), (date(2026, 9, 20), None), 48),
    ],
)
def test_the_delay_is_in_hours_rounded_up(
    heard: tuple[date, time | None], published: tuple[date, time | None], hours: int | None
) -> None:
    assert hours_until(*heard, *published) == hours


def test_the_delay_counts_the_hour_that_ramadan_takes() -> None:
    # Morocco goes back to UTC on 15 February 2026 at 3:00: that night is an hour longer.
    night = (date(2026, 2, 14), time(22, 0), date(2026, 2, 15), time(6, 0))
    assert hours_until(*night) == 9


@pytest.mark.parametrize("text", ["https://www.dgsn.ma/ar/x?y=1", "facebook.com/akhbar.amn"])
def test_an_address_is_one(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize("text", ["صفحة أخبار", "https:/dgsn.ma", "0612345678", "a b.ma"])
def test_what_is_no_address_is_none(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(
    "address", ["https://www.facebook.com/profile.php?id=100", "wa.me/212612345678"]
)
def test_the_page_of_a_person_is_told_from_that_of_a_body(address: str) -> None:
    assert is_person_page(address)
    assert not is_person_page("https://www.facebook.com/akhbar.amn")


def test_the_same_rumour_in_other_words_is_alike_and_another_is_not() -> None:
    heard = stems_of("اختطاف تلميذة أمام إعدادية النخيل")
    assert likeness(heard, stems_of("خطف تلميذة قدام إعدادية النخيل")) >= MIN_ALIKE
    assert likeness(heard, stems_of("لصوص بزي مستخدمي شركة الماء")) == 0
    assert likeness(heard, stems_of("إعدادية")) == 0  # one common word is not enough
