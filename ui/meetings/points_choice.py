"""Several points at once: one topic for all of them, their removal, and the menu of the table."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTableView

from outreach_app.i18n import gettext as _
from ui.drafts.session_sheet import PointLine
from ui.meetings.cell_line import CellLine
from ui.meetings.point_edits import COMMITMENT, REFERRAL, with_topic
from ui.meetings.points_history import PointsHistory
from ui.meetings.points_model import PointColumn, PointsModel
from ui.widgets.commands import Command, open_menu

PROMISE_KEYS = "F8"  # as on a remark


class PointsView(QTableView):
    """What a table of points offers to those who act on several of them."""

    points: PointsModel
    history: PointsHistory
    line: CellLine

    def edit_cell(self, row: int, column: int) -> None:
        """Start editing a cell."""
        raise NotImplementedError

    def edit_first(self, row: int) -> None:
        """Start editing the first empty cell of a row."""
        raise NotImplementedError

    def mark(self, rows: Sequence[int]) -> None:
        """Select rows; the current one stays."""
        raise NotImplementedError

    def move_point(self, row: int, step: int) -> None:
        """Move a point up or down by that many rows."""
        raise NotImplementedError

    def remove_chosen(self) -> None:
        """Remove the selected points."""
        raise NotImplementedError


class PointsChoice:
    """The points of a table that are selected; the blank line at the end is none."""

    def __init__(self, table: PointsView) -> None:
        self._table = table
        self._others: Sequence[int] = ()  # rows that take the topic of the cell being edited

    def rows(self) -> list[int]:
        """Return the selected rows, in order."""
        points = self._table.points
        chosen = {index.row() for index in self._table.selectionModel().selectedRows()}
        return sorted(row for row in chosen if not points.line(row).is_blank)

    def ask_topic(self) -> None:
        """Edit the topic of the first selected point; the others take it."""
        if rows := self.rows():
            self._table.edit_cell(rows[0], PointColumn.TOPIC)
            self._table.mark(rows)
            self._others = rows[1:]

    def forget(self) -> None:
        """Edit one point alone from now on."""
        self._others = ()

    def pass_on(self, row: int) -> bool:
        """Give the other selected points the topic of a row; return whether there were any."""
        others, self._others = self._others, ()
        points, topic = self._table.points, self._table.points.line(row).point.topic
        if not others or not topic:
            return False
        history = self._table.history
        history.begin()
        for other in others:
            points.set_line(other, with_topic(points.line(other), topic))
        history.end()
        self._table.mark([row, *others])
        self._table.setFocus()
        return True

    def react(self, reaction: str) -> None:
        """Ask for a commitment or a referral that answers the current point."""
        table, row = self._table, self._table.currentIndex().row()
        if row < 0:
            return
        table.edit_cell(row, PointColumn.REACTION)
        cell = table.points.index(row, PointColumn.REACTION)
        if table.line.cell == cell and not table.points.line(row).is_blank:
            table.line.answer(reaction)

    def take_out(self) -> list[tuple[int, PointLine]]:
        """Remove the selected points; return each with the row at which it is put back."""
        table, rows = self._table, self.rows()
        if not rows:
            return []
        table.line.close_cell()
        removed = [(row, table.points.line(row)) for row in rows]
        for row in reversed(rows):
            table.points.remove(row)
        table.setCurrentIndex(table.points.index(rows[0], PointColumn.TOPIC))
        return removed

    def commands(self) -> list[Command]:
        """Return what can be done to the selected points."""
        table, rows = self._table, self.rows()
        if not rows:
            return []
        commands = [Command(lambda: _("Choose the topic"), "tag", self.ask_topic)]
        if len(rows) == 1:
            row = rows[0]
            commands += [
                Command(lambda: _("Edit"), "pencil-simple", lambda: table.edit_first(row), "Enter"),
                Command(
                    lambda: _("Commitment"),
                    "handshake",
                    lambda: self.react(COMMITMENT),
                    PROMISE_KEYS,
                ),
                Command(lambda: _("Referral"), "arrow-bend-up-right", lambda: self.react(REFERRAL)),
                Command(
                    lambda: _("Move up"), "arrow-up", lambda: table.move_point(row, -1), "Ctrl+Up"
                ),
                Command(
                    lambda: _("Move down"),
                    "arrow-down",
                    lambda: table.move_point(row, 1),
                    "Ctrl+Down",
                ),
            ]
        remove = Command(lambda: _("Remove"), "trash", table.remove_chosen, "Del", destroys=True)
        return [*commands, remove]

    def open_menu(self, place: QPoint) -> None:
        """Open the menu where it was asked for; not while another point's cell cannot be left."""
        table = self._table
        index, line = table.indexAt(place), table.line
        if line.is_open and index.row() != line.cell.row() and not line.leave():
            table.setCurrentIndex(line.cell)
            line.setFocus()
            return
        if index.isValid() and index.row() not in self.rows():
            table.setCurrentIndex(index)
        if commands := self.commands():
            cell = table.visualRect(table.currentIndex())
            inside = place if table.rect().contains(place) else cell.center()
            open_menu(commands, table, table.viewport().mapToGlobal(inside))
