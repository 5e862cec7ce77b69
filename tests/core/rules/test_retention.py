"""Retention periods: when one ends, and the codes of those set by an office."""

from datetime import date, timedelta

import pytest

from outreach_app.rules.retention import (
    USUAL_TERMS,
    Kept,
    due_on,
    months_between,
    newest_day_due,
    term_codes,
    terms_of,
)


@pytest.mark.parametrize("today", [date(2026, 2, 28), date(2026, 3, 30), date(2026, 10, 19)])
@pytest.mark.parametrize("months", [1, 12])
def test_the_newest_day_that_is_due_is_the_last_one(today: date, months: int) -> None:
    newest = newest_day_due(today, months)
    assert due_on(newest, months) <= today < due_on(newest + timedelta(days=1), months)


def test_a_term_is_known_by_the_day_that_it_was_over() -> None:
    day = date(2025, 11, 30)
    assert months_between(day, due_on(day, 15)) == 15


def test_terms_of_an_office_replace_the_usual_ones_and_come_back_as_codes() -> None:
    terms = terms_of(["meeting-72", "meeting-0", "other-12", "claim-60", "rumour-9000"])
    assert terms == {**USUAL_TERMS, Kept.MEETING: 72}
    assert term_codes(terms) == ("meeting-72",)
