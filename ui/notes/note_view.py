"""The note, read-only, in its own direction, with the source of a proposal highlighted."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from outreach_app.i18n import gettext as _
from outreach_app.notes.text import Span
from ui.drafts.session_sheet import language_written
from ui.fonts import font
from ui.languages import direction_of
from ui.style import colour
from ui.widgets.translated import Retranslating

_MARGIN = 24


class NoteView(Retranslating, QTextBrowser):
    """Shows a note's text, and highlights a range of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTextBrowser{border:0;padding:0}")  # not a field
        self.setFont(font())
        self.document().setDocumentMargin(_MARGIN)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        option = QTextOption()
        option.setTextDirection(direction_of(language_written(text)))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.setPlainText(text)
        self._places = _places(text)
        self.retranslate()

    def light(self, span: Span | None) -> None:
        """Highlight a range and scroll to it; clear with None."""
        if span is None:
            self.setExtraSelections([])
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places[span.start])
        cursor.setPosition(self._places[span.end], QTextCursor.MoveMode.KeepAnchor)
        lit = QTextEdit.ExtraSelection()
        ground = colour("accent")
        ground.setAlphaF(0.22)
        shown = QTextCharFormat()
        shown.setBackground(ground)
        lit.cursor = cursor
        lit.format = shown
        self.setExtraSelections([lit])
        seen = QTextCursor(self.document())
        seen.setPosition(cursor.selectionStart())
        self.setTextCursor(seen)
        self.ensureCursorVisible()

    def retranslate(self) -> None:
        self.setAccessibleName(_("The note"))


def _places(text: str) -> list[int]:
    """Return the position of each character in Qt's text, which counts some of them twice."""
    places, at = [], 0
    for character in text:
        places.append(at)
        at += 2 if ord(character) > 0xFFFF else 1
    return [*places, at]
