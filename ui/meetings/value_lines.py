"""The lines of a value, each apart from the next: a long name takes two, and is still one."""

from PySide6.QtWidgets import QWidget

from ui.widgets.labels import Label
from ui.widgets.layouts import column_in

_GAP = 6  # px, more than between two lines of one name


def value_lines(value: str) -> QWidget:
    """Return a widget with a label for each line, which wraps."""
    lines = QWidget()
    column = column_in(lines, _GAP)
    for words in value.splitlines():
        label = Label()
        label.setText(words)
        label.setWordWrap(True)
        column.addWidget(label)
    return lines
