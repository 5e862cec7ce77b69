"""The buttons that choose where to write files: a folder, or a removable drive."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.context import AppContext
from ui.widgets.buttons import Button, primary_button
from ui.widgets.menus import open_menu_of


class WriteButtons(QWidget):
    """Where to write. `chosen` carries the folder; only `enrol` is shown if nobody is enrolled."""

    chosen = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._writes_several = False
        self.write = primary_button(self._words, "export")
        self.enrol = primary_button(lambda: _("Enrol a card"), "identification-card")
        self.drives: list[Button] = []
        self._row = QHBoxLayout(self)
        self._build()
        self.write.clicked.connect(self._ask_folder)

    def allow(self, receivers: int, *, is_writing: bool) -> None:
        """Show the buttons for a number of receivers, one file each; disabled while writing."""
        has_receiver, self._writes_several = receivers > 0, receivers > 1
        self.write.retranslate()
        self.write.setVisible(has_receiver)
        self.write.setEnabled(has_receiver and not is_writing)
        self.enrol.setVisible(not has_receiver)
        self.show_drives()

    def open_menu(self, parent: QWidget, place: QPoint) -> None:
        """Open the menu of the buttons that are shown now, the sticks first."""
        open_menu_of((*self.drives, self.write, self.enrol), parent, place)

    def take_focus(self) -> None:
        """Focus the first button."""
        first, *_others = (*self.drives, self.write)
        first.setFocus()

    def show_drives(self) -> None:
        """Show a button for every USB stick; the first is usually the one meant."""
        for button in self.drives:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.drives = []
        for drive in self._context.files.sticks() if self.write.isEnabled() else ():
            words = partial(_drive_words, isolate(drive.name or str(drive)))
            button = Button(words, "hard-drive", is_primary=not self.drives)
            button.clicked.connect(partial(self.chosen.emit, drive))
            self._row.insertWidget(len(self.drives), button)
            self.drives.append(button)
        self.write.set_primary(not self.drives)

    def _words(self) -> str:
        return _("Write the files") if self._writes_several else _("Write the file")

    def _ask_folder(self) -> None:
        folder = self._context.files.ask_folder(self, _("Folder of the exchange files"))
        if folder is not None:
            self.chosen.emit(folder)

    def _build(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.write)
        self._row.addWidget(self.enrol)
        self._row.addStretch(1)


def _drive_words(name: str) -> str:
    return _("Write to {drive}").format(drive=name)
