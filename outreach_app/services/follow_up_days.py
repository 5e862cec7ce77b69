"""The days of what follows a point: none is before the meeting, or the remark, that it follows."""

from datetime import date

from outreach_app.i18n import gettext as _
from outreach_app.rules.dates import date_words
from outreach_app.rules.validation import Checks


def check_since_raised(
    checks: Checks, field: str, day: date | None, raised_on: date | None
) -> None:
    """Require a day that is not before that of the meeting or remark; None where not known yet."""
    if day is not None and raised_on is not None and day < raised_on:
        message = _(
            "This cannot come before the meeting or the remark that it follows, of {day}: correct "
            "the date."
        )
        checks.add(field, "before_raised", message.format(day=date_words(raised_on)))
