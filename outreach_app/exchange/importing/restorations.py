"""Restored stores: who holds, or may hold, more of this office's logs than is here."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import clock, journal
from outreach_app.exchange.format import cautions
from outreach_app.exchange.format.cautions import BundleWarning
from outreach_app.exchange.format.ranges import Span, common, united, without
from outreach_app.exchange.importing.acknowledgements import held_spans, spans_held_by
from outreach_app.exchange.stations.registry import devices_of, enrolled_stations
from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.models import Acknowledgement, Restoration, Station
from outreach_app.queries.records import get_own_office
from outreach_app.rules.dates import date_words
from outreach_app.rules.names import Bilingual

_NAMED = 3  # offices that a message names before it counts them


@dataclass(frozen=True, slots=True)
class Holder:
    """An office with which files are exchanged; None is this one's, with its other computer.

    `missing` counts the changes that it holds and that are not here; `has_spoken` if it has
    reported since the restore.
    """

    name: Bilingual | None
    missing: int
    has_spoken: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """This store after a restore: its last change was of `as_of`."""

    as_of: datetime
    holders: tuple[Holder, ...]

    @property
    def ahead(self) -> list[Holder]:
        """Those that hold more than is here."""
        return [row for row in self.holders if row.missing]

    @property
    def unheard(self) -> list[Holder]:
        """Those that have not reported yet what they hold."""
        return [row for row in self.holders if not row.missing and not row.has_spoken]


def find_restored(session: Session) -> Restored | None:
    """Return who may hold what the backup lacked, until each has reported and none holds more.

    An office has reported once one of its stations names this store's new device. Its holdings
    count only as far as the device that wrote them signed.
    """
    device = journal.current_device(session).uid
    restoration = session.get(Restoration, device)
    if restoration is None:
        return None
    own = get_own_office(session).uid
    said, held = _said_of(session, devices_of(session, own)), held_spans(session)
    stations: defaultdict[UUID, list[Station]] = defaultdict(list)
    for station in enrolled_stations(session):
        stations[station.office].append(station)
    holders = []
    for office, computers in stations.items():
        rows = [row for station in computers for row in said[station.device]]
        first = computers[0]
        name = None if office == own else Bilingual(first.name_ar, first.name_fr)
        has_spoken = any(row.device == device for row in rows)
        holders.append(Holder(name, _count_missing(rows, held), has_spoken))
    found = Restored(restoration.as_of, tuple(holders))
    return found if found.ahead or found.unheard else None


def _said_of(
    session: Session, devices: Collection[UUID]
) -> defaultdict[UUID, list[Acknowledgement]]:
    """Return what each holder reported of these devices' logs."""
    found: defaultdict[UUID, list[Acknowledgement]] = defaultdict(list)
    for row in session.scalars(select(Acknowledgement).where(Acknowledgement.device.in_(devices))):
        found[row.holder].append(row)
    return found


def _count_missing(rows: Iterable[Acknowledgement], held: Mapping[UUID, list[Span]]) -> int:
    """Count the changes that these hold and that are not here, as far as they are signed."""
    claimed: defaultdict[UUID, list[Span]] = defaultdict(list)
    for row in rows:
        claimed[row.device] += common(spans_held_by(row), [(1, row.signed_last)])
    return sum(
        last - first + 1
        for device, spans in claimed.items()
        for first, last in without(united(spans), held.get(device, ()))
    )


def behind_warnings(restored: Restored) -> list[BundleWarning]:
    """Return warnings of who holds more than is here, and who has not reported since."""
    as_of = date_words(clock.local(restored.as_of).date())
    warnings = [
        cautions.behind(as_of, holder_words(row), row.missing) for row in restored.ahead[:_NAMED]
    ]
    if restored.unheard:
        warnings.append(cautions.unheard(as_of, unheard_words(restored)))
    return warnings


def unheard_words(restored: Restored) -> str:
    """Return the names of those who have not reported since, or their number if they are many."""
    if len(restored.unheard) > _NAMED:
        return isolate(str(len(restored.unheard)))
    return " · ".join(map(holder_words, restored.unheard))


def holder_words(holder: Holder) -> str:
    """Return the name of an office, or of this one's other computer."""
    preferred = holder.name.prefer(current()) if holder.name else None
    return isolate(preferred[0]) if preferred else _("the other computer of this office")
