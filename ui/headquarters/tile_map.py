"""The regions as tiles in the layout of the map, each with how many precincts reported."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.coverage import RegionCoverage
from outreach_app.rules.territory import REGIONS
from ui.fonts import font, scaled
from ui.forms.territories import region_words
from ui.style import colour
from ui.widgets.reading_order import order_children
from ui.widgets.tips import tip

# Column and row of each region, in the order of REGIONS: west is left in every language.
_PLACES = (
    *((2, 0), (3, 0), (2, 1), (1, 1), (2, 2), (1, 2)),
    *((1, 3), (3, 2), (1, 4), (0, 4), (0, 5), (0, 6)),
)
_WIDTH, _LINES, _GAP = 132, 3, 4
_PALEST, _DARKEST = 24, 96  # of 255: text stays readable on it


class TileMap(QWidget):
    """`chosen` carries the code of the pressed region, or None."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.tiles = {region: _Tile(region) for region in REGIONS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        for (column, row), (region, tile) in zip(_PLACES, self.tiles.items(), strict=True):
            grid.addWidget(tile, row, column)
            tile.clicked.connect(lambda _checked, region=region: self.choose(region))
        order_children(grid)

    def show_regions(self, regions: Mapping[str | None, RegionCoverage]) -> None:
        """Show the reports of each region; one without a precinct is empty."""
        for code, tile in self.tiles.items():
            tile.show_coverage(regions.get(code, RegionCoverage(code, 0, 0, 0)))

    def choose(self, region: str | None) -> None:
        """Choose a region, or clear the choice if it was already chosen."""
        is_on = region is not None and self.tiles[region].isChecked()
        for code, tile in self.tiles.items():
            tile.setChecked(is_on and code == region)
        self.chosen.emit(region if is_on else None)


class _Tile(QAbstractButton):
    """Name, reports received of those awaited, meetings held; darker if more complete."""

    def __init__(self, region: str) -> None:
        super().__init__()
        self._coverage = RegionCoverage(region, 0, 0, 0)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = QFontMetrics(font(12)).height()
        self.setFixedSize(scaled(_WIDTH), _LINES * line + 12)

    def sizeHint(self) -> QSize:
        return self.size()

    def show_coverage(self, coverage: RegionCoverage) -> None:
        """Show how far a region came."""
        self._coverage = coverage
        words = _("{region}: reports received {reported}, meetings, actions and calls {held}")
        description = words.format(
            region=region_words(coverage.region),
            reported=_share(coverage),
            held=isolate(str(coverage.held)),
        )
        self.setAccessibleName(description)
        self.setToolTip(tip(description))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, coverage = colour("accent"), self._coverage
        share = coverage.reported / coverage.offices if coverage.offices else 0.0
        ground.setAlpha(round(_PALEST + share * (_DARKEST - _PALEST)))
        painter.fillRect(self.rect(), ground if coverage.offices else colour("hover"))
        if self.isChecked() or self.hasFocus():
            painter.setPen(colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self.isChecked():
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        self._write(painter)
        painter.end()

    def _write(self, painter: QPainter) -> None:
        face = font(12)
        line = QFontMetrics(face).height()
        room = self.rect().adjusted(6, 4, -6, -4)
        painter.setPen(colour("text"))
        painter.setFont(face)
        name = QRect(room.left(), room.top(), room.width(), 2 * line)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(name, flags, region_words(self._coverage.region))
        painter.setFont(font(12, QFont.Weight.DemiBold))
        under = QRect(room.left(), room.bottom() - line + 1, room.width(), line)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, _share(self._coverage))


def _share(coverage: RegionCoverage) -> str:
    if not coverage.offices:
        return "–"
    return isolate(f"{coverage.reported}/{coverage.offices}")
