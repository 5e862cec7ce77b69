"""A card with an inline action on its lines."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal

from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from ui.actions.action_draft import list_drafted
from ui.actions.action_form import ActionForm
from ui.actions.actions import Action, Given
from ui.actions.undoable import carry_out
from ui.context import AppContext
from ui.today.section import Section
from ui.widgets.commands import Command
from ui.widgets.labels import note
from ui.widgets.line_button import ActingLine, LineWords
from ui.widgets.translated import Text


class Waiting(Protocol):
    """What the rows of all cards have in common."""

    @property
    def uid(self) -> UUID: ...


RowT = TypeVar("RowT", bound=Waiting)


class ActingSection(Section, Generic[RowT]):
    """A card whose form opens under its line, and stays open while the lines are read again.

    The button of a line begins the first of the actions; its menu has all that its row allows.
    `opened` carries the uid of the line to open; `asking` is emitted when its form opens.
    """

    opened = Signal(object)
    asking = Signal()

    def __init__(
        self,
        context: AppContext,
        title: Text,
        nothing: Text,
        actions: Sequence[Action[RowT]],
        words: Callable[[RowT], LineWords],
        *,
        is_main: bool = False,
    ) -> None:
        super().__init__(title, nothing, lambda: _("Show all"), is_main=is_main)
        self._context = context
        self._action, self._others = actions[0], actions[1:]
        self._asking = self._action  # what the form asks for
        self._words = words
        self._rows: Sequence[RowT] = ()
        self._asked: UUID | None = None
        self.lines: list[ActingLine] = []
        self.form: ActionForm[RowT] = ActionForm(
            context, is_narrow=True, is_long=self._action.is_long
        )
        self.problem = note(tone="late")
        self.problem.hide()
        self.problem.setContentsMargins(0, 0, 0, 8)
        for widget in (self.form, self.problem):
            widget.setParent(self)  # they are deleted with the card, even if never shown
        self.form.given.connect(self._act)
        self.form.given_up.connect(self._give_up)
        self.form.edited.connect(self.problem.hide)

    def show_rows(self, rows: Sequence[RowT], count: int) -> None:
        """Show these rows out of a total of `count`."""
        self._rows = rows
        drafted = list_drafted(self._context) if rows else frozenset()
        begun = {uid for name, uid in drafted if name in self._drafts()}
        told = [
            (row.uid, _marked(self._words(row)) if row.uid in begun else self._words(row))
            for row in rows
        ]
        if told == self._told:
            self._show_count(count, len(told))
            return
        for widget in (self.form, self.problem):
            self._lines.removeWidget(widget)
        self._told = told
        self.lines = [self._line(*each) for each in told]
        self.show_lines(self.lines, count)
        self._place_form()

    def _line(self, uid: UUID, words: LineWords) -> ActingLine:
        line = ActingLine(words, self._action.title, self._action.icon)
        line.button.setAccessibleDescription(line.line.accessibleName())
        line.clicked.connect(partial(self.opened.emit, uid))
        line.acted.connect(partial(self._begin, uid, self._action))
        line.others = partial(self._commands, uid)
        line.button.setVisible(self._context.may(self._action.right))
        return line

    def _drafts(self) -> set[str]:
        """Return the names of the drafts of its actions."""
        return {each.draft for each in (self._action, *self._others) if each.draft}

    def _commands(self, uid: UUID) -> list[Command]:
        """Return what else can be done with a row."""
        rows = [row for row in self._rows if row.uid == uid]
        return [
            Command(each.title, each.icon, partial(self._begin, uid, each))
            for each in self._others
            if self._context.may(each.right) and each.is_offered(rows)
        ]

    def _begin(self, uid: UUID, action: Action[RowT]) -> None:
        """Open the form under that line; its button pressed again closes it."""
        if self._asked == uid and self._asking is action:
            self._give_up()
            return
        self._asked, self._asking = uid, action
        self.problem.hide()
        self._place_form()
        self.form.begin(action, uid)
        if action.asks:
            self.asking.emit()

    def _place_form(self) -> None:
        """Place the form under its line; close it if the line is gone."""
        place = self._place()
        if place is None:
            self._end()
            return
        self._lines.insertWidget(place + 1, self.form)
        self._lines.insertWidget(place + 2, self.problem)

    def _act(self, action: Action[RowT], given: Given) -> None:
        place = self._place()
        if place is None:
            return
        try:
            carry_out(self._context, action, [self._rows[place]], given)
        except OutreachError as error:
            self.problem.setText(error.message)
            self.problem.show()
            return
        self.form.draft.discard()
        self._end()
        self._focus(place)

    def _give_up(self) -> None:
        place = self._place()
        self._end()
        if place is not None:
            self._focus(place)

    def _end(self) -> None:
        self._asked = None
        self.form.hide()
        self.problem.hide()

    def _focus(self, place: int) -> None:
        """Focus the line now at that position, so that the next key is not lost."""
        if self.lines:
            self.lines[min(place, len(self.lines) - 1)].button.setFocus()

    def _place(self) -> int | None:
        uids = [row.uid for row in self._rows]
        return uids.index(self._asked) if self._asked in uids else None


def _marked(words: LineWords) -> LineWords:
    """Return the line of a row for which something is typed and not recorded."""
    return replace(words, under=" · ".join(filter(None, (_("Draft"), words.under))))
