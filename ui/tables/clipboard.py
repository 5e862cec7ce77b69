"""The copying of rows as a table and as tab-separated text, without invisible marks."""

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QToolTip

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.text import clean_line
from ui.tables.columns import Column, RowT
from ui.widgets.tips import tip

_DAY_AND_HOUR = re.compile(r"\b(\d{2}/\d{2}/\d{4}) · (\d{2}:\d{2})\b")


def copy_table(columns: Sequence[Column[RowT]], rows: Sequence[RowT]) -> None:
    """Copy rows under the titles of the columns, as HTML and with tabs between cells."""
    headings = [clean_line(column.title()) for column in columns]
    cells = [[_cell((column.copied or column.text)(row)) for column in columns] for row in rows]
    copied = _copied()
    copied.setText("\n".join("\t".join(line) for line in (headings, *cells)))
    copied.setHtml(_table(headings, cells))
    QGuiApplication.clipboard().setMimeData(copied)


def say_copied(count: int, view: QAbstractItemView) -> None:
    """Show for a moment, under the rows, how many were copied."""
    said = _("Rows copied: {count}").format(count=isolate(str(count)))
    place = view.visualRect(view.currentIndex()).bottomLeft()
    QToolTip.showText(view.viewport().mapToGlobal(place), tip(said), view)


def _cell(words: str) -> str:
    """Return a cell on one line; a spreadsheet takes a day and its hour apart by a space."""
    return _DAY_AND_HOUR.sub(r"\1 \2", clean_line(words))


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
