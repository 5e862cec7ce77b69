"""The program is killed while a session is typed: the next start restores the draft."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from outreach_app import startup
from tests import makers
from tests.key_files import real_key_file
from tests.ui.conftest import Heard
from tests.ui.drafts.chips import chips_of
from ui.changes import Changes
from ui.context import AppContext
from ui.drafts import keeper
from ui.meetings.page import MeetingsPage
from ui.settings import Settings
from ui.tasks import Tasks

ROOT = Path(__file__).parents[3]
MAX_SECONDS = 5  # of typing that can be lost
KEPT = 3  # saves until the kill, while typing continues


def type_and_kill(store: Path, settings: Path) -> tuple[str, str]:
    """Kill the program while it types; return the subject as last saved, and as last typed."""
    real_key_file(store)
    command = [sys.executable, "-m", "tests.ui.meetings.typing_process"]
    told: dict[str, list[str]] = {"typed": [], "kept": []}
    with subprocess.Popen(
        [*command, str(store), str(settings), makers.PASSPHRASE],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            what, _space, subject = line.rstrip("\n").partition(" ")
            told[what].append(subject)
            if what == "typed" and len(told["kept"]) == KEPT:
                process.send_signal(signal.SIGKILL)  # its output until then is still read
    assert process.returncode == -signal.SIGKILL, "the program ended by itself"
    return told["kept"][-1], told["typed"][-1]


def test_a_killed_program_loses_what_was_typed_since_the_draft_was_kept(
    store: Path, tmp_path: Path, qtbot: QtBot, tasks: Tasks, settings: Settings, heard: Heard
) -> None:
    kept, typed = type_and_kill(store, tmp_path / "typing.json")
    with startup.opened(store, makers.PASSPHRASE) as office:
        context = AppContext(office, Changes(), tasks, settings, heard.open_page, heard.say)
        page = MeetingsPage(context)
        qtbot.addWidget(page)
        page.show()
        page.new_session()
        editor = page.editor
        assert not editor.left_drafts.isHidden()
        chips_of(editor.left_drafts)[0].click()
        subject = editor.head.subject.text()
        assert subject.startswith(kept.rstrip())
        assert f"{typed} ".startswith(subject.rstrip())
        assert [line.point.text for line in editor.body.points.lines] == ["عرقلة مدخل السوق"]


def test_a_draft_is_kept_often_enough() -> None:
    assert keeper.INTERVAL <= MAX_SECONDS * 1000
