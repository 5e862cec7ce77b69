"""The editors of form fields; each reads and writes one value of a draft."""

from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QFocusEvent, QTextOption
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSizePolicy, QTextEdit

from outreach_app.i18n import Language
from outreach_app.rules.text import clean_line, clean_text
from ui.languages import direction_of
from ui.widgets.keys import PASSING
from ui.widgets.translated import Retranslating, Text


class Editor(Protocol):
    """A widget that holds one value. Signal: `edited` when the user changed it."""

    @property
    def edited(self) -> SignalInstance: ...

    def value(self) -> object:
        """Return the value as the draft takes it; None for nothing. Raises ValueError."""

    def set_value(self, value: object) -> None:
        """Show a value of a draft."""


class LineEditor(QLineEdit):
    """One line of words; None when it is empty. Words that are filled in show their beginning."""

    _is_filled_in = False

    @property
    def edited(self) -> SignalInstance:
        return self.textEdited

    def value(self) -> object:
        return clean_line(self.text()) or None

    def set_value(self, value: object) -> None:
        self.setText("" if value is None else str(value))
        if not self.hasFocus():
            self.home(False)
            self._is_filled_in = True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        is_placed = event.reason() == Qt.FocusReason.MouseFocusReason or self.hasSelectedText()
        if self._is_filled_in and not is_placed:
            self.end(False)  # what is typed next goes on
        self._is_filled_in = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.home(False)  # long words are read from their beginning


class TextEditor(QTextEdit):
    """Free text on several lines; None when it is empty. Tab goes to the next field.

    A QTextEdit though its text is plain: QPlainTextEdit keeps Arabic paragraphs at the left.
    """

    def __init__(self, height: int = 96) -> None:
        super().__init__()
        self.setFixedHeight(height)
        # The style sheet's least height would take the place of the one just set.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)

    def write_in(self, language: Language) -> None:
        """Run in the direction of a language, whatever that of the window, empty fields too."""
        option = QTextOption(self.document().defaultTextOption())
        option.setTextDirection(direction_of(language))
        self.document().setDefaultTextOption(option)
        self.setLayoutDirection(direction_of(language))

    @property
    def edited(self) -> SignalInstance:
        return self.textChanged

    def value(self) -> object:
        return clean_text(self.toPlainText()) or None

    def set_value(self, value: object) -> None:
        self.setPlainText("" if value is None else str(value))


class CheckEditor(Retranslating, QCheckBox):
    """A box with its words beside it; True or False."""

    def __init__(self, words: Text) -> None:
        super().__init__()
        self._words = words
        self.retranslate()

    @property
    def edited(self) -> SignalInstance:
        return self.clicked

    def value(self) -> object:
        return self.isChecked()

    def set_value(self, value: object) -> None:
        self.setChecked(bool(value))

    def retranslate(self) -> None:
        self.setText(self._words())
