"""The draft of a screen of settings: what was changed there and is not saved yet."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import DraftRow
from ui.context import AppContext
from ui.drafts.keeper import DraftKeeper
from ui.drafts.left_drafts import discard_left
from ui.drafts.strip import DraftStrip
from ui.drafts.words import kept_words
from ui.widgets.line_button import LineWords
from ui.widgets.translated import Text

DraftT = TypeVar("DraftT")


class ScreenDraft(QObject, Generic[DraftT]):
    """Saves what is typed on a screen, and lists what was left there earlier in `strip`.

    `typed` reads the fields, `show` fills them; `title` names the screen.
    """

    def __init__(
        self,
        context: AppContext,
        form: str,
        title: Text,
        typed: Callable[[], DraftT],
        show: Callable[[DraftT], None],
        screen: QWidget,
    ) -> None:
        super().__init__(screen)
        self._context, self._form = context, form
        self._typed, self._show = typed, show
        self._unchanged = typed()
        self._keeper = DraftKeeper(context, type(self._unchanged), self)
        self.strip = DraftStrip(lambda row: LineWords(title(), end=kept_words(row.saved_at)))
        self._keeper.due.connect(self._save)
        self.strip.listen(screen)
        self.strip.chosen.connect(self._resume)
        self.strip.discarded.connect(self._discard)

    def begin(self) -> None:
        """Start with the fields as they are shown now, which are those of the register."""
        self._unchanged = self._typed()
        self._keeper.begin(self._form)
        self._list()

    def change(self) -> None:
        """Save soon what was typed."""
        self._keeper.changed()

    def leave(self) -> None:
        """Save at once what was typed since the last time, and say that it is kept."""
        if self._keeper.is_due:
            self._save()
        if self._keeper.has_kept:
            self._context.notice(_("The draft is kept."))

    def discard(self) -> None:
        """Discard the draft: it is recorded."""
        self._keeper.discard()

    def _save(self) -> None:
        typed = self._typed()
        if typed == self._unchanged:
            self._keeper.discard()
        else:
            self._keeper.keep(typed)

    def _resume(self, row: DraftRow[DraftT]) -> None:
        if self._keeper.is_due:
            self._save()
        self._keeper.resume(row)
        self._show(row.draft)
        self._list()

    def _discard(self, row: DraftRow[DraftT]) -> None:
        discard_left(self._context, row)
        self._list()

    def _list(self) -> None:
        self.strip.show_rows(self._keeper.others())
