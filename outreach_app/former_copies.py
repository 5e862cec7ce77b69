"""Copies of a register that still hold what was erased or destroyed in it since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from outreach_app import backup, clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.store_folder import list_set_aside


@dataclass(frozen=True, slots=True)
class FormerCopies:
    """The backups of the rotations, newest first, and the registers that a backup replaced."""

    backups: Sequence[Path]
    set_aside: Sequence[Path]

    @property
    def result(self) -> dict[str, list[str]]:
        """Return the names of the copies, for programs."""
        return {
            "backups": [file.name for file in self.backups],
            "set_aside": [folder.name for folder in self.set_aside],
        }

    def words_of_name(self) -> list[str]:
        """Return the sentences about copies that still hold an erased name."""
        message = _(
            "Earlier backups still hold the name: {count}, from {first} to {last}, in {folder}. "
            "Delete those that are not needed, there and elsewhere. After restoring one, erase the "
            "name again."
        )
        return list(filter(None, (self._backups_in(message), still_named_aside(self.set_aside))))

    def words_of_destroyed(self) -> list[str]:
        """Return the sentences about copies that still hold what an elimination list named."""
        backups = _(
            "Earlier backups still hold what was destroyed: {count}, from {first} to {last}, in "
            "{folder}. Delete those that are not needed, there and elsewhere. After restoring one, "
            "make a list of what is due again."
        )
        aside = _(
            "Each register that a backup replaced holds what was destroyed too; delete it by hand "
            "once it is no longer needed, in {folder}: {names}."
        )
        said = self._backups_in(backups), _registers_in(aside, self.set_aside)
        return list(filter(None, said))

    def _backups_in(self, message: str) -> str:
        if not self.backups:
            return ""
        moments = sorted(map(backup.moment_of, self.backups))
        folders = dict.fromkeys(str(file.parent) for file in self.backups)
        return message.format(
            count=isolate(str(len(self.backups))),
            first=clock.moment_words(moments[0]),
            last=clock.moment_words(moments[-1]),
            folder=" · ".join(isolate(each) for each in folders),
        )


def list_former_copies(folder: Path, places: Iterable[Path]) -> FormerCopies:
    """Return the copies of the register of a folder, with its backups in these places.

    A second place may hold another store's backups too: only those of the own place count there.
    """
    own = {file.name for file in backup.newest(folder)}
    found = (file for place in places for file in backup.newest(place) if file.name in own)
    return FormerCopies(tuple(found), tuple(list_set_aside(folder)))


def still_named_aside(aside: Sequence[Path]) -> str:
    """Return the sentence about an erased name in stores that backups replaced; "" without any."""
    message = _(
        "Each register that a backup replaced holds the name too; delete it by hand once it is no "
        "longer needed, in {folder}: {names}."
    )
    return _registers_in(message, aside)


def _registers_in(message: str, aside: Sequence[Path]) -> str:
    if not aside:
        return ""
    names = " · ".join(isolate(each.name) for each in aside)
    return message.format(folder=isolate(str(aside[0].parent)), names=names)


def words_of_drafts(count: int) -> list[str]:
    """Return the sentence about the drafts that an erasure took, if it took any."""
    words = _("Drafts that had the name, not recorded yet, were erased too: {count}.")
    return [words.format(count=isolate(str(count)))] if count else []
