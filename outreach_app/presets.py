"""Presets: what an administrator sets for everybody on a computer, in one file."""

from pathlib import Path

import msgspec
import platformdirs

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import ScreenLanguage, isolate
from outreach_app.i18n import gettext as _
from outreach_app.untrusted_files import MAX_SMALL, read_regular


class Presets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Initial settings, which a person can change: none of them is a lock.

    `backup_folder` is the second place of backups; dialogs for exchange files start in
    `exchange_folder`. `office` has the fields of the first setup by name and language (e.g.
    `city_ar`), and `number`.
    """

    language: ScreenLanguage | None = None
    backup_folder: str = ""
    exchange_folder: str = ""
    office: dict[str, str] = {}


def presets_file() -> Path:
    """Return the presets file, in the folder where this system keeps settings for everybody."""
    return Path(platformdirs.site_config_dir("outreach", appauthor=False), "presets.json")


def read_presets(file: Path) -> Presets:
    """Read the presets; without the file nothing is set. Raises UnreadableFile."""
    if not file.exists():
        return Presets()
    try:
        return msgspec.json.decode(read_regular(file, MAX_SMALL), type=Presets)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        message = _(
            "The presets of this computer in {file} cannot be read, and none of them applies. The "
            "administrator of this computer can correct them: {reason}."
        )
        message = message.format(file=isolate(str(file)), reason=isolate(str(error)))
        raise UnreadableFile(message) from error
