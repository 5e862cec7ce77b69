"""The free texts of a session in both languages: as written, and what is to be typed beside."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from outreach_app import clock
from outreach_app.errors import Conflict, InvalidDraft, OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.notes.likeness import LikePhrase
from outreach_app.progress import Progress
from outreach_app.queries.translations import TranslationRow
from outreach_app.queries.wordings import find_known_translations
from outreach_app.services.translations import translate_texts
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.drafts.keeper import DraftKeeper
from ui.translations.line import GAP, TranslationLine
from ui.translations.offers import like_phrases, offer_found
from ui.translations.shortcuts import OFFER_KEYS
from ui.translations.texts import Texts
from ui.translations.typed import TypedText, TypedTranslations
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.help_topic import explain_under
from ui.widgets.keys import on_keys
from ui.widgets.labels import KeyCap, note, section_title, small_title
from ui.widgets.layouts import row_of
from ui.widgets.over import resize_over
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.surfaces import Hairline

_SIZE = (920, 600)


class TranslationsDialog(QDialog):
    """`TranslationsDialog(context, texts, self).open()`. Raises NotFound.

    What is typed is a draft until it is saved: the next time the dialog opens, it is there.
    """

    def __init__(self, context: AppContext, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        explain_under(self)
        self._context = context
        self._texts = texts
        self._others: tuple[TypedText, ...] = ()  # of the draft, for other documents
        self._parent = parent
        self.lines: list[TranslationLine] = []
        self.banner = Banner()
        self.kept = note()
        self.kept.setWordWrap(False)
        self.save = primary_button(lambda: _("Save"), "floppy-disk", "Ctrl+S")
        self.close_button = Button(lambda: _("Close"))
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._area = ScrollArea()
        self._keeper = DraftKeeper(context, TypedTranslations, self)
        rows = self._read_rows()
        self._build(rows)
        self._connect()
        self._show_rows(rows, self._resume_draft())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._enter()

    def reject(self) -> None:
        """Leave; what was typed stays a draft, as the status line reports."""
        if self._keeper.is_due:
            self._keep()
        super().reject()
        if self._keeper.has_kept:
            context, texts, parent = self._context, self._texts, self._parent
            context.notice(
                _("The draft is kept."),
                go_on=lambda: TranslationsDialog(context, texts, parent).open(),
            )

    def _read_rows(self) -> list[TranslationRow]:
        return self._context.read(self._texts.read)

    def _resume_draft(self) -> TypedTranslations:
        """Return what was typed the last time and not saved, and go on with it."""
        self._keeper.begin(self._texts.form)
        for row in self._keeper.others():
            self._keeper.resume(row)
            return row.draft
        return TypedTranslations()

    def _show_rows(self, rows: Sequence[TranslationRow], typed: TypedTranslations) -> None:
        for line in self.lines:
            line.deleteLater()
        self.lines = [TranslationLine(row, rows[0]) for row in rows]
        if self._texts.is_shared:
            self._others = typed.without(rows)
        for line in self.lines:
            text = typed.text_for(line.row)
            if text is not None:
                line.show_typed(text)
            line.edited.connect(self._follow)
            self._column.insertWidget(self._column.count() - 1, line)
        self._offer_known()

    def _offer_known(self) -> None:
        """Look for what is known of the texts that have no translation yet."""
        lines = [line for line in self.lines if line.text is None]
        rows = [line.row for line in lines]

        def look(_progress: Progress) -> tuple[dict[str, str], dict[str, LikePhrase]]:
            known = self._context.read(lambda session: find_known_translations(session, rows))
            return known, like_phrases(row for row in rows if row.words not in known)

        def offer(found: tuple[dict[str, str], dict[str, LikePhrase]]) -> None:
            for line in lines:
                if line in self.lines:
                    offer_found(line, *found)

        self._context.tasks.start(self, look, done=offer)

    def _typed_translations(self) -> TypedTranslations:
        typed = (line.typed() for line in self.lines if line.is_changed)
        return TypedTranslations((*typed, *self._others))

    def _follow(self) -> None:
        self._keeper.changed()

    def _keep(self) -> None:
        typed = self._typed_translations()
        if not typed.texts:  # everything that was typed was removed again
            self._keeper.discard()
            self.kept.setText("")
        elif (moment := self._keeper.keep(typed)) is not None:
            hour = isolate(f"{clock.local(moment):%H:%M}")
            self.kept.setText(_("Draft kept at {hour}").format(hour=hour))

    def _save(self) -> None:
        """Write what was typed, with one Undo; what is wrong is said under its field."""
        changed = [line for line in self.lines if line.is_changed]
        drafts = [line.draft() for line in changed]
        try:
            if drafts:
                write_undoable(
                    self._context,
                    lambda session: translate_texts(session, drafts),
                    _("The translations were saved."),
                )
        except InvalidDraft as error:
            for problem in reversed(error.problems):
                line = changed[int(problem.field) - 1]
                line.show_problem(problem.message)
                self._go_to(line)
        except OutreachError as error:
            if isinstance(error, Conflict):
                self._show_rows(self._read_rows(), self._typed_translations())
            self.banner.show_error(error.message)
        else:
            self._keeper.discard()
            if self._others:
                self._keeper.keep(TypedTranslations(self._others))
            self.accept()

    def _enter(self) -> None:
        """Put the cursor in the first field that is empty."""
        empty = (line for line in self.lines if line.text is None)
        line = next(empty, self.lines[0] if self.lines else None)
        if line is not None:
            self._go_to(line)

    def _go_to(self, line: TranslationLine) -> None:
        line.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(line)

    def _take_offer(self) -> None:
        for line in self.lines:
            if line.editor.hasFocus():
                line.take_offer()

    def _build(self, rows: Sequence[TranslationRow]) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Translations"))
        resize_over(self, *_SIZE)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(_headings())
        self._column.addStretch(1)
        self._inside.setAutoFillBackground(False)
        self._area.setWidget(self._inside)
        self._area.viewport().setAutoFillBackground(False)
        advice = _("Texts left empty stay as they were written, and the document states this.")
        if not rows:
            advice = _("This session contains no free text.")
        said = note()
        said.setText(advice)
        foot = row_of(self.save, KeyCap("Ctrl+S"), self.close_button, KeyCap("Esc"))
        foot.addWidget(self.kept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(section_title(lambda: _("Translations")))
        layout.addWidget(said)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.banner)
        layout.addWidget(Hairline())
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        self.close_button.setAutoDefault(False)
        self.save.setAutoDefault(False)
        on_keys(self, OFFER_KEYS, self._take_offer)
        self._keeper.due.connect(self._keep)
        self._keeper.refused.connect(self.banner.show_error)
        self._keeper.accepted.connect(self.banner.hide)


def _headings() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(small_title(lambda: _("As written")), 1)
    row.addWidget(small_title(lambda: _("In the other language")), 1)
    return row
