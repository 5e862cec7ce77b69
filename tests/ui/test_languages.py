"""A switch of language changes texts, direction, dates and Qt's own buttons."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from outreach_app import i18n
from outreach_app.i18n import Language
from outreach_app.rules.text import language_of
from ui import languages
from ui.widgets.labels import Label


def test_direction_words_and_locale(qtbot: QtBot, qapp: QApplication) -> None:
    label = Label(lambda: i18n.current().value)
    qtbot.addWidget(label)
    assert label.text() == "ar"
    assert label.layoutDirection() is Qt.LayoutDirection.RightToLeft
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: label.text() == "fr")
    assert label.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert QLocale().name() == "fr_MA"


def test_latin_words_lead_from_the_right_in_arabic(qtbot: QtBot) -> None:
    label = Label(lambda: "Annakhil")
    qtbot.addWidget(label)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: bool(label.alignment() & Qt.AlignmentFlag.AlignLeft))


def test_qt_itself_speaks_the_language(qtbot: QtBot) -> None:
    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        return box.button(QDialogButtonBox.StandardButton.Cancel).text()

    assert language_of(cancel()) is Language.ARABIC
    languages.switch(Language.FRENCH)
    assert cancel() == "Annuler"


def test_arabic_writes_moroccan_digits() -> None:
    assert QLocale().toString(2026) in {"2026", "2.026"}
    assert QLocale().name() == "ar_MA"


def test_a_text_said_in_the_other_language_leaves_the_window_alone() -> None:
    assert i18n.said_in(Language.FRENCH, lambda: i18n.current().value) == "fr"
    assert i18n.current() is Language.ARABIC
