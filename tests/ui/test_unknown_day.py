"""An impossible signed date is shown as none, not as the first of 1900."""

from datetime import date

from outreach_app.rules.dates import UNKNOWN_DAY, date_words


def test_an_unknown_day_is_a_dash() -> None:
    assert date_words(UNKNOWN_DAY) == "—"
    assert "02/01/1900" in date_words(date(1900, 1, 2))
