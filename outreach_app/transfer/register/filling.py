"""Writing of a whole register's records into its office's new store."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.i18n import gettext as _
from outreach_app.models import Record
from outreach_app.models.sources import find_source
from outreach_app.progress import Progress
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, use_case
from outreach_app.services.offices import OfficeDraft
from outreach_app.services.points import refresh_states
from outreach_app.transfer.register.columns import OFFICE
from outreach_app.transfer.register.reading import Register, Row

_OFFICE = {field.name for field in fields(OfficeDraft)}


def office_of(register: Register) -> OfficeDraft:
    """Return the draft of the register's office."""
    known: dict[str, Any] = dict.fromkeys(("number", "recipient_ar", "recipient_fr"))
    stated = {name: value for name, value in register.office.values.items() if name in _OFFICE}
    return OfficeDraft(**known | stated)


@use_case(Right.RESTORE)
def fill_register(session: Session, register: Register, progress: Progress) -> int:
    """Write every record as it was, deleted and merged ones included; return their number.

    Call it in a new store, whose office then gets its former identifier.
    """
    office = get_own_office(session)
    office.uid = register.office.uid
    written: dict[UUID, Record] = {office.uid: office}
    total = sum(map(len, register.records.values()))
    for model, rows in register.records.items():
        for row in rows:
            written[row.uid] = model(uid=row.uid, office_id=office.id, **row.values)
            _link(written, row)
            progress.step(len(written) - 1, total, _("Writing the register"))
        session.add_all(written[row.uid] for row in rows)
        session.flush()
        # Now that all of them exist: one may follow, or be merged into, one further down.
        for row in rows:
            _link(written, row)
        session.flush()
    for record in written.values():
        source = find_source(record)
        if source is not None and source is record:
            refresh_states(source)
    return total


def _link(written: Mapping[UUID, Record], row: Row) -> None:
    """Link a record to those of its targets that are written already."""
    for name, uid in row.links.items():
        if name != OFFICE and uid in written:
            setattr(written[row.uid], name, written[uid])
