"""The inline form for the input of an action: Enter submits, Esc cancels."""

from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from ui.actions.action_draft import ActionDraft, Typed
from ui.actions.actions import Action, Given
from ui.actions.paragraph import Paragraph
from ui.context import AppContext
from ui.fonts import fix_width, scaled
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.forms.date_editor import DateEditor
from ui.forms.editors import LineEditor
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.keys import on_keys
from ui.widgets.labels import KeyCap, Label, note
from ui.widgets.translated import Text, Translated

RowT = TypeVar("RowT")

_DAY = 128
_WORDS = 240  # px in which a sentence can be read back


class ActionForm(Translated, Generic[RowT]):
    """The form of an action, hidden until it asks. `given` carries the action and its input.

    `edited` is emitted at any change, which may put right what a refusal told.

    On one line, or one under the other where it is narrow; with `is_long`, its words have three
    lines. What is typed for a record is kept as its draft.
    """

    given = Signal(object, object)
    given_up = Signal()
    edited = Signal()

    def __init__(
        self, context: AppContext, *, is_narrow: bool = False, is_long: bool = False
    ) -> None:
        super().__init__()
        self._action: Action[RowT] | None = None
        self.draft = ActionDraft(context, self._typed, self)
        self.choice = ChoiceEditor(self._choices)
        self.words: LineEditor | Paragraph = Paragraph() if is_long else LineEditor()
        self.more = LineEditor()
        self.day = DateEditor()
        self._labels: dict[QWidget, Label] = {
            field: note() for field in (self.choice, self.words, self.more, self.day)
        }
        self.confirm = Button(lambda: _("Confirm"), "check")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._is_narrow = is_narrow
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        # What is chosen and written; when, and the buttons. Beside each other if both have room.
        self._first, self._last = QBoxLayout(down if is_narrow else across), QHBoxLayout()
        self._form = QBoxLayout(down if is_narrow else across, self)
        self._form.setSpacing(4 if is_narrow else 8)
        self._build(is_narrow=is_narrow)
        self._connect()

    def begin(self, action: Action[RowT], record: UUID, former: Given | None = None) -> None:
        """Ask for what an action needs, beginning with what it recorded of the record before.

        What was typed for it and not recorded goes first. Go on without asking where it needs
        nothing.
        """
        if not action.asks:
            self.given.emit(action, Given())
            return
        self.draft.save()
        self._action = action
        for field, text in self._texts(action).items():
            field.setVisible(text is not None)
            self._labels[field].setVisible(text is not None)
        for line in (self.words, self.more, self.day):
            line.clear()
        self.choice.retranslate()
        self.choice.setCurrentIndex(0)
        # What has a usual day has happened; what has none is due.
        self.day.is_past, self.day.is_due = action.usual_day is not None, action.is_due
        if action.usual_day is not None:
            self.day.set_value(action.usual_day())
        self._preset(former)
        self._show_left(self.draft.open(action.draft, record, self._typed()))
        self.retranslate()
        self._fit()
        self.show()
        asked = self._first_asked(action)
        asked.setFocus()
        if asked is self.day:  # elsewhere it would look as if it had the keyboard
            self.day.selectAll()

    def _first_asked(self, action: Action[RowT]) -> QWidget:
        """Return the first field without a usual answer."""
        if action.choice and (not action.words or self.choice.value() is None):
            return self.choice
        return self.words if action.words else self.day

    def _preset(self, former: Given | None) -> None:
        if former is not None:
            self.choice.set_value(former.choice)
            self.words.set_value(former.words)
            self.more.set_value(former.more)
            self.day.set_value(former.day)

    def _show_left(self, left: Typed | None) -> None:
        if left is not None:
            self.words.set_value(left.words)
            self.more.set_value(left.more)
            self.day.setText(left.day)
            self.choice.set_value(left.choice)

    def _typed(self) -> Typed:
        words, more, choice = (
            str(field.value() or "") for field in (self.words, self.more, self.choice)
        )
        return Typed(words, more, self.day.text(), choice or None)

    def retranslate(self) -> None:
        if self._action is None:
            return
        for field, text in self._texts(self._action).items():
            words = text() if text else ""
            self._labels[field].setText(words)
            field.setAccessibleName(words)

    def _build(self, *, is_narrow: bool) -> None:
        self._form.setContentsMargins(0, 0, 0, 8 if is_narrow else 0)
        form = self._first
        form.setSpacing(4 if is_narrow else 8)
        self._form.addLayout(form, 1)
        for field, label in self._labels.items():
            label.setWordWrap(False)
            label.setBuddy(field)
        for field in (self.choice, self.words, self.more):
            form.addWidget(self._labels[field])
            form.addWidget(field, 0 if is_narrow or field is self.choice else 1)
        # Its direction is not that of the window, so it is not placed by itself.
        day = QHBoxLayout() if is_narrow else self._last
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
        if isinstance(self.words, Paragraph):
            buttons.addWidget(KeyCap("Ctrl+Enter"))
        buttons.addWidget(self.give_up)
        buttons.addStretch(1)
        (form if is_narrow else self._last).addLayout(buttons)
        self._form.addLayout(self._last)
        self.hide()

    def _connect(self) -> None:
        self.confirm.clicked.connect(self._give)
        self.give_up.clicked.connect(self._give_up)
        for line in (self.words, self.more, self.day):
            line.returnPressed.connect(self._give)
        for field in (self.choice, self.words, self.more, self.day):
            field.edited.connect(self.draft.change)
            field.edited.connect(self.edited)
        on_keys(self, "Ctrl+S", self._give)  # as in every other form
        on_keys(self, "Esc", self._give_up)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the day and the buttons under the words where these would have too little room."""
        if self._is_narrow:
            return
        words = sum(scaled(_WORDS) for line in (self.words, self.more) if not line.isHidden())
        labels = [self._labels[field] for field in (self.choice, self.words, self.more)]
        parts = [it for it in (self.choice, *labels) if not it.isHidden()]
        first = sum(it.sizeHint().width() + self._first.spacing() for it in parts) + words
        has_room = first + self._last.sizeHint().width() <= self.width()
        direction = QBoxLayout.Direction
        self._form.setDirection(direction.LeftToRight if has_room else direction.TopToBottom)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed: another record is looked at, or the form is closed."""
        super().hideEvent(event)
        self.draft.save()

    def _give(self) -> None:
        if self._action is None:
            return
        typed = self._typed()
        given = Given(typed.words, typed.more, self.day.day(), typed.choice or "")
        if self._action.day and (wrong := self._wrong_day(given)):
            self.day.setFocus()
            self.day.say_problem(wrong)
            return
        self.given.emit(self._action, given)

    def _wrong_day(self, given: Given) -> str:
        """Return what is wrong with the day, or what is doubted once, to be said at its field."""
        try:
            self.day.value()
            given.the_day()
        except (ValueError, NotAllowed) as error:
            return error.message if isinstance(error, NotAllowed) else str(error)
        return self.day.take_doubt()

    def _give_up(self) -> None:
        self.hide()
        self.given_up.emit()

    def _choices(self) -> list[Choice]:
        return list(self._action.choices()) if self._action else []

    def _texts(self, action: Action[RowT]) -> dict[QWidget, Text | None]:
        return {
            self.choice: action.choice,
            self.words: action.words,
            self.more: action.more,
            self.day: action.day,
        }
