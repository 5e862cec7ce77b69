"""Suggestions are whole, and stay under their line."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from tests.ui.painted_words import find_cut_words
from ui import languages
from ui.attendance.suggest_line import SuggestLine
from ui.attendance.suggest_popup import SuggestPopup
from ui.attendance.suggestion import Suggestion

LONG = Suggestion(
    "tp.1",
    "Accessibilité aux personnes en situation de handicap",
    "Protection des personnes vulnérables",
    "ولوج الأشخاص في وضعية إعاقة",
)


@pytest.mark.parametrize("language", Language)
def test_suggestions_are_whole_and_follow_a_line_that_is_moved(
    qtbot: QtBot, language: Language
) -> None:
    languages.switch(language)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 400)
    line = SuggestLine(window)
    line.setGeometry(500, 40, 200, 32)
    line.set_suggestions(lambda _typed: [LONG], 0)
    window.show()
    line.suggest()
    popup = window.findChild(SuggestPopup)
    assert popup is not None
    assert not list(find_cut_words(window, (LONG.words, LONG.note, LONG.other)))
    line.move(500, 120)
    assert popup.y() == line.mapTo(window, QPoint(0, line.height())).y()


def test_suggestions_are_offered_again_after_another_window(qtbot: QtBot) -> None:
    line = SuggestLine()
    qtbot.addWidget(line)
    line.set_suggestions(lambda _typed: [LONG], 0)
    line.show()
    line.suggest()
    for kind, is_shown in ((QEvent.Type.FocusOut, False), (QEvent.Type.FocusIn, True)):
        away = QFocusEvent(kind, Qt.FocusReason.ActiveWindowFocusReason)
        QApplication.sendEvent(line, away)
        assert line.has_suggestions is is_shown
