"""Stored window state survives a restart, and never prevents one."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from outreach_app.i18n import ScreenLanguage
from outreach_app.presets import Presets
from outreach_app.rules.working_days import Holiday
from ui import settings as window_settings
from ui.settings import Settings, TableLayout
from ui.style import Scheme


def test_what_was_saved_is_read_again(settings: Settings) -> None:
    chosen = replace(
        settings,
        language=ScreenLanguage.FRENCH,
        scheme=Scheme.DARK,
        text_size=125,
        rhythm_months=3,
        hijri_offset=-1,
        schedule=4,
        days_off=(Holiday(date(2026, 11, 19), "عطلة", "Jour chômé"),),
        idle_minutes=30,
        reminder_minutes=0,
        told_on="2026-11-24",
        backup_folder="/another/folder",
        geometry="AQID",
        folder="/a/folder",
        is_sample=True,
        tables={"meetings.fr": TableLayout((300, 120), (1, 0), "day", is_descending=True)},
    )
    chosen.save()
    assert window_settings.load(settings.file) == chosen


@pytest.mark.parametrize("content", ["", "not json", "[]", '{"language": "de"}', '"text"'])
def test_a_damaged_file_starts_as_at_first(settings: Settings, content: str) -> None:
    settings.file.write_text(content, encoding="utf-8")
    assert window_settings.load(settings.file) == settings


@pytest.mark.parametrize(
    "change",
    [
        {"text_size": 900},
        {"idle_minutes": 0},
        {"hijri_offset": "1"},
        {"days_off": [{"day": "tomorrow", "ar": "", "fr": ""}]},
    ],
)
def test_a_choice_that_nobody_can_make_starts_as_at_first(
    settings: Settings, change: dict[str, object]
) -> None:
    settings.save()
    values = json.loads(settings.file.read_text(encoding="utf-8"))
    settings.file.write_text(json.dumps(values | change), encoding="utf-8")
    assert window_settings.load(settings.file) == Settings(settings.file)


def test_presets_hold_until_the_person_chooses(settings: Settings) -> None:
    presets = Presets(language=ScreenLanguage.FRENCH, backup_folder="/preset")
    first = window_settings.load(settings.file, presets)
    assert (first.language, first.backup_folder) == (ScreenLanguage.FRENCH, "/preset")
    first.language = ScreenLanguage.ARABIC
    first.save()
    assert window_settings.load(settings.file, presets).language is ScreenLanguage.ARABIC


def test_one_missing_or_damaged_key_leaves_the_others_as_they_were(settings: Settings) -> None:
    chosen = replace(
        settings, language=ScreenLanguage.FRENCH, backup_folder="/second", text_size=112
    )
    chosen.save()
    written = json.loads(settings.file.read_text(encoding="utf-8"))
    for name in written:
        at_first = getattr(settings, name)
        for values in (
            {key: value for key, value in written.items() if key != name},
            written | {name: None},
            written | {name: {"nobody": ["wrote this"]}},
        ):
            settings.file.write_text(json.dumps(values), encoding="utf-8")
            kept = window_settings.load(settings.file)
            assert kept == replace(chosen, **{name: at_first}), name


def test_keys_of_another_version_stay_in_the_file(settings: Settings) -> None:
    later = {"language": "fr", "colour_of_the_year": {"name": "teal"}}
    settings.file.write_text(json.dumps(later), encoding="utf-8")
    replace(window_settings.load(settings.file), text_size=125).save()
    written = json.loads(settings.file.read_text(encoding="utf-8"))
    assert written["colour_of_the_year"] == {"name": "teal"}
    assert (written["language"], written["text_size"]) == ("fr", 125)


def test_a_folder_that_refuses_only_forgets(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    Settings(tmp_path / "file" / "window.json").save()
    assert (tmp_path / "file").read_text() == "in the way"
