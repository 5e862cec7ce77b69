"""The strip under a list: what is chosen there, and what can be done with it."""

from collections.abc import Sequence
from functools import partial
from typing import Generic

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.actions.action_form import ActionForm
from ui.actions.actions import Action
from ui.listings.subject import RowT, Way
from ui.widgets.buttons import Button
from ui.widgets.labels import note, small_title
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated


class ActionStrip(Translated, Surface, Generic[RowT]):
    """What can be done to the chosen rows, and where one leads; its form carries an action."""

    def __init__(
        self, actions: Sequence[Action[RowT]], ways: Sequence[Way[RowT]], empty: Text
    ) -> None:
        super().__init__("win")
        self._actions, self._ways = actions, ways
        self._empty = empty
        self._rows: Sequence[RowT] = ()
        self.title = small_title()
        self.facts = note()
        self.buttons = [Button(action.title, action.icon) for action in actions]
        self.ways = [Button(way.title, way.icon) for way in ways]
        self.form: ActionForm[RowT] = ActionForm()
        self._build()
        self._connect()
        self.retranslate()

    def show_rows(self, rows: Sequence[RowT], title: str, facts: str) -> None:
        """Show what is chosen: its words where it is one, else how many."""
        self._rows = rows
        count = isolate(str(len(rows)))
        many = _("Chosen: {count}").format(count=count)
        self.title.setText(many if len(rows) > 1 else title or self._empty())
        self.facts.setText(facts if len(rows) == 1 else "")
        for action, button in zip(self._actions, self.buttons, strict=True):
            button.setVisible(bool(rows) and all(action.is_possible(row) for row in rows))
        for way, button in zip(self._ways, self.ways, strict=True):
            button.setVisible(len(rows) == 1 and way.is_possible(rows[0]))
        self.form.hide()

    def retranslate(self) -> None:
        if not self._rows:
            self.title.setText(self._empty())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.title)
        said.addWidget(self.facts)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(said, 1)
        for button in self.ways:
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self.form)

    def _connect(self) -> None:
        for action, button in zip(self._actions, self.buttons, strict=True):
            button.clicked.connect(partial(self.form.begin, action))
        for way, button in zip(self._ways, self.ways, strict=True):
            button.clicked.connect(partial(self._follow, way))

    def _follow(self, way: Way[RowT]) -> None:
        for row in self._rows:
            way.follow(row)

    def minimumSizeHint(self) -> QSize:
        # Long words of a record must not widen the window.
        return QSize(0, super().minimumSizeHint().height())
