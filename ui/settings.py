"""What the window remembers on this computer: place, language, colours."""

import contextlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

import platformdirs

from outreach_app.i18n import Language
from ui.style import Scheme


def settings_file() -> Path:
    """The file in the user's own configuration folder."""
    return Path(platformdirs.user_config_dir("outreach", appauthor=False)) / "window.json"


@dataclass(slots=True)
class Settings:
    """Read at the start, written at each choice; nothing of the register stands in it.

    `geometry` is Qt's own, in base 64; `folder` is the store opened last; `columns` keeps the
    widths of a table's columns in px, by table and language (`meetings.fr`).
    """

    file: Path
    language: Language = Language.ARABIC
    scheme: Scheme = Scheme.SYSTEM
    geometry: str = ""
    folder: str = ""
    columns: dict[str, list[int]] = field(default_factory=dict)

    def save(self) -> None:
        """Write the file; a computer that refuses only forgets."""
        values = asdict(self)
        del values["file"]
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part = self.file.with_suffix(".part")
            part.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
            part.replace(self.file)


def load(file: Path) -> Settings:
    """The settings of a file; as at first where it is missing or damaged."""
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
        return Settings(
            file=file,
            language=Language(values["language"]),
            scheme=Scheme(values["scheme"]),
            geometry=str(values["geometry"]),
            folder=str(values["folder"]),
            columns={name: list(map(int, widths)) for name, widths in values["columns"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Settings(file=file)
