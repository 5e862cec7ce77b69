"""The program is killed while a session is typed: the next start has what was typed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from pytestqt.qtbot import QtBot

from outreach_app import startup
from tests import makers
from tests.ui.conftest import Heard
from ui.changes import Changes
from ui.context import AppContext
from ui.meetings.page import MeetingsPage
from ui.settings import Settings
from ui.tasks import Tasks

ROOT = Path(__file__).parents[3]
TYPED_FOR = 5.5  # seconds until the kill
MAY_BE_LOST = 5.0  # of the last typing


def type_and_kill(store: Path, settings: Path) -> tuple[float, list[tuple[float, str]]]:
    """When the program was killed, and what stood in the subject at each moment before."""
    command = [sys.executable, "-m", "tests.ui.meetings.typing_process"]
    process = subprocess.Popen(
        [*command, str(store), str(settings), makers.PASSPHRASE],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
    )
    assert process.stdout is not None
    typed: list[tuple[float, str]] = []
    try:
        for line in process.stdout:
            moment, _space, subject = line.rstrip("\n").partition(" ")
            typed.append((float(moment), subject))
            if typed[-1][0] - typed[0][0] >= TYPED_FOR:
                break
    finally:
        process.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        process.stdout.close()
        process.wait(timeout=10)
    assert process.returncode == -signal.SIGKILL, "the program ended by itself"
    return killed, typed


def test_a_killed_program_loses_five_seconds_of_typing_at_most(
    store: Path, tmp_path: Path, qtbot: QtBot, tasks: Tasks, settings: Settings, heard: Heard
) -> None:
    killed, typed = type_and_kill(store, tmp_path / "typing.json")
    due = [subject for moment, subject in typed if moment <= killed - MAY_BE_LOST]
    assert due, "nothing was typed long enough before"
    with startup.opened(store, makers.PASSPHRASE) as office:
        context = AppContext(office, Changes(), tasks, settings, heard.open_page, heard.say)
        page = MeetingsPage(context)
        qtbot.addWidget(page)
        page.show()
        page.new_session()
        editor = page.editor
        assert not editor.banner.isHidden()
        editor.banner.go_on.click()
        assert editor.head.subject.text().startswith(due[-1].rstrip())
        assert typed[-1][1].startswith(editor.head.subject.text().rstrip())
        assert [line.point.text for line in editor.body.points.lines] == ["عرقلة مدخل السوق"]
