"""The copying of rows as tab-separated text without invisible marks."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from outreach_app.rules.text import clean_line
from ui.tables.columns import Column, RowT


def copy_table(columns: Sequence[Column[RowT]], rows: Sequence[RowT]) -> None:
    """Copy rows under the titles of the columns, with tabs between cells."""
    headings = [column.title() for column in columns]
    cells = [[(column.copied or column.text)(row) for column in columns] for row in rows]
    lines = ("\t".join(map(clean_line, line)) for line in (headings, *cells))
    # Only text: a QMimeData created here would outlive the program and crash its exit.
    QGuiApplication.clipboard().setText("\n".join(lines))
