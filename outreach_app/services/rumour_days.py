"""The order of the days of a rumour: heard, its result established, reported back, closed."""

from datetime import date

from sqlalchemy.orm import Session

from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import gettext as _
from outreach_app.models import Rumour
from outreach_app.queries.rumours import get_rumour
from outreach_app.rules.dates import date_words
from outreach_app.rules.rumours import TO_RECTIFY
from outreach_app.rules.statuses import RumourState
from outreach_app.rules.validation import Checks


def check_since_heard(checks: Checks, field: str, day: date | None, rumour: Rumour) -> None:
    """Require a day that is not before the rumour was heard."""
    if day is not None and day < rumour.heard_on:
        message = _("This cannot come before the rumour was heard: correct the date.")
        checks.add(field, "before_heard", message)


def require_heard_first(rumour: Rumour, heard_on: date | None) -> None:
    """Require a day of hearing that is not after what followed. Raises InvalidDraft."""
    found = [each.found_on for each in rumour.findings if not each.is_deleted]
    followed = [day for day in (*found, rumour.back_on, rumour.closed_on) if day is not None]
    if heard_on is not None and followed and heard_on > min(followed):
        message = _("What followed the rumour is recorded for {day}: it was heard by then.")
        message = message.format(day=date_words(min(followed)))
        raise InvalidDraft(message, [Problem("heard_on", "after_followed", message)])


def check_carrying(checks: Checks, back_on: date, found_on: date | None) -> None:
    """Require that those concerned were not informed before the result was established."""
    if found_on is not None and back_on < found_on:
        message = _("This cannot come before the result was established: correct the date.")
        checks.add("back_on", "before_found", message)


def check_established(checks: Checks, session: Session, rumour: Rumour, back_on: date) -> None:
    """Require a result by then, and its rectification if the news was false or misleading."""
    row = get_rumour(session, rumour.uid)
    if row.is_told and rumour.back_on is not None:
        message = _("It is recorded already that those concerned were informed, on {day}.")
        checks.add("back_on", "told_before", message.format(day=date_words(rumour.back_on)))
    elif row.result is None:
        message = _("Record what the verification established before informing those concerned.")
        checks.add("back_on", "not_verified", message)
    elif row.result in TO_RECTIFY and row.state == RumourState.VERIFIED:
        message = _(
            "The news is false or misleading: publish its rectification before informing those "
            "concerned."
        )
        checks.add("back_on", "needs_rectification", message)
    found = [each.found_on for each in rumour.findings if each.found_on and not each.is_deleted]
    check_carrying(checks, back_on, min(found, default=None))
