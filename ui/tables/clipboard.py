"""Rows on the clipboard: columns in a sheet, tabs in a letter, no invisible marks."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from outreach_app.rules.text import clean_line
from ui.tables.columns import Column, RowT


def copy_table(columns: Sequence[Column[RowT]], rows: Sequence[RowT]) -> None:
    """Copy rows under the titles of the columns, a tab between two cells."""
    headings = [column.title() for column in columns]
    cells = [[column.text(row) for column in columns] for row in rows]
    lines = ("\t".join(map(clean_line, line)) for line in (headings, *cells))
    # Text alone: data made here would outlive the program in the clipboard, and crash its end.
    QGuiApplication.clipboard().setText("\n".join(lines))
