"""The log of exchange files that left and arrived."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.models import Bundle, Device, JournalEvent, Station, StationSecret
from outreach_app.queries.acceptance import accepted_devices
from outreach_app.queries.acknowledgements import find_acknowledged, superseded_devices
from outreach_app.queries.sorting import (
    Key,
    Orders,
    Sorting,
    first_words,
    in_own_language,
    rank_among,
    sorted_by,
)
from outreach_app.queries.withdrawn_records import count_withdrawn
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import BundleDirection, OfficeRole
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import BundleStatus, StationStatus

_TO_HEADQUARTERS = (
    Bundle.direction == BundleDirection.OUT,
    Bundle.partner == OfficeRole.HEADQUARTERS,
)
_CUT_LOGS = "W_AUDIT_CUT", "W_AUDIT_NEW"
_RECENT = timedelta(days=30)
_UNACCEPTED = (BundleStatus.REFUSED, BundleStatus.QUARANTINED)
# The other end of a file: its sender, or the receiver if that was one station.
_IS_RECEIVED = or_(Bundle.direction == BundleDirection.IN, Bundle.status == BundleStatus.ANSWERED)
_OTHER_END = case(
    (_IS_RECEIVED, func.coalesce(Bundle.carrier, Bundle.device)), else_=Bundle.receiver
)
_IS_AFTER_GAP = and_(Bundle.status == BundleStatus.IMPORTED, Bundle.last > Device.upto)


@dataclass(frozen=True, slots=True)
class BundleRow:
    """One file; `office`, `uid`, `number` are its sender's, or an answer's receiver's, else None.

    `direction` is out or in, `receiver` the role it was written for, `code` why it was refused or
    what to know about it. `is_after_gap` while earlier changes of its sender are missing.
    """

    id: int
    direction: str
    receiver: str | None
    office: Bilingual | None
    uid: UUID | None
    number: str | None
    device: UUID | None
    first: int | None
    last: int | None
    count: int
    new: int
    file_name: str
    moved_at: datetime
    status: str
    code: str | None
    has_names: bool
    is_after_gap: bool

    @property
    def state(self) -> str:
        """Its status, or "gap" for one that arrived and waits for earlier changes."""
        return "gap" if self.is_after_gap else self.status


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """The state of a precinct's exchange with headquarters.

    `unsent` counts the changes in no file yet; `acknowledged_upto` is the number of this computer's
    last change that headquarters reported to hold, None if it reported none under the present
    device; `unacknowledged` counts those after it. `acknowledged_at` is when it last reported
    anything of this store, former devices too.
    """

    is_enrolled: bool
    last_sent: datetime | None
    unsent: int
    acknowledged_upto: int | None
    unacknowledged: int
    acknowledged_at: datetime | None


@dataclass(frozen=True, slots=True)
class LastWritten:
    """The last file for a receiver; `is_awaited` until all its devices report its content."""

    moment: datetime
    is_awaited: bool


@dataclass(frozen=True, slots=True)
class BundleFilter:
    """A part of the log: `kind` is out, in or unaccepted, "" for all of it.

    `words` are searched in the name of the file, and in the sender's or the receiver's name.
    """

    kind: str
    words: str


def _end_name() -> Key:
    name = select(in_own_language(Station.name_ar, Station.name_fr))
    return name.where(Station.device == _OTHER_END).limit(1).scalar_subquery()


_ORDERS: Orders = {
    "end": lambda: (Bundle.direction, _end_name()),
    "file": lambda: (first_words(Bundle.file_name),),
    "changes": lambda: (Bundle.first, Bundle.last),
    "when": lambda: (Bundle.moved_at,),
    "state": lambda: (rank_among(Bundle.status, BundleStatus),),
}


def list_bundle_ids(
    session: Session, kept: BundleFilter | None = None, sorting: Sorting | None = None
) -> list[int]:
    """Return the local ids of the files that a filter keeps, newest first."""
    statement = sorted_by(select(Bundle.id), _ORDERS, sorting).order_by(Bundle.id.desc())
    if kept is None:
        return list(session.scalars(statement))
    if kept.kind == "unaccepted":
        statement = statement.where(Bundle.status.in_(_UNACCEPTED))
    elif kept.kind:
        statement = statement.where(Bundle.direction == kept.kind)
    for word in fold_words(kept.words).split():
        named = Bundle.file_name.icontains(word, autoescape=True)
        statement = statement.where(or_(named, _OTHER_END.in_(_devices(session, word))))
    return list(session.scalars(statement))


def list_bundles_by_id(session: Session, ids: list[int]) -> dict[int, BundleRow]:
    """Return the rows of those files, by local id."""
    statement = (
        select(Bundle, Station, _IS_AFTER_GAP)
        .outerjoin(Station, Station.device == _OTHER_END)
        .outerjoin(Device, Device.uid == Bundle.device)
        .where(Bundle.id.in_(ids))
    )
    return {
        bundle.id: _row(bundle, station, is_after_gap=bool(is_after_gap))
        for bundle, station, is_after_gap in session.execute(statement)
    }


def count_cut_logs(session: Session) -> int:
    """Count last month's files whose access log did not continue the one before."""
    since = clock.now() - _RECENT
    is_cut = Bundle.code.in_(_CUT_LOGS), Bundle.moved_at > since
    return session.scalar(select(func.count(Bundle.id)).where(*is_cut)) or 0


def get_exchange_state(session: Session) -> ExchangeState:
    """Return the state of this precinct's exchange with headquarters."""
    headquarters = select(Station.device).where(Station.role == OfficeRole.HEADQUARTERS)
    enrolled = accepted_devices(session).intersection(session.scalars(headquarters))
    holders = enrolled - superseded_devices(session)
    own, last = session.execute(select(Device.uid, Device.upto).where(Device.is_current)).one()
    every = session.scalars(select(StationSecret.device)).all()
    said = {device: find_acknowledged(session, holders, device) for device in every}
    present = said.get(own)
    upto = present.upto if present else 0
    sent = select(func.max(Bundle.moved_at)).where(*_TO_HEADQUARTERS)
    return ExchangeState(
        is_enrolled=bool(enrolled),
        last_sent=session.scalar(sent),
        unsent=_count_unsent(session),
        acknowledged_upto=upto or None,
        unacknowledged=_count_after(session, own, upto, last),
        acknowledged_at=max((row.said_at for row in said.values() if row), default=None),
    )


def names_written(session: Session) -> set[str]:
    """Return the names of the files that were written today, whatever folder they went to."""
    since = clock.now() - timedelta(days=1)
    written = Bundle.direction == BundleDirection.OUT, Bundle.moved_at > since
    return set(session.scalars(select(Bundle.file_name).where(*written)))


def find_last_written(
    session: Session, receiver: str, holders: Collection[UUID]
) -> LastWritten | None:
    """Return the last file written for a receiver; `holders` are the receiver's devices."""
    written = select(Bundle).where(
        Bundle.direction == BundleDirection.OUT, Bundle.partner == receiver
    )
    row = session.scalars(written.order_by(Bundle.id.desc()).limit(1)).first()
    if row is None or row.device is None:
        return None
    said = find_acknowledged(session, holders, row.device)
    is_awaited = (row.last or 0) > (said.upto if said else 0)
    return LastWritten(row.moved_at, is_awaited)


def _count_unsent(session: Session) -> int:
    """Count the unsent changes of this store's devices, without those left to a copy."""
    sent = (
        select(Bundle.device, func.max(Bundle.last).label("last"))
        .where(*_TO_HEADQUARTERS)
        .group_by(Bundle.device)
        .subquery()
    )
    statement = (
        select(Device.uid, func.coalesce(sent.c.last, 0), Device.upto)
        .join(StationSecret, StationSecret.device == Device.uid)
        .join(Station, Station.device == Device.uid)
        .outerjoin(sent, sent.c.device == Device.uid)
        .where(Station.status != StationStatus.FORKED)
    )
    return sum(_count_after(session, *row) for row in session.execute(statement).all())


def _count_after(session: Session, device: UUID, after: int, last: int) -> int:
    """Count the changes of a log after a number, without those of records withdrawn unseen."""
    among = and_(JournalEvent.device == device, JournalEvent.seq > after)
    return last - after - count_withdrawn(session, among) if last > after else 0


def _devices(session: Session, word: str) -> list[UUID]:
    """Return the stations whose names, number or city contain a folded word."""
    return [
        row.device
        for row in session.scalars(select(Station))
        if word
        in fold_words(
            " ".join(filter(None, (row.name_ar, row.name_fr, row.number, row.city_ar, row.city_fr)))
        )
    ]


def _row(bundle: Bundle, station: Station | None, *, is_after_gap: bool) -> BundleRow:
    is_in = bundle.direction == BundleDirection.IN
    return BundleRow(
        id=bundle.id,
        direction=bundle.direction,
        receiver=None if is_in else bundle.partner,
        office=Bilingual(station.name_ar, station.name_fr) if station else None,
        uid=station.office if station else None,
        number=station.number if station else None,
        device=bundle.device,
        first=bundle.first,
        last=bundle.last,
        count=bundle.count,
        new=bundle.new,
        file_name=bundle.file_name,
        moved_at=bundle.moved_at,
        status=bundle.status,
        code=bundle.code,
        has_names=bundle.has_names,
        is_after_gap=is_after_gap,
    )
