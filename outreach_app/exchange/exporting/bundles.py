"""Bundles written from a plan: files that are read back, and a log of what left."""

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec
import uuid_utils.compat
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.access_log import Act
from outreach_app.atomic_files import clear_unfinished, disk_of, make_folder, writing
from outreach_app.database import Database
from outreach_app.events import GENESIS, chain, line_hash
from outreach_app.exchange.exporting.audits import audit_of
from outreach_app.exchange.exporting.certifying import certificate_for
from outreach_app.exchange.exporting.planning import ExportPlan, Receiver
from outreach_app.exchange.exporting.unsent_ranges import PlannedRange
from outreach_app.exchange.exporting.withholding import Logged, Withheld, withheld_from
from outreach_app.exchange.format.age_header import MAGIC
from outreach_app.exchange.format.container import Content, pack
from outreach_app.exchange.format.files import ANSWER, free_paths, write_file
from outreach_app.exchange.format.limits import MAX_EVENTS, MAX_OF_PART
from outreach_app.exchange.format.manifest import Audit, Carried, Have
from outreach_app.exchange.importing.acknowledgements import holdings, known_head, signed_heads
from outreach_app.exchange.stations.registry import own_keys, own_station
from outreach_app.i18n import gettext as _
from outreach_app.models import Bundle, JournalEvent, Station
from outreach_app.models.base import moment_text
from outreach_app.progress import Progress
from outreach_app.queries.bundles import names_written
from outreach_app.rights import Right, require, use_case
from outreach_app.rules.kinds import BundleDirection
from outreach_app.rules.statuses import BundleStatus
from outreach_app.taken_out import note_taken_out, taken_out

APPLICATION = "outreach"
# Another computer may be writing into the same folder: what is younger may be its file.
_OF_OTHERS = timedelta(days=1)
_STUB = 256  # upper bound in bytes of the line of a stub


@dataclass(frozen=True, slots=True)
class WrittenBundle:
    """A file that was written and read back; `stations` are the receivers' devices."""

    path: Path
    device: UUID
    first: int
    last: int
    count: int
    stations: tuple[UUID, ...]


@use_case(Right.EXCHANGE, is_logged=False)
def write_bundles(
    database: Database,
    plans: Sequence[ExportPlan],
    folder: Path,
    progress: Progress,
    *,
    includes_names: bool = False,
    disk: int | None = None,
) -> list[WrittenBundle]:
    """Write the files of these plans; either all of them exist and are logged, or none.

    `disk` is that of the folder when the person chose it, if something was waited for since.
    Names and contacts of people go to the own second PC, and to headquarters only with
    `includes_names`. Raises WriteFailed, NotAllowed (`not_verified`, `not_allowed_role`) and
    Cancelled.
    """
    if includes_names:
        require(database, Right.NAMES_OUT)
        note_taken_out(database, Act.NAMES_OUT, verb="write_bundles")
    with taken_out(database, Act.EXCHANGE, verb="write_bundles"):
        return _write_together(
            database, plans, folder, progress, includes_names=includes_names, disk=disk
        )


def _write_together(
    database: Database,
    plans: Sequence[ExportPlan],
    folder: Path,
    progress: Progress,
    *,
    includes_names: bool,
    disk: int | None,
) -> list[WrittenBundle]:
    written: list[Path] = []
    try:
        place = _Place(folder, disk_of(folder) if disk is None else disk)
        place.require_same_disk(folder)
        make_folder(folder)
        clear_unfinished(folder, _OF_OTHERS, beginning=MAGIC)
        with database.write() as session:
            writer = _Writer(session, place, written)
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
    """Return the last hash of the log of files, by which headquarters detects changes in it."""
    statement = select(Bundle).where(Bundle.direction == BundleDirection.OUT).order_by(Bundle.id)
    head = GENESIS
    for row in session.scalars(statement):
        head = _with_logged(head, row)
    return head


@dataclass(frozen=True, slots=True)
class _Place:
    """A folder, and the disk on which it was chosen."""

    folder: Path
    disk: int

    def require_same_disk(self, path: Path) -> None:
        """Raise WriteFailed if the stick was pulled out: its empty folder is on another disk."""
        with writing(path):
            if disk_of(self.folder) != self.disk:
                raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(path))


class _Writer:
    """Writes bundle after bundle in one transaction, each with the log's head before it."""

    def __init__(self, session: Session, place: _Place, written: list[Path]) -> None:
        self._session = session
        self._written = written
        self._place = place
        self._audit_head = audit_head(session)
        self._taken = names_written(session)
        self._audit: Audit | None = None

    def write(
        self, plan: ExportPlan, parts: Sequence[PlannedRange], *, includes_names: bool
    ) -> Iterator[WrittenBundle]:
        """Write the files of one plan, one after the other."""
        self._paths = free_paths(self._place.folder, _named(self._session, plan), self._taken)
        self._audit = audit_of(self._session) if plan.receiver is Receiver.HEADQUARTERS else None
        withheld = withheld_from(self._session, plan, includes_names=includes_names)
        have = holdings(self._session, plan.offices)
        return (self._write(plan, part, withheld, have) for part in parts)

    def _write(
        self, plan: ExportPlan, part: PlannedRange, withheld: Withheld, have: dict[str, Have]
    ) -> WrittenBundle:
        session, path = self._session, next(self._paths)
        station = session.get_one(Station, part.device)
        signer = own_station(session) if part.is_carried else station
        rows, uid, now = _events(session, part), uuid_utils.compat.uuid7(), clock.now()
        if part.is_carried and station.office == plan.office:
            withheld = Withheld()  # the receivers' own
        content = Content(
            bundle_id=str(uid),
            device=str(station.device),
            office=str(station.office),
            app=APPLICATION,
            created_at=moment_text(now),
            first=part.first,
            lines=[withheld.line(row) for row in rows],
            previous=known_head(session, part.device, part.first - 1),
            have=have,
            audit_head=self._audit_head,
            certificate=certificate_for(session, station, plan.stations),
            carried=_carried(session, station, part) if part.is_carried else None,
            audit=self._audit_under(signer),
        )
        packed = pack(content, own_keys(session, signer), plan.recipients)
        self._place.require_same_disk(path)
        self._written.append(path)
        write_file(path, packed)
        self._place.require_same_disk(path)  # it may have gone in between
        has_names = withheld.let_names_out(rows)
        row = _log_row(uid, plan, part, path.name, now, has_names=has_names)
        row.carrier = signer.device if part.is_carried else None
        row.audit_count = self._audit.count if self._audit else None
        self._log(row)
        return WrittenBundle(path, part.device, part.first, part.last, part.count, plan.stations)

    def _audit_under(self, signer: Station) -> Audit | None:
        """Return the report on the access log, naming its device in a file of a former one."""
        own = own_station(self._session)
        if self._audit is None or signer.device == own.device:
            return self._audit
        return msgspec.structs.replace(self._audit, device=str(own.device))

    def _log(self, row: Bundle) -> None:
        self._session.add(row)
        self._session.flush()
        self._audit_head = _with_logged(self._audit_head, row)


def _named(session: Session, plan: ExportPlan) -> str:
    """Return the name and number of the precinct that sends a file, or gets an answer."""
    is_answer = plan.receiver is Receiver.PRECINCT
    named = session.get_one(Station, plan.stations[0]) if is_answer else own_station(session)
    whose = f"{named.name_fr or named.name_ar} {named.number or ''}"
    return f"{ANSWER} {whose}" if is_answer else whose


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


def _carried(session: Session, station: Station, part: PlannedRange) -> Carried:
    """Return the signature of a carried log's device on its first signed head after a part."""
    ends = signed_heads(session, [station.device])[station.device]
    return Carried(station.key_id, next(end for end in ends if end.last >= part.last))


def _parts(session: Session, plan: ExportPlan) -> Iterator[PlannedRange]:
    """Cut a plan into files within the limits on events and bytes.

    The last part of a carried log goes first: it ends where its device signed, and fixes the end of
    the part before it.
    """
    for row in plan.ranges:
        parts = list(_split_range(session, row))
        yield from reversed(parts) if row.is_carried else parts


def _split_range(session: Session, row: PlannedRange) -> Iterator[PlannedRange]:
    if not row.count:
        yield row
        return
    length = func.coalesce(func.length(JournalEvent.line) + 1, _STUB)
    in_range = (JournalEvent.device == row.device, JournalEvent.seq.between(row.first, row.last))
    lengths = select(JournalEvent.seq, length).where(*in_range).order_by(JournalEvent.seq)
    first, size = row.first, 0
    for seq, added in session.execute(lengths):
        size += added
        if seq - first == MAX_EVENTS or (size > MAX_OF_PART and seq > first):
            yield replace(row, first=first, last=seq - 1)
            first, size = seq, added
    yield replace(row, first=first)


def _events(session: Session, part: PlannedRange) -> list[Logged]:
    """Return the events of a part.

    Read through the driver: creating objects for a hundred thousand rows takes half a second.
    """
    rows = session.connection().exec_driver_sql(
        f"SELECT {', '.join(Logged._fields)} FROM events"  # noqa: S608  columns named above
        " WHERE device = ? AND seq BETWEEN ? AND ? ORDER BY seq",
        (part.device.bytes, part.first, part.last),
    )
    return [Logged(*row) for row in rows]
