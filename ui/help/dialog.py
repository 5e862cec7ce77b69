"""The help dialog: the list of pages, and the chosen page beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from outreach_app.i18n import gettext as _
from outreach_app.i18n import screen
from ui.fonts import fix_width
from ui.help.delegate import TopicDelegate
from ui.help.pages import help_title
from ui.help.text import HelpText
from ui.widgets.buttons import Button
from ui.widgets.layouts import column_in
from ui.widgets.over import resize_over
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.shortcuts import Shortcut, ShortcutsList
from ui.widgets.surfaces import Hairline, Surface

_LIST, _SIZE = 208, (1040, 680)


class HelpDialog(QDialog):
    """Opens on the page of `key`; the shortcuts are the last page."""

    def __init__(
        self, key: str, keys: Sequence[str], shortcuts: Sequence[Shortcut], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self.topics = QListWidget()
        self.text = HelpText()
        self.shortcuts = ShortcutsList(shortcuts)
        self._stack = QStackedWidget()
        self.setWindowTitle(_("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_over(self, *_SIZE)
        self._build()
        self.topics.currentRowChanged.connect(self._show)
        self.topics.setCurrentRow(self._keys.index(key) if key in self._keys else 0)
        self.topics.setFocus()

    def _show(self, row: int) -> None:
        if row == len(self._keys):
            self._stack.setCurrentIndex(1)
            return
        self._stack.setCurrentIndex(0)
        self.text.show_page(self._keys[row])

    def _build(self) -> None:
        self.topics.setFrameShape(QFrame.Shape.NoFrame)
        self.topics.setItemDelegate(TopicDelegate(self.topics))
        fix_width(self.topics, _LIST)
        self.topics.setAccessibleName(_("Help topics"))
        self.topics.addItems([help_title(key, screen()) for key in self._keys])
        self.topics.addItem(_("Shortcuts"))
        area = ScrollArea(self.shortcuts)
        self._stack.addWidget(self.text)
        self._stack.addWidget(area)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.topics)
        row.addWidget(Hairline(is_vertical=True))
        row.addWidget(self._stack, 1)
        # Not Qt's own button, which has an imperative in Arabic unlike all others.
        close = Button(lambda: _("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addStretch(1)
        foot.addWidget(close)
        ground = Surface()
        column = column_in(ground)
        column.addLayout(row, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
