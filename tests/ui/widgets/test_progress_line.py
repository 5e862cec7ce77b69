"""Short work shows nothing; long work shows its progress and can be stopped."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button
from ui.widgets.progress_line import ProgressLine


def test_short_work_never_shows(qtbot: QtBot) -> None:
    line = ProgressLine(patience=0)
    qtbot.addWidget(line)
    line.begin("Backing up")
    line.end()
    QApplication.processEvents()  # in which a running timer would show it
    assert line.isHidden()


def test_long_work_shows_and_stops(qtbot: QtBot) -> None:
    line = ProgressLine(patience=0)
    qtbot.addWidget(line)
    line.begin("Backing up")
    qtbot.waitUntil(line.isVisible)
    button = line.findChild(Button)
    assert button is not None
    with qtbot.waitSignal(line.stopped):
        button.click()
    assert not button.isEnabled()


def test_work_of_unknown_length_is_seen_to_go_on(qtbot: QtBot) -> None:
    line = ProgressLine(patience=0)
    qtbot.addWidget(line)
    line.resize(600, 40)
    line.begin("Opening")
    qtbot.waitUntil(line.isVisible)
    before = line.grab().toImage()
    qtbot.waitUntil(lambda: line.grab().toImage() != before)
    line.advance(1, 2, "")
    known = line.grab().toImage()
    line._move()
    assert line.grab().toImage() == known
