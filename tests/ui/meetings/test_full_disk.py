"""A session on a full disk is said not to be saved, stays on the screen, and is saved later."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from outreach_app.queries.meetings import list_meetings
from tests import disks
from ui.context import AppContext
from ui.meetings.page import MeetingsPage
from ui.requests import LogSession


@pytest.fixture
def store(new_store: Path, tmp_path: Path) -> Iterator[Path]:
    """Return the folder of this test's own store, on a disk of its own."""
    with disks.small_disk(tmp_path / "disk", 32) as disk:
        yield Path(shutil.copytree(new_store, disk / "store"))


def test_what_a_full_disk_refuses_is_saved_once_there_is_room(
    context: AppContext, store: Path, qtbot: QtBot
) -> None:
    page = MeetingsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.take(LogSession())
    editor = page.editor
    editor.head.subject.setText("Éclairage")
    ballast = disks.fill(store.parent)
    assert editor.save() is None
    assert editor.failure.words == _(
        "The disk is full: the session was not saved. What you typed stays on the screen. "
        "Free some space, then try again."
    )
    assert editor.head.subject.text() == "Éclairage"
    ballast.unlink()
    editor.failure.way.click()
    assert len(context.read(list_meetings)) == 1
