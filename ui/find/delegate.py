"""The painting of a search result: matches marked, day and state at the trailing end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from outreach_app.queries.found_rows import FoundRow
from outreach_app.search.snippets import find_hits
from ui.find.entries import Entry, Heading, asides, icon_name, second_line
from ui.fonts import font, scaled
from ui.widgets.commands import Command
from ui.widgets.keys import key_words
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

_HEADING, _RECORD, _COMMAND = 28, 46, 36
_MARGIN, _INDENT, _GAP = 16, 32, 12
_MEDIUM = QFont.Weight.Medium


class FoundDelegate(PaintedDelegate):
    """Draws the Entry kept under Qt.UserRole; `query` is what was typed."""

    query = ""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        match entry:
            case Heading():
                return QSize(0, scaled(_HEADING))
            case Command():
                return QSize(0, scaled(_COMMAND))
            case FoundRow():
                return QSize(0, scaled(_RECORD))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        row = PaintedRow(painter, option)
        row.draw_ground()
        area = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        match entry:
            case Heading(words, count):
                said = f"{words}  {count}"
                row.draw_text(area, said, font(12, QFont.Weight.DemiBold), "muted")
            case Command():
                self._draw_command(row, area, entry)
            case FoundRow():
                self._draw_record(row, area, entry)

    def _draw_command(self, row: PaintedRow, area: QRect, command: Command) -> None:
        row.draw_icon(QRect(area.left(), area.center().y() - 7, 16, 16), command.icon)
        words = area.adjusted(_INDENT, 0, -_width(command.keys, 12) - _GAP, 0)
        row.draw_text(words, command.words(), font(14), _tone(row))
        keys = f"\u2066{key_words(command.keys)}\u2069" if command.keys else ""
        row.draw_text(area, keys, font(12), "muted", is_trailing=True)

    def _draw_record(self, row: PaintedRow, area: QRect, found: FoundRow) -> None:
        row.draw_icon(QRect(area.left(), area.center().y() - 7, 16, 16), icon_name(found.kind))
        over = QRect(area.left(), area.top() + 2, area.width(), area.height() // 2)
        under = over.translated(0, area.height() // 2 - 2)
        first, second = asides(found)
        for line, words, aside, pixels in (
            (over, found.title, first, 14),
            (under, second_line(found), second, 12),
        ):
            face = font(pixels, _MEDIUM if pixels == 14 else QFont.Weight.Normal)
            tone = _tone(row) if pixels == 14 else "muted"
            place = line.adjusted(_INDENT, 0, -_width(aside, pixels) - _GAP, 0)
            row.draw_marked(place, words, face, tone, find_hits(words, self.query))
            row.draw_text(
                line, aside, font(pixels), "text" if pixels == 14 else "muted", is_trailing=True
            )


def _tone(row: PaintedRow) -> str:
    return "seltext" if row.is_chosen else "text"


def _width(words: str, pixels: int) -> int:
    return QFontMetrics(font(pixels)).horizontalAdvance(words) + 1 if words else 0
