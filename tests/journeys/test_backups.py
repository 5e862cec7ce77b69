"""A backup is opened for reading, in a separate window beside the register's."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from outreach_app import clock
from outreach_app.i18n import gettext as _
from tests import makers
from tests.journeys.desk import Desk, Key, page_of
from ui.meetings.page import MeetingsPage
from ui.preferences.page import PreferencesPage
from ui.reading_window import ReadingWindow
from ui.unlock.page import UnlockPage
from ui.widgets.buttons import IconButton


def windows() -> list[ReadingWindow]:
    shown = QApplication.topLevelWidgets()
    return [it for it in shown if isinstance(it, ReadingWindow) and it.isVisible()]


def test_a_backup_is_read_beside_the_register_which_stays_as_it_is(
    desk: Desk, register: Path
) -> None:
    desk.start(register)
    desk.unlock()
    office = desk.shell.context.office
    office.back_up()
    files = sorted(office.folder.iterdir())
    later = clock.today() - timedelta(days=1)
    makers.write_meeting(office.database, held_on=later, subject_fr="Venue depuis")
    desk.shell.show_page("preferences")
    page_of(desk, PreferencesPage).show_backups.click()
    desk.press(Key.Key_Return)  # on the row of the newest, which has the focus
    desk.wait(lambda: bool(windows()))
    (reading,) = windows()
    desk.wait(reading.isActiveWindow)
    closing = reading.shell.banner.findChild(IconButton)
    assert closing is not None
    assert not closing.isVisible()  # its title stays
    reading.shell.show_page("meetings")
    read = reading.shell.page
    assert isinstance(read, MeetingsPage)
    assert read.list.table.model.rowCount() == 2
    reading.shell.take_focus()
    desk.press(Key.Key_F2)
    assert read.list.isVisible()  # and no editor instead
    assert not read.editor.isVisible()
    assert _("New session") not in [command.words() for command in reading.shell.commands()]
    reading.close()
    desk.wait(lambda: not windows())
    assert sorted(office.folder.iterdir()) == files
    desk.go("meetings")
    assert desk.meetings.list.table.model.rowCount() == 3


def test_a_lock_closes_the_backup_that_is_read(desk: Desk, register: Path) -> None:
    desk.start(register)
    desk.unlock()
    office = desk.shell.context.office
    office.back_up()
    desk.shell.show_page("preferences")
    page_of(desk, PreferencesPage).show_backups.click()
    desk.press(Key.Key_Return)
    desk.wait(lambda: bool(windows()))
    windows()[0].shell.lock_asked.emit()
    desk.wait(lambda: isinstance(desk.program.gate.currentWidget(), UnlockPage))
    assert not windows()
    assert not list(register.glob(".new-*"))
