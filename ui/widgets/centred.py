"""Centring of a form that is alone in the window."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def add_centred(column: QVBoxLayout, form: QWidget) -> None:
    """Add a form to a column, in the middle of its width and above the middle of its height."""
    # Stretches, not an alignment, which would leave no room for words that wrap.
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(form)
    row.addStretch(1)
    column.addStretch(1)
    column.addLayout(row)
    column.addStretch(2)
