"""Find what a signed file states and no form takes: identity numbers, a number used twice.

It comes in as it was signed, and the person who imports it is told.
"""

from collections.abc import Mapping
from functools import cache

from sqlalchemy import Connection

from outreach_app.database.statements import rows_in
from outreach_app.exchange.importing.checking import Folded
from outreach_app.exchange.importing.unshown_records import Odd
from outreach_app.rules.domain_kinds import Words
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.identifiers import Identifier, find_identifiers

# Other records of the same office under the same number, and of the same kind and edition.
_TWICE = {
    "meeting": "SELECT DISTINCT mine.uid FROM meetings AS mine JOIN meetings AS other"
    " ON other.number_sequence = mine.number_sequence AND other.number_year = mine.number_year"
    " AND other.number_station = mine.number_station AND other.office_id = mine.office_id"
    " AND other.id <> mine.id AND NOT other.is_deleted"
    " WHERE NOT mine.is_deleted AND mine.uid IN",
    "issue": "SELECT DISTINCT mine.uid FROM issues AS mine JOIN issues AS other"
    " ON other.office_id = mine.office_id AND other.kind = mine.kind"
    " AND other.number_year = mine.number_year AND other.number_sequence = mine.number_sequence"
    " AND other.number_station = mine.number_station AND other.edition = mine.edition"
    " AND other.id <> mine.id AND NOT other.is_deleted"
    " WHERE NOT mine.is_deleted AND mine.uid IN",
}


def find_doubts(
    connection: Connection, folded: Mapping[bytes, Folded], offices: Mapping[str, bytes], own: bytes
) -> tuple[Odd, Odd]:
    """Return records with identity numbers in texts, then those under a number used twice."""
    return _identity_numbers(folded, offices, own), _twice(connection, folded)


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


def _twice(connection: Connection, folded: Mapping[bytes, Folded]) -> Odd:
    """Return the records whose number another record of their office has too."""
    twice: Odd = {}
    for entity, statement in _TWICE.items():
        uids = [uid for uid, (state, _values, _device) in folded.items() if state.entity == entity]
        for (uid,) in rows_in(connection, statement, uids):
            twice[uid] = (entity, frozenset({"number_sequence"}))
    return twice


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
