"""Find what a signed file states and no form takes: identity numbers, numbers twice, early days.

It comes in as it was signed, and the person who imports it is told.
"""

from collections.abc import Mapping
from functools import cache

from sqlalchemy import Connection

from outreach_app.database.statements import rows_in
from outreach_app.exchange.importing.checking import Folded
from outreach_app.exchange.importing.columns import MODELS
from outreach_app.exchange.importing.early_days import find_early_days
from outreach_app.exchange.importing.projection import Projected
from outreach_app.exchange.importing.unshown_records import Odd
from outreach_app.models import Office
from outreach_app.rules.domain_kinds import Words
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.identifiers import Identifier, find_identifiers

# The columns, beside the number, that are the same in a record under a number used twice.
_NUMBERED = {
    "meeting": (),
    "point": (),
    "rumour": (),
    "claim": (),
    "issue": ("kind", "edition"),
}


def find_doubts(
    connection: Connection, projected: Projected, offices: Mapping[str, bytes], own: Office
) -> tuple[Odd, Odd, Odd, Odd]:
    """Return records with identity numbers in texts, under a number used twice, dated too early.

    Those that one computer wrote under one number come before those of two.
    """
    folded = projected.folded
    return (
        _identity_numbers(folded, offices, own.uid.bytes),
        *_twice(connection, folded),
        find_early_days(connection, projected, own.id),
    )


def _identity_numbers(
    folded: Mapping[bytes, Folded], offices: Mapping[str, bytes], own: bytes
) -> Odd:
    """Return other offices' records with identity numbers in texts: their noun and columns."""
    found: Odd = {}
    for uid, (state, values, device) in folded.items():
        if state.is_deleted or offices[device] == own:
            continue
        columns = {name for name in _screened(state.entity) if _has_number(values.get(name))}
        if columns:
            found[uid] = (state.entity, frozenset(columns))
    return found


def _twice(connection: Connection, folded: Mapping[bytes, Folded]) -> tuple[Odd, Odd]:
    """Return the records whose number another of their computer has, then of another computer."""
    of_one: Odd = {}
    of_two: Odd = {}
    for entity in _NUMBERED:
        uids = [uid for uid, (state, _values, _device) in folded.items() if state.entity == entity]
        for uid, is_of_one in rows_in(connection, _same_numbers(entity), uids):
            (of_one if is_of_one else of_two)[uid] = (entity, frozenset({"number_sequence"}))
    return of_one, of_two


@cache
def _same_numbers(entity: str) -> str:
    """Return the query for records of a noun whose number another of their office has.

    With each of them whether the same device recorded both.
    """
    columns = ("number_sequence", "number_year", "number_station", "office_id", *_NUMBERED[entity])
    same = " AND ".join(f"other.{name} = mine.{name}" for name in columns)
    table = MODELS[entity].__tablename__
    made_by = "(SELECT device FROM events WHERE record = {}.uid ORDER BY t, seq LIMIT 1)"
    by_one = f"{made_by.format('mine')} = {made_by.format('other')}"
    return (
        f"SELECT DISTINCT mine.uid, {by_one} FROM {table} AS mine JOIN {table} AS other ON {same}"  # noqa: S608  columns named above
        " AND other.id <> mine.id AND NOT other.is_deleted WHERE NOT mine.is_deleted"
        " AND mine.uid IN"
    )


def _has_number(value: object) -> bool:
    return isinstance(value, str) and Identifier.IDENTITY_NUMBER in find_identifiers(value)


@cache
def _screened(entity: str) -> tuple[str, ...]:
    """Return the text columns of a noun in which an identity number is refused."""
    return tuple(
        name
        for name, domain in DOMAINS[entity].items()
        if isinstance(domain, Words) and Identifier.IDENTITY_NUMBER in domain.screen.identifiers
    )
