"""Says that a name is written in the letters of the other language; it is saved all the same."""

from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.rules.text import language_of
from ui.widgets.labels import Label


class ScriptNote(Label):
    """Hidden while each of the two names has the letters of its field."""

    _names: tuple[str | None, str | None] = (None, None)

    def __init__(self) -> None:
        super().__init__(pixels=12, tone="warn")
        self.setWordWrap(True)
        self.hide()

    def look(self, arabic: str | None, french: str | None) -> None:
        """Compare the names with the letters of their fields."""
        self._names = arabic, french
        self.retranslate()

    def retranslate(self) -> None:
        words, (arabic, french) = "", self._names
        if arabic and language_of(arabic) is Language.FRENCH:
            said = _("“{name}” is in Latin letters, in the field of the Arabic name.")
            words = said.format(name=isolate(arabic))
        elif french and language_of(french) is Language.ARABIC:
            said = _("“{name}” is in Arabic letters, in the field of the French name.")
            words = said.format(name=isolate(french))
        self.setText(words)
        self.setVisible(bool(words))
