"""Changes that came too late: one computer changed what the other had erased or destroyed."""

from uuid import UUID

from sqlalchemy import Connection

from outreach_app.events import Operation
from outreach_app.exchange.format.cautions import BundleWarning
from outreach_app.exchange.format.container import OpenedBundle
from outreach_app.exchange.importing.checking import Arrival
from outreach_app.exchange.importing.driver import rows_in
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate


def warnings_in_vain(
    connection: Connection, opened: OpenedBundle, arrival: Arrival, own: UUID
) -> tuple[BundleWarning, ...]:
    """Say that there are such changes, if there are."""
    count = _count(connection, opened, arrival, own)
    if not count:
        return ()
    message = _(
        "Records that one computer erased or destroyed were changed on the other, which did not"
        " know of it yet: {count}. They stay destroyed. Note what is still needed in a new record."
    )
    return (BundleWarning("W_IN_VAIN", message.format(count=isolate(str(count)))),)


def _count(connection: Connection, opened: OpenedBundle, arrival: Arrival, own: UUID) -> int:
    """Count the records that one computer changed and another purged without knowing of it.

    Either this one purged what a file brings changes of, or it changed what a file purges.
    """
    changed, purged = set[bytes](), set[bytes]()
    for entry in arrival.new:
        (purged if entry.sent.op == Operation.PURGE else changed).add(entry.record)
    said = opened.manifest.have.get(str(own))
    here = "SELECT DISTINCT record FROM events WHERE device = x'{}' AND {} AND record IN"
    own_purges = here.format(own.hex, "operation = 'purge'")
    unseen = f"operation <> 'purge' AND seq > {said.upto if said else 0}"
    found = {
        *rows_in(connection, own_purges, changed),
        *rows_in(connection, here.format(own.hex, unseen), purged),
    }
    return len(found)
