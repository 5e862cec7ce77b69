"""The words on the sample, with its passphrase, which is no secret."""

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.widgets.labels import Label


class SampleNote(Label):
    """Hidden where another register is opened."""

    def __init__(self) -> None:
        self._is_sample = False
        super().__init__(self._words, tone="warn")
        self.setWordWrap(True)

    def tell(self, *, is_sample: bool) -> None:
        """Show it if the register is the sample."""
        self._is_sample = is_sample
        self.retranslate()
        self.setVisible(is_sample)

    def _words(self) -> str:
        if not self._is_sample:
            return ""
        from outreach_app.vault import SAMPLE_PASSPHRASE  # noqa: PLC0415  brings cryptography

        words = _("This is the sample: its data is invented. Its passphrase: {passphrase}")
        return words.format(passphrase=isolate(SAMPLE_PASSPHRASE))
