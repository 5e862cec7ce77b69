"""The checks of a bundle that need the store: forks, owners, and the content of events."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection

from outreach_app.actors import HEADQUARTERS_ACTORS, Actor
from outreach_app.database.statements import rows_in
from outreach_app.errors import BundleError
from outreach_app.events import GENESIS, Event, Operation, State, day_of, fold_one
from outreach_app.exchange.format import failures
from outreach_app.exchange.format.container import OpenedBundle
from outreach_app.exchange.format.payload import BundleEntry
from outreach_app.exchange.importing.bulk_sql import uid_text
from outreach_app.exchange.importing.columns import MODELS, Stored, layout_of, uid_bytes
from outreach_app.models.base import moment_text
from outreach_app.noun_words import ERASURE
from outreach_app.rules.claims import OFFICE_ONLY
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.known_values import keep_past
from outreach_app.rules.rumours import RECTIFICATION

# A receiver stamps its next event after those it imported, so the bounds move with the clock.
# Headquarters' is wider: it passes on what it imported, to computers whose clocks differ by hours.
_MAX_AHEAD = timedelta(days=7)
_MAX_AHEAD_OF_HEADQUARTERS = timedelta(days=8)
Folded = tuple[State, dict[str, Stored], str]
"""The state of a record, the values of its columns, and its device."""

# A precinct counts and lists what it holds of these nouns as its own, wherever it came from.
PRECINCTS_OWN = frozenset(
    {"partner", "person", "identity", "distinction", "meeting", "attendance"}
    | {"point", "commitment", "referral", "rumour", "reading"}
)
_HEADQUARTERS_ONLY = ("reply", "entry", "review")
_ACTORS = frozenset(str(actor.value) for actor in Actor)
_OF_HEADQUARTERS = frozenset(str(actor.value) for actor in HEADQUARTERS_ACTORS)
_ROLES = frozenset(OfficeRole)
# An office owns its records and is counted as it is registered; an entry explains their codes.
_NEVER_DONE = {"office": (Operation.DELETE, Operation.PURGE), "entry": (Operation.PURGE,)}


@dataclass(frozen=True, slots=True)
class Holding:
    """One event that is here already, which a bundle's entry for it must equal."""

    head: bytes
    is_stub: bool
    meaning: tuple[int, str, bytes, str]


@dataclass(slots=True)
class Arrival:
    """The part of a bundle that is not here yet: new events, and lines for stubs held here.

    `folded` holds the state of each record that has one event in the bundle, read while checking;
    `check_owners` leaves in it only records without earlier events here.
    """

    new: list[BundleEntry] = field(default_factory=list)
    upgraded: list[BundleEntry] = field(default_factory=list)
    records: dict[bytes, list[BundleEntry]] = field(default_factory=dict)
    folded: dict[bytes, Folded] = field(default_factory=dict)

    def count_readable(self) -> Mapping[str, int]:
        """Count the records of each noun that came with their lines, purged ones as erasures."""
        readable: dict[bytes, str] = {}
        for entry in (*self.new, *self.upgraded):
            if entry.line is not None and readable.get(entry.record) != ERASURE:
                is_purge = entry.sent.op == Operation.PURGE
                readable[entry.record] = ERASURE if is_purge else entry.sent.ent
        return Counter(readable.values())


def compare(connection: Connection, opened: OpenedBundle, own_device: str) -> Arrival:
    """Compare a bundle with the store. Raises BundleError E_FORK or E_RECORD; writes nothing."""
    device, span = opened.sender.device, opened.manifest.range
    fork = failures.own_fork if device == own_device else failures.fork
    _require_same_start(connection, opened, fork)
    seams = _seams(connection, device, span.first, span.last)
    held = _holdings(connection, device, span.first, span.last)
    arrival = Arrival()
    for entry in opened.entries:
        seq = entry.sent.seq
        if seams and seams.get(seq, entry.head) != entry.head:
            raise fork(device, seq)
        here = held.get(seq)
        if here is None:
            if device == own_device:  # this store never wrote it: it was copied or restored
                raise fork(device, seq)
            arrival.new.append(entry)
        else:
            if here.head != entry.head:
                raise fork(device, seq)
            _require_same(entry, here)
            if not here.is_stub or entry.line is None:
                continue
            arrival.upgraded.append(entry)
        arrival.records.setdefault(entry.record, []).append(entry)
    return arrival


def check_carrier(connection: Connection, opened: OpenedBundle, own_office: UUID) -> None:
    """Check that a station may carry another's log, and that the signed head covers its end.

    The computers of an office carry each other's logs; any station that exchanges with an office
    may bring its own logs back. Raises BundleError E_CARRIER.
    """
    manifest, carrier, office = opened.manifest, opened.carrier, opened.sender.office
    if manifest.carried is None or carrier is None:
        return
    if office not in (carrier.office, str(own_office)):
        raise failures.carrier("another office")
    span = manifest.range
    if span.last != manifest.carried.signed.last:
        here = _heads(connection, opened.sender.device, span.last)
        if bytes.fromhex(span.head) not in here:
            raise failures.carrier("not its end")


def check_kept_apart(opened: OpenedBundle, arrival: Arrival, role: str, own_office: UUID) -> None:
    """Reject claims of people in another office's file, and in headquarters' what precincts keep.

    Of its publications headquarters sends a precinct the rectifications alone.

    Raises BundleError E_RECORD.
    """
    if opened.sender.office == str(own_office):
        return
    apart = OFFICE_ONLY
    if role == OfficeRole.HEADQUARTERS:
        apart |= PRECINCTS_OWN
    for entry in (*arrival.new, *arrival.upgraded):
        sent = entry.sent
        if not isinstance(sent, Event):
            continue
        if sent.ent in apart and sent.d:
            raise failures.record(sent.seq, "ent")
        kind = sent.d.get("kind", RECTIFICATION) if sent.ent == "publication" else RECTIFICATION
        if role == OfficeRole.HEADQUARTERS and kind != RECTIFICATION:
            raise failures.record(sent.seq, "kind")


def check_contents(opened: OpenedBundle, arrival: Arrival, role: str, now: datetime) -> None:
    """Check that each event names a known noun, writable by the sender, with known fields.

    Raises BundleError E_RECORD, E_CLOCK or E_OWNER.
    """
    is_headquarters = role == OfficeRole.HEADQUARTERS
    ahead = _MAX_AHEAD_OF_HEADQUARTERS if is_headquarters else _MAX_AHEAD
    device, most_t = opened.sender.device, (now + ahead).timestamp() * 1000
    most_at = moment_text(now + ahead)
    for entry in (*arrival.new, *arrival.upgraded):
        sent, noun = entry.sent, entry.sent.ent
        if noun not in MODELS:
            raise failures.record(sent.seq, "ent")
        if sent.t > most_t:
            raise failures.too_far_ahead(sent.seq)
        if not is_headquarters and noun in _HEADQUARTERS_ONLY:
            raise failures.owner(sent.seq, noun)
        if noun == "office" and sent.id != opened.sender.office:
            raise failures.owner(sent.seq, noun)
        if sent.op in _NEVER_DONE.get(noun, ()):
            raise failures.record(sent.seq, "op")
        if isinstance(sent, Event):
            if sent.at > most_at:  # in one form, in which later moments sort after earlier ones
                raise failures.too_far_ahead(sent.seq)
            _require_own_role(sent, role)
            columns = _read_fields(sent)
            if len(arrival.records[entry.record]) == 1:
                state = fold_one(sent, device)
                keep_past(noun, columns, day_of(state.version))
                arrival.folded[entry.record] = (state, columns, device)


def check_day(opened: OpenedBundle, now: datetime) -> None:
    """Check the file's own day: of its signer's clock, whatever its changes were stamped after.

    Raises BundleError E_CLOCK.
    """
    if opened.manifest.created_at > moment_text(now + _MAX_AHEAD):
        raise failures.file_too_far_ahead()


def check_owners(
    connection: Connection, arrival: Arrival, opened: OpenedBundle, offices: Mapping[str, bytes]
) -> set[bytes]:
    """Check that no record is another office's, or of another noun here.

    Return those of the records that have events here already. Raises BundleError E_OWNER or
    E_RECORD.
    """
    ours = uid_bytes(opened.sender.office)
    known: set[bytes] = set()
    query = "SELECT DISTINCT record, entity, device FROM events WHERE record IN"
    for record, entity, device in rows_in(connection, query, arrival.records):
        known.add(record)
        arrival.folded.pop(record, None)  # its earlier events count too
        first = arrival.records[record][0].sent
        if offices[uid_text(device)] != ours:
            raise failures.owner(first.seq, first.ent)
        _require_one_noun(entity, arrival.records[record])
    for entries in arrival.records.values():
        if len(entries) > 1:
            _require_one_noun(entries[0].sent.ent, entries)
    return known


def _require_own_role(event: Event, role: str) -> None:
    """Check that a precinct acts as one: in no role of headquarters."""
    if event.by not in _ACTORS:
        raise failures.record(event.seq, "by")
    if role != OfficeRole.HEADQUARTERS and event.by in _OF_HEADQUARTERS:
        raise failures.owner(event.seq, "by")
    said = event.d.get("role") if event.ent == "office" else None
    if said != role and said in _ROLES:
        raise failures.owner(event.seq, "role")


def _read_fields(event: Event) -> dict[str, Stored]:
    if event.op is Operation.PURGE and event.d:
        raise failures.record(event.seq, "d")
    try:
        return layout_of(event.ent).values(event.d)
    except ValueError as error:
        raise failures.record(event.seq, str(error)) from error


def _require_one_noun(entity: str, entries: Iterable[BundleEntry]) -> None:
    for entry in entries:
        if entry.sent.ent != entity:
            raise failures.record(entry.sent.seq, "ent")


def _require_same(entry: BundleEntry, here: Holding) -> None:
    """Check for the same chain hash, which stands for everything before it.

    The other fields of a stub are not in the hash, and are compared as well.
    """
    sent = entry.sent
    if here.meaning != (sent.t, sent.ent, entry.record, sent.op):
        raise failures.record(sent.seq, "stub")


def _require_same_start(
    connection: Connection, opened: OpenedBundle, fork: Callable[[str, int], BundleError]
) -> None:
    device, span = opened.sender.device, opened.manifest.range
    before = bytes.fromhex(span.prev)
    if span.first == 1:
        if before != GENESIS:
            raise failures.chain("prev")
        return
    if any(head != before for head in _heads(connection, device, span.first - 1)):
        raise fork(device, span.first - 1)


def _heads(connection: Connection, device: str, seq: int) -> list[bytes]:
    """Return the chain's hash after a change, from its event or from the seam after it."""
    held = _holdings(connection, device, seq, seq)
    heads = [holding.head for holding in held.values()]
    return [*heads, *_seams(connection, device, seq, seq).values()]


def _seams(connection: Connection, device: str, first: int, last: int) -> dict[int, bytes]:
    query = "SELECT seq, head FROM seams WHERE device = ? AND seq BETWEEN ? AND ?"
    rows = connection.exec_driver_sql(query, (uid_bytes(device), first, last))
    return dict(map(tuple, rows))


def _holdings(connection: Connection, device: str, first: int, last: int) -> dict[int, Holding]:
    query = (
        "SELECT seq, head, line IS NULL, t, entity, record, operation FROM events"
        " WHERE device = ? AND seq BETWEEN ? AND ?"
    )
    rows = connection.exec_driver_sql(query, (uid_bytes(device), first, last))
    return {
        seq: Holding(head, bool(is_stub), (t, entity, record, operation))
        for seq, head, is_stub, t, entity, record, operation in rows
    }
