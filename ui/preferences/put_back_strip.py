"""The confirmation before a backup replaces the register."""

from pathlib import Path

from outreach_app import backup
from outreach_app.clock import moment_words
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.restored_words import new_card
from ui.preferences.backup_rows import BackupRow
from ui.widgets.asking_strip import AskingStrip


class PutBackStrip(AskingStrip[Path]):
    """Asks about the file of a backup."""

    def __init__(self) -> None:
        super().__init__(lambda: _("Close the register and replace it"), "check")

    def ask_about(self, row: BackupRow, records_now: int, *, has_other_key: bool) -> None:
        """Ask whether to restore a backup; `records_now` is the register's current record count."""
        moment = moment_words(backup.moment_of(row.file))
        words = _of_other_key() if has_other_key else _of_this_key()
        words += " " + _(
            "Nothing is lost: the register as it is now is set aside complete, in a folder of its "
            "own beside the one that takes its place."
        )
        words += " " + new_card()
        if isinstance(row.records, int) and records_now > row.records:
            since = _("Recorded since that backup, and not in it: {number}.")
            words += " " + since.format(number=isolate(str(records_now - row.records)))
        self.ask(row.file, _("The backup of {moment}").format(moment=moment), words)


def _of_this_key() -> str:
    return _("It replaces the register; accounts, passphrases and drafts stay as they are now.")


def _of_other_key() -> str:
    return _(
        "It replaces the register, and asks for a passphrase of its day, as an account was removed "
        "in between or it is of another register. If that is still your passphrase, accounts and "
        "passphrases stay as they are now; otherwise those of the backup hold."
    )
