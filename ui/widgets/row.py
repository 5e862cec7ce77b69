"""Widgets side by side."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


def row_of(*widgets: QWidget, spacing: int = 8) -> QHBoxLayout:
    """Lay widgets side by side from the leading edge."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
