"""The letterheads as they will be printed, beside the step that names the office."""

from PySide6.QtWidgets import QVBoxLayout

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from ui.widgets.labels import Label, small_title
from ui.widgets.letterhead import LetterheadSheet
from ui.widgets.surfaces import Surface


class LetterheadPreview(Surface):
    """One sheet a language."""

    def __init__(self) -> None:
        super().__init__("paper")
        today = clock.today()
        self.sheets = {language: LetterheadSheet(language, today) for language in Language}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(34, 24, 34, 24)
        layout.setSpacing(8)
        layout.addWidget(small_title(lambda: _("Live preview")))
        layout.addWidget(Label(lambda: _("In Arabic"), pixels=12, tone="muted"))
        layout.addWidget(self.sheets[Language.ARABIC], 1)
        layout.addWidget(Label(lambda: _("In French"), pixels=12, tone="muted"))
        layout.addWidget(self.sheets[Language.FRENCH], 1)

    def name_sheets(self) -> None:
        """Name them for screen readers, in the language of the screen."""
        self.sheets[Language.ARABIC].setAccessibleName(_("Letterhead in Arabic"))
        self.sheets[Language.FRENCH].setAccessibleName(_("Letterhead in French"))
