"""The base of every record form: it autosaves a draft and shows problems per field."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from outreach_app.errors import Conflict, InvalidDraft, OutreachError, Problem
from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import DraftRow
from ui.context import AppContext
from ui.drafts.differences import Difference, list_differences
from ui.drafts.keeper import DraftKeeper
from ui.drafts.left_drafts import discard_left
from ui.drafts.settlement import settle
from ui.drafts.strip import DraftStrip
from ui.drafts.words import kept_words, untitled
from ui.forms.form import Draft, Field, Form
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.keys import on_keys
from ui.widgets.labels import section_title
from ui.widgets.layouts import column_in
from ui.widgets.line_button import LineWords


class RecordDraft(Draft, Protocol):
    """A draft of one record, with the version that it was read at."""

    @property
    def version(self) -> str | None: ...


DraftT = TypeVar("DraftT", bound=RecordDraft)
_REASON = "sensitive_reason"


class KeptForm(QWidget, Generic[DraftT]):
    """The form of one record. Signal: `finished` carries the saved uid, or None after Cancel.

    Cancel discards nothing: what was typed stays as a draft, listed above the form.
    """

    finished = Signal(object)

    def __init__(
        self,
        context: AppContext,
        fields: Sequence[Sequence[Field]],
        empty: DraftT,
        check: Callable[[DraftT], Sequence[Problem]],
    ) -> None:
        super().__init__()
        self._context = context
        self.keeper = DraftKeeper(context, type(empty), self)
        self.title = section_title(self.title_text)
        self.left_drafts = DraftStrip(self._draft_words)
        self.banner = Banner()
        self.form = Form[DraftT](fields, empty, check)
        self._check = check
        self.save = primary_button(self.save_text, "floppy-disk", "Ctrl+S")
        self.give_up = Button(lambda: _("Cancel"), "", "Esc")
        self._area, self._inside = QScrollArea(widgetResizable=True), QWidget()
        # Above and below the fields.
        self.above = QVBoxLayout()
        self.below = QVBoxLayout()
        self._build_frame()
        self._connect_frame()

    def least_width(self) -> int:
        """Return the width in which no field and no button is cut, in pixels."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        return max(self._inside.minimumSizeHint().width() + bar, self.minimumSizeHint().width())

    def title_text(self) -> str:
        """Return the title in the current language."""
        raise NotImplementedError

    def save_text(self) -> str:
        """Return the text of the save button in the current language."""
        return _("Save")

    def write(self, draft: DraftT) -> UUID:
        """Save a valid draft. Raises OutreachError."""
        raise NotImplementedError

    def name_of(self, draft: DraftT) -> str:
        """Return the name of a draft's record; "" if it has none yet."""
        raise NotImplementedError

    def recorded(self) -> DraftT | None:
        """Return what the store holds of the record now, None for a new one. Raises NotFound."""
        raise NotImplementedError

    def rebased(self, typed: DraftT, recorded: DraftT) -> DraftT:
        """Return the typed draft with the version of the stored record."""
        return replace(typed, version=recorded.version)

    def differences(self, typed: DraftT, recorded: DraftT) -> Sequence[Difference]:
        """Return the fields whose typed value differs from the stored one."""
        return list(list_differences(typed, recorded))

    def typed(self) -> DraftT:
        """Return the draft in the form, without the fields that cannot be read."""
        return self.form.typed()

    def show_typed(self, draft: DraftT) -> None:
        """Fill the form from a draft."""
        self.form.show_draft(draft)

    def open_draft(self, form: str, draft: DraftT) -> None:
        """Open the form with a draft; `form` is the key that lists this record's drafts."""
        self.keep_typed()
        self.keeper.begin(form)
        self._open(draft)

    def resume(self, row: DraftRow[DraftT]) -> None:
        """Continue another draft, after saving the current one."""
        self.keep_typed()
        self.keeper.resume(row)
        self._open(row.draft)
        self.form.go_on()  # the draft that was clicked is gone, and the keyboard with it
        self._settle()

    def resume_key(self, key: str) -> None:
        """Continue the draft of a key, if there still is one."""
        for row in self.keeper.others():
            if row.key == key:
                self.resume(row)

    def keep_typed(self) -> None:
        """Save pending changes as a draft before the form is left."""
        if self.keeper.is_due:
            self.keeper.keep(self.typed())

    def _save(self) -> None:
        try:
            draft = self.form.draft()
            if draft == self.recorded():
                self.keeper.discard()
                self.finished.emit(None)
                self._context.notice(_("Nothing was changed."))
                return
            saved = self.write(draft)
        except InvalidDraft as refused:
            self.form.refuse(refused.problems)  # each is shown under its field
            self.ask(refused.problems)
            # Later: what is wrong is placed first, and takes room.
            QTimer.singleShot(0, self, self._show_focused)
            return
        except OutreachError as error:
            if not (isinstance(error, Conflict) and self._settle()):
                self.banner.show_error(error.message)
            return
        self.keeper.discard()
        self.finished.emit(saved)

    def _show_focused(self) -> None:
        """Scroll to the field with the cursor, its problem included."""
        if (focused := self.form.focusWidget()) is not None:
            self._area.ensureWidgetVisible(focused.parentWidget() or focused)

    def ask(self, problems: Sequence[Problem]) -> None:
        """Ask a follow-up question after a refused save; does nothing unless overridden."""

    def _open(self, draft: DraftT) -> None:
        self.banner.hide()
        self.title.retranslate()
        self.show_typed(draft)
        self.left_drafts.show_rows(self.keeper.others())
        self._area.verticalScrollBar().setValue(0)

    def _draft_words(self, row: DraftRow[DraftT]) -> LineWords:
        return LineWords(self.name_of(row.draft) or untitled(), end=kept_words(row.saved_at))

    def _ask_reason(self) -> None:
        """Ask for a reason to keep sensitive words, if there are some and a reason permits them."""
        typed = self.typed()
        is_asked = any(problem.code == "sensitive" for problem in self._check(typed))
        is_asked = is_asked or getattr(typed, _REASON) is not None
        self.form.field(_REASON).setVisible(is_asked)

    def _discard(self, row: DraftRow[DraftT]) -> None:
        discard_left(self._context, row)
        self.left_drafts.show_rows(self.keeper.others())

    def _settle(self) -> bool:
        return settle(self._context, self.keeper, self, self._save, self)

    def _give_up(self) -> None:
        self.keep_typed()
        self.finished.emit(None)
        if self.keeper.has_kept:
            self._context.notice(_("The draft is kept."))

    def _build_frame(self) -> None:
        inside = self._inside
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(24, 0, 24, 16)
        fields.setSpacing(8)
        fields.addWidget(self.title)
        fields.addLayout(self.above)
        fields.addWidget(self.form)
        fields.addLayout(self.below)
        fields.addStretch(1)
        area = self._area
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 8, 24, 16)
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.give_up)
        buttons.addStretch(1)
        layout = column_in(self)
        layout.addWidget(self.left_drafts)
        layout.addWidget(area, 1)
        layout.addWidget(self.banner)
        layout.addLayout(buttons)

    def _connect_frame(self) -> None:
        self.form.edited.connect(self.keeper.changed)
        self.keeper.refused.connect(self.banner.show_error)
        self.keeper.accepted.connect(self.banner.hide)
        self.keeper.due.connect(lambda: self.keeper.keep(self.typed()))
        self.left_drafts.listen(self)
        self.left_drafts.chosen.connect(self.resume)
        self.left_drafts.discarded.connect(self._discard)
        self.save.clicked.connect(self._save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            on_keys(self, keys, self.save.click)
        self.give_up.clicked.connect(self._give_up)
