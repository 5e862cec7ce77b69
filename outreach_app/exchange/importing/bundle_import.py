"""The import of one bundle: in one transaction, whole or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.events import Event, Operation
from outreach_app.exchange.format import cautions
from outreach_app.exchange.format.cautions import BundleWarning
from outreach_app.exchange.format.container import OpenedBundle, SealedBundle
from outreach_app.exchange.format.heads import SignedHead, is_signed
from outreach_app.exchange.importing import consequences, logs
from outreach_app.exchange.importing.acknowledgements import note_have
from outreach_app.exchange.importing.audits import compare_audit
from outreach_app.exchange.importing.checking import (
    Arrival,
    check_carrier,
    check_contents,
    check_day,
    check_kept_apart,
    check_owners,
    compare,
)
from outreach_app.exchange.importing.columns import uid_bytes
from outreach_app.exchange.importing.doubts import find_doubts
from outreach_app.exchange.importing.late_changes import warnings_in_vain
from outreach_app.exchange.importing.mentions import mention_warnings, names_to_erase
from outreach_app.exchange.importing.names import name_warnings
from outreach_app.exchange.importing.odd_values import find_unusual
from outreach_app.exchange.importing.oddities import note_oddities
from outreach_app.exchange.importing.projection import Projected, Projection
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.exchange.importing.unshown_records import (
    doubt_warnings,
    find_unshown,
    odd_warnings,
    unshown_warnings,
)
from outreach_app.exchange.stations.registry import offices_by_device
from outreach_app.exchange.stations.vouching import enrol_certified, require_few_vouched
from outreach_app.models import Bundle, Device, Station
from outreach_app.models.base import moment_text
from outreach_app.month_totals import months_of
from outreach_app.queries.acknowledgements import find_acknowledged
from outreach_app.queries.records import get_own_office
from outreach_app.rules.kinds import BundleDirection
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import BundleStatus
from outreach_app.search.leftovers import note_erasure

_CLOCK_TOLERANCE = timedelta(days=1)
_IMPORTED = BundleDirection.IN, BundleStatus.IMPORTED
_WRITTEN = BundleDirection.OUT, BundleStatus.WRITTEN


def import_bundle(
    session: Session, opened: OpenedBundle, now: datetime, path: Path = Path()
) -> ReceivedFile:
    """Import a bundle into the store.

    Raises BundleError E_FORK, E_OWNER, E_RECORD, E_CARRIER, E_CERTIFICATE or E_MANIFEST.
    The session is one of `Database.write`: it holds the lock, and rolls back whatever is raised.
    """
    connection = session.connection()
    if is_known(session, opened):
        return already_imported(session, opened, path)
    _enrol_new(session, opened)
    role = session.get_one(Station, UUID(opened.sender.device)).role
    own = journal.current_device(session)
    offices = offices_by_device(session)
    arrival = _compared(session, opened, role, own.uid, now)
    known = check_owners(connection, arrival, opened, offices)
    if logs.write_events(connection, opened, arrival, known):
        note_erasure(session)
    logs.write_seams(connection, opened)
    gaps = tuple(logs.missing(connection, uid_bytes(opened.sender.device)))
    _advance(session, opened, arrival, now)
    said = _note_have(session, opened)
    erased = names_to_erase(session, arrival.new)
    projected = _project(session, arrival, offices, now)
    unshown = find_unshown(connection, offices, projected)
    own_office = get_own_office(session)
    unusual = find_unusual(projected.folded, offices, own_office.uid.bytes)
    note_oddities(session, projected, unshown, unusual, now)
    # The gravest first: the log of files keeps one code.
    audited = compare_audit(session, opened)
    warnings = audited.warnings + name_warnings(session, opened, arrival)
    warnings += warnings_in_vain(connection, opened, arrival, own.uid)
    warnings += unshown_warnings(unshown, gaps) + odd_warnings(projected, unshown, unusual)
    warnings += doubt_warnings(*find_doubts(connection, projected, offices, own_office))
    warnings += mention_warnings(session, erased) + _warnings(opened, arrival, gaps, now) + said
    row = _log_row(opened, role, len(arrival.new), path.name, now, warnings)
    session.add(audited.kept_in(row))
    session.flush()
    return _with_content(_received(session, opened, path, warnings), arrival, gaps)


def _note_have(session: Session, opened: OpenedBundle) -> tuple[BundleWarning, ...]:
    manifest = opened.manifest
    said_at = datetime.fromisoformat(manifest.created_at)
    return note_have(session, UUID(opened.signer.device), manifest.have, said_at)


def _compared(
    session: Session, opened: OpenedBundle, role: str, own: UUID, now: datetime
) -> Arrival:
    """Return what is not here yet, after checking that the sender may write it."""
    own_office = get_own_office(session).uid
    check_carrier(session.connection(), opened, own_office)
    arrival = compare(session.connection(), opened, str(own))
    check_contents(opened, arrival, role, now)
    check_day(opened, now)
    check_kept_apart(opened, arrival, role, own_office)
    return arrival


def _enrol_new(session: Session, opened: OpenedBundle) -> None:
    """Enrol a device that came with a certificate; the carrier of another's log answers for it."""
    voucher, certificate = opened.certified_by, opened.manifest.certificate
    if voucher is None or certificate is None:
        return
    if opened.carrier is None:
        require_few_vouched(session, UUID(voucher.device))
    enrol_certified(session, opened.sender, voucher, certificate)


def already_imported(
    session: Session, bundle: SealedBundle | OpenedBundle, path: Path
) -> ReceivedFile:
    """Return the result for a bundle that was imported before, or written here: nothing new."""
    is_own = _is_logged(session, bundle, _WRITTEN)
    said = cautions.own() if is_own else cautions.duplicate()
    return _received(session, bundle, path, (said,))


def is_known(session: Session, bundle: SealedBundle | OpenedBundle) -> bool:
    """Return whether this bundle was imported before, or written here."""
    return _is_logged(session, bundle, _IMPORTED, _WRITTEN)


def _is_logged(
    session: Session, bundle: SealedBundle | OpenedBundle, *ways: tuple[str, str]
) -> bool:
    """Return whether the log has it, by its signer and uid: any other may have used the uid too."""
    logged = select(Bundle.direction, Bundle.status).where(
        Bundle.uid == UUID(bundle.manifest.bundle_id),
        func.coalesce(Bundle.carrier, Bundle.device) == UUID(bundle.signer.device),
    )
    return any((row.direction, row.status) in ways for row in session.execute(logged))


def _received(
    session: Session,
    bundle: SealedBundle | OpenedBundle,
    path: Path,
    warnings: Sequence[BundleWarning],
) -> ReceivedFile:
    """Return the result for a bundle that brings nothing: what it states, and its sender."""
    manifest, device = bundle.manifest, bundle.signer.device
    station = session.get_one(Station, UUID(device))
    # Not what the file states, which may be false: what was kept of it agrees with the log here.
    held = find_acknowledged(session, [station.device], journal.current_device(session).uid)
    return ReceivedFile(
        path=path,
        status=BundleStatus.DUPLICATE,
        code=warnings[0].code if warnings else None,
        sentence="\n".join(warning.message for warning in warnings),
        device=device,
        log=bundle.sender.device,
        office=Bilingual(station.name_ar, station.name_fr),
        events=manifest.payload.count,
        last=manifest.range.last,
        acknowledged=held.upto if held else None,
    )


def _with_content(
    received: ReceivedFile, arrival: Arrival, gaps: tuple[tuple[int, int], ...]
) -> ReceivedFile:
    return replace(
        received,
        status=BundleStatus.IMPORTED,
        new=len(arrival.new),
        gaps=gaps,
        records=arrival.count_readable(),
        bare=sum(entry.line is None for entry in arrival.new),
    )


def _warnings(
    opened: OpenedBundle, arrival: Arrival, gaps: Iterable[tuple[int, int]], now: datetime
) -> tuple[BundleWarning, ...]:
    missing = tuple(gaps)
    warnings = (cautions.gap(*missing),) if missing else ()
    tolerated = now + _CLOCK_TOLERANCE
    if opened.manifest.created_at > moment_text(tolerated):
        return (*warnings, cautions.clock())
    ahead = [entry.sent for entry in arrival.new if entry.sent.t > tolerated.timestamp() * 1000]
    if not ahead:
        return warnings
    # A stamp follows all that its register took in; the moment is the writer's own clock.
    is_own = any(not isinstance(sent, Event) or sent.at > moment_text(tolerated) for sent in ahead)
    return (*warnings, cautions.clock() if is_own else cautions.clock_of_another())


def _advance(session: Session, opened: OpenedBundle, arrival: Arrival, now: datetime) -> None:
    """Advance the sender's device, and this store's clock beyond every timestamp it has seen."""
    uid = UUID(opened.sender.device)
    device = session.get(Device, uid)
    if device is None:
        device = Device(uid=uid, letter="", is_current=False, since=now, highest_t=0)
        session.add(device)
    device.upto, device.head = logs.whole_part(session.connection(), uid.bytes)
    signed = _signed_head(opened)
    if signed is not None:
        logs.keep_head(session.connection(), uid.bytes, signed, device.upto)
    own = journal.current_device(session)
    highest = max((entry.sent.t for entry in arrival.new), default=0)
    device.highest_t = max(device.highest_t, highest)
    own.highest_t = max(own.highest_t, highest)


def _signed_head(opened: OpenedBundle) -> SignedHead | None:
    """Return the device's signature on an end of its log that came with its events."""
    manifest, sender = opened.manifest, opened.sender
    if manifest.carried is not None:
        return manifest.carried.signed
    span = manifest.range
    if span.signature is None:
        return None
    signed = SignedHead(span.last, span.head, span.signature)
    return signed if is_signed(signed, sender.device, sender.keys) else None


def _project(
    session: Session,
    arrival: Arrival,
    offices: dict[str, bytes],
    now: datetime,
) -> Projected:
    """Update the rows, and what is derived from them, from the events."""
    connection = session.connection()
    records = arrival.records.keys() - arrival.folded.keys()
    former, months = consequences.holders(connection, records), months_of(connection, records)
    projected = Projection(connection, offices).project(records, arrival.folded)
    consequences.refresh_point_states(connection, projected)
    consequences.refresh_point_days(connection, projected)
    consequences.refresh_reviews(connection, projected)
    consequences.refresh_totals(session, projected, months)
    consequences.forget_documents(session, projected, former)
    consequences.forget_former_names(session, projected)
    consequences.forget_erased_names(session, projected)
    consequences.forget_destroyed(session, projected)
    consequences.note_conflicts(session, projected, now)
    consequences.forget_questions(session, projected)
    return projected


def _log_row(
    opened: OpenedBundle,
    role: str,
    new: int,
    file_name: str,
    now: datetime,
    warnings: Sequence[BundleWarning],
) -> Bundle:
    manifest = opened.manifest
    return Bundle(
        uid=UUID(manifest.bundle_id),
        direction=BundleDirection.IN,
        partner=role,
        device=UUID(opened.sender.device),
        carrier=UUID(opened.carrier.device) if opened.carrier else None,
        first=manifest.range.first,
        last=manifest.range.last,
        count=manifest.payload.count,
        new=new,
        file_name=file_name,
        created_at=datetime.fromisoformat(manifest.created_at),
        moved_at=now,
        status=BundleStatus.IMPORTED,
        code=warnings[0].code if warnings else None,
        has_names=any(
            entry.sent.ent == "identity"
            and entry.sent.op != Operation.PURGE
            and entry.line is not None
            for entry in opened.entries
        ),
    )
