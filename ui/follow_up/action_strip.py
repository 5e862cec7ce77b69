"""The strip under a list: what is chosen there, and what can be done with it."""

from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.dates import parse_date
from ui.follow_up.actions import Action, Given
from ui.forms.editors import LineEditor
from ui.forms.number_editors import DateEditor
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.labels import Label, note, small_title
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated

RowT = TypeVar("RowT")


class ActionStrip(Translated, Surface, Generic[RowT]):
    """`asked` carries an action and what was given for it.

    `meeting_asked` opens the meeting, `history_asked` tells what was changed in it, and when.
    """

    asked = Signal(object, object)
    meeting_asked = Signal()
    history_asked = Signal()

    def __init__(self, actions: Sequence[Action[RowT]], empty: Text) -> None:
        super().__init__("win")
        self._actions = actions
        self._empty = empty
        self._rows: Sequence[RowT] = ()
        self._asking: Action[RowT] | None = None
        self.title = small_title()
        self.facts = note()
        self.buttons = [Button(action.title, action.icon) for action in actions]
        self.open_meeting = Button(lambda: _("Open the meeting"), "chats")
        self.history = Button(lambda: _("History"), "clock-counter-clockwise")
        self.words, self.more, self.day = LineEditor(), LineEditor(), DateEditor()
        self._labels: dict[QLineEdit, Label] = {
            field: note() for field in (self.words, self.more, self.day)
        }
        self.confirm = Button(lambda: _("Confirm"), "check")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._form = QWidget()
        self._build()
        self._connect()
        self.retranslate()

    def show_rows(self, rows: Sequence[RowT], title: str, facts: str) -> None:
        """Show what is chosen: its words where it is one, else how many."""
        self._rows = rows
        self._asking = None
        count = isolate(str(len(rows)))
        many = _("Chosen: {count}").format(count=count)
        self.title.setText(many if len(rows) > 1 else title or self._empty())
        self.facts.setText(facts if len(rows) == 1 else "")
        for action, button in zip(self._actions, self.buttons, strict=True):
            button.setVisible(bool(rows) and all(action.is_possible(row) for row in rows))
        for button in (self.open_meeting, self.history):
            button.setVisible(len(rows) == 1)
        self._form.hide()

    def begin(self, action: Action[RowT]) -> None:
        """Do an action, or ask in place for what it needs."""
        if not action.asks:
            self.asked.emit(action, Given())
            return
        self._asking = action
        for field, text in self._texts(action).items():
            field.clear()
            field.setVisible(text is not None)
            self._labels[field].setVisible(text is not None)
        self._name_fields()
        self._form.show()
        (self.words if action.words else self.day).setFocus()

    def retranslate(self) -> None:
        if not self._rows:
            self.title.setText(self._empty())
        self._name_fields()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (*self.buttons, self.open_meeting, self.history):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        form = QHBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        for field in (self.words, self.more, self.day):
            label = self._labels[field]
            label.setWordWrap(False)
            form.addWidget(label)
            form.addWidget(field, 0 if field is self.day else 1)
        self.day.setFixedWidth(128)
        form.addWidget(self.confirm)
        form.addWidget(self.give_up)
        column.addWidget(self._form)
        self._form.hide()

    def _connect(self) -> None:
        for action, button in zip(self._actions, self.buttons, strict=True):
            button.clicked.connect(partial(self.begin, action))
        self.open_meeting.clicked.connect(self.meeting_asked)
        self.history.clicked.connect(self.history_asked)
        self.confirm.clicked.connect(self._say_given)
        self.give_up.clicked.connect(self._form.hide)
        for field in (self.words, self.more, self.day):
            field.returnPressed.connect(self._say_given)

    def _say_given(self) -> None:
        if self._asking is None:
            return
        words, more = (str(field.value() or "") for field in (self.words, self.more))
        self.asked.emit(self._asking, Given(words, more, parse_date(self.day.text())))

    def _name_fields(self) -> None:
        if self._asking is None:
            return
        for field, text in self._texts(self._asking).items():
            words = text() if text else ""
            self._labels[field].setText(words)
            field.setAccessibleName(words)

    def _texts(self, action: Action[RowT]) -> dict[QLineEdit, Text | None]:
        return {self.words: action.words, self.more: action.more, self.day: action.day}

    def minimumSizeHint(self) -> QSize:
        # Long words of a record must not widen the window.
        return QSize(0, super().minimumSizeHint().height())
