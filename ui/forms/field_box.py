"""A field of a form: label above, help or error below."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QMargins, QSignalBlocker, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from outreach_app.i18n import gettext as _
from ui.forms.editors import Editor
from ui.forms.problem_line import ProblemLine
from ui.widgets.labels import Label, note
from ui.widgets.layouts import column_in
from ui.widgets.translated import Text, Translated

GAP = 3  # px between a field and its error, and between rows
_LITTLE = 5


class FieldBox(Translated):
    """An editor with its label, which also names it for screen readers; a click focuses it.

    An error takes the place of the help. In a form room for one line of it is always kept, and a
    longer one takes more once its field has the keyboard, so that what is below does not move while
    the mouse is on its way there, and no label is ever covered.
    """

    def __init__(
        self, label: Text, widget: QWidget, help_: Text | None, *, is_required: bool
    ) -> None:
        super().__init__()
        self._text = label
        self._is_required = is_required
        self._widget = widget
        self._label = note()
        self._help = note(help_)
        if help_ is None:
            self._help.hide()
        self._has_help = help_ is not None
        self._problem: Label = note(tone="late")
        self._problem.hide()
        self._row: Sequence[FieldBox] = ()
        self._build()
        self.retranslate()

    @property
    def editor(self) -> Editor:
        return cast("Editor", self._widget)

    @property
    def problem(self) -> str:
        """The error under the field; "" for none."""
        return self._problem.text()

    @property
    def is_entered(self) -> bool:
        """Whether the keyboard writes in the field."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def keep_room(self, row: "Sequence[FieldBox]") -> Label:
        """Keep room for an error of the row; return the line of this one, to be placed under it."""
        self._row = row
        self._column.removeWidget(self._problem)
        self._problem.deleteLater()
        self._problem = ProblemLine()
        self._problem.hide()
        self.leave_room(self._problem.fontMetrics().height() + GAP)
        return self._problem

    def show_value(self, value: object) -> None:
        """Show a value of a draft, without emitting `edited`."""
        with QSignalBlocker(self._widget):
            self.editor.set_value(value)
        self.show_problem("")

    def show_problem(self, message: str) -> None:
        """Show an error under the field; "" removes its words, but not the room that they took."""
        if message == self.problem:
            return
        self._problem.setText(message)
        if self._row:
            self.place_problems()
        else:
            self.show_line(is_shown=bool(message))
        self._widget.setAccessibleDescription(message)
        self._widget.setProperty("wrong", bool(message))
        style = self._widget.style()
        style.unpolish(self._widget)
        style.polish(self._widget)

    def place_problems(self) -> None:
        """Show one error of the row in the line that is kept: that of the entered field first."""
        wrong = [box for box in self._row if box.problem]
        shown = next((box for box in wrong if box.is_entered), wrong[0] if wrong else None)
        line = self._problem.fontMetrics().height()
        for box in self._row:
            box.leave_room(0 if shown is not None else line + GAP)
            box.show_line(is_shown=box is shown)
        if shown is not None:
            shown.indent_problem()

    def indent_problem(self) -> None:
        """Begin the error under its own field, if there is room for all of it."""
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edges = [box.geometry() for box in self._row]
        left, right = min(it.left() for it in edges), max(it.right() for it in edges)
        indent = right - self.geometry().right() if is_mirrored else self.x() - left
        words = self._problem.fontMetrics().horizontalAdvance(self.problem)
        if indent + words >= right - left:
            indent = 0
        margins = QMargins(0, 0, indent, 0) if is_mirrored else QMargins(indent, 0, 0, 0)
        self._problem.setContentsMargins(margins)

    def require(self, *, is_required: bool) -> None:
        """Mark the field as required, or no longer."""
        self._is_required = is_required
        self.retranslate()

    def focus(self) -> None:
        """Put the cursor in the field."""
        self._widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        words = self._text()
        self._label.setText(f"{words}\u00a0*" if self._is_required else words)
        self._widget.setAccessibleName(
            _("{field}, required").format(field=words) if self._is_required else words
        )

    def show_line(self, *, is_shown: bool) -> None:
        """Show the error instead of the help, in as much room at least."""
        if self._has_help:
            self._problem.setMinimumHeight(self._help.height() if is_shown else 0)
            self._help.setVisible(not is_shown)
        self._problem.setVisible(is_shown)
        if isinstance(self._problem, ProblemLine):
            self._problem.lay_out(is_entered=self.is_entered)

    def leave_room(self, height: int) -> None:
        """Leave room under the field, or little where its help or a check box is."""
        is_without = self._has_help or isinstance(self._widget, QCheckBox)
        self._column.setContentsMargins(0, 0, 0, _LITTLE if is_without else height)
        self._column.activate()  # at once, before the row is laid out

    def _build(self) -> None:
        self._column = column_in(self, GAP)
        self._label.setBuddy(self._widget)
        if isinstance(self._widget, QCheckBox):  # a check box shows its own label
            self._label.hide()
        for part in (self._label, self._widget, self._help, self._problem):
            self._column.addWidget(part)
        self._column.addStretch(1)
