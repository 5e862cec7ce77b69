"""Imported records that are shown nowhere or only in part: their number, and why."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from outreach_app.database.statements import rows_in
from outreach_app.events import Fields, decode, fold
from outreach_app.exchange.format import cautions
from outreach_app.exchange.format.cautions import BundleWarning
from outreach_app.exchange.importing.bulk_sql import events_by_record, headquarters_in, uid_text
from outreach_app.exchange.importing.columns import layout_of, uid_bytes
from outreach_app.exchange.importing.projection import Projected
from outreach_app.field_words import COLUMN_WORDS
from outreach_app.noun_words import counts_words

_WITHHELD = "SELECT DISTINCT record FROM events WHERE line IS NULL AND record IN"
_WAITING = "SELECT record, entity, parent FROM waiting_records WHERE record IN"
_WRITTEN = "SELECT DISTINCT record, entity, device FROM events WHERE record IN"
_MAX_FIELDS = 6  # that a message names

Odd = dict[bytes, tuple[str, frozenset[str]]]
_Waiting = dict[bytes, tuple[str, bytes | None]]


@dataclass(slots=True)
class Unshown:
    """Records without a row, by noun: those that never get one as they are, and those that wait.

    `lacking` are those without what every record of their noun has, `stray` those with a link that
    no later file can correct, each with its noun and the columns. `emptied` have a row that stays
    as it was, as the newest changes empty what every record of their noun has.
    """

    lost: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    lacking: Odd = field(default_factory=dict)
    stray: Odd = field(default_factory=dict)
    emptied: Odd = field(default_factory=dict)


def lacking_columns(entity: str, fields: Fields) -> frozenset[str]:
    """Return the columns that every record of this noun has, and these fields lack."""
    layout = layout_of(entity)
    values = layout.values(fields)
    missing = {name for name in layout.required if values[name] is None}
    if not layout.has_either(values):
        missing.update(layout.either)
    return frozenset(missing)


def stray_links(
    connection: Connection,
    offices: Mapping[str, bytes],
    fields_of: Mapping[bytes, tuple[str, Fields]],
) -> dict[bytes, dict[str, str]]:
    """Return those links of these records, by column, that no later file can correct.

    They lead to the record itself, to one of another noun, or to another office's. `offices` are
    those of the devices; `fields_of` gives the noun and the fields of each record.
    """
    links = {
        (uid, reference): uid_bytes(said)
        for uid, (entity, fields) in fields_of.items()
        for reference in layout_of(entity).references
        if (said := fields.get(reference.column.removesuffix("_id"))) is not None
    }
    headquarters = headquarters_in(connection)
    sought = {*fields_of, *links.values()}
    known = {
        record: (entity, offices.get(uid_text(device)))
        for record, entity, device in rows_in(connection, _WRITTEN, sought)
    }
    stray: dict[bytes, dict[str, str]] = {}
    for (uid, reference), target in links.items():
        noun, office = known.get(target, (None, None))
        is_other_noun = noun not in (None, reference.target.contract.entity)
        may_cross = reference.may_cross and known[uid][1] in headquarters
        is_ours = office in (None, known[uid][1]) or may_cross
        if target == uid or is_other_noun or not is_ours:
            stray.setdefault(uid, {})[reference.column] = uid_text(target)
    return stray


def find_unshown(
    connection: Connection, offices: Mapping[str, bytes], projected: Projected
) -> Unshown:
    """Find why records of a file have no row, or a link that leads nowhere.

    Withheld names are missing on purpose: what waits for them is not reported.
    """
    unshown = Unshown()
    if not projected.waiting:
        return unshown
    waiting = _with_parents(connection, projected.waiting)
    shown = {*projected.shown}
    hidden = projected.waiting.keys() - shown
    chains = {uid: _chain(uid, waiting) for uid in hidden}
    awaited = {uid for chain in chains.values() for uid in chain}
    said = _waiting_states(connection, projected, awaited & waiting.keys())
    for uid, links in stray_links(connection, offices, said).items():
        unshown.stray[uid] = (said[uid][0], frozenset(links))
    withheld = {uid for (uid,) in rows_in(connection, _WITHHELD, said)}
    for uid in _with_first_event(connection, said.keys() - withheld):
        columns = lacking_columns(*said[uid])
        if columns:
            kind = unshown.emptied if uid in shown else unshown.lacking
            kind[uid] = (said[uid][0], columns)
    known = {record for record, *_ in rows_in(connection, _WRITTEN, awaited)}
    blamed = unshown.lacking.keys() | unshown.stray.keys()
    for uid, chain in chains.items():
        end = chain[-1]
        if not blamed.isdisjoint(chain):
            unshown.lost[waiting[uid][0]] += 1
        elif end not in known or (end in waiting and end not in withheld):
            unshown.late[waiting[uid][0]] += 1
    return unshown


def _waiting_states(
    connection: Connection, projected: Projected, awaited: Collection[bytes]
) -> dict[bytes, tuple[str, Fields]]:
    """Return the noun and fields of what waits, and of what that awaits since earlier files."""
    states = {uid: projected.folded[uid][0] for uid in projected.waiting}
    earlier = events_by_record(connection, [uid for uid in awaited if uid not in states])
    states |= {uid: fold(events) for uid, events in earlier.items()}
    return {uid: (state.entity, state.fields) for uid, state in states.items()}


def _with_first_event(connection: Connection, records: Collection[bytes]) -> set[bytes]:
    """Return those whose first event is here: it states everything a record must have."""
    return {
        uid
        for uid, events in events_by_record(connection, records).items()
        if any(event.line is not None and decode(event.line).base is None for event in events)
    }


def unshown_warnings(unshown: Unshown, gaps: Collection[object]) -> tuple[BundleWarning, ...]:
    """Return warnings of records that are not shown, and why; gaps have their own."""
    warnings: tuple[BundleWarning, ...] = ()
    if unshown.lost:
        warnings += (cautions.unshown(_counts(unshown.lost), _words(unshown.lacking)),)
    if unshown.late and not gaps:
        warnings += (cautions.waiting(_counts(unshown.late)),)
    return warnings


def odd_warnings(projected: Projected, unshown: Unshown, unusual: Odd) -> tuple[BundleWarning, ...]:
    """Return warnings of records with invalid values, then with unusual ones: number, columns."""
    odd = unshown.stray | unshown.emptied | projected.odd
    warnings: tuple[BundleWarning, ...] = ()
    if odd:
        words = _words(projected.odd, unshown.stray, unshown.emptied)
        warnings += (cautions.odd(_counts(_nouns(odd)), words),)
    if unusual:
        warnings += (cautions.unusual(_counts(_nouns(unusual)), _words(unusual)),)
    return warnings


def doubt_warnings(
    screened: Odd, of_one: Odd, of_two: Odd, early: Odd
) -> tuple[BundleWarning, ...]:
    """Return warnings of identity numbers in texts, numbers used twice, and days too early."""
    warnings: tuple[BundleWarning, ...] = ()
    if screened:
        warnings += (cautions.identity_numbers(_counts(_nouns(screened)), _words(screened)),)
    if of_one:
        warnings += (cautions.twice(_counts(_nouns(of_one))),)
    if of_two:
        warnings += (cautions.same_letter(_counts(_nouns(of_two))),)
    if early:
        warnings += (cautions.too_early(_counts(_nouns(early)), _words(early)),)
    return warnings


def _nouns(odd: Odd) -> Counter[str]:
    return Counter(noun for noun, _columns in odd.values())


def _counts(nouns: Counter[str]) -> str:
    return counts_words(dict(sorted(nouns.items())))


def _words(*found: Odd) -> str:
    """Return the names of the columns, each once, up to a limit."""
    columns = {name for odd in found for _noun, names in odd.values() for name in names}
    named = {name.removesuffix("_id") for name in columns}
    words = list(dict.fromkeys(say() for name, say in COLUMN_WORDS.items() if name in named))
    return " · ".join(words[:_MAX_FIELDS]) + " …" * (len(words) > _MAX_FIELDS)


def _with_parents(
    connection: Connection, waiting: Mapping[bytes, tuple[str, bytes | None]]
) -> _Waiting:
    """Add what has waited since earlier files, and what that waits for."""
    found: _Waiting = dict(waiting)
    while True:
        sought = {parent for _noun, parent in found.values() if parent is not None} - found.keys()
        before = len(found)
        for record, entity, parent in rows_in(connection, _WAITING, sought):
            found[record] = (entity, parent)
        if len(found) == before:
            return found


def _chain(uid: bytes, waiting: _Waiting) -> list[bytes]:
    """Return a record and its chain of awaited records; a circle is walked once."""
    chain = [uid]
    while uid in waiting and (parent := waiting[uid][1]) is not None and parent not in chain:
        chain.append(uid := parent)
    return chain
