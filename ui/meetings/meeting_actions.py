"""What is done to a meeting from the list, each with its way back."""

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.queries.details import MeetingDetails, get_meeting_details
from outreach_app.queries.meetings import MeetingRow
from outreach_app.services.meetings import change_meeting_status, delete_meeting, restore_meeting
from ui.context import AppContext


def delete(context: AppContext, row: MeetingRow) -> None:
    """Delete a meeting. Raises Conflict."""

    def undo() -> None:
        context.write(lambda session: restore_meeting(session, row.uid), _("The meeting is back."))

    context.write(
        lambda session: delete_meeting(session, row.uid, row.version),
        _("The meeting was deleted."),
        undo,
    )


def change_status(context: AppContext, details: MeetingDetails, status: str, reason: str) -> None:
    """Give a meeting another status. Raises InvalidDraft without a needed reason, Conflict."""
    row, before = details.row, (details.row.status, details.status_reason)

    def undo() -> None:
        today = clock.local(clock.now()).date()
        now = context.read(lambda session: get_meeting_details(session, row.uid, today)).row
        context.write(
            lambda session: change_meeting_status(session, row.uid, now.version, *before).uid,
            _("The meeting has its former status."),
        )

    context.write(
        lambda session: (
            change_meeting_status(session, row.uid, row.version, status, reason or None).uid
        ),
        _("The status of the meeting was changed."),
        undo,
    )
