"""The values of a record as tables hold them: invalid and contradictory ones are unknown."""

from collections.abc import Mapping

from outreach_app.rules.domain_kinds import Held
from outreach_app.rules.domains import DOMAINS

# Pairs of a meeting's values of which the first cannot exceed the second, and which becomes
# unknown.
_AGREEING = (
    ("women", "headcount", "women"),
    ("bodies", "headcount", "bodies"),
    ("pupils", "beneficiaries", "pupils"),
    ("held_on", "last_on", "last_on"),
    ("starts_at", "ends_at", "ends_at"),
)


def keep_agreeing(entity: str, values: dict[str, Held]) -> None:
    """Empty values that contradict others: more women than people, an end before the start."""
    if entity != "meeting":
        return
    for less, more, doubted in _AGREEING:
        few, many = values.get(less), values.get(more)
        if few is not None and many is not None and _is_more(few, many):
            values[doubted] = None


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
