"""The points as an editable table; after the last there is always a blank line."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.dates import date_words
from ui.drafts.session_sheet import PointLine
from ui.meetings.point_edits import (
    COMMITMENT,
    REFERRAL,
    debtor_of,
    reaction_of,
    with_words,
    words_of,
)
from ui.widgets.tips import tip
from ui.words import code_words, point_kind_words, reaction_words

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class PointColumn(IntEnum):
    """The columns, in reading order."""

    NUMBER = 0
    KIND = 1
    TOPIC = 2
    WORDS = 3
    REACTION = 4


class PointsModel(QAbstractTableModel):
    """The lines of points. Emits `edited` on every edit.

    `present` are the names of the partners present, who can have raised a point.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[PointLine] = [PointLine()]
        self._problems: Mapping[int, str] = {}
        self.present: Mapping[UUID, str] = {}

    @property
    def lines(self) -> tuple[PointLine, ...]:
        """The lines that are not blank."""
        return tuple(line for line in self._lines if not line.is_blank)

    def show_lines(self, lines: Sequence[PointLine]) -> None:
        """Show these lines, and a blank one after them."""
        self.beginResetModel()
        self._lines = [*lines, PointLine()]
        self._problems = {}
        self.endResetModel()

    def show_problems(self, problems: Mapping[int, str]) -> None:
        """Set the problems, by the number of the point among the lines that are not blank."""
        tips = {number: tip(words) for number, words in problems.items()}
        if tips == self._problems:  # as at nearly every key: nothing needs repainting
            return
        self._problems = tips
        last = self.index(len(self._lines) - 1, len(PointColumn) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def line(self, row: int) -> PointLine:
        return self._lines[row]

    def set_line(self, row: int, line: PointLine) -> None:
        """Replace a line; the last one, once it is not blank, gets a blank one after it."""
        if line == self._lines[row]:
            return
        self._lines[row] = line
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(PointColumn) - 1))
        if row == len(self._lines) - 1 and not line.is_blank:
            self._insert(len(self._lines), PointLine())
        self.edited.emit()

    def insert_words(self, row: int, texts: Sequence[str]) -> None:
        """Insert a point for each text from that row on; a blank line is filled first."""
        place = row
        for text in texts:
            if words_of(self._lines[place]):
                place += 1
                self._insert(place, PointLine())
            self.set_line(place, with_words(self._lines[place], text))

    def restore(self, row: int, line: PointLine) -> None:
        """Put back a line that was removed."""
        self._insert(min(row, len(self._lines) - 1), line)
        self.edited.emit()

    def remove(self, row: int) -> None:
        """Remove a line; the blank one at the end stays."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._lines[row]
        self.endRemoveRows()
        self.edited.emit()

    def move(self, row: int, step: int) -> None:
        """Move a line down, or up with -1; the blank one stays last."""
        parent, after = QModelIndex(), row + 2 if step > 0 else row + step
        self.beginMoveRows(parent, row, row, parent, after)
        self._lines.insert(row + step, self._lines.pop(row))
        self.endMoveRows()
        self.edited.emit()

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(PointColumn) - 1)
        last = self.index(len(self._lines) - 1, len(PointColumn) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(PointColumn)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (_Role.DisplayRole, _Role.EditRole):
            return self._text(index.row(), index.column())
        if role == _Role.ToolTipRole:
            return self._problem(index.row())
        if role == _Role.AccessibleTextRole:
            return self._spoken(index)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == _Role.DisplayRole else None
        if role == _Role.DisplayRole:
            return ("", _("Kind"), _("Topic"), _("The point as raised"), _("Reaction"))[section]
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def _spoken(self, index: Index) -> str:
        """Return the cell's text, or its column: screen readers do not read the header."""
        if index.column() == PointColumn.NUMBER:
            return _("Point {number}").format(number=isolate(str(index.row() + 1)))
        title = self.headerData(index.column(), Qt.Orientation.Horizontal)
        said = self._text(index.row(), index.column()) or str(title)
        raiser = raiser_text(self._lines[index.row()], self.present)
        return f"{said} · {raiser}" if raiser and index.column() == PointColumn.WORDS else said

    def _insert(self, row: int, line: PointLine) -> None:
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.insert(row, line)
        self.endInsertRows()

    def _problem(self, row: int) -> str | None:
        if not self._problems:
            return None
        number = sum(not line.is_blank for line in self._lines[: row + 1])
        return None if self._lines[row].is_blank else self._problems.get(number)

    def _text(self, row: int, column: int) -> str:
        line = self._lines[row]
        if column == PointColumn.KIND:
            return point_kind_words(line.point.kind)
        if column == PointColumn.TOPIC:
            return code_words(line.point.topic) if line.point.topic else ""
        if column == PointColumn.WORDS:
            return words_of(line)
        # The number is the position, not a value.
        is_said = column == PointColumn.REACTION and not line.is_blank
        return reaction_text(line, self.present) if is_said else ""


def raiser_text(line: PointLine, names: Mapping[UUID, str]) -> str:
    """Return the name of the person who raised a point; "" if not recorded."""
    raised_by = line.point.raised_by
    return names.get(raised_by, "") if raised_by else ""


def debtor_text(line: PointLine, names: Mapping[UUID, str]) -> str:
    """Return the partner or the authority that owes the commitment; "" for the office or nobody."""
    debtor = debtor_of(line)
    if debtor.authority is not None:
        return code_words(debtor.authority)
    return names.get(debtor.partner, "") if debtor.partner else ""


def reaction_text(line: PointLine, names: Mapping[UUID, str]) -> str:
    """Return the reaction to a point, with day and debtor, or the service."""
    reaction = reaction_of(line)
    words = reaction_words(reaction)
    if reaction == COMMITMENT:
        due_on = line.commitments[0].due_on
        parts = (words, date_words(due_on) if due_on else "", debtor_text(line, names))
        return " · ".join(part for part in parts if part)
    if reaction == REFERRAL:
        return f"{words} · {code_words(line.referrals[0].destination)}"
    return words
