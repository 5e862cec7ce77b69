"""The actions on commitments."""

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import change_status, keep_commitment, postpone_commitment
from ui.actions.actions import Action

KEEP: Action[CommitmentRow] = Action(
    lambda: _("Kept"),
    "check-circle",
    lambda: _("Recorded as kept."),
    lambda row: not row.is_kept,
    lambda session, row, given: keep_commitment(
        session, row.uid, row.version, given.words or None, given.the_day()
    ),
    words=lambda: _("What was done"),
    draft="keep",
    day=lambda: _("On"),
    usual_day=clock.today,
    keys="F7",
)

COMMITMENT_ACTIONS: tuple[Action[CommitmentRow], ...] = (
    KEEP,
    Action(
        lambda: _("In progress"),
        "circle-half",
        lambda: _("In progress."),
        lambda row: row.can_start,
        lambda session, row, _given: change_status(
            session, row.uid, row.version, CommitmentStatus.IN_PROGRESS
        ),
        keys="Shift+F7",
    ),
    Action(
        lambda: _("New date"),
        "calendar-blank",
        lambda: _("The new date was recorded."),
        lambda row: not row.is_closed,
        lambda session, row, given: postpone_commitment(
            session, row.uid, row.version, given.the_day()
        ),
        draft="postpone",
        day=lambda: _("Due"),
        is_due=True,
        keys="F8",
    ),
    Action(
        lambda: _("Set aside"),
        "minus-circle",
        lambda: _("Set aside, with its reason."),
        lambda row: not row.is_closed,
        lambda session, row, given: change_status(
            session,
            row.uid,
            row.version,
            CommitmentStatus.DROPPED,
            given.words or None,
            given.the_day(),
        ),
        words=lambda: _("Reason"),
        draft="set-aside",
        day=lambda: _("On"),
        usual_day=clock.today,
        keys="F9",
    ),
    Action(
        lambda: _("Reopen"),
        "arrow-counter-clockwise",
        lambda: _("Reopened."),
        lambda row: row.is_closed,
        lambda session, row, _given: change_status(
            session, row.uid, row.version, CommitmentStatus.OPEN
        ),
    ),
)
