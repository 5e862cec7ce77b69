"""The centring of a form that is alone in the window."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def add_centred(column: QVBoxLayout, form: QWidget) -> None:
    """Add a form to a column, centred in width and above the middle in height."""
    # Stretches, not an alignment, which would break wrapping text.
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(form)
    row.addStretch(1)
    column.addStretch(1)
    column.addLayout(row)
    column.addStretch(2)
