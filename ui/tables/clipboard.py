"""Rows on the clipboard: columns in a sheet, a table in a letter, no invisible marks."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from outreach_app import i18n
from outreach_app.rules.text import clean_line


def copy_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Copy rows under their headings as tabbed text and as HTML."""
    table = [[clean_line(cell) for cell in row] for row in (headings, *rows)]
    data = QMimeData()
    data.setText("\n".join("\t".join(row) for row in table))
    direction = "rtl" if i18n.current().is_right_to_left else "ltr"
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in table)
    cells = "".join(f"<tr>{line}</tr>" for line in lines)
    # For other programs: nothing of it is shown here.
    data.setData("text/html", f'<table dir="{direction}">{cells}</table>'.encode())
    QGuiApplication.clipboard().setMimeData(data)
