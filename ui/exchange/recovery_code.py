"""The consequences of switching headquarters, and the recovery code that it requires."""

from PySide6.QtWidgets import QVBoxLayout

from outreach_app.i18n import gettext as _
from ui.forms.number_editors import DigitsEditor
from ui.widgets.labels import Label, note
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

_WIDTH = 400


class RecoveryCodeEditor(DigitsEditor):
    """The groups of letters and digits of the code, as they were printed."""

    def parse(self, line: str) -> object:
        return line

    def show_value(self, value: object) -> str:
        return str(value)


class RecoveryCode(Translated, Surface):
    """States the consequences, above the field for the code of this register."""

    def __init__(self) -> None:
        super().__init__("win")
        self.typed = RecoveryCodeEditor()
        self._build()
        self.retranslate()

    def clear(self) -> None:
        """Clear what was typed."""
        self.typed.clear()

    def retranslate(self) -> None:
        self.typed.setAccessibleName(_("Recovery code of this register"))

    def _build(self) -> None:
        self.typed.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            note(
                lambda: _(
                    "From then on, files of the former headquarters are put aside, and it can no "
                    "longer help to open this register: the new one can. What the former one "
                    "answered stays here. The new one is sent the whole register with your next "
                    "file."
                )
            )
        )
        column.addWidget(
            Label(lambda: _("Recovery code of this register"), pixels=12, tone="muted")
        )
        column.addWidget(self.typed)
