"""Two records side by side: of each field that differs, one value to keep."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from outreach_app.i18n import gettext as _
from outreach_app.queries.comparisons import ComparedField, Comparison, Side, says
from outreach_app.services.merging import MergeDraft
from ui.duplicates.words import both_scripts, label_words, values_words, weight_words
from ui.widgets.labels import Label, note, section_title, small_title
from ui.widgets.layouts import column_in, row_in
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Translated

WINNER, LOSER = 0, 1
_LABEL_WIDTH = 112
_MAX_WIDTH = 960


class ComparisonPane(Translated):
    """What is chosen becomes a MergeDraft; a switch of language keeps the choices."""

    def __init__(self) -> None:
        super().__init__()
        self.comparison: Comparison | None = None
        self.choices: dict[str, QButtonGroup] = {}
        self._area = ScrollArea()
        self._build()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show two records; values of only one are kept unless a person decides otherwise."""
        self.comparison = comparison
        filled = {field.name for field in comparison.fields if field.is_filled_by_loser}
        self._fill(comparison, filled)
        self._area.verticalScrollBar().setValue(0)

    def draft(self) -> MergeDraft | None:
        """Return the merge as it is chosen, None if no pair is shown."""
        if self.comparison is None:
            return None
        winner, loser = self.comparison.winner, self.comparison.loser
        return MergeDraft(
            winner.uid, winner.version, loser.uid, loser.version, self._chosen_fields()
        )

    def retranslate(self) -> None:
        if self.comparison is not None:
            self._fill(self.comparison, self._chosen_fields())

    def _chosen_fields(self) -> frozenset[str]:
        chosen = {name: group.checkedId() for name, group in self.choices.items()}
        return frozenset(name for name, side in chosen.items() if side == LOSER)

    def _build(self) -> None:
        self._area.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _fill(self, comparison: Comparison, taken: set[str] | frozenset[str]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        column.addWidget(section_title(lambda: _("Choose what to keep")))
        column.addWidget(note(lambda: _goes_over(comparison)))
        sheet = QWidget()
        sheet.setMaximumWidth(_MAX_WIDTH)
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._add_head(grid, comparison)
        self.choices = {}
        for field in comparison.fields:
            self._add_field(grid, field, LOSER if field.name in taken else WINNER)
        column.addWidget(sheet)
        column.addStretch(1)
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)

    def _add_head(self, grid: QGridLayout, comparison: Comparison) -> None:
        sides = (
            (comparison.winner, _("This one stays")),
            (comparison.loser, _("This one is merged into it")),
        )
        for place, (side, role) in enumerate(sides, start=1):
            grid.addWidget(_head(side, role, comparison.entity), 0, place)
        grid.addWidget(Hairline(), 1, 0, 1, 3)

    def _add_field(self, grid: QGridLayout, field: ComparedField, chosen: int) -> None:
        row = grid.rowCount()
        label = note()
        label.setText(label_words(field))
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        if field.is_same:
            same = _words(values_words(field.winner), "muted")
            grid.addWidget(same, row, 1, 1, 2, Qt.AlignmentFlag.AlignTop)
            return
        group = QButtonGroup(self._area)
        self.choices[field.name] = group
        for side, values in enumerate((field.winner, field.loser)):
            choice = _Choice(values_words(values), label_words(field), is_said=says(values))
            choice.button.setChecked(side == chosen)
            group.addButton(choice.button, side)
            grid.addWidget(choice, row, side + 1, Qt.AlignmentFlag.AlignTop)


class _Choice(QWidget):
    """A button and words that wrap, which a radio button's own do not."""

    def __init__(self, words: str, field: str, *, is_said: bool) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setFixedHeight(22)  # that of a line of the words
        self.button.setAccessibleName(f"{field}: {words}")
        label = _words(words, "text" if is_said else "muted")
        label.installEventFilter(self)
        layout = row_in(self, 8)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self.button.click()
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
        return False


def _head(side: Side, role: str, entity: str) -> QWidget:
    head = QWidget()
    column = column_in(head, 4)
    name = small_title()
    name.setText(both_scripts(side.name))
    name.setWordWrap(True)
    column.addWidget(name)
    about = note()
    about.setText(f"{role} · {weight_words(side, entity)}")
    column.addWidget(about)
    column.addStretch(1)
    return head


def _words(words: str, tone: str) -> Label:
    label = Label(tone=tone)
    label.setText(words)
    label.setWordWrap(True)
    return label


def _goes_over(comparison: Comparison) -> str:
    if not comparison.loser.meetings and not comparison.loser.people:
        return _("Nothing else is linked to the second.")
    told = weight_words(comparison.loser, comparison.entity)
    return _("What is linked to the second moves to the first: {told}.").format(told=told)
