"""The actions on an awareness action."""

from outreach_app.i18n import gettext as _
from outreach_app.queries.awareness import AwarenessRow
from outreach_app.rights import Right
from outreach_app.services.meetings import delete_meeting
from ui.actions.actions import Action

DELETE_AWARENESS: Action[AwarenessRow] = Action(
    lambda: _("Delete"),
    "trash",
    lambda: _("The awareness action was deleted."),
    lambda _row: True,
    lambda session, row, _given: delete_meeting(session, row.uid, row.version),
    keys="Del",
    destroys=True,
    right=Right.REMOVE,
)
