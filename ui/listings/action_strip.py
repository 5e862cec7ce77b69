"""The strip under a list: the selected rows and the actions on them."""

from collections.abc import Sequence
from functools import partial
from typing import Generic
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.actions.action_form import ActionForm
from ui.actions.actions import Action
from ui.context import AppContext
from ui.fonts import scaled
from ui.listings.subject import RowT, Way
from ui.widgets.commands import Command, CommandBar
from ui.widgets.fitting import Fitting
from ui.widgets.labels import note, small_title
from ui.widgets.layouts import column_in
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated

_SIDE = 24
_MOST = 132  # px of words; longer ones are scrolled


class ActionStrip(Fitting, Translated, Surface, Generic[RowT]):
    """Shows the actions and links of the selected rows, and asks for an action's input."""

    def __init__(
        self,
        context: AppContext,
        actions: Sequence[Action[RowT]],
        ways: Sequence[Way[RowT]],
        empty: Text,
    ) -> None:
        super().__init__("win")
        self._actions = actions
        self._ways = ways
        self._empty = empty
        self._rows: Sequence[RowT] = ()
        self.drafted: frozenset[tuple[str, UUID]] = frozenset()
        self.title = small_title()
        self.facts = note()
        self.many = note()
        self._words = QWidget()
        self._said = column_in(self._words, 8)
        self.area = ScrollArea(self._words)
        self.bar = CommandBar(in_sight=3, has_keys=True)
        self.form: ActionForm[RowT] = ActionForm(context)
        # The buttons and the form: shown in the strip, or inside the current row.
        self.hands = QWidget()
        self._column = QVBoxLayout(self)
        self._build()
        self.retranslate()

    def fill_from_top(self) -> None:
        """Align to the top of a pane that is taller."""
        self._column.addStretch(1)

    def give_hands(self) -> QWidget:
        """Return the widget with the actions, to be shown inside the current row."""
        hands = self.hands.layout()
        if hands is not None:
            hands.setContentsMargins(24, 0, 24, 8)
        return self.hands

    def show_rows(self, rows: Sequence[RowT], title: str, facts: str) -> None:
        """Show the selection: the text of a single row, else the number of rows."""
        self._rows = rows
        count = isolate(str(len(rows)))
        many = _("Chosen: {count}").format(count=count)
        self.many.setText(many)
        self.many.setVisible(len(rows) > 1 and self.hands.parentWidget() is not self)
        self.title.setText(many if len(rows) > 1 else title or self._empty())
        self.facts.setText(facts if len(rows) == 1 else "")
        self.bar.show_commands(self.commands())
        self.form.hide()
        self.area.verticalScrollBar().setValue(0)
        self.fit()

    def fit(self) -> None:
        """Give the words the lines that they need, and let a long text be scrolled."""
        lines = self._said.totalHeightForWidth(self.width() - 2 * _SIDE)
        needed, most = max(0, lines), scaled(_MOST)  # -1 before it has any room
        self.area.setFixedHeight(min(needed, most))
        is_long = needed > most
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_long else Qt.FocusPolicy.NoFocus)

    def show_drafted(self, drafted: frozenset[tuple[str, UUID]]) -> None:
        """Mark the actions of records for which something is typed and not recorded."""
        self.drafted = drafted
        self.bar.show_commands(self.commands())

    def commands(self) -> list[Command]:
        """Return the commands for the selected rows, the next step first."""
        done = [
            Command(
                partial(self._title, action),
                action.icon,
                partial(self._begin, action),
                action.keys,
                destroys=action.destroys,
            )
            for action in self._actions
            if action.is_offered(self._rows)
        ]
        ways = [way for way in self._ways if self._can_follow(way)]
        first, last = (
            [
                Command(way.title, way.icon, partial(self._follow, way), way.keys)
                for way in ways
                if way.leads is leads
            ]
            for leads in (True, False)
        )
        return sorted((*first, *done, *last), key=lambda command: command.destroys)

    def do_by_keys(self, keys: str) -> None:
        """Run the first command with these keys, if the selected rows have one."""
        for command in self.commands():
            if command.keys == keys:
                command.do()
                return

    def retranslate(self) -> None:
        if not self._rows:
            self.title.setText(self._empty())

    def _build(self) -> None:
        column = self._column
        column.setContentsMargins(_SIDE, 12, _SIDE, 12)
        column.setSpacing(8)
        said = self._said
        self.title.setWordWrap(True)
        said.addWidget(self.title)
        said.addWidget(self.facts)
        for widget in (self._words, self.area.viewport()):
            widget.setAutoFillBackground(False)
        column.addWidget(self.area)
        hands = column_in(self.hands, 8)
        hands.addWidget(self.many)
        hands.addWidget(self.bar)
        hands.addWidget(self.form)
        column.addWidget(self.hands)

    def _begin(self, action: Action[RowT]) -> None:
        """Ask for its input; that of several rows is kept with the first of them."""
        first = self._rows[0]
        self.form.begin(action, first.uid, action.former(first) if len(self._rows) == 1 else None)

    def _title(self, action: Action[RowT]) -> str:
        has_draft = any((action.draft, row.uid) in self.drafted for row in self._rows)
        return " · ".join((action.title(), _("Draft"))) if has_draft else action.title()

    def _can_follow(self, way: Way[RowT]) -> bool:
        if way.pairs:
            is_for_them = len(self._rows) == 2
        else:
            is_for_them = len(self._rows) == 1 or (bool(self._rows) and way.follow_all is not None)
        return is_for_them and all(way.is_possible(row) for row in self._rows)

    def _follow(self, way: Way[RowT]) -> None:
        if len(self._rows) == 1:
            way.follow(self._rows[0])
        elif way.follow_all is not None:
            way.follow_all(self._rows)

    def minimumSizeHint(self) -> QSize:
        # Long words of a record must not widen the window.
        return QSize(0, super().minimumSizeHint().height())
