"""The screen for the phrases and optional sections of summaries, with a preview."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from outreach_app.errors import OutreachError
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.example import example_of_summary
from outreach_app.rules.kinds import SummarySection
from outreach_app.services.offices import (
    OfficeDraft,
    change_office,
    check_office,
    draft_of_own_office,
)
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.forms.editors import CheckEditor, TextEditor
from ui.forms.field_box import FieldBox
from ui.languages import direction_of, in_language
from ui.preferences.screen_draft import ScreenDraft
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.keys import on_keys
from ui.widgets.labels import KeyCap, Label, note, section_title, small_title
from ui.widgets.layouts import row_in, row_of
from ui.widgets.page_header import MARGIN
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated

_PAUSE = 150  # milliseconds after the last key before the preview is made again
_FORM, _HEIGHT = 560, 88
_LABELS: dict[str, Text] = {
    "opening": lambda: _("Opening phrase"),
    "closing": lambda: _("Closing phrase"),
}
_SECTIONS: dict[SummarySection, Text] = {
    SummarySection.NAMES: lambda: _("Names of those represented"),
    SummarySection.EARLIER: lambda: _("Commitments of the previous meeting"),
    SummarySection.RAISERS: lambda: _("Who raised each point"),
    SummarySection.ASSESSMENT: lambda: _("Assessment of the head of the office"),
    SummarySection.NEXT_MEETING: lambda: _("Next meeting"),
}


class PhrasesScreen(Translated):
    """A field for each phrase and language, and a box for each section that may be left out.

    A phrase that is left empty is the program's own.
    """

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._draft = context.read(draft_of_own_office)
        self.boxes = {
            (name, language): _box(name, language) for name in _LABELS for language in Language
        }
        self.sections = {section: CheckEditor(words) for section, words in _SECTIONS.items()}
        self.previews = {language: _paragraph(language) for language in Language}
        self.failure = Banner()
        self.save = primary_button(lambda: _("Save"), "floppy-disk")
        self.back = Button(lambda: _("Back"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.kept = ScreenDraft(context, "phrases", _title, self.draft, self._show, self)
        self._build()
        self._connect()

    def begin(self) -> None:
        """Show the phrases and sections as they are in the register."""
        self._draft = self._context.read(draft_of_own_office)
        self._show(self._draft)
        self.kept.begin()
        self.failure.hide()
        self._preview()
        self.boxes["opening", Language.ARABIC].focus()

    def draft(self) -> OfficeDraft:
        """Return the office with the phrases as they are typed and the sections as ticked."""

        def text(name: str, language: Language) -> str | None:
            value = self.boxes[name, language].editor.value()
            return " ".join(str(value).split()) if value else None

        return replace(
            self._draft,
            opening_ar=text("opening", Language.ARABIC),
            opening_fr=text("opening", Language.FRENCH),
            closing_ar=text("closing", Language.ARABIC),
            closing_fr=text("closing", Language.FRENCH),
            omitted_sections=tuple(
                section for section, box in self.sections.items() if not box.value()
            ),
        )

    def store(self) -> None:
        """Save the phrases and sections, or show the error under each field."""
        draft = self.draft()
        problems = {problem.field: problem.message for problem in check_office(draft)}
        for (name, language), box in self.boxes.items():
            box.show_problem(problems.get(f"{name}_{language}", ""))
        if problems:
            return
        said = _("The phrases and sections were saved.")
        try:
            write_undoable(self._context, lambda session: change_office(session, draft), said)
        except OutreachError as error:
            self.failure.show_error(error.message)
        else:
            self.kept.discard()
            self.closed.emit()

    def _show(self, draft: OfficeDraft) -> None:
        for (name, language), box in self.boxes.items():
            box.show_value(getattr(draft, f"{name}_{language}"))
        for section, tick in self.sections.items():
            tick.set_value(section not in draft.omitted_sections)

    def _preview(self) -> None:
        draft = self.draft()
        for language, label in self.previews.items():
            example = partial(example_of_summary, draft=draft, language=language)
            label.setText(self._context.read(example))

    def _connect(self) -> None:
        self._pause.timeout.connect(self._preview)
        for editor in (*(box.editor for box in self.boxes.values()), *self.sections.values()):
            editor.edited.connect(self._pause.start)
            editor.edited.connect(self.kept.change)
        self.closed.connect(self.kept.leave)
        self.save.clicked.connect(self.store)
        self.back.clicked.connect(self.closed)
        on_keys(self, "Ctrl+S", self.store)

    def _build(self) -> None:
        layout = row_in(self)
        layout.addWidget(self._form(), 1)
        paper = Surface("paper")
        column = QVBoxLayout(paper)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(16)
        column.addWidget(small_title(lambda: _("How a summary reads")))
        for label in self.previews.values():
            column.addWidget(label)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(paper)
        layout.addWidget(area, 1)

    def _form(self) -> QWidget:
        form = Surface()
        form.setMaximumWidth(_FORM + 2 * MARGIN)
        column = QVBoxLayout(form)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(self.kept.strip)
        column.addWidget(section_title(_title))
        column.addWidget(note(_advice))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // 2, place % 2, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(grid)
        column.addWidget(small_title(lambda: _("What else summaries include")))
        for tick in self.sections.values():
            column.addWidget(tick)
        column.addSpacing(8)
        column.addLayout(row_of(self.save, KeyCap("Ctrl+S"), self.back, KeyCap("Esc")))
        column.addWidget(self.failure)
        column.addStretch(1)
        return form


def _title() -> str:
    return _("Phrases and sections of summaries")


def _box(name: str, language: Language) -> FieldBox:
    editor = TextEditor(_HEIGHT)
    editor.write_in(language)
    return FieldBox(partial(_label, name, language), editor, None, is_required=False)


def _label(name: str, language: Language) -> str:
    return in_language(_LABELS[name](), language)


def _advice() -> str:
    return _(
        "The opening says what a meeting is part of, without who chaired it: the program adds the "
        "rest. If it is empty, the default is used, and nothing comes before the signature."
    )


def _paragraph(language: Language) -> Label:
    label = Label()
    label.setLayoutDirection(direction_of(language))
    label.setWordWrap(True)
    return label
