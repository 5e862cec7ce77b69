"""The values of a record as tables hold them: invalid and contradictory ones are unknown."""

from collections.abc import Mapping
from datetime import date, timedelta

from outreach_app.rules.domain_kinds import Count, Held
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.vocabulary import UNKNOWN

# Pairs of a meeting's values of which the first cannot exceed the second, and which becomes
# unknown.
_AGREEING = (
    ("women", "headcount", "women"),
    ("bodies", "headcount", "bodies"),
    ("pupils", "beneficiaries", "pupils"),
    ("held_on", "last_on", "last_on"),
    ("starts_at", "ends_at", "ends_at"),
)

# Nobody confirms the counts of another noun.
_COUNTED = tuple(name for name, of in DOMAINS["meeting"].items() if isinstance(of, Count))
_AHEAD = timedelta(days=8)


def keep_agreeing(entity: str, values: dict[str, Held]) -> None:
    """Empty values that contradict others: more women than people, an end before the start."""
    if entity != "meeting":
        return
    for less, more, doubted in _AGREEING:
        few, many = values.get(less), values.get(more)
        if few is not None and many is not None and _is_more(few, many):
            values[doubted] = None


def keep_past(entity: str, values: dict[str, Held], written_on: date) -> None:
    """Empty the status of a meeting that is held well after the day on which that was written.

    The clocks of two computers may differ by a week, which imports allow, and days begin earlier
    elsewhere than in UTC.
    """
    if entity == "meeting" and values.get("status") == MeetingStatus.HELD:
        held_on = values.get("held_on")
        if held_on is not None and str(held_on) > (written_on + _AHEAD).isoformat():
            values["status"] = UNKNOWN


def unusual_counts(entity: str, values: Mapping[str, Held]) -> dict[str, int]:
    """Return by column the counts that a form would ask to confirm; they are kept and counted."""
    found = {}
    for name in _COUNTED if entity == "meeting" else ():
        domain, value = DOMAINS[entity][name], values.get(name)
        if isinstance(domain, Count) and isinstance(value, int) and domain.is_odd(value):
            found[name] = value
    return found


def _is_more(one: Held, other: Held) -> bool:
    if isinstance(one, int) and isinstance(other, int):
        return one > other
    return str(one) > str(other)


def known_values(entity: str, values: Mapping[str, Held]) -> dict[str, Held]:
    """Return the columns of a record as the tables hold them; links pass unchanged."""
    domains = DOMAINS[entity]
    known = {
        name: domains[name].kept(value) if name in domains and value is not None else value
        for name, value in values.items()
    }
    keep_agreeing(entity, known)
    return known
