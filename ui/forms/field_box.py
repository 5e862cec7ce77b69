"""A field of a form: label above, help and error below."""

from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from outreach_app.i18n import gettext as _
from ui.forms.editors import Editor
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.translated import Text, Translated


class FieldBox(Translated):
    """An editor with its label, which also names it for screen readers; a click focuses it."""

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
        self._problem = note(tone="late")
        self._problem.hide()
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

    def show_value(self, value: object) -> None:
        """Show a value of a draft, without emitting `edited`."""
        with QSignalBlocker(self._widget):
            self.editor.set_value(value)
        self.show_problem("")
        self._problem.hide()

    def show_problem(self, message: str) -> None:
        """Show an error under the field; "" removes its words.

        Their room is kept: the next field must not move while the mouse is on its way to it.
        """
        if message == self.problem:
            return
        self._problem.setMinimumHeight(0 if message else self._problem.height())
        self._problem.setText(message)
        if message:
            self._problem.show()
        self._widget.setAccessibleDescription(message)
        self._widget.setProperty("wrong", bool(message))
        style = self._widget.style()
        style.unpolish(self._widget)
        style.polish(self._widget)

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

    def _build(self) -> None:
        layout = column_in(self, 4)
        self._label.setBuddy(self._widget)
        if isinstance(self._widget, QCheckBox):  # a check box shows its own label
            self._label.hide()
        for part in (self._label, self._widget, self._help, self._problem):
            layout.addWidget(part)
        layout.addStretch(1)
