"""Invalid values of a record, which its row holds as unknown."""

from functools import cache

from outreach_app.events import Fields, Scalar
from outreach_app.exchange.importing.columns import Stored, layout_of
from outreach_app.rules.domain_kinds import Whatever
from outreach_app.rules.domains import DOMAINS


def odd_values(entity: str, fields: Fields, values: dict[str, Stored]) -> dict[str, Scalar]:
    """Return by column the values of `fields` that `values`, as `Layout` read them, replace."""
    singles, judged = layout_of(entity).singles, _judged(entity)
    odd: dict[str, Scalar] = {}
    for name, value in fields.items():
        if value is None:
            continue
        parts = value if isinstance(value, dict) else {singles[name][0]: value}
        for column, part in parts.items():
            said = " ".join(part) if isinstance(part, list) else part
            is_other = column in judged and values[column] != said
            if said is not None and (is_other or values[column] is None):
                odd[column] = said
    return odd


@cache
def _judged(entity: str) -> frozenset[str]:
    """Return the columns that hold either the value as stated or its substitute."""
    domains = DOMAINS[entity].items()
    return frozenset(name for name, domain in domains if not isinstance(domain, Whatever))
