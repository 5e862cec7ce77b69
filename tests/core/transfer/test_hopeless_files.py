"""A file with only errors is abandoned early, with the number of unread rows."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from outreach_app import i18n
from outreach_app.errors import UnreadableFile
from outreach_app.i18n import Language, isolate
from outreach_app.transfer.meetings_file import read_meetings

GOOD = {"kind": "mt.periodic", "channel": "ch.inperson", "held_on": "2026-10-14"}


def written(folder: Path, meetings: Sequence[object]) -> Path:
    file = folder / "meetings.json"
    content = {"format": "outreach-meetings", "version": 1, "meetings": meetings}
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


@pytest.mark.parametrize("language", Language)
def test_a_file_of_empty_meetings_is_given_up(tmp_path: Path, language: Language) -> None:
    i18n.use(language)
    with pytest.raises(UnreadableFile) as given_up:
        read_meetings(written(tmp_path, [{}] * 1_500))
    assert isolate("1000") in given_up.value.message
    assert isolate("500") in given_up.value.message
    assert "held_on" in given_up.value.message


def test_one_good_meeting_among_the_first_is_enough(tmp_path: Path) -> None:
    entries = read_meetings(written(tmp_path, [{}] * 999 + [GOOD] + [{}] * 500))
    assert len(entries) == 1_500
    assert sum(not entry.problems for entry in entries) == 1
