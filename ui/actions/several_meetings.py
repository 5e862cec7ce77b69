"""The actions on several meetings at once, with a single Undo."""

from outreach_app.i18n import gettext as _
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.services.meetings import change_meeting_status, delete_meeting
from ui.actions.actions import Action, deletion
from ui.widgets.translated import Text


def _status_action(
    status: MeetingStatus, title: Text, icon: str, keys: str = "", words: Text | None = None
) -> Action[MeetingRow]:
    return Action(
        title,
        icon,
        lambda: _("The status of the meetings was changed."),
        lambda row: status in row.next_statuses,
        lambda session, row, given: change_meeting_status(
            session, row.uid, row.version, status, given.words or None
        ),
        words=words,
        draft=f"reason.{status}" if words else "",
        keys=keys,
    )


SEVERAL_MEETINGS: tuple[Action[MeetingRow], ...] = (
    _status_action(MeetingStatus.CONFIRMED, lambda: _("Confirm it"), "calendar-check"),
    _status_action(
        MeetingStatus.POSTPONED, lambda: _("Postpone"), "calendar-x", "F8", lambda: _("Reason")
    ),
    _status_action(
        MeetingStatus.CANCELLED, lambda: _("Cancel it"), "x-circle", "F9", lambda: _("Reason")
    ),
    deletion(lambda: _("The meetings were deleted."), delete_meeting),
)
