"""When a draft was kept, in words."""

from datetime import datetime, timedelta

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.dates import date_words


def untitled() -> str:
    """Return the name of a draft whose title is not typed yet."""
    return _("Untitled")


def kept_words(moment: datetime) -> str:
    """Return when a draft was saved: its hour today and yesterday, else its day."""
    then = clock.local(moment)
    hour = isolate(f"{then:%H:%M}")
    today = clock.today()
    if then.date() == today:
        return _("kept at {hour}").format(hour=hour)
    if then.date() == today - timedelta(days=1):
        return _("kept yesterday at {hour}").format(hour=hour)
    return _("kept on {day}").format(day=date_words(then.date()))
