"""Messages about a backup that was restored, or could not be."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from outreach_app import backup, clock
from outreach_app.backup_file import OTHER_KEY
from outreach_app.errors import BackupFailed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file


@dataclass(slots=True)
class Skipped:
    """Backups that could not replace a damaged store, newest first: damaged, or of another key."""

    damaged: list[Path] = field(default_factory=list)
    of_other_key: list[Path] = field(default_factory=list)

    def add(self, file: Path, error: BackupFailed) -> None:
        """Add a backup that the key of the register did not open, or that is damaged."""
        (self.of_other_key if error.code == OTHER_KEY else self.damaged).append(file)

    def words(self) -> list[str]:
        """Return the sentences about them, and what to do with those that are whole."""
        damaged = _("These backups are damaged: {dates}.")
        whole = _(
            "These backups are whole, but the register's key does not open them; a passphrase of "
            "their day restores one: {dates}."
        )
        listed = ((damaged, self.damaged), (whole, self.of_other_key))
        return [
            words.format(dates=" · ".join(map(_date, files))) for words, files in listed if files
        ]


@dataclass(slots=True)
class PutBack:
    """A restored backup, the rows that the access log lost, and where the former store is.

    `as_of` is the moment of its last change. `own_accounts` are those that it alone had, beside the
    present ones; None if it replaces no register whose accounts could stay.
    """

    file: Path
    records: int
    rows_lost: int
    as_of: datetime
    own_accounts: Sequence[str] | None
    aside: Path | None = None

    def words(self, skipped: Skipped | None = None) -> str:
        """Return the message about it; `skipped` are newer backups that could not be used."""
        words = []
        if self.aside is not None:
            message = _("The store was set aside as {folder}.")
            words.append(message.format(folder=isolate(str(self.aside))))
        message = _("The backup of {date} was restored: {records} records.")
        records = isolate(str(self.records))
        words.append(message.format(date=_date(self.file), records=records))
        words.append(_("It ends on {date}.").format(date=clock.moment_words(self.as_of)))
        listed = skipped.words() if skipped is not None else []
        if listed:
            words += [_("Newer backups could not be used and were skipped."), *listed]
        if self.rows_lost:
            message = _(
                "The access log ends where that backup ends: its later rows, at least {count}, are"
                " in the store that was set aside."
            )
            words.append(message.format(count=isolate(str(self.rows_lost))))
        return "\n".join((" ".join(words), " ".join(self._next_steps())))

    def _next_steps(self) -> Sequence[str]:
        """Return what a person has to do now; the help has the rest."""
        todo = _(
            "What to do now: erase again the names that were erased since, and give the new card of"
            " this computer (Exchange › Stations) to those who refuse your next file. Help, under"
            " Backups, has the rest."
        )
        if self.own_accounts is None:
            return [todo, passphrases_of_its_day()]
        if not self.own_accounts:
            return [todo]
        message = _(
            "These accounts come from the backup, with their passphrases of its day: {accounts}. "
            "Remove those that should not open the register, in Settings › Accounts."
        )
        return [todo, message.format(accounts=" · ".join(self.own_accounts))]


def passphrases_of_its_day() -> str:
    """Return the sentence about the accounts of a backup that replaces no sound register."""
    return _(
        "Its accounts are those of the backup, with their passphrases of its day; those that this "
        "computer knows to be removed since stay removed."
    )


def new_card() -> str:
    """Return the sentence about the card of a computer that a backup is restored on."""
    return _(
        "For the exchange of files this computer gets a new card. Your next file is normally "
        "accepted; if somebody refuses it, give them the new card (Exchange › Stations). Also "
        "give that one to those who enrol this computer from now on."
    )


def no_sound_backup(skipped: Skipped) -> str:
    """Return the message that a store is damaged, and no backup beside it can be used."""
    listed = skipped.words()
    if not listed:
        return _(
            "The store is damaged and there is no backup beside it. Nothing was changed."
            " Restore a backup kept elsewhere."
        )
    message = _("The store is damaged, and no backup beside it can be used. Nothing was changed.")
    way_out = [] if skipped.of_other_key else [_("Restore a backup kept elsewhere.")]
    return " ".join((message, *listed, *way_out))


def _date(file: Path) -> str:
    """Return when a backup was made, or the name of a file that rotation did not make."""
    if not backup.is_in_rotation(file):
        return isolate_file(file.name)
    return clock.moment_words(backup.moment_of(file))
