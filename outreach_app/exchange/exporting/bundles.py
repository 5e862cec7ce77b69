"""Write bundles: what a plan says, in files that were read back, and a log of what left."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import msgspec
import uuid_utils.compat
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.events import GENESIS, Operation, Stub, chain, decode, encode, line_hash
from outreach_app.exchange.exporting.addressing import select_elsewhere
from outreach_app.exchange.exporting.planning import ExportPlan, Receiver
from outreach_app.exchange.exporting.unsent import PlannedRange
from outreach_app.exchange.format.container import Content, pack
from outreach_app.exchange.format.files import free_paths, write_file
from outreach_app.exchange.format.limits import MOST_EVENTS, MOST_OF_PART
from outreach_app.exchange.format.manifest import Have
from outreach_app.exchange.importing.acknowledgements import certificate_for, holdings, known_head
from outreach_app.exchange.importing.driver import uid_text
from outreach_app.exchange.stations.registry import own_keys
from outreach_app.i18n import gettext as _
from outreach_app.models import Bundle, JournalEvent, Partner, Station
from outreach_app.models.base import moment_text
from outreach_app.progress import Progress
from outreach_app.rules.kinds import BundleDirection
from outreach_app.rules.statuses import BundleStatus
from outreach_app.services.erasure import NAMING
from outreach_app.whole import make_folder

APPLICATION = "outreach"
_STUB = 256  # bytes at most of the line that travels for an event that has none


class _Logged(NamedTuple):
    """One event of the journal, without what a bundle says otherwise."""

    seq: int
    t: int
    entity: str
    record: bytes
    operation: str
    line: bytes | None
    line_hash: bytes


@dataclass(frozen=True, slots=True)
class WrittenBundle:
    """A file that was written and read back; `stations` are the receivers' devices."""

    path: Path
    device: UUID
    first: int
    last: int
    count: int
    stations: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class _Withheld:
    """Which events travel as stubs: names, and what headquarters writes for other offices.

    `unnamed` are the partners without a name of their own: one may have had it before it was said
    to be a person's.
    """

    are_names: bool = False
    unnamed: frozenset[bytes] = frozenset()
    elsewhere: frozenset[bytes] = frozenset()

    def has(self, row: _Logged) -> bool:
        return (self.are_names and self._is_name(row)) or row.record in self.elsewhere

    def let_names_out(self, rows: Iterable[_Logged]) -> bool:
        """Whether these hold a name and it goes along."""
        return not self.are_names and any(self._is_name(row) for row in rows)

    def _is_name(self, row: _Logged) -> bool:
        """Return whether a row names somebody.

        A purge names nobody, and must reach whoever was once given the name.
        """
        if row.line is None or row.operation == Operation.PURGE:
            return False
        if row.entity == "identity":
            return True
        if row.record not in self.unnamed:
            return False
        fields = decode(row.line).d
        return any(fields.get(name) for name in NAMING)


def write_bundles(
    database: Database,
    plans: Sequence[ExportPlan],
    folder: Path,
    progress: Progress,
    *,
    includes_names: bool = False,
) -> list[WrittenBundle]:
    """Write the files of these plans; either all are there and logged, or none.

    Names and contacts of people go to the own second PC, and to headquarters only where
    `includes_names` says so. Raises WriteFailed, NotAllowed (`not_verified`) and Cancelled.
    """
    written: list[Path] = []
    try:
        make_folder(folder)
        with database.write(Actor.CHIEF) as session:
            writer = _Writer(session, folder, written)
            parts = [list(_parts(session, plan)) for plan in plans]
            total, done = sum(map(len, parts)), list[WrittenBundle]()
            progress.step(0, total, _("Writing exchange files"))
            for plan, its_parts in zip(plans, parts, strict=True):
                for bundle in writer.write(plan, its_parts, includes_names=includes_names):
                    done.append(bundle)
                    progress.step(len(done), total, _("Writing exchange files"))
    except BaseException:
        for path in written:
            with suppress(OSError):  # the stick may be gone
                path.unlink(missing_ok=True)
        raise
    return done


def audit_head(session: Session) -> bytes:
    """Return the audit log's last hash: a row taken out or changed shows in the next file."""
    statement = select(Bundle).where(Bundle.direction == BundleDirection.OUT).order_by(Bundle.id)
    head = GENESIS
    for row in session.scalars(statement):
        head = _with_logged(head, row)
    return head


class _Writer:
    """Writes bundle after bundle in one transaction, each with the log's head before it."""

    def __init__(self, session: Session, folder: Path, written: list[Path]) -> None:
        self._session = session
        self._written = written
        self._paths = free_paths(folder)
        self._audit_head = audit_head(session)

    def write(
        self, plan: ExportPlan, parts: Sequence[PlannedRange], *, includes_names: bool
    ) -> Iterator[WrittenBundle]:
        """Write the files of one plan, one after the other."""
        withheld = _withheld(self._session, plan, includes_names=includes_names)
        have = holdings(self._session, plan.offices)
        return (self._write(plan, part, withheld, have) for part in parts)

    def _write(
        self, plan: ExportPlan, part: PlannedRange, withheld: _Withheld, have: dict[str, Have]
    ) -> WrittenBundle:
        session, path = self._session, next(self._paths)
        station = session.get_one(Station, part.device)
        rows, uid, now = _events(session, part), uuid_utils.compat.uuid7(), clock.now()
        content = Content(
            bundle_id=str(uid),
            device=str(station.device),
            office=str(station.office),
            app=APPLICATION,
            created_at=moment_text(now),
            first=part.first,
            lines=[_line(row, withheld) for row in rows],
            previous=known_head(session, part.device, part.first - 1),
            have=have,
            audit_head=self._audit_head,
            certificate=certificate_for(session, station, plan.stations),
        )
        self._written.append(path)
        write_file(path, pack(content, own_keys(session, station), plan.recipients))
        has_names = withheld.let_names_out(rows)
        self._log(_log_row(uid, plan, part, path.name, now, has_names=has_names))
        return WrittenBundle(path, part.device, part.first, part.last, part.count, plan.stations)

    def _log(self, row: Bundle) -> None:
        self._session.add(row)
        self._session.flush()
        self._audit_head = _with_logged(self._audit_head, row)


def _with_logged(head: bytes, row: Bundle) -> bytes:
    said = {
        "uid": row.uid,
        "to": row.partner,
        "device": row.device,
        "first": row.first,
        "last": row.last,
        "count": row.count,
        "file": row.file_name,
        "at": moment_text(row.moved_at),
        "names": row.has_names,
        "receiver": row.receiver,
    }
    return chain(head, line_hash(msgspec.json.encode(said, order="sorted")))


def _log_row(
    uid: UUID, plan: ExportPlan, part: PlannedRange, name: str, now: datetime, *, has_names: bool
) -> Bundle:
    return Bundle(
        uid=uid,
        direction=BundleDirection.OUT,
        partner=plan.receiver.value,
        device=part.device,
        receiver=plan.stations[0] if plan.receiver is Receiver.PRECINCT else None,
        first=part.first,
        last=part.last,
        count=part.count,
        file_name=name,
        created_at=now,
        moved_at=now,
        status=BundleStatus.WRITTEN,
        has_names=has_names,
    )


def _parts(session: Session, plan: ExportPlan) -> Iterator[PlannedRange]:
    """Cut a plan into files, none with too many events or too many bytes."""
    length = func.coalesce(func.length(JournalEvent.line) + 1, _STUB)
    for row in plan.ranges:
        in_range = (
            JournalEvent.device == row.device,
            JournalEvent.seq.between(row.first, row.last),
        )
        lengths = select(JournalEvent.seq, length).where(*in_range).order_by(JournalEvent.seq)
        first, size = row.first, 0
        for seq, added in session.execute(lengths):
            size += added
            if seq - first == MOST_EVENTS or (size > MOST_OF_PART and seq > first):
                yield PlannedRange(row.device, first, seq - 1)
                first, size = seq, added
        yield PlannedRange(row.device, first, row.last)


def _withheld(session: Session, plan: ExportPlan, *, includes_names: bool) -> _Withheld:
    if plan.receiver is Receiver.SIBLING:
        return _Withheld()
    elsewhere: set[bytes] = set()
    if plan.receiver is Receiver.PRECINCT:
        for statement in select_elsewhere(plan.office):
            elsewhere.update(uid.bytes for uid in session.scalars(statement))
    unnamed = session.scalars(
        select(Partner.uid).where(Partner.name_ar.is_(None), Partner.name_fr.is_(None))
    )
    return _Withheld(
        not includes_names,
        frozenset(uid.bytes for uid in unnamed),
        frozenset(elsewhere),
    )


def _events(session: Session, part: PlannedRange) -> list[_Logged]:
    """Asked of the driver: making objects of a hundred thousand rows takes half a second."""
    rows = session.connection().exec_driver_sql(
        f"SELECT {', '.join(_Logged._fields)} FROM events"  # noqa: S608  columns named above
        " WHERE device = ? AND seq BETWEEN ? AND ? ORDER BY seq",
        (part.device.bytes, part.first, part.last),
    )
    return [_Logged(*row) for row in rows]


def _line(row: _Logged, withheld: _Withheld) -> bytes:
    if row.line is not None and not withheld.has(row):
        return row.line
    said = {
        "seq": row.seq,
        "t": row.t,
        "ent": row.entity,
        "id": uid_text(row.record),
        "op": row.operation,
        "h": row.line_hash.hex(),
    }
    return encode(msgspec.convert(said, Stub))
