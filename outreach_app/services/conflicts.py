"""Use cases of conflicts: choose between two values that two computers wrote independently."""

from collections.abc import Collection, Sequence

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import NotFound
from outreach_app.events import Operation
from outreach_app.i18n import gettext as _
from outreach_app.journal import events_of
from outreach_app.models import JOURNALED, FoundConflict
from outreach_app.models.sources import find_source
from outreach_app.queries.conflicts import DELETED, find_clashes
from outreach_app.queries.records import get_record
from outreach_app.rights import Right, use_case
from outreach_app.services import records
from outreach_app.services.points import refresh_states
from outreach_app.services.undo import Change, undo


@use_case(Right.RECORD)
def review_conflict(session: Session, conflict_id: int, restored: Collection[str] = ()) -> None:
    """Settle a conflict: the values of the `restored` fields come back, the others stay.

    Restored values are written as any change, so that the other computer gets them too. Raises
    NotFound.
    """
    found = session.get(FoundConflict, conflict_id)
    if found is None or found.reviewed_at is not None:
        raise NotFound(_("This conflict has already been settled."))
    model = next(model for model in JOURNALED if model.contract.entity == found.entity)
    record = get_record(session, model, found.record)
    for clash in find_clashes(events_of(session, found.record), found.version):
        if clash.field not in restored:
            continue
        if clash.field == DELETED:
            record.is_deleted = clash.lost.op == Operation.DELETE
        for field in record.contract.fields:
            if field.name == clash.field:
                records.set_field(session, record, field, clash.values[1])
    found.reviewed_at = clock.now()
    session.flush()
    if (source := find_source(record)) is not None:
        refresh_states(source)


@use_case(Right.RECORD)
def reopen_conflict(session: Session, conflict_id: int, changes: Sequence[Change]) -> None:
    """Undo a review with everything it changed: the conflict awaits a person again.

    Raises Conflict if the record was changed since.
    """
    found = session.get_one(FoundConflict, conflict_id)
    undo(session, changes)
    if not changes and not find_clashes(events_of(session, found.record), found.version):
        raise records.changed_since(found.record)
    found.reviewed_at = None
