"""A dialog that shows a text, to be read before it is saved."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from outreach_app.atomic_files import write_whole
from outreach_app.errors import WriteFailed
from outreach_app.i18n import gettext as _
from ui.files import Files, file_kind
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.help_topic import explain_under
from ui.widgets.labels import Label, section_title
from ui.widgets.layouts import row_of
from ui.widgets.over import resize_over

_SIZE = (760, 560)


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text for technicians, in English whatever the screen speaks; `name` is that of its file."""

    title: str
    advice: str
    text: str
    name: str


class TextDialog(QDialog):
    """Writes the text to the chosen file, and closes."""

    def __init__(self, shown: ShownText, files: Files, parent: QWidget) -> None:
        super().__init__(parent)
        explain_under(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(shown.title)
        resize_over(self, *_SIZE)
        self._shown = shown
        self._files = files
        self.text = QPlainTextEdit(shown.text, readOnly=True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.text.setAccessibleName(shown.title)
        self.failure = Banner()
        self.save = primary_button(lambda: _("Save as a file"), "floppy-disk")
        self.leave = Button(lambda: _("Close"))
        self._build()
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.reject)

    def _build(self) -> None:
        advice = Label()
        advice.setText(self._shown.advice)
        advice.setWordWrap(True)
        buttons = row_of(self.save)
        buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(section_title(lambda: self._shown.title))
        layout.addWidget(advice)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.failure)
        layout.addLayout(buttons)

    def _save(self) -> None:
        kinds = file_kind(_("Text"), ".txt")
        path = self._files.ask_new_file(self, self._shown.title, self._shown.name, kinds)
        if path is None:
            return
        try:
            write_whole(path, self._shown.text.encode())
        except WriteFailed as error:
            self.failure.show_error(error.message)
        else:
            self.accept()
