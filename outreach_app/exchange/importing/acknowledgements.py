"""Acknowledgements: what this store reports that it holds, and what others reported to it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from outreach_app.events import GENESIS, Operation
from outreach_app.exchange.format import cautions, failures
from outreach_app.exchange.format.cautions import BundleWarning
from outreach_app.exchange.format.heads import SignedHead, is_signed
from outreach_app.exchange.format.limits import MAX_EXTRA
from outreach_app.exchange.format.manifest import Have
from outreach_app.exchange.format.ranges import Span, united
from outreach_app.exchange.stations.cards import public_keys
from outreach_app.exchange.stations.registry import devices_of, own_station
from outreach_app.models import (
    Acknowledgement,
    Bundle,
    Confirmation,
    Device,
    JournalEvent,
    KeptHead,
    Seam,
    Station,
)
from outreach_app.queries.acceptance import accepted_devices
from outreach_app.rules.kinds import BundleDirection, OfficeRole
from outreach_app.rules.statuses import BundleStatus

_DEVICES = "devices"


@dataclass(frozen=True, slots=True)
class Said:
    """What a station reported that it holds of a log; `stubs` are the ranges held only as stubs."""

    held: tuple[Span, ...]
    stubs: tuple[Span, ...]


def holdings(session: Session, offices: Collection[UUID]) -> dict[str, Have]:
    """Return what this store holds of these offices' devices; a reader learns of no others.

    A device of which nothing has arrived yet is included: its owner sees that it is enrolled.
    """
    devices = session.scalars(select(Station.device).where(Station.office.in_(offices))).all()
    held = {str(device): Have(0, GENESIS.hex()) for device in devices}
    beyond, stubs = _spans_beyond_gaps(session, devices), _spans_of_stubs(session)
    signed = signed_heads(session, devices)
    for device in session.scalars(select(Device).where(Device.uid.in_(devices))):
        ends = [end for end in signed[device.uid] if end.last <= device.upto]
        held[str(device.uid)] = Have(
            device.upto,
            device.head.hex(),
            beyond[device.uid][:MAX_EXTRA],
            stubs[device.uid][-MAX_EXTRA:],  # of headquarters' log, most remain for good
            ends[-1] if ends else None,
        )
    return held


def signed_heads(
    session: Session, devices: Collection[UUID]
) -> defaultdict[UUID, list[SignedHead]]:
    """Return the signed heads that are kept of these devices, in the order of their logs."""
    found: defaultdict[UUID, list[SignedHead]] = defaultdict(list)
    statement = select(KeptHead).where(KeptHead.device.in_(devices)).order_by(KeptHead.last)
    for row in session.scalars(statement):
        found[row.device].append(SignedHead(row.last, row.head.hex(), row.signature))
    return found


def list_said(session: Session) -> dict[tuple[UUID, UUID], Said]:
    """Return what each holder reported of the log of each device, by (holder, device)."""
    return {
        (row.holder, row.device): Said(tuple(spans_held_by(row)), tuple(_decoded(row.stubs)))
        for row in session.scalars(select(Acknowledgement))
    }


def order_of_speech(session: Session) -> dict[UUID, int]:
    """Return the rank of each device by the arrival of its latest signed file, latest highest.

    Not by the timestamps of the files: the clocks of their writers differ.
    """
    signer = func.coalesce(Bundle.carrier, Bundle.device)
    taken = (Bundle.direction == BundleDirection.IN, Bundle.status == BundleStatus.IMPORTED)
    statement = select(signer, func.max(Bundle.id)).where(*taken).group_by(signer)
    return dict(session.execute(statement).all())


def note_have(
    session: Session, sender: UUID, have: Mapping[str, Have], said_at: datetime
) -> tuple[BundleWarning, ...]:
    """Keep what a sender reports to hold of its office's logs and of this one's, and when.

    Raises BundleError E_FORK if a claim signed by our own key refers to events we never wrote: a
    copy of this store did. An unsigned claim of that kind is the sender's error: it is ignored with
    a warning. A sender may hold more of any other device than is here; claims that contradict this
    store are ignored.
    """
    if sender not in accepted_devices(session):
        return ()
    warnings: tuple[BundleWarning, ...] = ()
    own = own_station(session)
    theirs = session.get_one(Station, sender).office
    devices = devices_of(session, own.office, theirs)
    logs = {row.uid: row for row in session.scalars(select(Device).where(Device.uid.in_(devices)))}
    before = select(Acknowledgement).where(Acknowledgement.holder == sender)
    kept = {row.device: row for row in session.scalars(before)}
    grown: list[tuple[Acknowledgement, int]] = []
    for device in devices:
        said = have.get(str(device))
        if said is None:
            continue
        log = logs.get(device)
        is_end = log is not None and log.upto == said.upto
        here = log.head if log and is_end else head_at(session, device, said.upto)
        if device == own.device and said.signed is not None:
            _require_no_copy(session, own, said.signed)
        if here == bytes.fromhex(said.head) or (here is None and device != own.device):
            row = kept.get(device) or _new_row(session, sender, device, said_at)
            grown.append((row, row.upto))
            _keep(session, row, said, log.upto if log else 0, said_at)
        elif device == own.device:
            warnings = (cautions.false_have(),)
    session.flush()
    _confirm(session, sender, grown, said_at)
    return warnings


def _require_no_copy(session: Session, own: Station, signed: SignedHead) -> None:
    """Check that what this store's key signed is in its log. Raises BundleError E_FORK."""
    is_in_log = head_at(session, own.device, signed.last) == bytes.fromhex(signed.head)
    if not is_in_log and is_signed(signed, str(own.device), public_keys(own)):
        raise failures.own_fork(str(own.device), signed.last)


def head_at(session: Session, device: UUID, seq: int) -> bytes | None:
    """Return the chain's hash after an entry; None if this store does not hold it."""
    if seq == 0:
        return GENESIS
    row = session.get(JournalEvent, (device, seq))
    return row.head if row else None


def known_head(session: Session, device: UUID, seq: int) -> bytes:
    """Return the chain's hash before a range that is held: after its predecessor, or at a seam."""
    return head_at(session, device, seq) or session.get_one(Seam, (device, seq)).head


def held_spans(session: Session) -> defaultdict[UUID, list[Span]]:
    """Return the ranges that are here of each log."""
    devices = dict(session.execute(select(Device.uid, Device.upto)).all())
    beyond = _spans_beyond_gaps(session, devices)
    held: defaultdict[UUID, list[Span]] = defaultdict(list)
    for device, upto in devices.items():
        held[device] = [(1, upto), *beyond[device]] if upto else beyond[device]
    return held


def _spans_beyond_gaps(
    session: Session, devices: Collection[UUID]
) -> defaultdict[UUID, list[Span]]:
    """Return the (first, last) of each range of these logs that is held after a gap."""
    return _spans(session, _select_beyond_gaps(), devices)


def _spans_of_stubs(session: Session) -> defaultdict[UUID, list[Span]]:
    """Return the ranges held as stubs, though nothing was erased, of logs that tell of this office.

    They are its own, whose lines somebody may hold, and headquarters', which sends stubs of answers
    until it knows to whom they go.
    """
    office = own_station(session).office
    theirs = or_(Station.office == office, Station.role == OfficeRole.HEADQUARTERS)
    return _spans(
        session, _select_stubs(), session.scalars(select(Station.device).where(theirs)).all()
    )


def _spans(
    session: Session, statement: Select[UUID, int, int], devices: Collection[UUID]
) -> defaultdict[UUID, list[Span]]:
    found: defaultdict[UUID, list[Span]] = defaultdict(list)
    for uid, start, end in session.execute(statement, {_DEVICES: list(devices)}):
        found[uid].append((start, end))
    return found


@cache
def _select_beyond_gaps() -> Select[UUID, int, int]:
    """Build it once: for a small file that takes longer than the answer."""
    beyond = select(JournalEvent).join(Device, Device.uid == JournalEvent.device)
    return _select_spans(beyond.where(_is_theirs(), JournalEvent.seq > Device.upto))


@cache
def _select_stubs() -> Select[UUID, int, int]:
    later = aliased(JournalEvent)
    is_clearing = and_(later.operation == Operation.CLEAR, later.line.is_not(None))
    is_erased = exists().where(
        later.record == JournalEvent.record,
        or_(later.operation == Operation.PURGE, and_(is_clearing, later.t > JournalEvent.t)),
    )
    return _select_spans(
        select(JournalEvent).where(_is_theirs(), JournalEvent.line.is_(None), ~is_erased)
    )


def _is_theirs() -> ColumnElement[bool]:
    return JournalEvent.device.in_(bindparam(_DEVICES, expanding=True))


def _select_spans(events: Select[JournalEvent]) -> Select[UUID, int, int]:
    """Ask for the unbroken ranges of these events: in one, seq minus row number is constant."""
    device, seq = JournalEvent.device, JournalEvent.seq
    place = func.row_number().over(partition_by=device, order_by=seq)
    numbered = events.with_only_columns(device, seq, (seq - place).label("stretch")).subquery().c
    first, last = func.min(numbered.seq), func.max(numbered.seq)
    statement = select(numbered.device, first, last).group_by(numbered.device, numbered.stretch)
    return statement.order_by(numbered.device, first)


def _new_row(session: Session, holder: UUID, device: UUID, said_at: datetime) -> Acknowledgement:
    row = Acknowledgement(holder=holder, device=device, upto=0, signed_last=0, said_at=said_at)
    session.add(row)
    return row


def _keep(session: Session, row: Acknowledgement, said: Have, upto: int, said_at: datetime) -> None:
    """Keep what a holder has of a log that is here up to `upto`.

    Claims only grow: an older one takes nothing away. For stubs the latest file wins, since
    requesting lines again is harmless.
    """
    first, *extra = united([*spans_held_by(row), (0, said.upto), *said.extra])
    row.upto = first[1]
    row.extra = msgspec.json.encode(extra) if extra else None
    row.stubs = msgspec.json.encode(said.stubs) if said.stubs else None
    if said.signed is not None and said.signed.last > max(upto, row.signed_last):
        keys = public_keys(session.get_one(Station, row.device))
        if is_signed(said.signed, str(row.device), keys):
            row.signed_last = said.signed.last
    row.said_at = max(row.said_at, said_at)


def _confirm(
    session: Session,
    holder: UUID,
    grown: Sequence[tuple[Acknowledgement, int]],
    said_at: datetime,
) -> None:
    """Record the day on which a holder first reported to have a purge, by one question."""
    parts = [
        and_(JournalEvent.device == row.device, JournalEvent.seq.between(before + 1, row.upto))
        for row, before in grown
        if row.upto > before
    ]
    if not parts:
        return
    purged = select(JournalEvent.record).where(
        or_(*parts), JournalEvent.operation == Operation.PURGE
    )
    for record in session.scalars(purged).all():
        if session.get(Confirmation, (record, holder)) is None:
            session.add(Confirmation(record=record, holder=holder, said_at=said_at))


def spans_held_by(row: Acknowledgement) -> list[Span]:
    """Return the ranges that a holder reported; they begin with 0, before the first change."""
    return [(0, row.upto), *_decoded(row.extra)]


def _decoded(kept: bytes | None) -> list[Span]:
    return msgspec.json.decode(kept, type=list[Span]) if kept else []
