"""A process that types a session until it is killed.

`python -m tests.ui.meetings.typing_process STORE SETTINGS PASSPHRASE` prints a line after each
word and each time the draft was saved: `typed SUBJECT` or `kept SUBJECT`.
"""

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outreach_app.i18n import Language
from tests.ui.meetings.keyboard import Keyboard
from ui import languages, style
from ui.app import Program
from ui.drafts import keeper
from ui.meetings.page import MeetingsPage
from ui.settings import Settings
from ui.style import Scheme
from ui.unlock.page import UnlockPage

_BETWEEN_WORDS = 20  # milliseconds
_INTERVAL = 200  # between two savings, instead of some seconds


def main(store: str, settings: str, passphrase: str) -> None:
    """Unlock, begin a session, and type forever."""
    keeper.INTERVAL = _INTERVAL
    application = QApplication([])
    style.apply(Scheme.LIGHT)
    languages.switch(Language.ARABIC)
    program = Program(Settings(Path(settings)))
    program.show(Path(store))
    unlock = program.gate.currentWidget()
    assert isinstance(unlock, UnlockPage)
    unlock.secret.setText(passphrase)
    unlock.unlock()
    while program.shell is None:
        QTest.qWait(10)
    program.shell.show_page("meetings")
    page = program.shell.page
    assert isinstance(page, MeetingsPage)
    program.window.activateWindow()
    page.new_session()
    page.editor.head.subject.setFocus()
    application.processEvents()
    _type(page)


def _type(page: MeetingsPage) -> None:
    keyboard = Keyboard(page)
    page.editor.body.points.insert_words(0, ["عرقلة مدخل السوق"])
    # Called after the editor's own slot, which keeps the draft.
    page.editor._keeper.due.connect(lambda: _tell("kept", page))
    number = 0
    while True:
        number += 1
        keyboard.type(f"كلمة{number} ")
        _tell("typed", page)
        QTest.qWait(_BETWEEN_WORDS)


def _tell(what: str, page: MeetingsPage) -> None:
    sys.stdout.write(f"{what} {page.editor.head.subject.text()}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
