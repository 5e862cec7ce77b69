"""Where the cursor is in the session editor, as its draft keeps it: `subject:12`, `points.0.3:5`.

A cell of the points is named by its row among the filled ones and its column; without a position in
its text it is chosen, but not edited.
"""

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.meetings.labelled import Labelled
from ui.meetings.points_table import PointsTable

_POINTS = "points"


def cursor_in(focused: QWidget | None, fields: Mapping[str, Labelled], table: PointsTable) -> str:
    """Return the name of what has the focus, and the position in its text; "" for anything else."""
    if focused is None:
        return ""
    if table.isAncestorOf(focused) or table is focused:
        index, line = table.currentIndex(), table.line
        if not index.isValid():
            return ""
        above = (table.points.line(row) for row in range(index.row()))
        filled = sum(not line.is_blank for line in above)
        position = f":{line.cursorPosition()}" if line.is_open else ""
        return f"{_POINTS}.{filled}.{index.column()}{position}"
    names = (name for name, it in fields.items() if it.isAncestorOf(focused))
    name = next(names, "")
    return f"{name}:{focused.cursorPosition()}" if isinstance(focused, QLineEdit) else name


def put_cursor(cursor: str, fields: Mapping[str, Labelled], table: PointsTable) -> bool:
    """Put the cursor where it was; return False if that is not there."""
    place, _colon, position = cursor.partition(":")
    noun, *cell = place.split(".")
    if noun == _POINTS and len(cell) == 2:
        row, column = map(int, cell)
        if row >= table.points.rowCount():
            return False
        table.setFocus()
        table.setCurrentIndex(table.points.index(row, column))
        if position:
            table.edit_cell(row, column)
            _move_to(table.line, position)
        return True
    if noun not in fields:
        return False
    widget = fields[noun].widget
    widget.setFocus()
    if isinstance(widget, QLineEdit):
        _move_to(widget, position)
    return True


def _move_to(line: QLineEdit, position: str) -> None:
    if position and int(position) <= len(line.text()):
        line.deselect()
        line.setCursorPosition(int(position))
