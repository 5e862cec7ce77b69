"""The overlay of Ctrl+K: records and commands found while typing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from outreach_app.i18n import gettext as _
from outreach_app.queries.found_rows import FoundRow
from outreach_app.queries.search_by_identifier import list_recent
from outreach_app.rights import Right
from ui.context import AppContext
from ui.find.delegate import FoundDelegate
from ui.find.entries import (
    Entry,
    Heading,
    grouped,
    limits_words,
    named_commands,
    nothing_words,
    request_of,
    session_with,
    spoken,
    under,
)
from ui.find.guesses import find_records, month_of, other_searches, registration
from ui.fonts import scaled
from ui.icons import icon
from ui.style import colour
from ui.widgets.commands import Command
from ui.widgets.keys import PASSING
from ui.widgets.labels import note
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Translated

# Milliseconds after the last key before the store is asked.
PAUSE = 50
_WIDTH, _HEIGHT, _TOP = 720, 640, 56
_PAGE = 6  # lines moved by a page key
_COMMANDS = (">", "<")  # a line from right to left shows each as the other
_RECENT, _FIRST = 5, 3  # records and commands shown before anything is typed
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
}


class FindOverlay(Translated):
    """Covers its window; `appear` shows it, Esc hides it and emits `left`.

    `#33` finds a number, digits a telephone, a day its meetings, `>` and words
    commands.
    """

    left = Signal()

    def __init__(
        self,
        context: AppContext,
        window: QWidget,
        commands: Sequence[Command] = (),
        on_page: Callable[[], Sequence[Command]] = tuple,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._commands, self._on_page = commands, on_page
        self._of_page: Sequence[Command] = ()
        self._entries: list[Entry] = []
        self.line = QLineEdit()
        self.results = QListWidget()
        self.advice = note()
        self.keys = note()
        self._delegate = FoundDelegate(self.results)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    @property
    def entry(self) -> Entry | None:
        """The current line."""
        place = self.results.currentRow()
        return self._entries[place] if place >= 0 else None

    @property
    def rows(self) -> list[FoundRow]:
        """The records that are listed."""
        return [entry for entry in self._entries if isinstance(entry, FoundRow)]

    def appear(self) -> None:
        """Show the overlay, with the last query selected."""
        width = min(scaled(_WIDTH), self._window.width() - 32)
        height = min(scaled(_HEIGHT), self._window.height() - 2 * _TOP)
        self.setGeometry(QRect((self._window.width() - width) // 2, _TOP, width, height))
        self._of_page = self._on_page()
        self._show_keys()
        self._search()
        self.show()
        self.raise_()
        self.line.selectAll()
        self.line.setFocus()

    def retranslate(self) -> None:
        self.line.setPlaceholderText(_("Search everything, in Arabic or in French"))
        self.line.setAccessibleName(_("Search everything, in Arabic or in French"))
        self.results.setAccessibleName(_("Found records"))
        self._show_keys()
        self._search()

    @property
    def _records(self) -> bool:
        """Whether sessions are recorded here, by this account."""
        return not self._context.is_headquarters and self._context.may(Right.RECORD)

    def _show_keys(self) -> None:
        begins = (_("Ctrl+Enter: new session with this partner"),) if self._records else ()
        shown = (_("Tab: next kind"), *begins, _("> commands"), _("#33 a number"))
        self.keys.setText(" · ".join(shown))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in PASSING:
            self.hide()  # what is typed now goes elsewhere, which must be in sight
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            # Else Esc would also cancel the form under the overlay.
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            return self._obey(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("base"))
        painter.setPen(colour("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _obey(self, event: QKeyEvent) -> bool:
        """Handle a key of the line; return whether it was handled."""
        key = Qt.Key(event.key())
        is_return = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go_to_next_kind(-1 if key == Qt.Key.Key_Backtab else 1)
        elif is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._log_session()
        elif key == Qt.Key.Key_Escape:
            self._go()
        else:
            return False
        return True

    def _build(self) -> None:
        self.line.addAction(icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setClearButtonEnabled(True)
        self.results.setItemDelegate(self._delegate)
        self.results.setFrameShape(QFrame.Shape.NoFrame)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keys.setContentsMargins(16, 0, 16, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 16, 1, 1)
        layout.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(15, 0, 15, 0)
        head.addWidget(self.line)
        head.addWidget(self.advice)
        layout.addLayout(head)
        layout.addWidget(self.results, 1)
        layout.addWidget(Hairline())
        layout.addWidget(self.keys)

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
        typed = self.line.text().strip()
        if typed.startswith(_COMMANDS):
            named = named_commands(self._of_page, self._commands, typed[1:])
            self._show("", named, "" if named else nothing_words(typed))
        elif typed:
            self._search_records(typed)
        else:
            recent = self._context.read(lambda store: list_recent(store, _RECENT))
            entries = under(_("Recent"), recent)
            self._show("", entries + under(_("Commands"), self._commands[:_FIRST]), "")

    def _search_records(self, typed: str) -> None:
        found = find_records(typed, self._context)
        named = named_commands(self._of_page, self._commands, typed, _FIRST)
        rows, advice = found.rows, limits_words(typed, found, has_commands=bool(named))
        has_people = any(row.kind == "person" for row in rows)
        if has_people and (unlogged := self._context.tell_search(typed)):
            rows, advice = tuple(row for row in rows if row.kind != "person"), unlogged
        entries = [*grouped(rows), *named]
        month = under(_("Perhaps you mean"), filter(None, [month_of(typed, self._context)]))
        if entries:
            self._show(typed, [*entries, *month], advice)
            return
        others = other_searches(typed, self._context, self._search_for)
        meant = month or under(_("Perhaps you mean"), others)
        adding = [registration(typed, self._context)] if self._records else []
        self._show(typed, [*meant, *adding], advice)
        if not meant:
            self.results.setCurrentRow(-1)  # Enter alone does not register what was looked for

    def _search_for(self, words: str) -> None:
        self.line.setText(words)
        self.appear()

    def _show(self, query: str, entries: list[Entry], advice: str) -> None:
        self._entries = entries
        self._delegate.query = query
        self.results.clear()
        for entry in entries:
            item = QListWidgetItem(spoken(entry))
            item.setData(Qt.ItemDataRole.UserRole, entry)
            if isinstance(entry, Heading):
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.results.addItem(item)
        self._step(1)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))

    def _step(self, by: int) -> None:
        """Move the current line by `by` lines, skipping headings."""
        places = [
            place for place, entry in enumerate(self._entries) if not isinstance(entry, Heading)
        ]
        if places:
            current = self.results.currentRow()
            at = places.index(current) if current in places else -1
            self.results.setCurrentRow(places[min(max(at + by, 0), len(places) - 1)])
            if self.results.currentRow() == places[0]:
                self.results.scrollToTop()  # with its heading

    def _go_to_next_kind(self, by: int) -> None:
        """Make the first line of the next or previous kind current, wrapping around."""
        firsts = [
            place + 1 for place, entry in enumerate(self._entries) if isinstance(entry, Heading)
        ]
        if firsts:
            current = self.results.currentRow()
            group = sum(first <= current for first in firsts) - 1
            self.results.setCurrentRow(firsts[(group + by) % len(firsts)])

    def _open_current(self) -> None:
        self._search_at_once()
        match self.entry:
            case FoundRow() as row:
                self._go()
                self._context.open_page(request_of(row))
            case Command() as command:
                self._go()
                command.do()
            case Heading() | None:
                pass  # nothing was found

    def _log_session(self) -> None:
        self._search_at_once()
        entry = self.entry
        request = session_with(entry) if isinstance(entry, FoundRow) else None
        if request is not None and self._records:
            self._go()
            self._context.open_page(request)

    def _search_at_once(self) -> None:
        """Search now if the last keys are still waiting."""
        if self._pause.isActive():
            self._search()

    def _go(self) -> None:
        """Restore the focus before Qt moves it somewhere."""
        self.left.emit()
        self.hide()
