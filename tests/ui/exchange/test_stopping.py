"""Checking and importing stop between two files, and can be continued."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from outreach_app.queries.meetings import list_meetings
from tests import makers
from tests.ui.exchange.desk import Desk, Stick
from ui.requests import ChooseFiles


@contextmanager
def slow(path: Path, desk: Desk) -> Iterator[None]:
    """Make a stick slow: a file requested in the block is returned when the block ends."""
    asked, answered, opening = Event(), Event(), os.open

    def open_slowly(file: str | Path, flags: int, mode: int = 0o777, **where: int) -> int:
        if Path(file) == path:
            asked.set()
            answered.wait()
        return opening(file, flags, mode, **where)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "open", open_slowly)
        yield
        desk.wait_until(asked.is_set)
        desk.page.receive.progress._stop.click()
        answered.set()


@pytest.fixture
def parts(
    enrolled: tuple[Desk, Desk], stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> tuple[Desk, list[Path]]:
    """Return headquarters, and the stick with the files of a precinct."""
    precinct, headquarters = enrolled
    for number in range(2):
        makers.write_meeting(precinct.context.office.database, reference=str(number))
    monkeypatch.setattr("outreach_app.exchange.exporting.bundles.MAX_EVENTS", 5)
    precinct.send()
    return headquarters, stick.bundles()


def stop_after(desk: Desk, first: Path) -> None:
    """Cancel while the second file is read, which is not an exchange file."""
    second = first.with_name(f"{first.stem}.paper.outreach")
    second.write_bytes(b"a letter")
    said = len(desk.heard.said)
    with slow(second, desk):
        desk.page.take(ChooseFiles())
    second.unlink()
    desk.wait_until(lambda: len(desk.heard.said) > said)


def test_after_a_stopped_trial_only_what_was_tried_comes_in(
    parts: tuple[Desk, list[Path]],
) -> None:
    headquarters, files = parts
    pane = headquarters.page.receive
    stop_after(headquarters, files[0])
    assert headquarters.heard.said[-1] == "تم الإيقاف: لم يُستورد أي شيء."
    left = len(files) - 1
    assert f"لم تُجرَّب: \u2066{left}\u2069" in pane.count.text()
    headquarters.press(pane.bring)
    headquarters.wait_until(lambda: "مستوردة" in pane.count.text())
    assert headquarters.statuses() == [("imported", None), ("refused", "E_UNREADABLE")]
    assert f"لم تُستورد: \u2066{left}\u2069" in pane.count.text()
    headquarters.press(pane.go_on)
    headquarters.wait_until(pane.bring.isEnabled)
    assert headquarters.statuses() == [("imported", None)] * left
    headquarters.press(pane.bring)
    headquarters.wait_until(lambda: not pane.bring.isEnabled() and not pane.go_on.isVisible())
    headquarters.wait_until(lambda: len(headquarters.context.read(list_meetings)) == 2)


def test_going_on_with_a_trial_tries_all_of_it(parts: tuple[Desk, list[Path]]) -> None:
    headquarters, files = parts
    stop_after(headquarters, files[0])
    headquarters.press(headquarters.page.receive.go_on)
    headquarters.wait_until(lambda: len(headquarters.statuses()) > 2)
    good = [("imported", None)] * len(files)
    assert [row for row in headquarters.statuses() if row[0] == "imported"] == good  # no gap


def test_a_stopped_import_says_what_came_in_and_what_was_left_out(
    parts: tuple[Desk, list[Path]],
) -> None:
    headquarters, files = parts
    headquarters.try_files()
    pane = headquarters.page.receive
    with slow(files[1], headquarters):
        headquarters.press(pane.bring)
    headquarters.wait_until(pane.go_on.isVisible)
    left = len(files) - 2
    said = headquarters.heard.said[-1]
    assert said.startswith("تم الإيقاف.")
    assert "ملفات مستوردة: \u20662\u2069" in said
    assert f"لم تُستورد: \u2066{left}\u2069" in said
