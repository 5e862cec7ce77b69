"""The actions on an awareness action."""

from outreach_app.i18n import gettext as _
from outreach_app.queries.awareness import AwarenessRow
from outreach_app.services.meetings import delete_meeting
from ui.actions.actions import Action, deletion

DELETE_AWARENESS: Action[AwarenessRow] = deletion(
    lambda: _("The awareness action was deleted."), delete_meeting
)
