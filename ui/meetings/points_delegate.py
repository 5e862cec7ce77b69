"""The painting of a point's row: icons, text weights, errors in red."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from outreach_app.i18n import gettext as _
from outreach_app.rules.kinds import PointKind
from ui.drafts.session_sheet import PointLine
from ui.fonts import font
from ui.meetings.point_edits import COMMITMENT, OPEN, REFERRAL, reaction_of
from ui.meetings.points_model import PointColumn, PointsModel, raiser_text
from ui.style import colour
from ui.widgets.painted_row import PaintedDelegate, PaintedRow
from ui.words import apart, point_icon

ROW_HEIGHT = 36
_PADDING = 8
_ICON = 16
_GAP = 6


class PointsDelegate(PaintedDelegate):
    """Draws the cells of points; editing happens in CellLine."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model, column = index.model(), PointColumn(index.column())
        if not isinstance(model, PointsModel):
            return
        line, row = model.line(index.row()), PaintedRow(painter, option)
        if row.is_chosen and column is not PointColumn.NUMBER:
            painter.fillRect(option.rect, colour("sel"))
        else:
            row.draw_ground()
        is_wrong = bool(index.data(Qt.ItemDataRole.ToolTipRole))
        inner = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        picture = _icon(line, column, is_wrong=is_wrong)
        if picture is not None:
            square = QRect(inner.x(), inner.center().y() - _ICON // 2, _ICON, _ICON)
            row.draw_icon(square, *picture)
            inner.setLeft(inner.left() + _ICON + _GAP)
        weight = QFont.Weight.Medium if column is PointColumn.WORDS else QFont.Weight.Normal
        tone = _tone(line, column, picture)
        words = str(index.row() + 1) if column is PointColumn.NUMBER else index.data() or ""
        if column is PointColumn.WORDS and (raiser := raiser_text(line, model.present)):
            words = f"{words} · {apart(raiser)}"
        if column is PointColumn.WORDS and line.is_blank:
            words, weight = _("What was said"), QFont.Weight.Normal
        if column is not PointColumn.NUMBER or not is_wrong:
            row.draw_text(inner, words, font(14, weight), tone)


def _icon(line: PointLine, column: PointColumn, *, is_wrong: bool) -> tuple[str, str] | None:
    if column is PointColumn.NUMBER:
        return ("warning-circle", "late") if is_wrong else None
    if column is PointColumn.KIND:
        return point_icon(line.point.kind), "muted"
    if column is not PointColumn.REACTION or line.is_blank:
        return None
    reaction = reaction_of(line)
    if reaction == OPEN:
        is_closed = line.point.kind == PointKind.THANKS
        return ("check-circle", "ok") if is_closed else ("hourglass-medium", "warn")
    names = {COMMITMENT: "handshake", REFERRAL: "arrow-bend-up-right"}
    return names.get(reaction, "chat-circle-text"), "muted"


def _tone(line: PointLine, column: PointColumn, picture: tuple[str, str] | None) -> str:
    if column is PointColumn.REACTION and picture and picture[1] != "muted":
        return picture[1]
    return "muted" if line.is_blank or column is PointColumn.NUMBER else "text"
