"""The actions on rumours, publications and readings."""

from dataclasses import replace
from functools import partial

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.queries.publications import PublicationRow
from outreach_app.queries.readings import ReadingRow
from outreach_app.queries.rumours import RumourRow
from outreach_app.rules.rumours import TO_RECTIFY
from outreach_app.rules.statuses import RumourState
from outreach_app.services.findings import FindingDraft, record_finding
from outreach_app.services.publications import delete_publication
from outreach_app.services.readings import delete_reading
from outreach_app.services.rumours import CarryingDraft, carry_back, close_rumour, delete_rumour
from ui.actions.actions import Action, Given, deletion, written_language
from ui.forms.choice_editor import from_catalogues

BEGIN_VERIFICATION: Action[RumourRow] = Action(
    lambda: _("Verify"),
    "magnifying-glass",
    lambda: _("The verification is recorded as begun."),
    lambda row: row.state == RumourState.HEARD,
    lambda session, row, _given: record_finding(session, row.uid, FindingDraft()),
    keys="F7",
)


def _find(source: str, session: StoreSession, row: RumourRow, given: Given) -> None:
    _require_fact(given)
    draft = FindingDraft(
        result=given.choice,
        found_on=given.the_day(),
        source=source,
        text=given.words,
        language=written_language(given.words),
    )
    record_finding(session, row.uid, draft)


def _require_fact(given: Given) -> None:
    """Require a result that was chosen and what supports it: both go on to headquarters."""
    if not given.choice:
        raise NotAllowed(
            _("Choose the result of the verification: none is assumed."), code="no_result"
        )
    if not given.words:
        raise NotAllowed(
            _("Write what is established: a result is not recorded without it."), code="no_fact"
        )


def _found_before(source: str, row: RumourRow) -> Given | None:
    """Return the result of the same service, if it has recorded one."""
    found = row.finding
    if found is None or found.result is None or found.source != source:
        return None
    return Given(found.text or "", day=found.found_on, choice=found.result)


def finding_actions(source: str) -> tuple[Action[RumourRow], ...]:
    """Return what begins, ends and corrects the verification of a rumour by a service (`vs.*`)."""
    found_before = partial(_found_before, source)

    def can_find(row: RumourRow) -> bool:
        return not row.is_closed

    record: Action[RumourRow] = Action(
        lambda: _("Record the result"),
        "circle-wavy-check",
        lambda: _("The result was recorded."),
        lambda row: can_find(row) and found_before(row) is None,
        lambda session, row, given: _find(source, session, row, given),
        choice=lambda: _("Result"),
        choices=from_catalogues("vr", none=lambda: _("Choose the result")),
        words=lambda: _("What is established"),
        keys="F7",
        draft="finding",
        day=lambda: _("On"),
        usual_day=clock.today,
    )
    change = replace(
        record,
        title=lambda: _("Change the result"),
        icon="pencil-simple",
        is_possible=lambda row: can_find(row) and found_before(row) is not None,
        former=found_before,
    )
    return BEGIN_VERIFICATION, record, change


CARRY_BACK: Action[RumourRow] = Action(
    lambda: _("Those concerned informed"),
    "checks",
    lambda: _("It is recorded that those concerned were informed."),
    lambda row: row.can_carry_back,
    lambda session, row, given: carry_back(
        session,
        row.uid,
        row.version,
        CarryingDraft(given.the_day(), given.choice, given.words or None),
    ),
    choice=lambda: _("How"),
    choices=from_catalogues("pc"),
    words=lambda: _("Organisations informed"),
    keys="F7",
    draft="carry-back",
    day=lambda: _("On"),
    usual_day=clock.today,
)

CLOSE_RUMOUR: Action[RumourRow] = Action(
    lambda: _("Close the rumour"),
    "minus-circle",
    lambda: _("The rumour was closed."),
    lambda row: not row.is_closed,
    lambda session, row, given: close_rumour(
        session, row.uid, row.version, given.the_day(), given.words
    ),
    words=lambda: _("Reason"),
    draft="close",
    day=lambda: _("Closed on"),
    usual_day=clock.today,
)

REOPEN_RUMOUR: Action[RumourRow] = Action(
    lambda: _("Reopen"),
    "arrow-counter-clockwise",
    lambda: _("The rumour was reopened."),
    lambda row: row.is_closed,
    lambda session, row, _given: close_rumour(session, row.uid, row.version, None),
)

DELETE_RUMOUR: Action[RumourRow] = deletion(lambda: _("The rumour was deleted."), delete_rumour)

DELETE_PUBLICATION: Action[PublicationRow] = deletion(
    lambda: _("The publication was deleted."), delete_publication
)

DELETE_READING: Action[ReadingRow] = deletion(lambda: _("The reading was deleted."), delete_reading)

OWN_RUMOUR_ACTIONS: tuple[Action[RumourRow], ...] = (
    CARRY_BACK,
    CLOSE_RUMOUR,
    REOPEN_RUMOUR,
    DELETE_RUMOUR,
)


def can_rectify(row: RumourRow) -> bool:
    """Return whether a rectification of a rumour is still to be published."""
    return row.result in TO_RECTIFY and row.rectification is None and not row.is_closed
