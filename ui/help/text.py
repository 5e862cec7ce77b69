"""A page of the help with its pictures."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from outreach_app.i18n import current, screen
from outreach_app.i18n import gettext as _
from ui.fonts import font
from ui.help.pages import help_picture, help_text

_IMAGE = QTextDocument.ResourceType.ImageResource
_MARGIN = 24


class HelpText(QTextBrowser):
    """Shows one page, in the language current when it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTextBrowser{border:0;padding:0}")  # not a field
        self.setAccessibleName(_("Help"))
        self.setFont(font())
        self.document().setDocumentMargin(_MARGIN)
        option = QTextOption()
        is_mirrored = current().is_right_to_left
        direction = Qt.LayoutDirection
        option.setTextDirection(direction.RightToLeft if is_mirrored else direction.LeftToRight)
        self.document().setDefaultTextOption(option)

    def show_page(self, key: str) -> None:
        """Show the page of a screen from its top."""
        self._key = key
        self.setMarkdown(help_text(key, screen()))
        self._space()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the page again in another width: its pictures are as wide as the text."""
        super().resizeEvent(event)
        if self._key and event.size().width() != event.oldSize().width():
            self.show_page(self._key)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != _IMAGE.value:
            return None  # only the pictures of the program
        picture = QImage.fromData(help_picture(QUrl(name).path(), current()))
        bar = self.verticalScrollBar().sizeHint().width()  # whether it is shown already or not
        room = self.width() - bar - 2 * _MARGIN
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def _space(self) -> None:
        """Set the spacing of lines and paragraphs, which Markdown does not."""
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if "\ufffc" in block.text():  # the placeholder of a picture
                form.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            is_in_list = form.objectIndex() >= 0
            form.setBottomMargin(4 if is_in_list else 10)
            QTextCursor(block).setBlockFormat(form)
            block = block.next()
