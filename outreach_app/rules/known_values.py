"""What the tables hold of what a file says: what means nothing or contradicts is unknown."""

from collections.abc import Mapping

from outreach_app.rules.domain_kinds import Held
from outreach_app.rules.domains import DOMAINS

# Of a meeting: what cannot be more than something else, and which of the two is then unknown.
_AGREEING = (
    ("women", "headcount", "women"),
    ("bodies", "headcount", "bodies"),
    ("pupils", "beneficiaries", "pupils"),
    ("held_on", "last_on", "last_on"),
    ("starts_at", "ends_at", "ends_at"),
)


def keep_agreeing(entity: str, values: dict[str, Held]) -> None:
    """Empty what contradicts another value: more women than people, an end before the start."""
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
    """Return the columns of a record as the tables hold them; links pass as they are."""
    domains = DOMAINS[entity]
    known = {
        name: domains[name].kept(value) if name in domains and value is not None else value
        for name, value in values.items()
    }
    keep_agreeing(entity, known)
    return known
