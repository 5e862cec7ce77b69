"""What one transaction changes, from the first flush until the journal tells it."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from outreach_app.events import version_of
from outreach_app.models import Device, Record


class Changed(NamedTuple):
    """A record that a transaction changed, its version since, and before; None for a new one."""

    entity: str
    uid: UUID
    version: str
    version_before: str | None


class Recording:
    """Collects what one transaction changes.

    `fields` are those that no event says yet, `bases` the versions that the next events follow,
    `before` those that the records had at first. Of those that are `cleared` the words that they
    held before are erased.
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
        """Note which version of a record its next event follows."""
        self.bases[record] = base
        self.before.setdefault(record, base)

    def changes(self) -> list[Changed]:
        """Return each record that was changed."""
        return [
            Changed(record.contract.entity, record.uid, self.version, base)
            for record, base in self.before.items()
        ]
