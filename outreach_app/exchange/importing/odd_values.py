"""Invalid values of a record, which its row holds as unknown."""

from collections.abc import Mapping
from functools import cache

from outreach_app.events import Fields, Scalar, State, day_of
from outreach_app.exchange.importing.checking import Folded
from outreach_app.exchange.importing.columns import Stored, layout_of
from outreach_app.rules.domain_kinds import Whatever
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.known_values import keep_past, unusual_counts


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


def row_of(state: State) -> dict[str, Stored]:
    """Return the columns of a record as the tables hold them."""
    values = layout_of(state.entity).values(state.fields)
    keep_past(state.entity, values, day_of(state.version))
    return values


def find_unusual(
    folded: Mapping[bytes, Folded], offices: Mapping[str, bytes], own: bytes
) -> dict[bytes, tuple[str, frozenset[str]]]:
    """Return other offices' records with counts far above the usual: their noun and columns."""
    return {
        uid: (state.entity, frozenset(counts))
        for uid, (state, values, device) in folded.items()
        if not state.is_deleted
        and (counts := unusual_counts(state.entity, values))
        and offices[device] != own
    }


@cache
def _judged(entity: str) -> frozenset[str]:
    """Return the columns that hold either the value as stated or its substitute."""
    domains = DOMAINS[entity].items()
    return frozenset(name for name, domain in domains if not isinstance(domain, Whatever))
