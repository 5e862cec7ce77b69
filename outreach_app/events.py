"""The journal's lines: canonical form, chain, and the fold of a record's events into its state."""

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import Annotated

import msgspec

# The integers that every JSON reader keeps exactly and a column holds (RFC 8259, section 6).
MAX_INTEGER = 2**53 - 1
Uid = Annotated[
    str, msgspec.Meta(pattern=r"\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
]
Digest = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
# From 1970 to 8999: what a clock can show, and far enough from the ends of the calendar that
# arithmetic and other time zones stay within it.
MOMENT = r"(?:19[7-9][0-9]|[2-8][0-9]{3})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"
Moment = Annotated[str, msgspec.Meta(pattern=rf"\A{MOMENT}\Z")]
Natural = Annotated[int, msgspec.Meta(ge=0, le=MAX_INTEGER)]
Seq = Annotated[int, msgspec.Meta(ge=1, le=MAX_INTEGER)]

Scalar = bool | Annotated[int, msgspec.Meta(ge=-MAX_INTEGER, le=MAX_INTEGER)] | str | None
Json = Scalar | list[str] | dict[str, Scalar]
Fields = dict[str, Json]

GENESIS = bytes(32)
# The canonical lines, except for what is in `d`. Validated once, when a line arrives: a pattern on
# each field would double the time of decoding.
_UID = rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_EVENT_LINE = re.compile(
    rb'\{"at":"%b","base":(?:null|"[0-9]{1,16}@[0-9a-z-]{1,40}"),"by":"%b","d":(?P<d>\{.*\}),'
    rb'"ent":"[a-z_]{1,20}","id":"%b","op":"[a-z]+","s":"[0-9a-f]{32}","seq":[0-9]+,"t":[0-9]+\}'
    % (MOMENT.encode(), _UID, _UID),
    re.DOTALL,
)
_STUB_LINE = re.compile(
    rb'\{"ent":"[a-z_]{1,20}","h":"[0-9a-f]{64}","id":"%b","op":"[a-z]+","seq":[0-9]+,"t":[0-9]+\}'
    % _UID
)
_in_order = attrgetter("t", "device", "seq")


class Operation(StrEnum):
    """What an event does to its record."""

    SET = "set"
    DELETE = "del"
    CLEAR = "clear"  # states every field; of the former words only hashes stay
    PURGE = "purge"


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One change of one record, as one line states it.

    `s` is a random 128-bit salt in hex, `t` milliseconds since 1970 (never lower than any seen
    before), `id` the record's uid, `at` UTC ISO 8601, `by` the uid of a role, `base` the version
    that its author saw (`t@device`), `d` the changed fields only; fields that change together are
    one value.
    """

    s: str
    seq: Seq
    t: Natural
    ent: str
    id: str
    op: Operation
    at: str
    by: str
    base: str | None
    d: Fields


class Stub(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What is sent instead of an event that is withheld or purged: all but its content.

    `h` is the SHA-256 of the real line, in hex: with it the chain verifies, and the line is
    recognised if it arrives later. The salt in the line keeps `h` from being guessed.
    """

    seq: Seq
    t: Natural
    ent: str
    id: str
    op: Operation
    h: str


class PlacedEvent(msgspec.Struct, frozen=True, gc=False):
    """An event at its place (t, device, seq); `line` is None for a stub, which keeps its hash."""

    t: int
    device: str
    seq: int
    entity: str
    operation: str
    line: bytes | None

    @property
    def version(self) -> str:
        return version_of(self.t, self.device)


class State(msgspec.Struct, gc=False):
    """The state that the events of one record add up to; `fields` leaves out those that are None.

    `is_withheld` if none of its lines is here.
    """

    entity: str
    fields: Fields = {}
    is_deleted: bool = False
    is_purged: bool = False
    is_withheld: bool = True
    version: str = ""
    concurrent: list[str] = []


_ENCODER = msgspec.json.Encoder(order="sorted")
_EVENTS: "msgspec.json.Decoder[Event]" = msgspec.json.Decoder(Event)
_STUBS: "msgspec.json.Decoder[Stub]" = msgspec.json.Decoder(Stub)


def version_of(t: int, device: str) -> str:
    """Return the version of a record after an event, as drafts carry it and `base` names it."""
    return f"{t}@{device}"


def day_of(version: str) -> date:
    """Return the day in UTC on which the event of a version was written."""
    return datetime.fromtimestamp(int(version.partition("@")[0]) / 1000, UTC).date()


def encode(event: Event | Stub) -> bytes:
    """Encode the canonical line: sorted keys, no white space, UTF-8, no end of line."""
    return _ENCODER.encode(event)


def decode(line: bytes) -> Event:
    """Decode a line of this store. Raises msgspec.ValidationError or msgspec.DecodeError."""
    return _EVENTS.decode(line)


def decode_sent(line: bytes) -> Event | Stub:
    """Decode the event or stub of a bundle's line. Raises ValueError unless the line is canonical.

    Only the canonical form is unambiguous: JSON readers silently keep the last of two equal keys.
    In it, an event starts with `at` and a stub with `ent`.
    """
    if line.startswith(b'{"ent"'):
        stub = _STUBS.decode(line)
        if _STUB_LINE.fullmatch(line) is None:
            raise ValueError("not canonical")
        return stub
    event, form = decode(line), _EVENT_LINE.fullmatch(line)
    if form is None or _ENCODER.encode(event.d) != form["d"]:
        raise ValueError("not canonical")
    return event


def sent_hash(sent: Event | Stub, line: bytes) -> bytes:
    """Return the hash with which a bundle's line enters the chain; a stub states its own."""
    return bytes.fromhex(sent.h) if isinstance(sent, Stub) else line_hash(line)


def line_hash(line: bytes) -> bytes:
    return hashlib.sha256(line).digest()


def chain(previous: bytes, hashed_line: bytes) -> bytes:
    """Return h(n) = SHA-256(h(n-1) ‖ SHA-256(line)); `GENESIS` precedes the first."""
    return hashlib.sha256(previous + hashed_line).digest()


def fold(events: Iterable[PlacedEvent]) -> State:
    """Compute the state of one record: a pure function of the set of its events.

    They are sorted by (t, device, seq) and applied field by field, so the last writer wins per
    field. `del` is a flag that a later `set` lifts and `clear` leaves; `purge` empties everything
    before it. A stub changes the version only.
    An event whose `base` is not the version before it was written without seeing that version: its
    own is listed in `concurrent`. Raises ValueError if there are no events.
    """
    ordered = sorted(events, key=_in_order)
    if not ordered:
        raise ValueError("a record without events has no state")
    state = State(ordered[0].entity)
    previous_is_stub = False
    for placed in ordered:
        event = decode(placed.line) if placed.line is not None else None
        seen, state.version = state.version or None, placed.version
        if event is not None and not previous_is_stub and event.base != seen:
            state.concurrent.append(state.version)
        state.is_withheld &= event is None
        _apply(state, placed.operation, event)
        previous_is_stub = event is None
    if None in state.fields.values():
        state.fields = {name: value for name, value in state.fields.items() if value is not None}
    return state


def fold_one(event: Event, device: str) -> State:
    """Compute the state of a record that has only this event: most records of an import."""
    version = version_of(event.t, device)
    is_purged = event.op == Operation.PURGE
    state = State(
        event.ent, event.d, is_purged or event.op == Operation.DELETE, is_purged, False, version
    )
    if event.base is not None:
        state.concurrent.append(version)
    if None in event.d.values():
        state.fields = {name: value for name, value in event.d.items() if value is not None}
    return state


def _apply(state: State, operation: str, event: Event | None) -> None:
    if operation == Operation.PURGE:
        state.fields = {}
        state.is_deleted = True
        state.is_purged = True
        return
    if event is not None:
        state.fields.update(event.d)
    if not state.is_purged and operation != Operation.CLEAR:
        state.is_deleted = operation == Operation.DELETE
