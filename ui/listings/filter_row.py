"""The line above a list: its search field and filters, then its count and other actions."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from outreach_app.queries.saved_filters import FilterT
from ui.forms.choice_editor import ChoiceEditor
from ui.saved_filters.saved_filters import SavedFilters
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.search_line import SearchLine

_SEARCH = 240
_FEW = 3  # choices in one line with their label


def filter_row(
    search: SearchLine | None,
    choices: Collection[ChoiceEditor],
    saved: SavedFilters[FilterT],
    count: Label,
    more: QToolButton,
) -> QHBoxLayout:
    """Return the line, in which the filters take several lines if they have no room in one."""
    filters = QWidget()
    flow = FlowLayout(filters, margin=0, gap=8)
    if search is not None:
        search.setFixedWidth(_SEARCH)
        flow.addWidget(search)
    for choice in choices:
        flow.addWidget(choice)
    row = QHBoxLayout()
    row.setContentsMargins(24, 12, 24, 8)
    row.setSpacing(8)
    row.addWidget(filters, 1)
    if len(choices) > _FEW:  # they need the room of the word, and may fill several lines
        saved.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        row.addWidget(saved, 0, Qt.AlignmentFlag.AlignTop)
    else:
        flow.addWidget(saved)
    count.setWordWrap(False)
    count.setFixedHeight(32)  # that of the filters, in line with the first of them
    row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
    return row
