"""The actions on people not informed that their data is kept, and on their names (law 09-08)."""

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.queries.people import PersonRow
from outreach_app.queries.trash import ForgottenRow
from outreach_app.rights import Right
from outreach_app.services.forgetting import restore_name
from outreach_app.services.people import inform_person
from ui.actions.actions import Action

INFORM: Action[PersonRow] = Action(
    lambda: _("Informed"),
    "check-circle",
    lambda: _("Recorded as informed."),
    lambda row: row.is_to_inform,
    lambda session, row, given: inform_person(
        session, row.uid, row.version, given.the_day(), given.words or None
    ),
    words=lambda: _("How the person was informed"),
    draft="inform",
    day=lambda: _("On"),
    usual_day=clock.today,
    right=Right.NOTE_CLAIMS,
)

RESTORE: Action[ForgottenRow] = Action(
    lambda: _("Restore"),
    "arrow-counter-clockwise",
    lambda: _("The name was restored. Inform the person today."),
    lambda _row: True,
    lambda session, row, _given: restore_name(session, row.uid),
    right=Right.REMOVE,
)
