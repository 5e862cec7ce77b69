"""The inline form for the input of an action: Enter submits, Esc cancels."""

from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from ui.actions.actions import Action, Given
from ui.actions.kept_words import KeptWords
from ui.fonts import fix_width
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.forms.date_editor import DateEditor
from ui.forms.editors import LineEditor
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.keys import on_keys
from ui.widgets.labels import Label, note
from ui.widgets.translated import Text, Translated

RowT = TypeVar("RowT")

_DAY = 128


class ActionForm(Translated, Generic[RowT]):
    """The form of an action, hidden until it asks. `given` carries the action and its input.

    On one line, or one under the other where it is narrow. Words that are kept as a draft are
    typed into `kept`.
    """

    given = Signal(object, object)
    given_up = Signal()

    def __init__(self, *, is_narrow: bool = False, kept: KeptWords | None = None) -> None:
        super().__init__()
        self._action: Action[RowT] | None = None
        self.choice = ChoiceEditor(self._choices)
        self.words = LineEditor()
        self.kept = kept
        self.more = LineEditor()
        self.day = DateEditor()
        self._labels: dict[QWidget, Label] = {
            field: note() for field in (self.choice, self.typed, self.more, self.day)
        }
        self.confirm = Button(lambda: _("Confirm"), "check")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._build(is_narrow=is_narrow)
        self._connect()

    @property
    def typed(self) -> LineEditor | KeptWords:
        """The field that the words of the action are typed into."""
        return self.kept or self.words

    def begin(self, action: Action[RowT], former: Given | None = None) -> None:
        """Ask for what an action needs, beginning with what it recorded before.

        Go on without asking where it needs nothing.
        """
        if not action.asks:
            self.given.emit(action, Given())
            return
        self._action = action
        for field, text in self._texts(action).items():
            field.setVisible(text is not None)
            self._labels[field].setVisible(text is not None)
        for line in (self.words, self.more, self.day):
            line.clear()
        self.choice.retranslate()
        self.choice.setCurrentIndex(0)
        # What has a usual day has happened; what has none is due.
        self.day.is_past = action.usual_day is not None
        if action.usual_day is not None:
            self.day.set_value(action.usual_day())
        self._preset(former)
        self.retranslate()
        self.show()
        asked = self.typed if action.words else self.choice if action.choice else self.day
        asked.setFocus()
        if asked is self.day:  # elsewhere it would look as if it had the keyboard
            self.day.selectAll()

    def _preset(self, former: Given | None) -> None:
        if former is not None:
            self.choice.set_value(former.choice)
            self.words.set_value(former.words)
            self.more.set_value(former.more)
            self.day.set_value(former.day)

    def retranslate(self) -> None:
        if self._action is None:
            return
        for field, text in self._texts(self._action).items():
            words = text() if text else ""
            self._labels[field].setText(words)
            field.setAccessibleName(words)

    def _build(self, *, is_narrow: bool) -> None:
        across = QBoxLayout.Direction.LeftToRight
        form = QBoxLayout(QBoxLayout.Direction.TopToBottom if is_narrow else across, self)
        form.setContentsMargins(0, 0, 0, 8 if is_narrow else 0)
        form.setSpacing(4 if is_narrow else 8)
        for field, label in self._labels.items():
            label.setWordWrap(False)
            label.setBuddy(field)
        for field in (self.choice, self.typed, self.more):
            form.addWidget(self._labels[field])
            form.addWidget(field, 0 if is_narrow or field is self.choice else 1)
        # Its direction is not that of the window, so it is not placed by itself.
        day = QHBoxLayout() if is_narrow else form
        day.addWidget(self._labels[self.day])
        day.addWidget(self.day)
        if is_narrow:
            day.setSpacing(8)
            day.addStretch(1)
            form.addLayout(day)
        fix_width(self.day, _DAY)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.give_up)
        buttons.addStretch(1)
        form.addLayout(buttons)
        self.hide()

    def _connect(self) -> None:
        self.confirm.clicked.connect(self._give)
        self.give_up.clicked.connect(self._give_up)
        for line in (self.typed, self.more, self.day):
            line.returnPressed.connect(self._give)
        on_keys(self, "Esc", self._give_up)

    def _give(self) -> None:
        if self._action is None:
            return
        words, more, choice = (
            str(field.value() or "") for field in (self.typed, self.more, self.choice)
        )
        try:
            day = self.day.value()
        except ValueError as error:
            self.day.setFocus()
            self.day.say_problem(str(error))
            return
        given = Given(words, more, day if isinstance(day, date) else None, choice)
        self.given.emit(self._action, given)

    def _give_up(self) -> None:
        self.hide()
        self.given_up.emit()

    def _choices(self) -> list[Choice]:
        return list(self._action.choices()) if self._action else []

    def _texts(self, action: Action[RowT]) -> dict[QWidget, Text | None]:
        return {
            self.choice: action.choice,
            self.typed: action.words,
            self.more: action.more,
            self.day: action.day,
        }
