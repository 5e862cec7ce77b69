"""From the start of the program, without a register, to the first saved session.

Prints the CPU seconds of each step, program and key derivation together, and the keys that it
needs: how long a person waits on an idle computer, and types.

Run: python -m benchmarks.first_session
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from outreach_app.i18n import Language
from outreach_app.models import Meeting
from ui import languages, style
from ui.app import Program
from ui.first_run.page import FirstRunPage
from ui.meetings.page import MeetingsPage
from ui.settings import Settings
from ui.style import Scheme

MAX = 90.0  # seconds, of the waiting and the typing
# For 40 words per minute: the keystroke-level model of Card, Moran and Newell.
A_KEY = 0.28
PASSPHRASE = "four words on paper"
Key, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier


class Hands:
    """Types into the focused widget, and counts keys."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.keys = self.letters = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.keys += 1
        QTest.keyClick(self._focused(), key, modifiers)
        self._application.processEvents()

    def type(self, words: str) -> None:
        self.letters += len(words)
        for letter in words:  # QTest cannot type Arabic
            event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
            QApplication.sendEvent(self._focused(), event)
        self._application.processEvents()

    def reach(self, widget: QWidget) -> None:
        """Press Tab until a widget has the focus."""
        while self._focused() is not widget:
            self.press(Key.Key_Tab)

    def wait(self, is_so: Callable[[], bool]) -> None:
        while not is_so():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)

    def _focused(self) -> QWidget:
        focused = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert focused is not None
        return focused


class Steps:
    """Prints the CPU time of each step of this process, from its start."""

    def __init__(self) -> None:
        self._before = 0.0

    def end(self, name: str) -> None:
        now = time.process_time()
        print(f"{name:44} {now - self._before:5.2f} s of CPU", flush=True)
        self._before = now


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application, steps = QApplication([]), Steps()
    style.apply(Scheme.LIGHT)
    languages.switch(Language.FRENCH)
    hands = Hands(application)
    with tempfile.TemporaryDirectory() as name:
        program = Program(Settings(Path(name) / "window.json"))
        program.show(Path(name) / "data")
        application.processEvents()
        steps.end("start, first paint")
        make_register(program, hands, steps)
        log_session(program, hands)
        steps.end("typing a session, and its saving")
        program.window.close()
        hands.wait(lambda: not program.window.isVisible())
        steps.end("closing, with a backup")
    spent, typed = time.process_time(), (hands.keys + hands.letters) * A_KEY
    print(f"{hands.keys} keys beside {hands.letters} letters: {typed:.0f} s of typing")
    print(f"in all {spent + typed:.0f} s (at most {MAX:.0f})")


def make_register(program: Program, hands: Hands, steps: Steps) -> None:
    """Complete the first run, up to the Today page."""
    gate = program.gate
    hands.wait(lambda: isinstance(gate.currentWidget(), FirstRunPage))
    page = gate.currentWidget()
    assert isinstance(page, FirstRunPage)
    steps.end("loading what an open register needs")
    hands.press(Key.Key_Return)
    for words in ("النخيل", "Annakhil", "الدار البيضاء"):
        hands.type(words)
        hands.press(Key.Key_Tab)
    hands.press(Key.Key_Return)
    for field in (page.passphrase.first, page.passphrase.again):
        hands.reach(field.line)
        hands.type(PASSPHRASE)
    steps.end("typing office and passphrase")
    hands.press(Key.Key_Return)
    hands.wait(page.recovery.isVisible)
    steps.end("creating the register")
    groups, typed = page.recovery.text.split("-"), page.recovery.typed
    hands.reach(typed.lines[typed.asked[0]])
    for place in typed.asked:
        hands.type(groups[place])
    steps.end("typing of the recovery code")
    hands.press(Key.Key_Return)
    hands.wait(lambda: program.shell is not None)
    steps.end("opening the register, its first page")


def log_session(program: Program, hands: Hands) -> None:
    """Type a session of one point, and save it."""
    shell, control = program.shell, Qt.KeyboardModifier.ControlModifier
    assert shell is not None
    hands.press(Key.Key_N, control)
    assert isinstance(shell.page, MeetingsPage)
    hands.press(Key.Key_F6)
    hands.type("eclair")
    hands.press(Key.Key_Return)
    hands.type("Trois lampadaires en panne")
    hands.press(Key.Key_S, control)
    with shell.context.office.database.read() as session:
        assert session.query(Meeting).count() == 1


if __name__ == "__main__":
    main()
