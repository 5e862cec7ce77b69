"""Detection, at headquarters, of a precinct's access log that was cut or altered."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.exchange.format import cautions
from outreach_app.exchange.format.cautions import BundleWarning
from outreach_app.exchange.format.consistency import is_continuation
from outreach_app.exchange.format.container import OpenedBundle
from outreach_app.exchange.format.manifest import Audit
from outreach_app.models import Bundle
from outreach_app.rules.kinds import BundleDirection
from outreach_app.rules.statuses import BundleStatus

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
    one with fewer rows, nor one dated back. A file signed under the former number of a restored
    register reports the log of its new number, which is compared, and never kept, under the former.
    """
    reported, known = opened.manifest.audit, _known(session, opened)
    if known is None or known.audit_count is None or known.audit_root is None:
        is_own = reported is not None and _is_own(opened, reported)
        return Audited(kept=reported if is_own else None)
    if reported is None:
        return Audited((cautions.audit_cut(),))
    goes_on = _goes_on((known.audit_count, known.audit_root), reported)
    if not _is_own(opened, reported):
        return Audited(() if goes_on else (cautions.audit_renewed(),))
    if goes_on:
        return Audited(kept=reported)
    if _is_overtaken(session, opened, known):
        return Audited()
    return Audited((cautions.audit_cut(),), reported)


def _is_own(opened: OpenedBundle, reported: Audit) -> bool:
    return reported.device in (None, opened.signer.device)


def _goes_on(before: tuple[int, bytes], reported: Audit) -> bool:
    after = reported.count, bytes.fromhex(reported.root)
    nodes = {proof.count: proof.nodes for proof in reported.proofs}.get(before[0], [])
    return is_continuation(before, after, [bytes.fromhex(node) for node in nodes])


def _known(session: Session, opened: OpenedBundle) -> Bundle | None:
    """Return the file with the last state known of the signer's access log."""
    statement = select(Bundle).where(
        *_IMPORTED,
        func.coalesce(Bundle.carrier, Bundle.device) == UUID(opened.signer.device),
        Bundle.audit_count.is_not(None),
    )
    return session.scalars(statement.order_by(Bundle.id.desc()).limit(1)).first()


def _is_overtaken(session: Session, opened: OpenedBundle, known: Bundle) -> bool:
    """Return whether a file was written before the last known one, and overtaken on its way.

    Its date alone would prove nothing: it brings no change after those that came before it.
    """
    written = datetime.fromisoformat(opened.manifest.created_at)
    if known.created_at is None or written >= known.created_at:
        return False
    if opened.carrier is not None:
        return True
    of_log = Bundle.device == UUID(opened.sender.device)
    last = session.scalar(select(func.max(Bundle.last)).where(*_IMPORTED, of_log))
    return opened.manifest.range.last <= (last or 0)
