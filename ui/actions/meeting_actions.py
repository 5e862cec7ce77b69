"""The actions on a meeting, each with Undo."""

from collections.abc import Callable
from datetime import date, time

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.details import MeetingDetails, get_meeting_details
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.repetition import Every
from outreach_app.services.meeting_series import move_meeting, repeat_meeting, stretch_meeting
from outreach_app.services.meetings import change_meeting_status, delete_meeting, restore_meeting
from outreach_app.services.rumours import carry_back_at
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.words import date_words, time_text


def delete(
    context: AppContext, row: MeetingRow, undone: Callable[[], object] = lambda: None
) -> None:
    """Delete a meeting; `undone` is called once Undo has brought it back. Raises Conflict."""

    def take_back() -> None:
        context.write(
            lambda session: restore_meeting(session, row.uid), _("The meeting was restored.")
        )
        undone()

    context.write(
        lambda session: delete_meeting(session, row.uid, row.version),
        _("The meeting was deleted."),
        take_back,
    )


def change_status(context: AppContext, row: MeetingRow, status: str, reason: str = "") -> None:
    """Give a meeting another status. Raises InvalidDraft without a needed reason, Conflict."""
    before = _details(context, row)

    def take_back() -> None:
        # Not `undo`: a number that was given is kept.
        version = _details(context, row).row.version
        context.write(
            lambda session: (
                change_meeting_status(
                    session, row.uid, version, before.row.status, before.status_reason
                ).uid
            ),
            _("The meeting has its former status."),
        )

    context.write(
        lambda session: (
            change_meeting_status(session, row.uid, row.version, status, reason or None).uid
        ),
        _("The status of the meeting was changed."),
        take_back,
    )


def tell_rectifications(context: AppContext, row: MeetingRow) -> None:
    """Record that the rectifications of a meeting were reported. Raises InvalidDraft."""
    write_undoable(
        context,
        lambda session: carry_back_at(session, row.uid),
        _("It is recorded that those concerned were informed."),
    )


def move(context: AppContext, row: MeetingRow, day: date, starts_at: time | None) -> None:
    """Put a meeting on another day. Raises NotAllowed, InvalidDraft, Conflict."""
    write_undoable(
        context,
        lambda session: move_meeting(session, row.uid, row.version, day, starts_at),
        _("The meeting was moved to {day}.").format(day=date_words(day)),
    )


def stretch(context: AppContext, row: MeetingRow, ends_at: time) -> None:
    """Change the end of a meeting. Raises NotAllowed, InvalidDraft, Conflict."""
    write_undoable(
        context,
        lambda session: stretch_meeting(session, row.uid, row.version, ends_at),
        _("The meeting ends at {hour}.").format(hour=isolate(time_text(ends_at))),
    )


def repeat(context: AppContext, row: MeetingRow, every: Every, times: int) -> None:
    """Plan a meeting `times` more times, with a single Undo for all. Raises InvalidDraft."""
    working = context.settings.working_days
    write_undoable(
        context,
        lambda session: repeat_meeting(session, row.uid, every, times, working),
        _("Meetings planned: {number}").format(number=isolate(str(times))),
    )


def _details(context: AppContext, row: MeetingRow) -> MeetingDetails:
    today = clock.local(clock.now()).date()
    return context.read(lambda session: get_meeting_details(session, row.uid, today))
