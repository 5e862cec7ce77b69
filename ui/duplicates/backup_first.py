"""A backup before two records are merged, as store.md asks for it."""

from collections.abc import Callable
from datetime import timedelta

from outreach_app import backup, clock
from outreach_app.errors import BackupFailed
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.startup import OpenOffice
from ui.context import AppContext
from ui.errors import message_of
from ui.widgets.progress_line import ProgressLine

# A row of merges needs one backup: each of them can be parted again by itself.
_FRESH_FOR = timedelta(minutes=10)


def back_up_if_stale(office: OpenOffice) -> None:
    """Back up what was written, unless that was done a moment ago. Raises BackupFailed.

    The store's own backup is enough: a stick that is not plugged in keeps nobody from merging.
    """
    made = backup.newest(office.folder)
    is_fresh = bool(made) and clock.now() - backup.moment_of(made[0]) < _FRESH_FOR
    if office.has_changed and not is_fresh:
        try:
            office.back_up()
        except BackupFailed as error:
            if error.code != "no_second_place":
                raise


class BackupFirst(ProgressLine):
    """Shown while the backup is made, away from the screen."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(can_stop=False)
        self._context = context
        self.is_busy = False

    def then(self, do: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Do something once the register is backed up; `failed` gets the words for why not."""
        if self.is_busy:
            return
        self.is_busy = True
        self.begin(_("Making a backup"))
        office = self._context.office

        def work(_progress: Progress) -> None:
            back_up_if_stale(office)

        def end(_nothing: None) -> None:
            self._end()
            do()

        def fail(error: Exception) -> None:
            self._end()
            failed(message_of(error))

        self._context.tasks.start(self, work, done=end, failed=fail)

    def _end(self) -> None:
        self.is_busy = False
        self.end()
