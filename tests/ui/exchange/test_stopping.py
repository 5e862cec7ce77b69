"""Trying and importing stop between two files; what was left out is said, and gone on with."""

import os
import sys
from pathlib import Path

import pytest

from outreach_app.queries.meetings import list_meetings
from tests import makers
from tests.ui.exchange.desk import Desk, Stick
from ui.requests import ChooseFiles

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no pipes among files")


@pytest.fixture
def parts(
    enrolled: tuple[Desk, Desk], stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> tuple[Desk, list[Path]]:
    """Headquarters, and the stick with the files of a precinct."""
    precinct, headquarters = enrolled
    for number in range(2):
        makers.write_meeting(precinct.context.office.database, reference=str(number))
    monkeypatch.setattr("outreach_app.exchange.exporting.bundles.MOST_EVENTS", 5)
    precinct.send()
    return headquarters, stick.bundles()


def stop_after(desk: Desk, first: Path) -> None:
    """Cancel while the file after the first is read: a pipe, which waits for its other end."""
    pane = desk.page.receive
    pipe = first.with_name(f"{first.stem}.pipe.outreach")
    os.mkfifo(pipe)
    said = len(desk.heard.said)
    desk.page.take(ChooseFiles())
    with pipe.open("wb"):
        pane.progress._stop.click()
    pipe.unlink()
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
    second = files[1].read_bytes()
    files[1].unlink()
    os.mkfifo(files[1])
    headquarters.press(pane.bring)
    with files[1].open("wb") as pipe:
        pane.progress._stop.click()
        pipe.write(second)
    headquarters.wait_until(pane.go_on.isVisible)
    left = len(files) - 2
    said = headquarters.heard.said[-1]
    assert said.startswith("تم الإيقاف.")
    assert "ملفات مستوردة: \u20662\u2069" in said
    assert f"لم تُستورد: \u2066{left}\u2069" in said
