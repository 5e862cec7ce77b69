"""The inline form of the retention periods."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from outreach_app.errors import InvalidDraft
from outreach_app.field_words import KEPT_WORDS
from outreach_app.i18n import gettext as _
from outreach_app.queries.retention import terms_of_own_office
from outreach_app.rules.retention import Kept
from outreach_app.services.eliminations import change_terms
from ui.actions.inline_form import InlineForm
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.forms.field_box import FieldBox
from ui.forms.number_editors import IntegerEditor
from ui.words import word_of

_ACROSS = 4


class TermsForm(InlineForm):
    """A field for each kind, in months, with its error below."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(lambda: _("Save"), "floppy-disk")
        self._context = context
        lines = {kept: IntegerEditor() for kept in Kept}
        self.boxes = {
            kept: FieldBox(partial(_label, kept), line, None, is_required=True)
            for kept, line in lines.items()
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // _ACROSS, place % _ACROSS, Qt.AlignmentFlag.AlignBottom)
        self._frame(grid, *lines.values())

    def ask(self) -> None:
        """Show the current periods."""
        terms = self._context.read(terms_of_own_office)
        for kept, box in self.boxes.items():
            box.show_value(terms[kept])
        self.say_problem("")
        self.show()
        self.boxes[Kept.NAME].focus()

    def give(self) -> None:
        terms = {kept: _months(box) for kept, box in self.boxes.items()}
        for box in self.boxes.values():
            box.show_problem("")
        try:
            write_undoable(
                self._context,
                lambda session: change_terms(session, terms),
                _("The retention periods were saved."),
            )
        except InvalidDraft as error:
            for problem in error.problems:
                self.boxes[Kept(problem.field)].show_problem(problem.message)
        else:
            self.end()


def _label(kept: Kept) -> str:
    return _("{kind}, months").format(kind=word_of(KEPT_WORDS, kept))


def _months(box: FieldBox) -> int:
    """Return the typed months; 0, which the check refuses, if it is not a number."""
    try:
        months = box.editor.value()
    except ValueError:
        return 0
    return months if isinstance(months, int) else 0
