"""Detection, at headquarters, of a precinct's access log that was cut or altered."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from outreach_app.exchange.format import cautions
from outreach_app.exchange.format.cautions import BundleWarning
from outreach_app.exchange.format.consistency import is_continuation
from outreach_app.exchange.format.container import OpenedBundle
from outreach_app.exchange.format.manifest import Audit
from outreach_app.models import Bundle
from outreach_app.rules.kinds import BundleDirection
from outreach_app.rules.statuses import BundleStatus


def audit_warnings(session: Session, opened: OpenedBundle) -> tuple[BundleWarning, ...]:
    """Warn if the access log that a file reports does not continue the one of the file before.

    A file without a report after earlier ones with one also triggers the warning: an attacker would
    omit it.
    """
    last = _last_file(session, opened)
    if last is None or last.audit_count is None or last.audit_root is None:
        return ()
    if _goes_on((last.audit_count, last.audit_root), opened.manifest.audit):
        return ()
    return (cautions.audit_cut(),)


def _goes_on(before: tuple[int, bytes], reported: Audit | None) -> bool:
    if reported is None:
        return False
    after = reported.count, bytes.fromhex(reported.root)
    nodes = {proof.count: proof.nodes for proof in reported.proofs}.get(before[0], [])
    return is_continuation(before, after, [bytes.fromhex(node) for node in nodes])


def _last_file(session: Session, opened: OpenedBundle) -> Bundle | None:
    """Return the last file of the same computer that was written before this one.

    A file that was overtaken on its way reports a shorter log, and proves nothing.
    """
    manifest = opened.manifest
    written = datetime.fromisoformat(manifest.created_at)
    count = manifest.audit.count if manifest.audit else 0
    at_once = and_(Bundle.created_at == written, Bundle.audit_count <= count)
    statement = select(Bundle).where(
        Bundle.direction == BundleDirection.IN,
        Bundle.status == BundleStatus.IMPORTED,
        func.coalesce(Bundle.carrier, Bundle.device) == UUID(opened.signer.device),
        Bundle.audit_count.is_not(None),
        or_(Bundle.created_at < written, at_once),
    )
    latest = (Bundle.created_at.desc(), Bundle.audit_count.desc(), Bundle.id.desc())
    return session.scalars(statement.order_by(*latest).limit(1)).first()
