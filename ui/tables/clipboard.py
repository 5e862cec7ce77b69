"""Rows on the clipboard: columns in a sheet, tabs in a letter, no invisible marks."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from outreach_app.rules.text import clean_line


def copy_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Copy rows under their headings, a tab between two cells."""
    lines = ("\t".join(map(clean_line, row)) for row in (headings, *rows))
    # Text alone: data made here would outlive the program in the clipboard, and crash its end.
    QGuiApplication.clipboard().setText("\n".join(lines))
