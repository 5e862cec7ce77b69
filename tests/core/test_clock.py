"""The local time follows the decree, whatever the computer's time zone rules."""

from datetime import UTC, date, datetime, time

from outreach_app import clock
from outreach_app.i18n import isolate

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_the_rules_of_the_hour_are_those_that_the_program_brings() -> None:
    """A computer with older rules has UTC+1, which ended on 20 September 2026."""
    assert clock.local(NOON).time() == time(12)
    assert clock.local(datetime(2026, 6, 1, 12, tzinfo=UTC)).time() == time(13)
    assert clock.moment_of(date(2026, 11, 24), time(12)) == NOON


def test_a_moment_is_told_by_its_day_and_then_its_hour_in_either_direction() -> None:
    moment = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
    assert clock.moment_words(moment) == f"{isolate('01/07/2026')} {isolate('10:30')}"
