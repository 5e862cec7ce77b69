"""The layouts that most widgets have."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def column_in(widget: QWidget, spacing: int = 0) -> QVBoxLayout:
    """Lay out a widget as a column up to its edges."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column


def row_in(widget: QWidget, spacing: int = 0) -> QHBoxLayout:
    """Lay out a widget as a row up to its edges."""
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    return row


def row_of(*widgets: QWidget, spacing: int = 8) -> QHBoxLayout:
    """Lay widgets side by side from the leading edge."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
