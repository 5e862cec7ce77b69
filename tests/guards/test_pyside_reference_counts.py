"""The installed PySide6 keeps the reference counts of None and True (a leak would abort)."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None and True are immortal from Python 3.12 on"
)


class Switch(QObject):
    """An object with one signal."""

    turned = Signal(bool)


def test_a_call_that_returns_nothing_keeps_the_count_of_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) <= 50


@pytest.mark.usefixtures("qapp")
def test_a_signal_of_a_truth_value_keeps_the_count_of_true() -> None:
    switch = Switch()
    seen: list[bool] = []
    switch.turned.connect(seen.append)
    switch.turned.emit(True)
    seen.clear()
    before = sys.getrefcount(True)
    for _ in range(100):
        switch.turned.emit(True)
    seen.clear()
    assert abs(sys.getrefcount(True) - before) <= 50
