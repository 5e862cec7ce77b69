"""The choice of a backup to restore in place of the register."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.files import Files, file_kind
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.translated import Translated


class RestoreChoice(Translated):
    """Hidden until a restore is offered. Emits `changed` when the file is another, or none."""

    changed = Signal()

    def __init__(self, files: Files) -> None:
        super().__init__()
        self._files = files
        self.file: Path | None = None
        self._is_missing = False
        self.choose = Button(lambda: _("Choose a backup"), "clock-counter-clockwise")
        self.keep = FlatButton(lambda: _("Open the register as it is"))
        self._said = note(self._words)
        column = column_in(self, 8)
        for button in (self.choose, self.keep):
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeading)
        column.insertWidget(1, self._said)
        self.choose.clicked.connect(self._ask)
        self.keep.clicked.connect(lambda: self.take(None))
        self.keep.hide()
        self.hide()

    def take(self, file: Path | None) -> None:
        """Choose a backup to restore in place of the register; None for the register itself."""
        self.file = file
        self.keep.setVisible(file is not None and not self._is_missing)
        self.retranslate()
        self.changed.emit()

    def show_missing(self, *, is_missing: bool) -> None:
        """Show what a backup does: it begins a register here, or replaces one."""
        self._is_missing = is_missing
        self.retranslate()

    def retranslate(self) -> None:
        self._said.retranslate()

    def _ask(self) -> None:
        from outreach_app.backup import SUFFIX  # noqa: PLC0415  brings SQLAlchemy: when used

        kinds = file_kind(_("Backups"), SUFFIX)
        chosen = self._files.ask_file(self, _("Choose a backup"), kinds)
        if chosen is not None:
            self.take(chosen)

    def _words(self) -> str:
        if self.file is None and self._is_missing:
            return _("The register opens here as it was that day, with the same passphrases.")
        if self.file is None:
            return _(
                "It replaces the register. Accounts and passphrases stay as they are today; where "
                "the register is damaged, missing or older, those of the backup hold."
            )
        return isolate(str(self.file))
