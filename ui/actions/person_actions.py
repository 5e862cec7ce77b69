"""What can be done with somebody who was not told yet that a card is kept (law 09-08)."""

from dataclasses import replace

from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.queries.people import PersonRow
from outreach_app.services.partner_drafts import draft_of_person
from outreach_app.services.people import change_person
from ui.actions.actions import Action, Given, today


def _inform(session: StoreSession, row: PersonRow, given: Given) -> None:
    draft = replace(
        draft_of_person(session, row.uid),
        informed_on=given.the_day(),
        informed_how=given.words or None,
        version=row.version,
    )
    change_person(session, row.uid, draft)


INFORM: Action[PersonRow] = Action(
    lambda: _("Informed"),
    "check-circle",
    lambda: _("Recorded as informed."),
    lambda row: row.informed_on is None,
    _inform,
    words=lambda: _("How the person was informed"),
    day=lambda: _("On"),
    usual_day=today,
)
