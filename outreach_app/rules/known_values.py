"""The values of a record as tables hold them: invalid and contradictory ones are unknown."""

from collections.abc import Mapping
from datetime import date, timedelta

from outreach_app.rules.domain_kinds import Count, Held
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.people import is_women_known, people_of
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.vocabulary import UNKNOWN

# Pairs of a record's values of which the first cannot exceed the second, and which becomes unknown.
_AGREEING: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "meeting": (
        ("bodies", "headcount", "bodies"),
        ("pupils", "beneficiaries", "pupils"),
        ("held_on", "last_on", "last_on"),
        ("starts_at", "ends_at", "ends_at"),
    ),
    "publication": (("since_on", "published_on", "since_on"),),
    "referral": (("sent_on", "answered_on", "answered_on"),),
    "rumour": (("heard_on", "back_on", "back_on"), ("heard_on", "closed_on", "closed_on")),
}
# Days of what took place: no form takes one that has not come.
_PAST: Mapping[str, tuple[str, ...]] = {
    "meeting": ("held_on", "last_on"),
    "point": ("received_on", "given_on", "reacted_on", "closed_on"),
    "commitment": ("made_on", "status_on"),
    "referral": ("made_on", "answered_on"),
    "reply": ("replied_on",),
    "review": ("reviewed_on",),
    "clarification": ("clarified_on",),
    "proposal": ("proposed_on",),
    "publication": ("published_on", "since_on"),
    "rumour": ("heard_on", "back_on", "closed_on"),
    "finding": ("found_on",),
    "reading": ("read_on",),
}
_PEOPLE = ("headcount", "beneficiaries", "pupils")

# Nobody confirms the counts of another noun.
_COUNTED = tuple(name for name, of in DOMAINS["meeting"].items() if isinstance(of, Count))
_AHEAD = timedelta(days=8)
_NO_DAY = "9999-12-31"  # which each domain replaces by what stands for an unknown day


def keep_agreeing(entity: str, values: dict[str, Held]) -> None:
    """Empty values that contradict others: more women than people, an end before the start."""
    if entity == "meeting":
        women, people = values.get("women"), people_of(*map(values.get, _PEOPLE))
        if isinstance(women, int) and not is_women_known(women, people):
            values["women"] = None
    for less, more, doubted in _AGREEING.get(entity, ()):
        few, many = values.get(less), values.get(more)
        if few is not None and many is not None and _is_more(few, many):
            values[doubted] = None


def keep_past(entity: str, values: dict[str, Held], written_on: date) -> None:
    """Empty what took place well after the day on which that was written.

    For the day on which a meeting was held that is its status, else the day. The clocks of two
    computers may differ by a week, which imports allow, and days begin earlier elsewhere than in
    UTC.
    """
    if entity == "meeting" and values.get("status") != MeetingStatus.HELD:
        return
    last = (written_on + _AHEAD).isoformat()
    for name in _PAST.get(entity, ()):
        day = values.get(name)
        if day is None or str(day) <= last:
            continue
        if name == "held_on":
            values["status"] = UNKNOWN
        else:
            values[name] = DOMAINS[entity][name].kept(_NO_DAY)


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
