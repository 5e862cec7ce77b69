"""The legal deadlines, and the program's."""

from datetime import date

from outreach_app.rules.claims import ClaimKind, day_to_answer
from outreach_app.rules.delays import DAYS_TO_ANSWER, day_to_erase, day_to_forget


def test_a_claim_is_answered_within_clear_days() -> None:
    assert day_to_answer(ClaimKind.ACCESS, date(2026, 10, 6), DAYS_TO_ANSWER) == date(2026, 10, 16)


def test_a_name_goes_a_week_after_its_limit_and_is_erased_a_month_later() -> None:
    assert day_to_forget(date(2026, 10, 6), date(2026, 9, 6)) == date(2026, 10, 14)
    assert day_to_erase(date(2026, 10, 14)) == date(2026, 11, 13)
