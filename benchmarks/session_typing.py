"""Typing in the session editor with 200 points, compared with a bare line edit.

Run: python -m benchmarks.session_typing
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks.window import new_office
from outreach_app.i18n import Language
from outreach_app.services.points import PointDraft
from ui import languages, style
from ui.drafts.session_sheet import PointLine
from ui.meetings.points_model import PointColumn
from ui.meetings.session_editor import SessionEditor
from ui.requests import LogSession
from ui.settings import Settings
from ui.shell import Shell
from ui.style import Scheme
from ui.tasks import Tasks

POINTS, LETTERS = 200, 300
TARGET = 16.0  # milliseconds of CPU, of the 95th percentile: one frame
WORDS = "انعدام الإنارة بالزقاق المؤدي إلى المدرسة ليلا "


def main() -> None:
    """Print the median and the 95th percentile of one letter in each field."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    style.apply(Scheme.LIGHT)
    languages.switch(Language.ARABIC)
    bare = QLineEdit()
    bare.show()
    floor = statistics.median(letters(bare))
    with tempfile.TemporaryDirectory() as folder, new_office(Path(folder) / "office") as office:
        tasks = Tasks()
        shell = Shell(office, Settings(Path(folder) / "window.json"), tasks)
        shell.resize(1366, 768)
        shell.show()
        shell.open_page(LogSession())
        editor = shell.findChild(SessionEditor)
        assert editor is not None
        point = PointLine(PointDraft("concern", "tp.6.1", WORDS, "ar"))
        editor.body.points.show_lines([point] * POINTS)
        application.processEvents()
        print(f"a letter in a bare line edit: {floor:.2f} ms")
        for column in (PointColumn.TOPIC, PointColumn.WORDS):
            editor.body.table.edit_cell(POINTS - 1, column)
            report(f"{column.name.lower()} of the last point", editor.body.table.line, floor)
        report("subject", editor.head.subject, floor)
        report("assessment", editor.foot.assessment, floor)
        tasks.stop()
        shell.close()
    print(f"target: p95 at most {TARGET:.0f} ms")


def report(place: str, field: QWidget, floor: float) -> None:
    """Print the times of a field, and the ratio of the median to the floor."""
    times = letters(field)
    median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"{place:24} p50 {median:6.2f} ms  p95 {p95:6.2f} ms  {median / floor:5.1f} x the floor")


def letters(field: QWidget) -> list[float]:
    """Return the CPU milliseconds from each key press to its repaint."""
    field.setFocus()
    times = []
    for number in range(LETTERS):
        letter = WORDS[number % len(WORDS)]
        start = time.process_time()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)
        QApplication.processEvents()
        times.append((time.process_time() - start) * 1000)
    return times


if __name__ == "__main__":
    main()
