"""The strip above a form that lists its other drafts."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.drafts import DraftRow
from ui.fonts import fix_height, font, scaled
from ui.widgets.buttons import FlatButton
from ui.widgets.keys import on_keys
from ui.widgets.labels import IconLabel, KeyCap, note
from ui.widgets.line_button import LineButton, LineWords
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated

HEIGHT = 36
_MAX = 3  # in sight; Alt+D lists all
_NARROW = 560  # with less width only the last draft is in sight
_WIDEST, _MIN = 280, 96
_GAP = 24

Words = Callable[[Any], LineWords]


class DraftStrip(Translated, Surface):
    """Hidden if there is no other draft. Signals: `chosen`, `discarded` carry the draft's row."""

    chosen = Signal(object)
    discarded = Signal(object)

    def __init__(self, words: Words, counted: Text = lambda: _("Other drafts: {number}")) -> None:
        super().__init__("hover")
        self._say, self._counted = words, counted
        self.rows: Sequence[DraftRow[Any]] = ()
        self._count = note(self._count_words)
        self._chips = QHBoxLayout()
        self._keys = KeyCap("Alt+D")
        self.all = FlatButton(lambda: _("All drafts"))
        self._build()

    def show_rows(self, rows: Sequence[DraftRow[Any]]) -> None:
        """Show these drafts, the first few as chips; hide without one."""
        self.rows = rows
        while item := self._chips.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row in rows[:_MAX]:
            self._add_chip(row)
        self._count.retranslate()
        self._fit()
        self.setVisible(bool(rows))

    def listen(self, form: QWidget) -> None:
        """List all drafts at Alt+D anywhere in the form."""
        on_keys(form, "Alt+D", self.list_all)

    def list_all(self) -> None:
        """Open the list of the drafts, if there are any."""
        if not self.rows:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in self.rows:
            words = self._say(row)
            action = menu.addAction(f"{words.title} · {words.end}".replace("&", "&&"))
            action.triggered.connect(partial(self.chosen.emit, row))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.all.mapToGlobal(self.all.rect().bottomLeft()))

    def retranslate(self) -> None:
        self.show_rows(self.rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show only the last draft in a narrow pane, and the button only if there are others."""
        is_narrow = self.width() < scaled(_NARROW)
        for part in (self._count, self._keys):
            part.setVisible(not is_narrow)
        self.all.setVisible(not is_narrow or len(self.rows) > 1)
        for place in range(1, self._chips.count()):
            if (item := self._chips.itemAt(place)) and (chip := item.widget()):
                chip.setVisible(not is_narrow)

    def _count_words(self) -> str:
        return self._counted().format(number=isolate(str(len(self.rows))))

    def _add_chip(self, row: DraftRow[Any]) -> None:
        words = self._say(row)
        ground, line = Surface("base", 2), LineButton(words)
        ground.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(ground)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(line)
        line.setFixedHeight(28)
        line.setMinimumWidth(_MIN)
        line.setMaximumWidth(min(_needed_width(words), scaled(_WIDEST)))
        ground.setMaximumWidth(line.maximumWidth() + 16)
        line.clicked.connect(partial(self.chosen.emit, row))
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        go_on, discard = QAction(_("Continue it"), line), QAction(_("Discard it"), line)
        discard.setShortcut(Qt.Key.Key_Delete)
        discard.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        go_on.triggered.connect(partial(self.chosen.emit, row))
        discard.triggered.connect(partial(self.discarded.emit, row))
        line.addActions([go_on, discard])
        self._chips.addWidget(ground)

    def _build(self) -> None:
        fix_height(self, HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(8)
        self._chips.setSpacing(8)
        self._count.setWordWrap(False)
        layout.addWidget(IconLabel("note-pencil"))
        layout.addWidget(self._count)
        # The chips have the room that they need, as far as there is some.
        layout.addLayout(self._chips, 100)
        layout.addStretch(1)
        layout.addWidget(self.all)
        layout.addWidget(self._keys)
        self.all.clicked.connect(self.list_all)
        self.hide()


def _needed_width(words: LineWords) -> int:
    title = QFontMetrics(font(14)).horizontalAdvance(words.title)
    return title + QFontMetrics(font(12)).horizontalAdvance(words.end) + _GAP
