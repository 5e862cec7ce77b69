"""The changes of one transaction, from the first flush until the journal writes them."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from outreach_app.events import version_of
from outreach_app.models import Device, Record


class Changed(NamedTuple):
    """A record that a transaction changed, with its version now and before (None if it is new)."""

    entity: str
    uid: UUID
    version: str
    version_before: str | None


class Recording:
    """Collects the changes of one transaction.

    `fields` are those not yet in an event, `bases` the versions that the next events follow,
    `before` the versions that the records had at first. Records that are `cleared` lose the words
    that they held before.
    """

    def __init__(self, device: Device, office: int | None, now: datetime) -> None:
        self.device = device
        self.office = office
        self.now = now
        self.t = max(int(now.timestamp() * 1000), device.highest_t + 1)
        self.bases: dict[Record, str | None] = {}
        self.before: dict[Record, str | None] = {}
        self.fields: dict[Record, set[str]] = {}
        self.cleared: set[Record] = set()
        self.version = version_of(self.t, str(device.uid))

    def note(self, record: Record, base: str | None) -> None:
        """Set the version of a record that its next event follows."""
        self.bases[record] = base
        self.before.setdefault(record, base)

    def changes(self) -> list[Changed]:
        """Return each changed record."""
        return [
            Changed(record.contract.entity, record.uid, self.version, base)
            for record, base in self.before.items()
        ]
