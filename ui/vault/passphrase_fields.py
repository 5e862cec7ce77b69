"""A new passphrase, typed twice."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from outreach_app import vault
from outreach_app.errors import InvalidDraft
from outreach_app.i18n import gettext as _
from ui.vault.strength import Strength, strength_of
from ui.widgets.labels import Label
from ui.widgets.line_field import LineField
from ui.widgets.secret_line import SecretLine
from ui.widgets.translated import Text, Translated

_TONES = {
    Strength.TOO_SHORT: "late",
    Strength.WEAK: "warn",
    Strength.FAIR: "info",
    Strength.STRONG: "ok",
}


class PassphraseFields(Translated):
    """Shows its strength in words while it is typed."""

    def __init__(self, first: Text, again: Text) -> None:
        super().__init__()
        self.first = LineField(first, is_required=True, is_secret=True)
        self.again = LineField(again, is_required=True, is_secret=True)
        self._bar = QProgressBar(textVisible=False, maximum=int(Strength.STRONG))
        self.strength = Label(self._words, pixels=12)
        self._build()
        self.first.line.textChanged.connect(lambda _text: self._judge())
        self._judge()
        self.retranslate()

    def retranslate(self) -> None:
        self._bar.setAccessibleName(_("Strength of the passphrase"))

    def passphrase(self) -> str:
        """Return the passphrase as typed, including surrounding spaces."""
        return self.first.line.text()

    def forget(self) -> None:
        """Clear both fields once the passphrase is in force."""
        self.first.line.clear()
        self.again.line.clear()

    def check(self) -> bool:
        """Show what is wrong; return whether the passphrase can be used."""
        try:
            vault.check_passphrase(self.passphrase())
        except InvalidDraft as error:
            self.first.say(error.message)
            self.first.line.setFocus()
            return False
        if self.again.line.text() != self.passphrase():
            self.again.say(_("The two passphrases differ. Type the second again."))
            self.again.line.setFocus()
            return False
        return True

    def _judge(self) -> None:
        strength = strength_of(self.passphrase())
        self._bar.setValue(int(strength))
        self.strength.set_tone(_TONES[strength] if self.passphrase() else "muted")
        self.strength.retranslate()

    def _words(self) -> str:
        if not self.passphrase():
            return _("At least {least} characters.").format(least=vault.MIN_PASSPHRASE)
        return {
            Strength.TOO_SHORT: _("Too short"),
            Strength.WEAK: _("Weak: add words"),
            Strength.FAIR: _("Fair"),
            Strength.STRONG: _("Strong"),
        }[strength_of(self.passphrase())]

    def _build(self) -> None:
        self._bar.setFixedHeight(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.first)
        layout.addWidget(self._bar)
        below = QHBoxLayout()
        below.addWidget(self.strength, 1)
        if isinstance(self.first.line, SecretLine):
            below.addWidget(self.first.line.keyboard)
        layout.addLayout(below)
        layout.addSpacing(8)
        layout.addWidget(self.again)
        layout.addStretch(1)
