"""The window of a backup opened for reading."""

from outreach_app.reading_backups import open_copy
from outreach_app.startup import OpenOffice
from tests.ui.clipping import SIZE
from tests.ui.offices import held_meeting
from ui.files import Files
from ui.reading_window import ReadingWindow
from ui.requests import OpenMeeting
from ui.settings import Settings


def reading(office: OpenOffice, settings: Settings) -> ReadingWindow:
    """Show a meeting in a backup of this moment; the backup file is deleted."""
    file = office.back_up()
    window = ReadingWindow(open_copy(office, file), settings, Files())
    file.unlink()
    window.resize(SIZE)
    window.show()
    window.shell.open_page(OpenMeeting(held_meeting(office)))
    return window
