"""The state of the access log for headquarters: its length, and proof that it only grew."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.access_log import chained_heads
from outreach_app.exchange.format.consistency import Tree
from outreach_app.exchange.format.limits import MAX_PROOFS
from outreach_app.exchange.format.manifest import Audit, Proof
from outreach_app.models import Bundle
from outreach_app.rules.kinds import BundleDirection, OfficeRole


def audit_of(session: Session) -> Audit:
    """Return the length and root of the access log, with proofs from the last files sent.

    Headquarters may have lost some of those files: one that it still has suffices. An entry of the
    tree is the chain's hash after a row: it reveals nothing about the row without all those before
    it.
    """
    tree = Tree(chained_heads(session))
    reported = (
        select(Bundle.audit_count)
        .where(
            Bundle.direction == BundleDirection.OUT,
            Bundle.partner == OfficeRole.HEADQUARTERS,
            Bundle.audit_count.between(1, tree.count - 1),
        )
        .distinct()
        .order_by(Bundle.audit_count.desc())
        .limit(MAX_PROOFS)
    )
    proofs = [
        Proof(count, [node.hex() for node in tree.proof(count)])
        for count in session.scalars(reported)
        if count is not None
    ]
    return Audit(tree.count, tree.root.hex(), proofs)
