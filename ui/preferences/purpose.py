"""What the register is for, in the office's own words, and whether two persons act together."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from outreach_app import second_person
from outreach_app.database import StoreSession
from outreach_app.errors import OutreachError
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from outreach_app.second_person import SecondPerson
from outreach_app.services.purposes import (
    PurposeDraft,
    ask_two_persons,
    change_purpose,
    check_purpose,
    draft_of_purpose,
)
from ui.actions.second_person import SecondPersonForm
from ui.context import AppContext
from ui.forms.editors import CheckEditor, LineEditor, TextEditor
from ui.forms.field_box import FieldBox
from ui.languages import in_language
from ui.preferences.screen_draft import ScreenDraft
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.help_topic import explain_by
from ui.widgets.keys import on_keys
from ui.widgets.labels import KeyCap, note, section_title, small_title
from ui.widgets.layouts import row_of
from ui.widgets.page_header import MARGIN
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

_WIDTH, _HEIGHT = 840, 88


class PurposeScreen(Translated):
    """The purpose in both languages with the reason of its change, and the switch for two."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        explain_by(self, "purpose")
        self._context = context
        self.arabic = _box(Language.ARABIC)
        self.french = _box(Language.FRENCH)
        self.reason = FieldBox(
            lambda: _("Reason for the change of purpose"), LineEditor(), None, is_required=True
        )
        self.failure = Banner()
        self.save = primary_button(lambda: _("Save"), "floppy-disk")
        self.back = Button(lambda: _("Back"))
        self.second = SecondPersonForm(context, Right.PURPOSE)
        self.two = CheckEditor(
            lambda: _("Two people for stations, accounts, the purpose and lost passphrases")
        )
        self.both = SecondPersonForm(context, Right.ACCOUNTS)
        self.kept = ScreenDraft(context, "purpose", _title, self.draft, self._show, self)
        self._build()
        self._connect()

    def begin(self) -> None:
        """Show the current purpose, and ask why it changes."""
        self._show(replace(self._context.read(draft_of_purpose), purpose_reason=None))
        self.kept.begin()
        for box in (self.arabic, self.french, self.reason):
            box.show_problem("")
        for form in (self.second, self.both):
            form.hide()
        self.failure.hide()
        self._show_two()
        self.arabic.focus()

    def store(self) -> None:
        """Save the purpose, or show the error under each field."""
        draft = self.draft()
        problems = {problem.field: problem.message for problem in check_purpose(draft)}
        boxes = {
            "purpose_ar": self.arabic,
            "purpose_fr": self.french,
            "purpose_reason": self.reason,
        }
        for name, box in boxes.items():
            box.show_problem(problems.get(name, ""))
        if not problems:
            self.second.ask_where_set(self._write)

    def _show(self, draft: PurposeDraft) -> None:
        self.arabic.show_value(draft.purpose_ar)
        self.french.show_value(draft.purpose_fr)
        self.reason.show_value(draft.purpose_reason)

    def draft(self) -> PurposeDraft:
        """Return the purpose as it is typed."""

        def text(box: FieldBox) -> str | None:
            return str(value) if (value := box.editor.value()) else None

        return PurposeDraft(text(self.arabic), text(self.french), text(self.reason))

    def _write(self, second: SecondPerson | None) -> None:
        draft = self.draft()
        said = _("The purpose was changed. Issue the notice again and display it.")
        if self._try(lambda session: change_purpose(session, draft, second), said):
            self.kept.discard()
            self.closed.emit()

    def _switch(self) -> None:
        """Start the two-person rule at once; end it only with two people."""
        if self.two.isChecked():
            self._write_two(None)
        else:
            self.both.ask()

    def _write_two(self, second: SecondPerson | None) -> None:
        is_asked = self.two.isChecked()
        use_case = partial(ask_two_persons, is_asked=is_asked, confirmed_by=second)
        asked = _(
            "Enrolling, revoking, accounts, lost passphrases and the purpose now require two "
            "people."
        )
        self._try(
            use_case, asked if is_asked else _("One person is enough for every action again.")
        )
        self._show_two()

    def _try(self, use_case: Callable[[StoreSession], object], said: str) -> bool:
        self.failure.hide()
        try:
            self._context.write(use_case, said)
        except OutreachError as error:
            self.failure.show_error(error.message)
            return False
        return True

    def _show_two(self) -> None:
        self.two.set_value(self._context.read(second_person.asks_two_persons))

    def _connect(self) -> None:
        for box in (self.arabic, self.french, self.reason):
            box.editor.edited.connect(self.kept.change)
        self.closed.connect(self.kept.leave)
        self.save.clicked.connect(self.store)
        self.back.clicked.connect(self.closed)
        self.two.clicked.connect(self._switch)
        self.both.confirmed.connect(self._write_two)
        self.both.ended.connect(self._show_two)
        on_keys(self, "Ctrl+S", self.store)

    def _build(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        form = Surface()
        form.setMaximumWidth(_WIDTH + 2 * MARGIN)
        outer.addWidget(form, _WIDTH)
        outer.addStretch(1)
        column = QVBoxLayout(form)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(self.kept.strip)
        column.addWidget(section_title(_title))
        column.addWidget(note(_advice))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.arabic, 0, 0)
        grid.addWidget(self.french, 0, 1)
        grid.addWidget(self.reason, 1, 0, 1, 2)
        column.addLayout(grid)
        column.addLayout(row_of(self.save, KeyCap("Ctrl+S"), self.back, KeyCap("Esc")))
        column.addWidget(self.failure)
        column.addWidget(self.second)
        column.addSpacing(16)
        column.addWidget(small_title(lambda: _("Two people")))
        column.addWidget(self.two)
        column.addWidget(self.both)
        column.addStretch(1)


def _title() -> str:
    return _("Purpose of the register")


def _box(language: Language) -> FieldBox:
    editor = TextEditor(_HEIGHT)
    editor.write_in(language)
    return FieldBox(partial(_label, language), editor, None, is_required=False)


def _label(language: Language) -> str:
    return in_language(_title(), language)


def _advice() -> str:
    return _(
        "One purpose, which the notice states to the public. If it is empty, it is the program's "
        "default: following the dialogue with partners, and what was promised to them. A change "
        "needs a reason and is logged; the data are not used for anything else."
    )
