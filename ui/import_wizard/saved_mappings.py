"""The saved mappings: choose one, save the current one under a name, delete one."""

from collections.abc import Mapping, Sequence

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.transfer.mappings import discard_mapping, list_mappings, save_mapping
from ui.context import AppContext
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.forms.editors import LineEditor
from ui.import_wizard.step import labelled
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import note
from ui.widgets.layouts import row_in
from ui.widgets.translated import Translated
from ui.words import apart

_NAME = 232
_USED = ""  # no name: the mapping of the last import of such a file


class SavedMappings(Translated):
    """`chosen` carries a mapping, None for the guess from headings; `save_asked` to save."""

    chosen = Signal(object)
    save_asked = Signal()

    def __init__(self, context: AppContext, key: str) -> None:
        super().__init__()
        self._context = context
        self._key = key
        self._mappings: Mapping[str, Mapping[str, str]] = {}
        self._used: Mapping[str, str] = {}
        self.choice = ChoiceEditor(self._choices)
        self.discard = IconButton(lambda: _("Delete this mapping"), "trash")
        self.name = LineEditor()
        self.keep = Button(lambda: _("Save the mapping"), "floppy-disk")
        self.problem = note(tone="late")
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self, used: Mapping[str, str]) -> None:
        """Reload them for a file; `used` is the mapping of the last such one, chosen if any."""
        self._used = used
        self._reload()
        self._show(_USED if used else None)

    def _reload(self) -> None:
        saved = self._context.read(lambda store: list_mappings(store, self._key))
        self._mappings = ({_USED: self._used} if self._used else {}) | saved
        self.choice.retranslate()

    def save(self, mapping: Mapping[str, str]) -> None:
        """Save a mapping under the typed name."""
        name, key = self.name.text(), self._key
        said = _("Saved: {name}").format(name=apart(name.strip()))
        try:
            kept = self._context.write(lambda store: save_mapping(store, name, mapping, key), said)
        except OutreachError as error:
            self._say(error.message)
            self.name.setFocus()
            return
        self._reload()
        self._show(kept)

    def retranslate(self) -> None:
        self.choice.setAccessibleName(_("Mapping"))
        self.name.setPlaceholderText(_("Name of the mapping"))
        self.name.setAccessibleName(_("Name of the mapping"))
        self._say("")

    def _show(self, name: str | None) -> None:
        self.choice.set_value(name)
        self.name.setText(name or "")
        self.discard.setEnabled(bool(name))
        self._say("")

    def _take(self) -> None:
        name = self.choice.value()
        known = str(name) if name is not None else None
        self._show(known)
        self.chosen.emit(self._mappings[known] if known is not None else None)

    def _discard(self) -> None:
        name = self.choice.value()
        if not name:
            return
        mapping, key = self._mappings[str(name)], self._key

        def undo() -> None:
            said = _("Restored: {name}").format(name=apart(str(name)))
            self._context.write(lambda store: save_mapping(store, str(name), mapping, key), said)
            if shiboken6.isValid(self):  # the wizard may be closed by then
                self._reload()

        said = _("Deleted: {name}").format(name=apart(str(name)))
        self._context.write(lambda store: discard_mapping(store, str(name), key), said, undo)
        self._reload()
        self._show(None)

    def _choices(self) -> Sequence[Choice]:
        return [
            Choice(None, _("According to the headings")),
            *(Choice(name, name or _("As in the last import")) for name in self._mappings),
        ]

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _build(self) -> None:
        self.name.setFixedWidth(_NAME)
        saved, naming = QWidget(), QWidget()
        row = row_in(saved, 8)
        labelled(row, lambda: _("Mapping"), self.choice, self.discard)
        beside = row_in(naming, 8)
        for widget in (self.name, self.keep, self.problem):
            beside.addWidget(widget)
        lines = FlowLayout(self, margin=0, gap=16, line_gap=8)
        for part in (saved, naming):
            lines.addWidget(part)

    def _connect(self) -> None:
        self.choice.edited.connect(lambda _index: self._take())
        self.discard.clicked.connect(self._discard)
        self.keep.clicked.connect(self.save_asked)
        self.name.textEdited.connect(lambda _text: self._say(""))
