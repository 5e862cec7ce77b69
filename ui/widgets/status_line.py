"""The status line: the last action with Undo or a next step, and the state at the trailing end."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from ui.widgets.buttons import FlatButton
from ui.widgets.labels import IconLabel, KeyCap, Label, LineLabel
from ui.widgets.steps import Steps
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated
from ui.widgets.undo_keys import UndoKeys

HEIGHT = 32
_MARGIN, _GAP = 24, 8


class StatusLine(Translated, Surface):
    """32 px high. The last action stays until the next one, another page or another language."""

    def __init__(self) -> None:
        super().__init__("win")
        self.setFixedHeight(HEIGHT)
        self.steps = Steps()
        self._is_notice = False
        self._go_on: Callable[[], None] | None = None
        self._said_in = i18n.current()
        self._is_new = False
        self._check = IconLabel()
        self._message = LineLabel(pixels=12, tone="muted")
        self._undo_button = FlatButton(lambda: _("Undo"))
        self._undo_keys = KeyCap("Ctrl+Z")
        self._onward: Text | None = None
        self.go_on_button = FlatButton(self._onward_words)
        self._layout = QHBoxLayout(self)
        self._state = Label(pixels=12, tone="muted")
        self.undo_action = QAction(self, shortcut=QKeySequence("Ctrl+Z"))
        self.redo_action = QAction(self)
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self._keys = UndoKeys(self, lambda: self.steps.can_undo or self.steps.can_redo)
        self._build()
        self._undo_button.clicked.connect(self.undo)
        self.undo_action.triggered.connect(self.undo)
        self.redo_action.triggered.connect(self.redo)
        self.go_on_button.clicked.connect(self._continue)
        self.steps.changed.connect(self._follow_steps)
        self._show_undo()

    @property
    def message(self) -> str:
        return self._message.text()

    @property
    def can_undo(self) -> bool:
        return self.steps.can_undo

    def say(
        self,
        message: str,
        undo: Callable[[], None] | None = None,
        *,
        go_on: Callable[[], None] | None = None,
        onward: Text | None = None,
        is_refusal: bool = False,
        is_notice: bool = False,
    ) -> None:
        """Show what was done, and offer to undo it or to go on: `onward` names with what.

        A refusal, which was not done, has no tick. Acts are undone one by one, last first, back to
        one that cannot be undone, and done again until there is another. A notice changed no
        record: the keys still undo the last act.
        """
        if not (is_refusal or is_notice):
            self._keys.note_act()
            self.steps.note(undo)
        self._is_notice = is_notice
        self._show(message, go_on, onward, "warning-circle" if is_refusal else "check")

    def _show(
        self,
        message: str,
        go_on: Callable[[], None] | None = None,
        onward: Text | None = None,
        icon: str = "",
    ) -> None:
        self._go_on, self._onward = go_on, onward
        self.go_on_button.retranslate()
        self._said_in = i18n.current()
        self._check.show_icon(icon, "ok" if icon == "check" else "late")
        self._message.setText(message)
        self._show_undo()
        self._is_new = True
        QTimer.singleShot(0, self, self._grow_old)

    def leave(self) -> None:
        """Clear the last action at a change of page, unless it can be undone.

        What was said in the same step stays, for it led to the page.
        """
        if not self._is_new and (self._is_notice or not self.can_undo):
            self._fall_back()

    def show_state(self, state: str) -> None:
        """Show the state at the trailing end."""
        self._state.setText(state)

    def retranslate(self) -> None:
        # Qt posts LanguageChange later: messages set since are already in the new language.
        if self.message and self._said_in is not i18n.current():
            self._fall_back()

    def add_offer(self, offer: QWidget) -> None:
        """Add a widget that may be offered, before the state."""
        self._layout.insertWidget(self._layout.indexOf(self._state), offer)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return super().event(event)

    def undo(self) -> None:
        """Undo the last action that was not undone yet; say so if there is none."""
        if not self.can_undo:
            self._show(_("There is nothing to undo."))
            return
        self.steps.undo()

    def redo(self) -> None:
        """Do again the last action that was undone; say so if there is none."""
        if not self.steps.can_redo:
            self._show(_("There is nothing to do again."))
            return
        self.steps.redo()

    def _follow_steps(self) -> None:
        """Name an act no longer beside an editor of something else, or name it again."""
        if self._is_new:
            self._show_undo()
        else:
            self._fall_back()

    def _fall_back(self) -> None:
        """Show no more than that the last action can be undone, if it can."""
        self._is_notice = False
        if self.can_undo:
            self._show(_("The last action can be undone."))
        else:
            self._clear()

    def _clear(self) -> None:
        self._go_on = None
        self._check.show_icon("", "ok")
        self._message.setText("")
        self._show_undo()

    def _grow_old(self) -> None:
        self._is_new = False

    def _continue(self) -> None:
        """Go on, and offer it no longer."""
        go_on = self._go_on
        if go_on is not None:
            self._fall_back()
            go_on()

    def _onward_words(self) -> str:
        return self._onward() if self._onward is not None else _("Continue it")

    def _make_room(self) -> None:
        """Hide the state, then the keys of Undo too, if the last action needs the space."""
        spare = (self._undo_keys, self._state)
        items = map(self._layout.itemAt, range(self._layout.count()))
        widgets = (item.widget() for item in items if item is not None)
        shown = [it for it in widgets if it and not it.isHidden() and it not in spare]
        needed = sum(it.sizeHint().width() + _GAP for it in shown)
        room = self.width() - 2 * _MARGIN - needed - _GAP
        for widget in spare:
            is_needed = widget is self._state or self._is_undo_offered
            has_room = is_needed and widget.sizeHint().width() <= room
            widget.setVisible(has_room)
            if has_room:
                room -= widget.sizeHint().width() + _GAP

    @property
    def _is_undo_offered(self) -> bool:
        # Beside a notice it would seem to take the notice back.
        return self.can_undo and not self._is_notice

    def _show_undo(self) -> None:
        self._undo_button.setVisible(self._is_undo_offered)
        self.go_on_button.setVisible(self._go_on is not None)
        self._make_room()

    def _build(self) -> None:
        # Long text is elided: it never widens the window.
        for label in (self._message, self._state):
            label.setMinimumWidth(1)
        self.addActions([self.undo_action, self.redo_action])
        underlined = self._message.font()
        underlined.setUnderline(True)
        for button in (self._undo_button, self.go_on_button):
            button.setFont(underlined)
        layout = self._layout
        layout.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        layout.setSpacing(_GAP)
        for widget in (
            self._check,
            self._message,
            self._undo_button,
            self._undo_keys,
            self.go_on_button,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._state)
