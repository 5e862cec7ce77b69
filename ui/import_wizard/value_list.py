"""The unknown words of a file, each with the entry of a list that it means."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.rules.folding import fold_words
from ui.forms.choice_editor import ChoiceEditor, from_catalogues
from ui.import_wizard.noun import Words
from ui.widgets.labels import Label, note, small_title
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Retranslating
from ui.words import apart

_MAX_SHOWN = 30  # words: with more, the column is not a kind
_COMBO, _ROW, _MAX_ROWS = 264, 40, 4


class ValueList(Retranslating, QWidget):
    """Hidden if every word is known; emits `changed` when one gets another meaning."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.editors: dict[str, ChoiceEditor] = {}
        self._area = ScrollArea()
        title = small_title(lambda: _("Words that the register does not know"))
        advice = note(lambda: _("Your choices are saved for files with the same columns."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(Hairline())
        for label in (title, advice):
            label.setContentsMargins(24, 0, 24, 0)
            column.addWidget(label)
        column.addWidget(self._area)
        self.hide()

    def values(self) -> dict[str, str]:
        """Return the chosen codes, by folded word."""
        chosen = {word: editor.value() for word, editor in self.editors.items()}
        return {fold_words(word): str(code) for word, code in chosen.items() if code is not None}

    def show_words(self, words: Words, values: Mapping[str, str]) -> None:
        """Show the unknown words of a file, with earlier choices."""
        values = {**values, **self.values()}
        self.editors = {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(24, 0, 24, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for row, (word, lists) in enumerate(list(words.items())[:_MAX_SHOWN]):
            self._add(grid, row, word, lists, values.get(fold_words(word)))
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setFixedHeight(_ROW * min(len(self.editors), _MAX_ROWS))
        self.setVisible(bool(self.editors))
        self.retranslate()

    def retranslate(self) -> None:
        for word, editor in self.editors.items():
            name = _("Meaning of {word}").format(word=apart(word))
            editor.setAccessibleName(name)

    def _add(
        self, grid: QGridLayout, row: int, word: str, lists: tuple[str, ...], code: str | None
    ) -> None:
        choices = from_catalogues(*lists, none=lambda: _("Not known"))
        label, editor = Label(), ChoiceEditor(choices)
        label.setText(apart(word))
        label.setBuddy(editor)
        editor.setFixedWidth(_COMBO)
        editor.set_value(code)
        editor.edited.connect(lambda _index: self.changed.emit())
        self.editors[word] = editor
        grid.addWidget(label, row, 0)
        grid.addWidget(editor, row, 1)
        grid.setRowMinimumHeight(row, _ROW)
