"""A warning above a document about untranslated texts, with a button to translate them."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.translations import untranslated_words
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.flow_layout import in_a_row
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import column_in
from ui.widgets.surfaces import Hairline, Surface
from ui.widgets.translated import Translated


class UntranslatedStrip(Translated, Surface):
    """Hidden if nothing is missing. Emits `translate_asked`, or `issue_asked` to go on."""

    translate_asked = Signal()
    issue_asked = Signal()

    def __init__(self) -> None:
        super().__init__("hover")
        self._missing: Mapping[Language, int] = {}
        self.words = Label()
        self.translate = Button(lambda: _("Translate now"), "translate")
        self.issue = FlatButton(lambda: _("Issue as it is"))
        self._build()
        self.translate.clicked.connect(self.translate_asked)
        self.issue.clicked.connect(self.issue_asked)
        self.show_missing({}, can_translate=False)

    def show_missing(self, missing: Mapping[Language, int], *, can_translate: bool) -> None:
        """Show how many texts of each document are untranslated; hide if none is."""
        self._missing = {page: number for page, number in missing.items() if number}
        self.translate.setVisible(can_translate)
        self.issue.setVisible(can_translate)
        self.setVisible(bool(self._missing))
        self.retranslate()

    def retranslate(self) -> None:
        said = (untranslated_words(page, number) for page, number in self._missing.items())
        self.words.setText("\n".join(said))

    def _build(self) -> None:
        self.words.setWordWrap(True)
        said = QHBoxLayout()
        said.addWidget(IconLabel("translate", "info"))
        said.addWidget(self.words, 1)
        ways = QHBoxLayout()  # below: beside them the words would stand in a narrow column
        ways.addWidget(in_a_row(self.translate, self.issue))
        column = column_in(self)
        for row in (said, ways):
            row.setContentsMargins(24, 8, 16, 0)
            row.setSpacing(8)
            column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(Hairline())
