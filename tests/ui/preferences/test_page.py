"""A choice takes effect at once and is there after a restart."""

from pytestqt.qtbot import QtBot

from outreach_app import i18n
from outreach_app.i18n import Language
from ui import settings as window_settings
from ui import style
from ui.context import AppContext
from ui.palettes import DARK
from ui.preferences.page import PreferencesPage
from ui.style import Scheme


def test_dark(qtbot: QtBot, context: AppContext) -> None:
    page = PreferencesPage(context)
    qtbot.addWidget(page)
    page.schemes[Scheme.DARK].click()
    assert style.colours() == DARK
    assert window_settings.load(context.settings.file).scheme is Scheme.DARK


def test_french(qtbot: QtBot, context: AppContext) -> None:
    page = PreferencesPage(context)
    qtbot.addWidget(page)
    arabic = page.schemes[Scheme.LIGHT].text()
    page.languages[Language.FRENCH].click()
    qtbot.waitUntil(lambda: page.schemes[Scheme.LIGHT].text() != arabic)
    assert i18n.current() is Language.FRENCH
    assert window_settings.load(context.settings.file).language is Language.FRENCH
