"""What asks the person for files and folders, and which sticks are plugged in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from outreach_app.exchange.cards import SUFFIX as CARD_SUFFIX
from outreach_app.exchange.container import SUFFIX
from outreach_app.i18n import gettext as _
from outreach_app.paths import removable_drives


def _ask_folder(parent: QWidget) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, _("Folder of the exchange files"))
    return Path(chosen) if chosen else None


def _ask_bundles(parent: QWidget) -> list[Path]:
    chosen, _kind = QFileDialog.getOpenFileNames(
        parent, _("Exchange files"), "", f"{_('Exchange files')} (*{SUFFIX})"
    )
    return [Path(name) for name in chosen]


def _ask_card(parent: QWidget) -> Path | None:
    chosen, _kind = QFileDialog.getOpenFileName(
        parent, _("Card of a station"), "", f"{_('Card of a station')} (*{CARD_SUFFIX})"
    )
    return Path(chosen) if chosen else None


def _ask_new_card(parent: QWidget) -> Path | None:
    chosen, _kind = QFileDialog.getSaveFileName(
        parent,
        _("Save the card"),
        f"{_('card')}{CARD_SUFFIX}",
        f"{_('Card of a station')} (*{CARD_SUFFIX})",
    )
    return Path(chosen) if chosen else None


@dataclass(frozen=True, slots=True)
class Ways:
    """The dialogs of the system; None, or no file, answers that the person thought better."""

    ask_folder: Callable[[QWidget], Path | None] = _ask_folder
    ask_bundles: Callable[[QWidget], Sequence[Path]] = _ask_bundles
    ask_card: Callable[[QWidget], Path | None] = _ask_card
    ask_new_card: Callable[[QWidget], Path | None] = _ask_new_card
    drives: Callable[[], Sequence[Path]] = removable_drives
