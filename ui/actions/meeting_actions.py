"""The actions on a meeting, each with Undo."""

from collections.abc import Callable
from datetime import date, time

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.dates import date_words
from outreach_app.rules.repetition import Every
from outreach_app.services.meeting_series import (
    move_meeting,
    repeat_meeting,
    shifted,
    stretch_meeting,
)
from outreach_app.services.meetings import change_meeting_status, delete_meeting
from outreach_app.services.rumours import carry_back_at
from ui.actions.days import against_words
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.words import numbers_words, time_text

Hours = tuple[time | None, time | None]  # of a meeting, where they are known


def delete(
    context: AppContext, row: MeetingRow, undone: Callable[[], object] = lambda: None
) -> None:
    """Delete a meeting and say what goes with it. Raises Conflict.

    `undone` is called once Undo has brought it back.
    """
    contents = numbers_words(
        (row.points, _("Points: {number}")), (row.commitments, _("Commitments: {number}"))
    )
    said = _("The meeting was deleted, with what it holds: {contents}.") if contents else ""

    write_undoable(
        context,
        lambda session: delete_meeting(session, row.uid, row.version),
        said.format(contents=contents) or _("The meeting was deleted."),
        undone=undone,
    )


def change_status(context: AppContext, row: MeetingRow, status: str, reason: str = "") -> None:
    """Give a meeting another status. Raises InvalidDraft without a needed reason, Conflict."""
    write_undoable(
        context,
        lambda session: change_meeting_status(
            session, row.uid, row.version, status, reason or None
        ),
        _("The status of the meeting was changed."),
    )


def tell_rectifications(context: AppContext, row: MeetingRow) -> None:
    """Record that the rectifications of a meeting were reported. Raises InvalidDraft."""
    write_undoable(
        context,
        lambda session: carry_back_at(session, row.uid),
        _("It is recorded that those concerned were informed."),
    )


def move(context: AppContext, row: MeetingRow, day: date, starts_at: time | None) -> None:
    """Put a meeting on another day, and say what speaks against it as the form does.

    Raises NotAllowed, InvalidDraft, Conflict.
    """
    at = starts_at or row.starts_at
    said = _("The meeting was moved to {day}.").format(day=date_words(day))
    if at is not None:
        words = _("The meeting was moved to {day} at {hour}.")
        said = words.format(day=date_words(day), hour=isolate(time_text(at)))
    write_undoable(
        context,
        lambda session: move_meeting(session, row.uid, row.version, day, starts_at),
        (said, against_words(context, day, row.uid, hours_from(row, starts_at))),
    )


def hours_from(row: MeetingRow, starts_at: time | None) -> Hours:
    """Return the hours of a meeting that is moved to another hour: it lasts as long."""
    if row.ends_at is None or row.starts_at is None or starts_at is None:
        return starts_at, row.ends_at
    return starts_at, shifted(row.ends_at, row.starts_at, starts_at)


def stretch(context: AppContext, row: MeetingRow, ends_at: time) -> None:
    """Change the end of a meeting. Raises NotAllowed, InvalidDraft, Conflict."""
    said = _("The meeting ends at {hour}.").format(hour=isolate(time_text(ends_at)))
    write_undoable(
        context,
        lambda session: stretch_meeting(session, row.uid, row.version, ends_at),
        (said, against_words(context, row.held_on, row.uid, (row.starts_at, ends_at))),
    )


def repeat(context: AppContext, row: MeetingRow, every: Every, times: int) -> None:
    """Plan a meeting `times` more times, with a single Undo for all. Raises InvalidDraft."""
    working = context.settings.working_days
    write_undoable(
        context,
        lambda session: repeat_meeting(session, row.uid, every, times, working),
        _("Meetings planned: {number}").format(number=isolate(str(times))),
    )
