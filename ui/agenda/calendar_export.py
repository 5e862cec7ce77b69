"""The meetings of a period as a file for another calendar."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from outreach_app import clock
from outreach_app.access_log import Act
from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.meetings import MeetingRow
from outreach_app.taken_out import taken_out
from outreach_app.transfer.calendar_file import write_calendar
from ui.context import AppContext
from ui.files import file_kind


def export_calendar(
    context: AppContext, parent: QWidget, day: date, meetings: Sequence[MeetingRow]
) -> None:
    """Ask for a file, named by the month of a day, and write the meetings. Raises WriteFailed."""
    kinds = file_kind(_("Calendar"), ".ics")
    name = f"{day:%Y-%m}.ics"
    path = context.files.ask_new_file(parent, _("Export the calendar"), name, kinds)
    if path is None:
        return
    reminder = timedelta(minutes=context.settings.reminder_minutes)
    with taken_out(context.office.database, Act.TABLE, verb="write_calendar", to=path):
        write_calendar(path, meetings, current(), clock.now(), reminder)
    count = isolate(str(len(meetings)))
    context.notice(_("Exported: {count} meetings.").format(count=count))
