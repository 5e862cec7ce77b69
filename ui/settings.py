"""What the window remembers on this computer: place, language, colours."""

import contextlib
import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, field
from datetime import date, time
from pathlib import Path

import platformdirs

from outreach_app.i18n import Language
from outreach_app.rules.working_days import Holiday, WorkingDays
from ui.style import Scheme

# What a person may choose from: per cent, months, days, minutes.
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


def settings_file() -> Path:
    """The file in the user's own configuration folder."""
    return Path(platformdirs.user_config_dir("outreach", appauthor=False)) / "window.json"


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
    """Read at the start, written at each choice; nothing of the register stands in it.

    `text_size` is in percent; `rhythm_months` is how often a partner is to be met; `hijri_offset`
    is how many days after the computed calendar the moon was sighted; `schedule` is the place of
    the office's hours in SCHEDULES; `days_off` are those the chief added, by their day;
    `reminder_minutes` is how long before a meeting it is reminded of, 0 for not at all; `told_on`
    is the day on which what is overdue was last told. `backup_folder` is the second place of
    backups, "" for none. `geometry` is Qt's own, in base 64; `folder` is the store opened last,
    which `is_sample` tells from a real one; `tables` are by name and language, as in `meetings.fr`.
    """

    file: Path
    language: Language = Language.ARABIC
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
    is_sample: bool = False
    tables: dict[str, TableLayout] = field(default_factory=dict)

    @property
    def working_days(self) -> WorkingDays:
        """When the office works, as these settings say."""
        return WorkingDays(SCHEDULES[self.schedule], self.hijri_offset, self.days_off)

    def save(self) -> None:
        """Write the file; a computer that refuses only forgets."""
        values = asdict(self)
        del values["file"]
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part = self.file.with_suffix(".part")
            text = json.dumps(values, ensure_ascii=False, indent=1, default=date.isoformat)
            part.write_text(text, encoding="utf-8")
            part.replace(self.file)


def load(file: Path) -> Settings:
    """The settings of a file; as at first where it is missing or damaged."""
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
        return Settings(
            file=file,
            language=Language(values["language"]),
            scheme=Scheme(values["scheme"]),
            text_size=_one_of(TEXT_SIZES, values["text_size"]),
            rhythm_months=_one_of(RHYTHMS, values["rhythm_months"]),
            hijri_offset=_one_of(HIJRI_OFFSETS, values["hijri_offset"]),
            schedule=_one_of(SCHEDULE_PLACES, values["schedule"]),
            days_off=tuple(
                Holiday(date.fromisoformat(each["day"]), str(each["ar"]), str(each["fr"]))
                for each in values["days_off"]
            ),
            idle_minutes=_one_of(IDLE_MINUTES, values["idle_minutes"]),
            reminder_minutes=_one_of(REMINDER_MINUTES, values["reminder_minutes"]),
            told_on=str(values["told_on"]),
            backup_folder=str(values["backup_folder"]),
            geometry=str(values["geometry"]),
            folder=str(values["folder"]),
            is_sample=bool(values["is_sample"]),
            tables={
                name: TableLayout(
                    widths=tuple(map(int, table["widths"])),
                    places=tuple(map(int, table["places"])),
                    sort_key=str(table["sort_key"]),
                    is_descending=bool(table["is_descending"]),
                )
                for name, table in values["tables"].items()
            },
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Settings(file=file)


def _one_of(choices: Collection[int], value: object) -> int:
    """The value, where it may be chosen. Raises ValueError."""
    if isinstance(value, int) and value in choices:
        return value
    raise ValueError(value)
