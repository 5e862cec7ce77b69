"""What the window remembers survives a restart, and never stops one."""

from dataclasses import replace
from pathlib import Path

import pytest

from outreach_app.i18n import Language
from ui import settings as window_settings
from ui.settings import Settings
from ui.style import Scheme


def test_what_was_saved_is_read_again(settings: Settings) -> None:
    chosen = replace(
        settings,
        language=Language.FRENCH,
        scheme=Scheme.DARK,
        geometry="AQID",
        folder="/a/folder",
        columns={"meetings.fr": [300, 120]},
    )
    chosen.save()
    assert window_settings.load(settings.file) == chosen


@pytest.mark.parametrize("content", ["", "not json", "[]", '{"language": "en"}', '"text"'])
def test_a_damaged_file_starts_as_at_first(settings: Settings, content: str) -> None:
    settings.file.write_text(content, encoding="utf-8")
    assert window_settings.load(settings.file) == settings


def test_a_folder_that_refuses_only_forgets(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    Settings(tmp_path / "file" / "window.json").save()
