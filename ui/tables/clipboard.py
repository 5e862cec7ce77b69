"""The copying of rows as a table and as tab-separated text, without invisible marks."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel

from outreach_app import i18n
from outreach_app.rules.text import clean_line
from ui.tables.columns import Column, RowT


def copy_table(columns: Sequence[Column[RowT]], rows: Sequence[RowT]) -> None:
    """Copy rows under the titles of the columns, as HTML and with tabs between cells."""
    headings = [clean_line(column.title()) for column in columns]
    cells = [
        [clean_line((column.copied or column.text)(row)) for column in columns] for row in rows
    ]
    copied = _copied()
    copied.setText("\n".join("\t".join(line) for line in (headings, *cells)))
    copied.setHtml(_table(headings, cells))
    QGuiApplication.clipboard().setMimeData(copied)


def _table(headings: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    language = i18n.current()
    direction = "rtl" if language.is_right_to_left else "ltr"
    lines = [_line("th", headings), *(_line("td", line) for line in cells)]
    return (
        f'<html><head><meta charset="utf-8"></head><body><table dir="{direction}"'
        f' lang="{language.value}" border="1">{"".join(lines)}</table></body></html>'
    )


def _line(tag: str, cells: Sequence[str]) -> str:
    inside = "".join(f'<{tag} dir="auto">{escape(cell)}</{tag}>' for cell in cells)
    return f"<tr>{inside}</tr>"


def _copied() -> QMimeData:
    """Return empty contents for the clipboard.

    Qt makes them: those created here would outlive the program and crash its exit.
    """
    model = QStandardItemModel()
    item = QStandardItem()
    model.appendRow(item)
    copied = model.mimeData([item.index()])
    copied.clear()
    return copied
