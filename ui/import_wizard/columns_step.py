"""The second step: the field of each column, with a preview of the first rows."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.used_mappings import find_used
from outreach_app.transfer.value_words import find_values
from ui.context import AppContext
from ui.drafts.begun_import import BegunImport
from ui.fonts import fix_width, free_width, scaled
from ui.forms.choice_editor import Choice, ChoiceEditor, from_catalogues
from ui.import_wizard.mapping_list import MappingList
from ui.import_wizard.noun import Entry, Noun, Reading
from ui.import_wizard.saved_mappings import SavedMappings
from ui.import_wizard.step import WizardStep, labelled
from ui.import_wizard.value_list import ValueList
from ui.import_wizard.words import reason_words
from ui.import_wizard.work import Source
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, small_title
from ui.widgets.layouts import column_in
from ui.widgets.surfaces import Hairline

_SHOWN = 50  # rows: enough to recognise a column
_LIST = 480
_WIDE = 1240  # px: the list, and a preview beside it that shows all its columns


class ColumnsStep(WizardStep):
    """`read_asked` requests reading the file again, from another sheet or in another way; `readied`
    carries whether the step is complete; `chosen` follows each choice."""

    read_asked = Signal()
    chosen = Signal()
    readied = Signal(bool)

    def __init__(self, context: AppContext, noun: Noun) -> None:
        super().__init__()
        self._context = context
        self._noun = noun
        self._source: Source | None = None
        self._values: Mapping[str, str] = {}  # of an import that was begun
        self.sheet = ChoiceEditor(self._sheets)
        self.usual = {each.field: ChoiceEditor(from_catalogues(each.prefix)) for each in noun.usual}
        self.show_usual({each.field: each.code for each in noun.usual})
        self._parts = {name: QWidget() for name in self.usual}
        self.way = ChoiceEditor(self._ways)
        self.saved = SavedMappings(context, noun.mappings)
        self.columns = MappingList(noun.headings)
        self.words = ValueList()
        self.table: Table[Any] = Table(
            f"{noun.key}.preview",
            lambda: _("The first rows as they would be"),
            RowsModel(noun.columns),
            EmptyState("table", noun.words.lacking, noun.words.lacking_advice),
            context.settings,
        )
        self.table.allow_two_lines()  # a type that is cut cannot be checked
        self.reason = Label()
        self._of_table = QWidget()
        self._of_usual = QWidget()
        self._left = QWidget()
        self._between = Hairline(is_vertical=True)
        self._mapped = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sheet_row = QWidget()
        self._way_row = QWidget()
        self._build()
        self._connect()

    def title(self) -> str:
        return _("What the file contains")

    def advice(self) -> str:
        if self._source is not None and self._source.is_whole:
            return self._noun.words.whole()
        return _("Choose a field for each column. What is not imported stays in the file.")

    def begin(self) -> None:
        if self._source is None or not self._source.is_whole:
            self.columns.focus()
        elif self._noun.is_usual_of_whole:
            next(iter(self.usual.values())).setFocus()
        else:
            self.table.take_focus()

    def mapping(self) -> dict[str, str]:
        """Return the field of each column."""
        return self.columns.mapping()

    def reading(self) -> Reading:
        """Return how the table is read."""
        return Reading(self.mapping(), self.words.values(), self.chosen_usual())

    def chosen_usual(self) -> dict[str, str]:
        """Return the codes of what the file does not say."""
        return {name: str(editor.value()) for name, editor in self.usual.items()}

    def show_usual(self, codes: Mapping[str, str]) -> None:
        """Choose the codes of what the file does not say."""
        for name, editor in self.usual.items():
            editor.set_value(codes.get(name))

    def show_source(self, source: Source, begun: BegunImport | None = None) -> None:
        """Show another file or sheet, with the choices of an import that was begun, else those of
        the last such file, else a guess from its headings."""
        self._source = source
        is_mapped = not source.is_whole
        self._of_table.setVisible(is_mapped)
        self._left.setVisible(is_mapped)
        self._of_usual.setVisible(is_mapped is not self._noun.is_usual_of_whole)
        self._sheet_row.setVisible(len(source.sheets) > 1)
        self.way.retranslate()
        self.way.set_value("columns" if is_mapped else "contacts")
        self._way_row.setVisible(source.program is not None)
        self.sheet.retranslate()
        self.sheet.set_value(source.sheet)
        guess = source.guess()
        used = self._context.read(lambda store: find_used(store, source.headings, self._noun.key))
        self.saved.refresh(used if used != guess else {})
        self.columns.show_columns(source.headings, source.rows)
        self._values = begun.values if begun else {}
        self.columns.show_mapping(begun.mapping if begun else used or guess)

    def retranslate(self) -> None:
        self._preview()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(is_narrow=self.width() < scaled(_WIDE))

    def _preview(self) -> None:
        """Show the first rows under the current mapping."""
        if self._source is None:
            return
        entries: Sequence[Entry] = ()
        with suppress(OutreachError):
            entries = tuple(self._source.first(self.reading(), _SHOWN))
        self.table.model.show_rows(entries)
        self._show_reason(None)
        self.readied.emit(bool(entries))

    def _show_words(self) -> None:
        """Show the words without a meaning under this mapping, with earlier choices."""
        source = self._source
        if source is not None and not source.is_whole:
            unknown = self._noun.unknown(source.rows, self.mapping())
            known = self._context.read(lambda session: find_values(session, source.headings))
            self.words.show_words(unknown, {**known, **self._values})
            self._show_parts(source)
        self._preview()

    def _show_parts(self, source: Source) -> None:
        """Ask for what some row of a table does not say."""
        columns = {name: heading for heading, name in self.mapping().items()}
        for name, part in self._parts.items():
            heading = columns.get(name, "")
            part.setVisible(not all(row.get(heading, "").strip() for _line, row in source.rows))

    def _show_reason(self, entry: Entry | None) -> None:
        """Show under the table why the current row is left out or incomplete."""
        reason = reason_words(entry) if entry is not None else ""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def _use_saved(self, mapping: Mapping[str, str] | None) -> None:
        if self._source is not None:
            self.columns.show_mapping(self._source.guess() if mapping is None else mapping)

    def _take_usual(self) -> None:
        """Read the file again where the choice is a part of its entries, else show its rows."""
        if self._noun.is_usual_of_whole:
            self.read_asked.emit()
        else:
            self._preview()
            self.chosen.emit()

    def _ways(self) -> Sequence[Choice]:
        program = self._source.program if self._source else None
        contacts = _("Contacts of {program}").format(program=isolate(program)) if program else ""
        return [
            Choice("contacts", contacts or _("Contacts")),
            Choice("columns", _("Columns that you choose")),
        ]

    def _sheets(self) -> Sequence[Choice]:
        source = self._source
        return [Choice(name, name) for name in source.sheets] if source else ()

    def _build(self) -> None:
        labelled(_row(self._sheet_row), lambda: _("Sheet"), self.sheet)
        labelled(_row(self._way_row, margin=24), lambda: _("Read as"), self.way)
        self._build_usual()
        table_row = _row(self._of_table, margin=24)
        table_row.addWidget(self.saved)
        table_row.addWidget(self._sheet_row)
        for widget in (self._of_table, self._sheet_row, self._way_row):
            _stretch(widget)
        left = _row(self._left)
        self._mapped.setSpacing(8)
        self._mapped.addWidget(self.columns, 1)
        self._mapped.addWidget(self.words, 0, Qt.AlignmentFlag.AlignTop)
        left.addLayout(self._mapped)
        left.addWidget(self._between)
        self._body.setSpacing(0)
        self._body.addWidget(self._left, 1)
        self._body.addLayout(self._preview_column(), 1)
        column = column_in(self, 12)
        column.addWidget(self._way_row)
        column.addWidget(self._of_table)
        column.addWidget(self._of_usual)
        column.addWidget(Hairline())
        column.addLayout(self._body, 1)

    def _build_usual(self) -> None:
        inside = QWidget()
        _row(self._of_usual, margin=24).addWidget(inside, 1)
        choices = FlowLayout(inside, margin=0, gap=16, line_gap=8)
        for each in self._noun.usual:
            labelled(_row(self._parts[each.field]), each.name, self.usual[each.field])
            choices.addWidget(self._parts[each.field])

    def _arrange(self, *, is_narrow: bool) -> None:
        """Put the preview beside the columns, or under them where it would be cut."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(down if is_narrow else across)
        self._mapped.setDirection(across if is_narrow else down)
        self._between.setVisible(not is_narrow)
        if is_narrow:
            free_width(self._left)
        else:
            fix_width(self._left, _LIST)

    def _preview_column(self) -> QVBoxLayout:
        beside = QVBoxLayout()
        beside.setSpacing(4)
        title = small_title(lambda: _("The first rows as they would be"))
        title.setContentsMargins(24, 0, 24, 0)
        beside.addWidget(title)
        beside.addWidget(self.table, 1)
        self.reason.setContentsMargins(24, 0, 24, 8)
        self.reason.setWordWrap(True)
        beside.addWidget(self.reason)
        return beside

    def _connect(self) -> None:
        self.columns.changed.connect(self._show_words)
        self.words.changed.connect(self._preview)
        for made in (self.columns.changed, self.words.changed):
            made.connect(self.chosen)
        self.table.chosen.connect(self._show_reason)
        self.saved.chosen.connect(self._use_saved)
        self.saved.save_asked.connect(lambda: self.saved.save(self.mapping()))
        for choice in (self.sheet, self.way):
            choice.edited.connect(lambda _index: self.read_asked.emit())
        for choice in self.usual.values():
            choice.edited.connect(lambda _index: self._take_usual())


def _row(widget: QWidget, margin: int = 0) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(margin, 0, margin, 0)
    row.setSpacing(8)
    return row


def _stretch(widget: QWidget) -> None:
    layout = widget.layout()
    if isinstance(layout, QHBoxLayout):
        layout.addStretch(1)
