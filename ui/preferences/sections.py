"""The settings under titles in one column, beside a list that leads to each."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from outreach_app.i18n import gettext as _
from ui.fonts import fix_width, font, scaled
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.widgets.labels import Label, section_title
from ui.widgets.layouts import column_in, row_in
from ui.widgets.page_header import MARGIN
from ui.widgets.painted_row import PaintedDelegate, PaintedRow
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.surfaces import Hairline, Surface
from ui.widgets.translated import Text, Translated

Index = QModelIndex | QPersistentModelIndex
_LIST, _ROW, _ICON = 272, 40, 20
_ROOM_FOR_LIST = 1000  # px of a page that has the list beside its settings


@dataclass(frozen=True, slots=True)
class Section:
    """A group of settings under a title."""

    title: Text
    icon: str
    parts: tuple[QWidget, ...]


class SettingsSections(Translated):
    """Scrolls; the list marks where one is, and leads elsewhere. A narrow page has a combo."""

    def __init__(self, sections: tuple[Section, ...]) -> None:
        super().__init__()
        self._sections = sections
        self.list = QListWidget()
        self.choice = ChoiceEditor(self._named)
        self._line = Hairline(is_vertical=True)
        self._area = ScrollArea()
        self._titles = [section_title(section.title) for section in sections]
        self._blocks = [_block(*each) for each in zip(sections, self._titles, strict=True)]
        self._build()
        self.list.currentRowChanged.connect(self._go)
        self.choice.activated.connect(self._choose)
        self._area.verticalScrollBar().valueChanged.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        for way in (self.list, self.choice):
            way.setAccessibleName(_("Parts of the page"))
        for place, section in enumerate(self._sections):
            self.list.item(place).setText(section.title())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the settings the room of the list where the page is narrow."""
        super().resizeEvent(event)
        has_room = self.width() >= scaled(_ROOM_FOR_LIST)
        self.list.setVisible(has_room)
        self._line.setVisible(has_room)
        self.choice.setHidden(has_room)

    def _named(self) -> list[Choice]:
        return [Choice(str(place), it.title()) for place, it in enumerate(self._sections)]

    def _choose(self, place: int) -> None:
        """Go to a section, also to one that is marked already and was scrolled away."""
        self.list.setCurrentRow(place)
        self._go(place)

    def _go(self, place: int) -> None:
        self._mark(place)
        self._area.verticalScrollBar().setValue(self._blocks[place].y() - MARGIN)

    def _follow(self, top: int) -> None:
        """Mark the section that is seen first, unless the one that is marked is seen too."""
        bottom = top + self._area.viewport().height()
        current = self._blocks[self.list.currentRow()]
        if current.y() >= top and current.geometry().bottom() <= bottom:
            return
        seen = [place for place, block in enumerate(self._blocks) if block.y() <= top + MARGIN]
        place = seen[-1] if seen else 0
        self.list.blockSignals(True)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self._mark(place)

    def _mark(self, chosen: int) -> None:
        """Colour the title of a section: the last ones cannot be scrolled to the top."""
        self.choice.setCurrentIndex(chosen)
        for place, title in enumerate(self._titles):
            title.set_tone("accent" if place == chosen else "text")

    def _build(self) -> None:
        fix_width(self.list, _LIST)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(_SectionDelegate(self.list))
        for section in self._sections:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, section.icon)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._mark(0)
        inside = Surface()
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(32)
        for block in self._blocks:
            column.addWidget(block)
        column.addStretch(1)
        area = self._area
        area.setWidget(inside)
        row = row_in(self)
        row.addWidget(self.list)
        row.addWidget(self._line)
        beside = QVBoxLayout()
        beside.setSpacing(16)
        beside.addLayout(_indented(self.choice))
        beside.addWidget(area, 1)
        row.addLayout(beside, 1)


class _SectionDelegate(PaintedDelegate):
    """An icon and a line of words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = PaintedRow(painter, option), option.rect
        row.draw_ground()
        weight = QFont.Weight.DemiBold if row.is_chosen else QFont.Weight.Normal
        square = QRect(rect.x() + MARGIN, rect.center().y() - _ICON // 2, _ICON, _ICON)
        tone = "accent" if row.is_chosen else "muted"
        row.draw_icon(square, str(index.data(Qt.ItemDataRole.UserRole)), tone)
        words = rect.adjusted(MARGIN + _ICON + 12, 0, -8, 0)
        tone = "seltext" if row.is_chosen else "text"
        row.draw_text(words, str(index.data()), font(14, weight), tone)


def _indented(choice: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(MARGIN, 0, MARGIN, 0)
    line.addWidget(choice)
    line.addStretch(1)
    return line


def _block(section: Section, title: Label) -> QWidget:
    block = QWidget()
    column = column_in(block, 16)
    column.addWidget(title)
    for part in section.parts:
        column.addWidget(part)
    return block
