"""A line edit with its label above and its error below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from outreach_app import i18n
from outreach_app.i18n import Language
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.secret_line import SecretLine
from ui.widgets.translated import Text, Translated


class LineField(Translated):
    """`language` is that of its content and gives the direction; None is left-to-right.

    `is_led` aligns left-to-right text to the leading edge of the screen's language. `line` takes
    the place of a plain line edit.
    """

    def __init__(
        self,
        label: Text,
        language: Language | None = None,
        *,
        is_required: bool = False,
        is_secret: bool = False,
        is_led: bool = False,
        line: QLineEdit | None = None,
    ) -> None:
        super().__init__()
        self._name = label
        self._is_led = is_led
        self._label = note(lambda: f"{label()}\u00a0*" if is_required else label())
        self.line = line or (SecretLine() if is_secret else QLineEdit())
        self.problem = note(tone="late")
        self._build(is_right_to_left=language is Language.ARABIC)
        self.line.textEdited.connect(lambda: self.say(""))
        self.retranslate()

    def text(self) -> str:
        """Return the text, without surrounding spaces."""
        return self.line.text().strip()

    def say(self, problem: str) -> None:
        """Show an error under the field; "" clears it."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.line.setProperty("wrong", bool(problem))
        self.line.style().polish(self.line)

    def retranslate(self) -> None:
        # Clear the error: it is in the previous language.
        self.say("")
        self._label.retranslate()
        self.line.setAccessibleName(self._name())
        if self._is_led:
            from_right = i18n.current().is_right_to_left
            side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
            self.line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)

    def _build(self, *, is_right_to_left: bool) -> None:
        direction = Qt.LayoutDirection
        if not isinstance(self.line, SecretLine):  # of any language: its eye is where it always is
            self.line.setLayoutDirection(
                direction.RightToLeft if is_right_to_left else direction.LeftToRight
            )
        layout = column_in(self, 4)
        widgets: tuple[QWidget, ...] = (self._label, self.line, self.problem)
        for widget in widgets:
            layout.addWidget(widget)
