"""The languages of registers, each offered in its own words."""

from functools import partial

from PySide6.QtCore import Signal

from outreach_app import i18n
from outreach_app.i18n import Language, ScreenLanguage
from ui.languages import NAMES
from ui.widgets.buttons import FlatButton
from ui.widgets.layouts import row_in
from ui.widgets.translated import Translated


class LanguageButtons(Translated):
    """Arabic and French, without the one on the screen: who reads English may want either.

    Emits `chosen` with a ScreenLanguage.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {
            language: FlatButton(partial(NAMES.__getitem__, language), "translate")
            for language in map(ScreenLanguage, Language)
        }
        row = row_in(self, 8)
        for language, button in self.buttons.items():
            button.clicked.connect(partial(self.chosen.emit, language))
            row.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        for language, button in self.buttons.items():
            button.setVisible(language is not i18n.screen())
