"""The strip that edits the selected row of a note: topics, words, day."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import current
from outreach_app.i18n import gettext as _
from ui.forms.editors import LineEditor
from ui.notes.rows import Group, Row
from ui.notes.words import topic_choices
from ui.widgets.buttons import FlatButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.keys import on_keys
from ui.widgets.labels import KeyCap, note
from ui.widgets.layouts import row_in
from ui.widgets.translated import Text, Translated


class RowStrip(Translated):
    """Emits `topic_chosen` with 1 to 3, `typed` on Enter, `left` on Esc.

    Shows the topics offered for a point, and the keys for the row.
    """

    topic_chosen = Signal(int)
    typed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = LineEditor()
        self.problem = note(tone="late")
        self._topics = QWidget()
        self._hints = QWidget()
        self._topics_flow = FlowLayout(self._topics, margin=0, gap=8)
        self._hints_flow = FlowLayout(self._hints, margin=0, gap=8)
        self._row: Row | None = None
        self._build()

    @property
    def is_typing(self) -> bool:
        return not self.line.isHidden()

    def show_row(self, row: Row | None) -> None:
        """Show the actions for a row."""
        self._row = row
        self.end()
        _clear(self._topics_flow)
        for number, words in enumerate(topic_choices(row) if row else [], start=1):
            self._topics_flow.addWidget(self._topic(number, words))
        self._topics.setVisible(bool(row and topic_choices(row)))
        _clear(self._hints_flow)
        for keys, text in _keys_of(row) if row else []:
            self._hints_flow.addWidget(_hint(keys, text))

    def begin(self, text: str, name: str) -> None:
        """Start editing the current text."""
        self.problem.hide()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(name)
        self.line.setText(text)
        self.line.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def say_problem(self, words: str) -> None:
        """Show why what was typed is invalid."""
        self.problem.setText(words)
        self.problem.show()

    def end(self) -> None:
        """Stop editing."""
        self.line.hide()
        self.problem.hide()

    def retranslate(self) -> None:
        self.show_row(self._row)

    def _topic(self, number: int, words: str) -> QWidget:
        chosen = QWidget()
        layout = row_in(chosen, 4)
        button = FlatButton(lambda: words)
        button.clicked.connect(lambda: self.topic_chosen.emit(number))
        layout.addWidget(KeyCap(str(number)))
        layout.addWidget(button)
        return chosen

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        for part in (self.line, self.problem, self._topics, self._hints):
            layout.addWidget(part)
        self.line.returnPressed.connect(lambda: self.typed.emit(self.line.text()))
        on_keys(self.line, "Esc", self.left.emit)
        self.end()


def _keys_of(row: Row) -> list[tuple[str, Text]]:
    """Return the keys that act on a row."""
    if row.group is Group.UNREAD:
        return [("Enter", lambda: _("make it a point"))]
    if row.is_kept:
        return []
    keys: list[tuple[str, Text]] = [("Space", lambda: _("include or exclude it"))]
    if row.words and row.group is not Group.REFERRAL:
        keys.append(
            ("Enter", lambda: _("change its words") if row.field is None else _("change it"))
        )
    if row.group is Group.PROMISE:
        keys += [("D", lambda: _("its day")), ("K", lambda: _("who owes it"))]
    elif row.group is Group.REFERRAL:
        keys.append(("K", lambda: _("the authority")))
    elif row.code:
        keys.append(("K", lambda: _("the kind") if row.group is Group.POINT else _("another")))
    if row.group in (Group.POINT, Group.PROMISE, Group.REFERRAL):
        keys.append((_forwards(), _turned_words(row)))
    return keys


def _forwards() -> str:
    """Return the forward arrow in the direction of the window."""
    return "←" if current().is_right_to_left else "→"


def _turned_words(row: Row) -> Text:
    if row.group is Group.POINT:
        return lambda: _("a commitment")
    return (lambda: _("a referral")) if row.group is Group.PROMISE else (lambda: _("a point"))


def _hint(keys: str, text: Text) -> QWidget:
    hint = QWidget()
    layout = QHBoxLayout(hint)
    layout.setContentsMargins(0, 0, 8, 0)
    layout.setSpacing(8)
    words = note(text)
    words.setWordWrap(False)
    layout.addWidget(KeyCap(keys))
    layout.addWidget(words)
    return hint


def _clear(flow: FlowLayout) -> None:
    while (item := flow.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
