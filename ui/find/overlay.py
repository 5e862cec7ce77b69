"""The overlay of Ctrl+K: results as one types, arrows, Enter."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.found import SearchResult, search_everything, search_headquarters
from outreach_app.queries.found_rows import FoundRow
from ui.context import AppContext
from ui.find.delegate import FoundDelegate, kind_name
from ui.find.targets import find_request
from ui.icons import icon
from ui.style import colour
from ui.widgets.labels import note
from ui.widgets.translated import Translated
from ui.words import search_limits

# Milliseconds after the last key before the store is asked.
PAUSE = 50
_WIDTH, _HEIGHT, _TOP = 640, 480, 72
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FindOverlay(Translated):
    """Lies over the window it is given; `appear` shows it, Esc puts it away."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._rows: list[FoundRow] = []
        self.line = QLineEdit()
        self.results = QListWidget()
        self.advice = note()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def appear(self) -> None:
        """Show the overlay, with what was typed last selected."""
        left = (self._window.width() - _WIDTH) // 2
        height = min(_HEIGHT, self._window.height() - 2 * _TOP)
        self.setGeometry(QRect(left, _TOP, _WIDTH, height))
        self._search()
        self.show()
        self.raise_()
        self.line.selectAll()
        self.line.setFocus()

    def retranslate(self) -> None:
        self.line.setPlaceholderText(_("Search everything, in Arabic or in French"))
        self.line.setAccessibleName(_("Search everything, in Arabic or in French"))
        self.results.setAccessibleName(_("Found records"))
        self._search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        is_escape = event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and is_escape:
            # Else Esc would also give up the form that lies under the overlay.
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() in _LIST_KEYS:
                self.results.keyPressEvent(event)
                return True
            if is_escape:
                self.hide()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("base"))
        painter.setPen(colour("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _build(self) -> None:
        self.line.addAction(icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setClearButtonEnabled(True)
        self.results.setItemDelegate(FoundDelegate(self.results))
        self.results.setFrameShape(QFrame.Shape.NoFrame)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.advice)
        layout.addWidget(self.results, 1)

    def _connect(self) -> None:
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._search_soon)
        self.line.returnPressed.connect(self._open_current)
        self.results.itemClicked.connect(self._open_current)
        self._pause.timeout.connect(self._search)

    def _search_soon(self) -> None:
        self._pause.start()

    def _search(self) -> None:
        self._pause.stop()
        words = self.line.text().strip()
        search = search_headquarters if self._context.is_headquarters else search_everything
        found = self._context.read(lambda store: search(store, words))
        self._rows = list(found.rows)
        self.results.clear()
        for row in self._rows:
            item = QListWidgetItem(f"{row.title}, {kind_name(row.kind)}")
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.results.addItem(item)
        self.results.setCurrentRow(0)
        self._advise(words, found)

    def _advise(self, words: str, found: SearchResult) -> None:
        """Say what to type, that nothing was found, or what the list lacks."""
        advice = ""
        if not words:
            advice = _("Type a name, a topic or words that were said. Either script finds both.")
        elif not found.rows:
            advice = _("Nothing found for {words}. Try fewer letters or another spelling.")
        limits = search_limits(
            len(found.rows), is_cut=found.is_cut, is_complete=not words or found.is_complete
        )
        said = " ".join(filter(None, (advice.format(words=isolate(words)), limits)))
        self.advice.setText(said)
        self.advice.setVisible(bool(said))

    def _open_current(self) -> None:
        if self._pause.isActive():
            self._search()
        place = self.results.currentRow()
        if place < 0:
            return
        request = self._context.read(lambda store: find_request(store, self._rows, place))
        self.hide()
        if request is not None:
            self._context.open_page(request)
