"""Settings of this computer: window geometry, language, colours and the like."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from typing import get_type_hints

import msgspec

from outreach_app import paths
from outreach_app.atomic_files import make_folder, write_register_file
from outreach_app.errors import WriteFailed
from outreach_app.i18n import ScreenLanguage, of_system
from outreach_app.presets import Presets
from outreach_app.rules.working_days import Holiday, WorkingDays
from ui.style import Scheme

# The choices offered: per cent, months, days, minutes.
TEXT_SIZES = (100, 112, 125)
RHYTHMS = (3, 4, 6, 9)  # numbers that take one and the same plural in Arabic
HIJRI_OFFSETS = (-1, 0, 1)
IDLE_MINUTES = (5, 10, 15, 30)
# From when to when an office works outside Ramadan; a setting is the place in this list.
SCHEDULES = (
    (time(8, 30), time(16, 30)),
    (time(8), time(16)),
    (time(9), time(16, 30)),
    (time(9), time(17)),
    (time(8), time(18)),
)
SCHEDULE_PLACES = tuple(range(len(SCHEDULES)))
REMINDER_MINUTES = (0, 10, 15, 30, 60)
_CHOICES: Mapping[str, tuple[int, ...]] = {
    "text_size": TEXT_SIZES,
    "rhythm_months": RHYTHMS,
    "hijri_offset": HIJRI_OFFSETS,
    "schedule": SCHEDULE_PLACES,
    "idle_minutes": IDLE_MINUTES,
    "reminder_minutes": REMINDER_MINUTES,
}
_NOTHING_PRESET = Presets()


def settings_file() -> Path:
    """Return the file in the user's own configuration folder."""
    return paths.profile() / "window.json"


@dataclass(frozen=True, slots=True)
class TableLayout:
    """How a person left a table: widths in px and places from the edge, of its columns as declared.

    `sort_key` is "" for the order that the list has of itself.
    """

    widths: tuple[int, ...]
    places: tuple[int, ...]
    sort_key: str = ""
    is_descending: bool = False


@dataclass(slots=True)
class Settings:
    """What a person chose, read at the start and written at each choice; nothing of the register.

    `text_size` is in percent; `rhythm_months` is how often a partner is to be met; `hijri_offset`
    is how many days after the computed calendar the moon was sighted; `schedule` is the place of
    the office's hours in SCHEDULES; `days_off` are those the chief added, by their day;
    `reminder_minutes` is how long before a meeting it is reminded of, 0 for not at all; `told_on`
    is the day of the last notice of overdue items. `backup_folder` is the second location of
    backups, "" for none. `geometry` is Qt's own, in base 64; `folder` is the store opened last,
    which `is_sample` and `is_headquarters` distinguish, and `account` the one that opened it;
    `document` is the kind of document chosen last, `dialog_folder` where a dialog of files ended
    last; `begun_office` has the texts of a first run that was left, never a passphrase; `tables`
    are by name and language, as in `meetings.fr`.
    `unknown` is what another version of the program wrote: it stays in the file.
    """

    file: Path
    language: ScreenLanguage = ScreenLanguage.ARABIC
    scheme: Scheme = Scheme.SYSTEM
    text_size: int = 100
    rhythm_months: int = 6
    hijri_offset: int = 0
    schedule: int = 0
    days_off: tuple[Holiday, ...] = ()
    idle_minutes: int = 10
    reminder_minutes: int = 30
    told_on: str = ""
    backup_folder: str = ""
    geometry: str = ""
    folder: str = ""
    account: str = ""
    document: str = ""
    dialog_folder: str = ""
    is_sample: bool = False
    is_headquarters: bool = False
    begun_office: dict[str, str] = field(default_factory=dict)
    tables: dict[str, TableLayout] = field(default_factory=dict)
    unknown: dict[str, object] = field(default_factory=dict)

    @property
    def working_days(self) -> WorkingDays:
        """Return when the office works, as these settings say."""
        return WorkingDays(SCHEDULES[self.schedule], self.hijri_offset, self.days_off)

    def keep_dialog_folder(self, folder: str) -> None:
        """Remember where a dialog of files ended."""
        self.dialog_folder = folder
        self.save()

    def save(self) -> None:
        """Write the file. Where that fails the choices hold until the program ends."""
        known = {name: getattr(self, name) for name in _kinds()}
        content = msgspec.json.encode(self.unknown | known)
        with suppress(WriteFailed):
            make_folder(self.file.parent)
            write_register_file(self.file, msgspec.json.format(content, indent=1))


def load(file: Path, presets: Presets = _NOTHING_PRESET) -> Settings:
    """Return the settings of a file; each that is missing or damaged in it is as at first.

    At first the language is that of the presets, else of the computer.
    """
    language = presets.language or of_system()
    settings = Settings(
        file, language, unknown=_stored_values(file), backup_folder=presets.backup_folder
    )
    for name, kind in _kinds().items():
        if name in settings.unknown:
            with suppress(msgspec.ValidationError):
                value: object = msgspec.convert(settings.unknown.pop(name), kind)
                if value in _CHOICES.get(name, (value,)):
                    setattr(settings, name, value)
    return settings


def _stored_values(file: Path) -> dict[str, object]:
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, object])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}


def _kinds() -> dict[str, object]:
    """Return the keys of the file and what their values are."""
    kinds = get_type_hints(Settings)
    return {name: kind for name, kind in kinds.items() if name not in ("file", "unknown")}
