"""The columns of a file, each with a sample value and its field."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.transfer.named_rows import NamedRow
from ui.forms.choice_editor import ChoiceEditor
from ui.import_wizard.words import column_words, field_choices
from ui.widgets.labels import Label, note
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.translated import Retranslating
from ui.words import apart

_MAX_SAMPLE = 28  # characters of a value
_COMBO = 264


class MappingList(Retranslating, ScrollArea):
    """Emits `changed` when a column gets another field; its former column loses it."""

    changed = Signal()

    def __init__(self, fields: Iterable[str]) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self.editors: dict[str, ChoiceEditor] = {}
        self._labels: dict[str, Label] = {}

    def mapping(self) -> dict[str, str]:
        """Return the field of each mapped column."""
        values = {heading: editor.value() for heading, editor in self.editors.items()}
        return {heading: str(field) for heading, field in values.items() if field is not None}

    def show_columns(self, headings: Sequence[str], rows: Sequence[NamedRow]) -> None:
        """Show the columns of another file, none of them mapped yet."""
        self.editors = {}
        self._labels = {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(24, 0, 24, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for number, heading in enumerate(headings):
            self._add(grid, number * 2, heading, _sample(heading, rows))
        grid.setRowStretch(len(headings) * 2, 1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.retranslate()

    def show_mapping(self, mapping: Mapping[str, str]) -> None:
        """Show the field of each column."""
        for heading, editor in self.editors.items():
            editor.set_value(mapping.get(heading))
        self.changed.emit()

    def retranslate(self) -> None:
        for heading, label in self._labels.items():
            label.setText(column_words(heading))
            name = _("Field of the column {column}").format(column=column_words(heading))
            self.editors[heading].setAccessibleName(name)

    def focus(self) -> None:
        """Focus the first column."""
        for editor in self.editors.values():
            editor.setFocus()
            return

    def _add(self, grid: QGridLayout, row: int, heading: str, sample: str) -> None:
        label, value, editor = Label(), note(), ChoiceEditor(partial(field_choices, self._fields))
        label.setWordWrap(True)
        value.setText(apart(sample) if sample else "—")
        editor.setFixedWidth(_COMBO)
        editor.edited.connect(lambda _index: self._take(heading))
        self._labels[heading], self.editors[heading] = label, editor
        label.setBuddy(editor)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(value, row + 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(editor, row, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setRowMinimumHeight(row, 24)
        grid.setRowMinimumHeight(row + 1, 24)

    def _take(self, heading: str) -> None:
        field = self.editors[heading].value()
        for other, editor in self.editors.items():
            if other != heading and field is not None and editor.value() == field:
                editor.set_value(None)
        self.changed.emit()


def _sample(heading: str, rows: Sequence[NamedRow]) -> str:
    """Return the first value of a column, shortened if it is long."""
    values = (row[heading].strip() for _line, row in rows if row.get(heading, "").strip())
    value = " ".join(next(values, "").split())
    return f"{value[:_MAX_SAMPLE]}…" if len(value) > _MAX_SAMPLE else value
