"""Both languages of registers are offered to who reads neither on the screen."""

from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language, ScreenLanguage
from ui import languages
from ui.widgets.language_buttons import LanguageButtons


def test_an_english_window_offers_both_languages(qtbot: QtBot) -> None:
    row = LanguageButtons()
    qtbot.addWidget(row)
    row.show()
    try:
        languages.switch(ScreenLanguage.ENGLISH)
        qtbot.waitUntil(lambda: all(it.isVisible() for it in row.buttons.values()))
        row.chosen.connect(languages.switch)
        row.buttons[ScreenLanguage.FRENCH].click()
        qtbot.waitUntil(row.buttons[ScreenLanguage.FRENCH].isHidden)
        assert row.buttons[ScreenLanguage.ARABIC].isVisible()
    finally:
        languages.switch(Language.ARABIC)
