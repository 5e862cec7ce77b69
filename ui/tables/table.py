"""The view of a RowsModel, with what stands there while it is empty."""

from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStackedLayout, QTableView

from outreach_app import i18n
from ui.fonts import font
from ui.settings import Settings
from ui.tables.header import Header
from ui.tables.row_delegate import ROW_HEIGHT, RowDelegate
from ui.tables.rows_model import RowsModel
from ui.widgets.empty_state import EmptyState
from ui.widgets.translated import Text, Translated

RowT = TypeVar("RowT")

_HEADER_HEIGHT = 32


class Table(Translated, Generic[RowT]):
    """Rows of 36 px without a grid. `chosen` carries the row that is current, None without one.

    `opened` carries a row at a double click or Enter. `key` names the table in the settings.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, key: str, name: Text, model: RowsModel[RowT], empty: EmptyState, settings: Settings
    ) -> None:
        super().__init__()
        self._key = key
        self._name = name
        self._settings = settings
        self.model = model
        self.view = QTableView()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        self._build()
        self._connect()
        self.retranslate()
        self._show_or_advise()

    @property
    def row(self) -> RowT | None:
        """The row that is current."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def select(self, number: int) -> None:
        """Make the row at that place current, and bring it into view."""
        self.view.setCurrentIndex(self.model.index(number, 0))

    def retranslate(self) -> None:
        self.view.setAccessibleName(self._name())
        self.model.retranslate()
        self._restore_columns()

    def _build(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(RowDelegate(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTabKeyNavigation(False)
        rows = view.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self._build_header()

    def _build_header(self) -> None:
        header = Header()
        self.view.setHorizontalHeader(header)
        header.setFixedHeight(_HEADER_HEIGHT)
        header.setFont(font(12, font().Weight.Medium))
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.setSortingEnabled(True)
        for number, column in enumerate(self.model.columns):
            if not column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.view.selectionModel().currentRowChanged.connect(self._say_chosen)
        self.view.activated.connect(self._say_opened)
        self.model.modelReset.connect(self._show_or_advise)
        self.view.horizontalHeader().sectionResized.connect(self._keep_columns)

    def _say_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.row(index.row()) if index.isValid() else None)

    def _say_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.row(index.row()))

    def _show_or_advise(self) -> None:
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)

    def _columns_key(self) -> str:
        # Words are longer in one language than in the other.
        return f"{self._key}.{i18n.current().value}"

    def _keep_columns(self, number: int, _former: int, _width: int) -> None:
        # A column that takes the rest is resized by the window, not by the person.
        if self.model.columns[number].width:
            header = self.view.horizontalHeader()
            widths = [header.sectionSize(at) for at in range(header.count())]
            self._settings.columns[self._columns_key()] = widths

    def _restore_columns(self) -> None:
        declared = [column.width for column in self.model.columns]
        kept = self._settings.columns.get(self._columns_key(), declared)
        if len(kept) != len(declared):  # of another version of the program
            kept = declared
        for number, width in enumerate(kept):
            if declared[number]:
                self.view.horizontalHeader().resizeSection(number, width)
