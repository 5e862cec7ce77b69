"""A line to find words in the document shown."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtPdf import QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.summaries.spellings import spelling_in
from ui.widgets.buttons import IconButton
from ui.widgets.keys import on_keys
from ui.widgets.labels import note
from ui.widgets.search_line import SearchLine
from ui.widgets.translated import Translated

_WIDTH = 264  # fits a phrase of a few words


class FindLine(Translated):
    """Marks the matches in a view; Enter goes to the next one, Esc closes the line."""

    def __init__(self, view: QPdfView) -> None:
        super().__init__()
        self._view = view
        self._place = -1
        self._text: str | None = None  # of the whole document, read when it is searched
        self.found = QPdfSearchModel(self)
        self.words = SearchLine(lambda: _("Find in the document"))
        self.count = note()
        self.before = IconButton(lambda: _("Previous"), "caret-up")
        self.after = IconButton(lambda: _("Next"), "caret-down")
        self.end = IconButton(lambda: _("Close"), "x")
        self._build()
        self._connect()
        self.hide()

    def retranslate(self) -> None:
        self._say()

    def begin(self) -> None:
        """Show the line and focus it."""
        self._view.setSearchModel(self.found)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def follow(self) -> None:
        """Search the document that the view now has, which may spell the words otherwise."""
        self._text = None
        self.found.setDocument(self._view.document())
        self.found.setSearchString(self._spelled(self.words.text()))

    def close_line(self) -> None:
        """Hide the line and the marks in the document."""
        self.found.setSearchString("")
        self.words.clear()
        self.hide()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, steps: int) -> None:
        """Move by `steps` matches, wrapping round at the ends."""
        if count := self.found.rowCount(QModelIndex()):
            self._place = (self._place + steps) % count
            place = self.found.resultAtIndex(self._place)
            self._view.setCurrentSearchResultIndex(self._place)
            navigator = self._view.pageNavigator()
            navigator.jump(place.page(), place.location(), navigator.currentZoom())
        self._say()

    def _ask(self, words: str) -> None:
        self._place = -1
        self.found.setSearchString(self._spelled(words))
        self._say()

    def _spelled(self, words: str) -> str:
        if not words:
            return ""
        if self._text is None:
            document = self._view.document()
            pages = range(document.pageCount())
            self._text = "\n".join(document.getAllText(page).text() for page in pages)
        return spelling_in(self._text, words)

    def _arrived(self) -> None:
        if self._place < 0:
            self.go(1)
        self._say()

    def _say(self) -> None:
        count = self.found.rowCount(QModelIndex())
        number, total = isolate(str(self._place + 1)), isolate(str(count))
        if count:
            self.count.setText(_("{number} of {total}").format(number=number, total=total))
        else:
            self.count.setText(_("Nothing found") if self.words.text() else "")

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 4)
        self.words.setMinimumWidth(_WIDTH)
        row.addWidget(self.words)
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.before, self.after, self.end):
            row.addWidget(button)

    def _connect(self) -> None:
        self.words.asked.connect(self._ask)
        self.words.returnPressed.connect(lambda: self.go(1))
        self.found.rowsInserted.connect(self._arrived)
        # The view draws no new matches by itself: those of the first letters stood in their place.
        for changed in (self.found.rowsInserted, self.found.modelReset):
            changed.connect(lambda: self._view.viewport().update())
        self.before.clicked.connect(lambda: self.go(-1))
        self.after.clicked.connect(lambda: self.go(1))
        self.end.clicked.connect(self.close_line)
        on_keys(self, "Esc", self.close_line)
