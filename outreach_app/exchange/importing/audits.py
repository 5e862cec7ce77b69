"""Detection, at headquarters, of a precinct's access log that was cut or altered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.exchange.format import cautions
from outreach_app.exchange.format.cautions import BundleWarning
from outreach_app.exchange.format.consistency import is_continuation
from outreach_app.exchange.format.container import OpenedBundle
from outreach_app.exchange.format.manifest import Audit
from outreach_app.exchange.stations.cards import decode_certificates
from outreach_app.models import Bundle, Station
from outreach_app.rules.kinds import BundleDirection
from outreach_app.rules.statuses import BundleStatus

# What clocks may differ by without a word.
_TOLERANCE = timedelta(days=1)
_IMPORTED = Bundle.direction == BundleDirection.IN, Bundle.status == BundleStatus.IMPORTED


@dataclass(frozen=True, slots=True)
class Audited:
    """What a file says of its signer's access log.

    `kept` is the state that the next file must continue, None if the former one stands.
    """

    warnings: tuple[BundleWarning, ...] = ()
    kept: Audit | None = None

    def kept_in(self, row: Bundle) -> Bundle:
        """Return the row of the log of files with the state that is kept."""
        row.audit_count = self.kept.count if self.kept else None
        row.audit_root = bytes.fromhex(self.kept.root) if self.kept else None
        return row


def compare_audit(session: Session, opened: OpenedBundle) -> Audited:
    """Compare the access log that a file reports with the last that is known of its signer.

    Nothing that the signer sets lets it start again unseen: neither a file without a report, nor
    one with fewer rows, nor one dated back, nor a new number, whose log is the one of the number
    that vouched for it. A file signed under the former number of a restored register reports the
    log of its new number, which is compared, and never kept, under the former.
    """
    reported, signer = opened.manifest.audit, UUID(opened.signer.device)
    known = _known(session, signer)
    if known is None:
        return _compare_first(session, opened, signer)
    if reported is None:
        return Audited((cautions.audit_cut(),))
    if not _is_own(opened, reported):
        newer = _known(session, UUID(reported.device))
        is_told = not _goes_on(newer or known, reported)
        return Audited((cautions.audit_renewed(),) if is_told else ())
    if _goes_on(known, reported):
        return Audited(kept=reported)
    if _is_overtaken(session, opened, known):
        return Audited()
    return Audited((cautions.audit_cut(),), reported)


def _compare_first(session: Session, opened: OpenedBundle, signer: UUID) -> Audited:
    """Compare the first report of a number with the last that is known of its former ones."""
    reported, former = opened.manifest.audit, _known_of_formers(session, signer)
    kept = reported if reported is not None and _is_own(opened, reported) else None
    if former is None or (reported is not None and _goes_on(former, reported)):
        return Audited(kept=kept)
    return Audited((cautions.audit_renewed(),), kept)


def _is_own(opened: OpenedBundle, reported: Audit) -> bool:
    return reported.device in (None, opened.signer.device)


def _goes_on(known: Bundle, reported: Audit) -> bool:
    before = known.audit_count or 0, known.audit_root or b""
    after = reported.count, bytes.fromhex(reported.root)
    nodes = {proof.count: proof.nodes for proof in reported.proofs}.get(before[0], [])
    return is_continuation(before, after, [bytes.fromhex(node) for node in nodes])


def _known(session: Session, device: UUID) -> Bundle | None:
    """Return the file with the last state known of the access log of a device."""
    statement = select(Bundle).where(
        *_IMPORTED,
        func.coalesce(Bundle.carrier, Bundle.device) == device,
        Bundle.audit_count.is_not(None),
    )
    return session.scalars(statement.order_by(Bundle.id.desc()).limit(1)).first()


def _known_of_formers(session: Session, device: UUID) -> Bundle | None:
    """Return the file with the last state known of the nearest devices that vouched for another."""
    seen, level = set[UUID](), {device}
    while level := _vouchers(session, level) - seen:
        seen |= level
        known = [row for row in (_known(session, former) for former in level) if row]
        if known:
            return max(known, key=attrgetter("id"))
    return None


def _vouchers(session: Session, devices: set[UUID]) -> set[UUID]:
    """Return the devices known here that certified some of others."""
    rows = session.scalars(select(Station).where(Station.device.in_(devices)))
    keys = [one.signed_by for row in rows for one in decode_certificates(row.certificates)]
    return set(session.scalars(select(Station.device).where(Station.key_id.in_(keys))))


def _is_overtaken(session: Session, opened: OpenedBundle, known: Bundle) -> bool:
    """Return whether a file was written before the last known one, and overtaken on its way.

    Its date alone would prove nothing: it brings no change after those that came before it. After
    a file that was dated far ahead of its arrival, every later one would seem written earlier.
    """
    written = datetime.fromisoformat(opened.manifest.created_at)
    if known.created_at is None or written >= known.created_at:
        return False
    if known.created_at > known.moved_at + _TOLERANCE:
        return False
    if opened.carrier is not None:
        return True
    of_log = Bundle.device == UUID(opened.sender.device)
    last = session.scalar(select(func.max(Bundle.last)).where(*_IMPORTED, of_log))
    return opened.manifest.range.last <= (last or 0)
