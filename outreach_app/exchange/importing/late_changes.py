"""Changes that came too late: one computer changed what the other had erased or destroyed."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection

from outreach_app.database.statements import rows_in
from outreach_app.events import Operation
from outreach_app.exchange.format.cautions import BundleWarning
from outreach_app.exchange.format.container import OpenedBundle
from outreach_app.exchange.importing.checking import Arrival
from outreach_app.exchange.importing.columns import uid_bytes
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate

_CODE = "W_IN_VAIN"
_OF_DEVICE = "SELECT DISTINCT record FROM events WHERE device = ? AND {} AND record IN"
_NUMBERED = "SELECT record, seq FROM events WHERE device = ? AND {} AND record IN"
# A clearing removes the words of all earlier changes, of any author.
_IS_CLEARED = "line IS NULL AND operation <> 'purge'"


def warnings_in_vain(
    connection: Connection, opened: OpenedBundle, arrival: Arrival, own: UUID
) -> tuple[BundleWarning, ...]:
    """Return warnings of such changes; the bundle's events are in the journal already."""
    warnings = []
    destroyed = _count_destroyed(connection, opened, arrival, own)
    if destroyed:
        message = _(
            "Records that one computer erased or destroyed were changed on the other, which did "
            "not know of it yet: {count}. They stay destroyed. Enter what is still needed in a "
            "new record."
        )
        warnings.append(BundleWarning(_CODE, message.format(count=isolate(str(destroyed)))))
    cleared = _count_cleared(connection, opened, arrival, own)
    if cleared:
        message = _(
            "Texts in which one computer replaced a name with a capacity were changed on the "
            "other, which did not know of it yet: {count}. They stay without the name. Enter "
            "again what is still needed."
        )
        warnings.append(BundleWarning(_CODE, message.format(count=isolate(str(cleared)))))
    return tuple(warnings)


def _count_destroyed(
    connection: Connection, opened: OpenedBundle, arrival: Arrival, own: UUID
) -> int:
    """Count the records that one computer changed and another purged without knowing of it.

    Either this one purged what the file changes, or it changed what the file purges.
    """
    purged = _with(arrival, Operation.PURGE)
    changed = {entry.record for entry in arrival.new if entry.sent.op != Operation.PURGE}
    is_unseen = f"operation <> 'purge' AND {_is_unseen(opened, own)}"
    ours = (own.bytes,)
    found = {
        *rows_in(connection, _OF_DEVICE.format("operation = 'purge'"), changed, before=ours),
        *rows_in(connection, _OF_DEVICE.format(is_unseen), purged, before=ours),
    }
    return len(found)


def _count_cleared(
    connection: Connection, opened: OpenedBundle, arrival: Arrival, own: UUID
) -> int:
    """Count the records whose words one computer cleared and another changed without knowing.

    Either this computer cleared the words of a line of this file, or the file cleared those of a
    line of this computer that its sender had not seen.
    """
    said = {entry.sent.seq for entry in arrival.new if entry.line is not None}
    sender, ours = (uid_bytes(opened.sender.device),), (own.bytes,)
    clearings = _OF_DEVICE.format("operation = 'clear'")
    cleared = {row[0] for row in rows_in(connection, clearings, _records(arrival), before=ours)}
    gone = rows_in(connection, _NUMBERED.format(_IS_CLEARED), cleared, before=sender)
    found = {record for record, seq in gone if seq in said}
    is_unseen = f"{_IS_CLEARED} AND {_is_unseen(opened, own)}"
    lost = _OF_DEVICE.format(is_unseen)
    clearing = _with(arrival, Operation.CLEAR)
    found.update(row[0] for row in rows_in(connection, lost, clearing, before=ours))
    return len(found)


def _is_unseen(opened: OpenedBundle, own: UUID) -> str:
    said = opened.manifest.have.get(str(own))
    return f"seq > {said.upto if said else 0}"


def _records(arrival: Arrival) -> Collection[bytes]:
    return {entry.record for entry in arrival.new}


def _with(arrival: Arrival, operation: Operation) -> set[bytes]:
    return {entry.record for entry in arrival.new if entry.sent.op == operation}
