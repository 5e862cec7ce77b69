"""The confirmation before a backup replaces the register."""

from pathlib import Path

from outreach_app import backup
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.preferences.backup_rows import BackupRow
from ui.widgets.asking_strip import AskingStrip
from ui.words import moment_words


class PutBackStrip(AskingStrip[Path]):
    """Asks about the file of a backup."""

    def __init__(self) -> None:
        super().__init__(lambda: _("Close the register and replace it"), "check")

    def ask_about(self, row: BackupRow, records_now: int) -> None:
        """Ask whether to restore a backup; `records_now` is the register's current record count."""
        moment = moment_words(backup.moment_of(row.file))
        words = _(
            "It replaces the register; accounts and passphrases stay as they are now. Nothing is "
            "lost: the register as it is now is backed up first, and set aside complete."
        )
        if row.records is not None and records_now > row.records >= 0:
            since = _("Recorded since that backup, and not in it: {number}.")
            words += " " + since.format(number=isolate(str(records_now - row.records)))
        self.ask(row.file, _("The backup of {moment}").format(moment=moment), words)
