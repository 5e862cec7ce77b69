"""The screen that edits the office and its letterhead, with a print preview."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from outreach_app import clock
from outreach_app.errors import OutreachError
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.office_numbers import find_office_number
from outreach_app.rules.phones import show_phone
from outreach_app.rules.unit_names import bare_unit_name
from outreach_app.services.offices import (
    OfficeDraft,
    change_office,
    check_typed_office,
    draft_of_own_office,
)
from outreach_app.summaries.prose.unit_lines import with_unit
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.forms.editors import TextEditor
from ui.forms.field_box import FieldBox
from ui.forms.number_editors import IntegerEditor
from ui.languages import in_language
from ui.preferences.emblem import EmblemSection
from ui.preferences.screen_draft import ScreenDraft
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.labels import note, section_title
from ui.widgets.layouts import row_in, row_of
from ui.widgets.letterhead import Letterhead, LetterheadSheet
from ui.widgets.line_field import LineField
from ui.widgets.page_header import MARGIN
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated

_ARABIC, _FRENCH = Language.ARABIC, Language.FRENCH
# Milliseconds after the last key before the previews are made again.
_PAUSE = 150
_FORM, _LETTERHEAD = 560, 160
_LABELS: dict[str, Text] = {
    "name": lambda: _("Name"),
    "city": lambda: _("City"),
    "chief_title": lambda: _("Title of the signatory"),
    "recipient": lambda: _("Addressee"),
}
_OPTIONAL = "recipient"
_DELAYS: dict[str, Text] = {
    "inform_days": lambda: _("Days to inform a person"),
    "answer_days": lambda: _("Days to answer a request"),
}


class OfficeScreen(Translated):
    """Two columns of fields, Arabic and French, and beside them the two letterheads."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._draft = context.read(draft_of_own_office)
        self.number = LineField(lambda: _("Number of the precinct"))
        self.fields = {
            (name, language): LineField(
                partial(_label, name, language), language, is_required=name != _OPTIONAL
            )
            for name in _LABELS
            for language in Language
        }
        self.phone = LineField(lambda: _("Phone"))
        self.cndp_number = LineField(lambda: _("Number of the CNDP receipt"))
        self.delays = {name: IntegerEditor() for name in _DELAYS}
        self.letterheads = {language: TextEditor(_LETTERHEAD) for language in Language}
        self._boxes: dict[str, FieldBox] = {}
        today = clock.today()
        self.sheets = {language: LetterheadSheet(language, today) for language in Language}
        self.emblem = EmblemSection(context)
        self.failure = Banner()
        self.save = primary_button(lambda: _("Save"), "floppy-disk")
        self.back = Button(lambda: _("Back"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.kept = ScreenDraft(context, "office", _title, self.draft, self._show, self)
        self._build()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """Show the office as it is in the register."""
        self._draft = self._context.read(draft_of_own_office)
        self.emblem.begin()
        self.number.setVisible(self._draft.role == OfficeRole.PRECINCT)
        self._show(self._draft)
        for field in (self.phone, self.cndp_number, *self.fields.values()):
            field.say("")
        self.kept.begin()
        self.failure.hide()
        self._preview()
        self.fields["name", Language.ARABIC].line.setFocus()

    def draft(self) -> OfficeDraft:
        """Return the office as it is typed."""

        def text(name: str, language: Language) -> str:
            return self.fields[name, language].text()

        return replace(
            self._draft,
            number=self.number.text() or None,
            phone=self.phone.text() or None,
            cndp_number=self.cndp_number.text() or None,
            name_ar=text("name", _ARABIC),
            name_fr=text("name", _FRENCH),
            city_ar=text("city", _ARABIC),
            city_fr=text("city", _FRENCH),
            chief_title_ar=text("chief_title", _ARABIC),
            chief_title_fr=text("chief_title", _FRENCH),
            letterhead_ar="\n".join(self._lines(_ARABIC)),
            letterhead_fr="\n".join(self._lines(_FRENCH)),
            recipient_ar=text("recipient", _ARABIC) or None,
            recipient_fr=text("recipient", _FRENCH) or None,
            inform_days=_days(self.delays["inform_days"]),
            answer_days=_days(self.delays["answer_days"]),
        )

    def store(self) -> None:
        """Save the office, or show the error under each field."""
        draft = self.draft()
        problems = {problem.field: problem.message for problem in check_typed_office(draft)}
        self.number.say(problems.get("number", ""))
        self.phone.say(problems.get("phone", ""))
        self.cndp_number.say(problems.get("cndp_number", ""))
        for (name, language), field in self.fields.items():
            field.say(problems.get(f"{name}_{language.value}", ""))
        for name, box in self._boxes.items():
            box.show_problem(problems.get(name, ""))
        self._say_elsewhere(problems)
        if not problems:
            self._write(draft)

    def _say_elsewhere(self, problems: Mapping[str, str]) -> None:
        """Show what is wrong with what has no field here, such as the phrases of summaries."""
        shown = {"number", "phone", "cndp_number", *self._boxes}
        shown |= {f"{name}_{language.value}" for name, language in self.fields}
        others = [message for name, message in problems.items() if name not in shown]
        self.failure.hide()
        if others:
            self.failure.show_error(" ".join(others))

    def retranslate(self) -> None:
        self.sheets[Language.ARABIC].setAccessibleName(_("Letterhead in Arabic"))
        self.sheets[Language.FRENCH].setAccessibleName(_("Letterhead in French"))

    def _write(self, draft: OfficeDraft) -> None:
        said = _("The office was saved.")
        try:
            write_undoable(self._context, lambda session: change_office(session, draft), said)
        except OutreachError as error:
            self.failure.show_error(error.message)
        else:
            self.kept.discard()
            self.closed.emit()

    def _show(self, draft: OfficeDraft) -> None:
        self.number.line.setText(draft.number or "")
        self.phone.line.setText(show_phone(draft.phone) if draft.phone else "")
        self.cndp_number.line.setText(draft.cndp_number or "")
        for (name, language), field in self.fields.items():
            field.line.setText(getattr(draft, f"{name}_{language.value}") or "")
            field.line.setCursorPosition(0)
        for name, days in self.delays.items():
            days.set_value(getattr(draft, name))
        for language, editor in self.letterheads.items():
            editor.set_value(getattr(draft, f"letterhead_{language.value}"))

    def _lines(self, language: Language) -> tuple[str, ...]:
        lines = self.letterheads[language].toPlainText().splitlines()
        return tuple(line.strip() for line in lines if line.strip())

    def _preview(self) -> None:
        for language, sheet in self.sheets.items():
            city, recipient = (self.fields[name, language].text() for name in ("city", "recipient"))
            sheet.show_letterhead(Letterhead(self._printed(language), city, recipient))

    def _printed(self, language: Language) -> tuple[str, ...]:
        """Return the lines as documents print them: a precinct that they do not name is added."""
        lines = self._lines(language)
        if self._draft.role != OfficeRole.PRECINCT:
            return lines
        name = bare_unit_name(self.fields["name", language].text(), language)
        number = find_office_number(self.number.text())
        return with_unit(lines, name if name != number else None, number, language)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._preview)
        for field in (self.number, *self.fields.values()):
            field.line.textChanged.connect(lambda _text: self._pause.start())
        for editor in self.letterheads.values():
            editor.textChanged.connect(self._pause.start)
        for line in (self.number, self.phone, self.cndp_number, *self.fields.values()):
            line.line.textChanged.connect(lambda _text: self.kept.change())
        for letterhead in self.letterheads.values():
            letterhead.edited.connect(self.kept.change)
        for days in self.delays.values():
            days.edited.connect(self.kept.change)
        self.closed.connect(self.kept.leave)
        self.save.clicked.connect(self.store)
        self.back.clicked.connect(self.closed)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.store)

    def _build(self) -> None:
        layout = row_in(self)
        area = ScrollArea(self._form())
        layout.addWidget(area, 1)
        preview = Surface("paper")
        column = QVBoxLayout(preview)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(16)
        for sheet in self.sheets.values():
            column.addWidget(sheet)
            self.emblem.changed.connect(sheet.show_emblem)
        column.addWidget(self.emblem)
        column.addStretch(1)
        layout.addWidget(preview, 1)

    def _form(self) -> QWidget:
        form = Surface()
        form.setMaximumWidth(_FORM + 2 * MARGIN)
        column = QVBoxLayout(form)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(self.kept.strip)
        column.addWidget(section_title(_title))
        column.addWidget(
            note(lambda: _("This appears at the top of every document, in Arabic and in French."))
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // 2, place % 2)
        row = len(_LABELS)
        for place, (language, editor) in enumerate(self.letterheads.items()):
            editor.write_in(language)
            label = partial(_letterhead_label, language)
            box = FieldBox(label, editor, None, is_required=True)
            self._boxes[f"letterhead_{language.value}"] = box
            grid.addWidget(box, row, place)
        for place, (name, days) in enumerate(self.delays.items()):
            self._boxes[name] = FieldBox(_DELAYS[name], days, None, is_required=True)
            grid.addWidget(self._boxes[name], row + 1, place)
        grid.addWidget(self.phone, row + 2, 0)
        grid.addWidget(self.cndp_number, row + 2, 1)
        grid.addWidget(self.number, row + 3, 0)
        column.addLayout(grid)
        column.addSpacing(8)
        column.addLayout(row_of(self.save, self.back, spacing=16))
        column.addWidget(self.failure)
        column.addStretch(1)
        return form


def _title() -> str:
    return _("Office and letterhead")


def _days(editor: IntegerEditor) -> int:
    """Return the typed number of days; 0, which the check refuses, if it is not a number."""
    try:
        days = editor.value()
    except ValueError:
        return 0
    return days if isinstance(days, int) else 0


def _label(name: str, language: Language) -> str:
    return in_language(_LABELS[name](), language)


def _letterhead_label(language: Language) -> str:
    return in_language(_("Letterhead, one line below the other"), language)
