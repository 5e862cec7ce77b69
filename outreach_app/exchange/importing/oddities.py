"""Oddities: records with an invalid signed value, listed for those who received them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.database.statements import change_in
from outreach_app.errors import NotFound
from outreach_app.events import Scalar, fold
from outreach_app.exchange.importing.columns import MODELS
from outreach_app.exchange.importing.odd_values import odd_values, row_of
from outreach_app.exchange.importing.projection import Projected
from outreach_app.exchange.importing.unshown_records import (
    Odd,
    Unshown,
    lacking_columns,
    stray_links,
)
from outreach_app.exchange.stations.registry import offices_by_device
from outreach_app.i18n import gettext as _
from outreach_app.journal import events_of
from outreach_app.models import Oddity
from outreach_app.queries.records import find_meeting_of, get_own_office
from outreach_app.queries.registered_offices import registered_name
from outreach_app.rights import Right, use_case
from outreach_app.rules.known_values import unusual_counts
from outreach_app.rules.names import Bilingual

_MAX_LISTED = 200


@dataclass(frozen=True, slots=True)
class OddityRow:
    """A record of which a part is invalid here.

    `values` are those outside their domain, by column, as they were signed. `stray` are the columns
    of links that lead to a record of another kind or office. `lacks` are the columns without which
    the record, and what belongs to it, is not shown at all; `emptied` are such columns of a record
    that is shown as it was before they were emptied. `unusual` are counts far above the usual,
    which count all the same. `office` owns the record (None: this one); `meeting` is the one it
    belongs to.
    """

    entity: str
    record: UUID
    office: Bilingual | None
    meeting: UUID | None
    values: dict[str, Scalar]
    stray: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()
    unusual: Mapping[str, int] = field(default_factory=dict)


def note_oddities(
    session: Session, projected: Projected, unshown: Unshown, unusual: Odd, now: datetime
) -> None:
    """Update the list of oddities from the events of these records."""
    if session.scalars(select(Oddity.record).limit(1)).first() is not None:
        delete = "DELETE FROM oddities WHERE record IN"
        change_in(session.connection(), delete, projected.folded)
    found = unusual | unshown.lacking | unshown.emptied | unshown.stray | projected.odd
    odd = {uid: found[uid] for uid in found.keys() & projected.folded.keys()}
    session.add_all(
        Oddity(record=UUID(bytes=uid), entity=entity, found_at=now)
        for uid, (entity, _columns) in odd.items()
    )


def list_oddities(session: Session) -> list[OddityRow]:
    """Return the oddities that nobody acknowledged yet, oldest first: the first few hundred."""
    return list(islice(_open(session), _MAX_LISTED))


def count_oddities(session: Session) -> int:
    """Count the oddities that await a person.

    If there are more than are listed, those that were corrected here since count as well.
    """
    statement = select(func.count()).select_from(Oddity).where(Oddity.seen_at.is_(None))
    waiting = session.scalars(statement).one()
    return waiting if waiting > _MAX_LISTED else len(list_oddities(session))


@use_case(Right.RECORD)
def note_oddity(session: Session, record: UUID) -> None:
    """Take an oddity off the list, as a person saw it. Raises NotFound."""
    _get(session, record).seen_at = clock.now()


@use_case(Right.RECORD)
def show_oddity_again(session: Session, record: UUID) -> None:
    """Undo `note_oddity`. Raises NotFound."""
    _get(session, record).seen_at = None


def _get(session: Session, record: UUID) -> Oddity:
    found = session.get(Oddity, record)
    if found is None:
        raise NotFound(_("This was corrected in the meantime."))
    return found


def _open(session: Session) -> Iterator[OddityRow]:
    """Yield those that are still odd: this store may have changed its own record since."""
    statement = select(Oddity).where(Oddity.seen_at.is_(None)).order_by(Oddity.found_at)
    offices = offices_by_device(session)
    for row in session.scalars(statement):
        events = events_of(session, row.record)
        state, uid = fold(events), row.record.bytes
        held = row_of(state)
        values = odd_values(row.entity, state.fields, held)
        office = _other_office(session, UUID(bytes=offices[events[0].device]))
        unusual = unusual_counts(row.entity, held) if office else {}
        links = stray_links(session.connection(), offices, {uid: (row.entity, state.fields)})
        model = MODELS[row.entity]
        record = session.scalars(select(model).where(model.uid == row.record)).one_or_none()
        lacks: frozenset[str] = frozenset()
        if all(event.line is not None for event in events):
            lacks = lacking_columns(row.entity, state.fields)
        if state.is_deleted or not (values or links or lacks or unusual):
            continue
        yield OddityRow(
            entity=row.entity,
            record=row.record,
            office=office,
            meeting=find_meeting_of(record),
            values=values,
            stray=tuple(sorted(links.get(uid, ()))),
            lacks=tuple(sorted(lacks)) if record is None else (),
            emptied=tuple(sorted(lacks)) if record is not None else (),
            unusual=unusual,
        )


def _other_office(session: Session, office: UUID) -> Bilingual | None:
    """Return the name of an office; None for this store's own."""
    return None if office == get_own_office(session).uid else registered_name(session, office)
