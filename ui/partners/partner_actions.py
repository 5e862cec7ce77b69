"""The actions on one partner, each with Undo."""

from collections.abc import Callable

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.details import get_partner_details
from outreach_app.queries.partners import PartnerRow
from outreach_app.services.partners import delete_partner, set_partner_active
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.partners.names import name_of


def delete(context: AppContext, row: PartnerRow, undone: Callable[[], object]) -> None:
    """Delete a partner; `undone` is called once Undo has restored it. Raises Conflict."""
    name = isolate(name_of(row))
    said, planned_too = _("Deleted: {name}").format(name=name), ""
    if planned := _count_planned(context, row):
        words = _("Meetings still planned with it: {number}.")
        said, planned_too = f"{said}.", words.format(number=isolate(str(planned)))
    write_undoable(
        context,
        lambda store: delete_partner(store, row.uid, row.version),
        (said, planned_too),
        undone=undone,
    )


def change_activity(context: AppContext, row: PartnerRow) -> None:
    """Make a partner inactive, or active again. Raises Conflict."""
    is_active = not row.is_active
    said = _("Active again: {name}") if is_active else _("Made inactive: {name}")
    write_undoable(
        context,
        lambda store: set_partner_active(store, row.uid, row.version, is_active=is_active),
        said.format(name=isolate(name_of(row))),
    )


def _count_planned(context: AppContext, row: PartnerRow) -> int:
    """Count the meetings to come that the partner is invited to: they stay planned."""
    today = clock.today()
    details = context.read(lambda store: get_partner_details(store, row.uid, today))
    return sum(meeting.is_to_come for meeting in details.meetings)
