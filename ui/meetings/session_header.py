"""The header of the session editor: title, actions, and when its draft was saved."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.statuses import MeetingStatus
from ui.drafts.session_sheet import SessionSheet
from ui.fonts import scaled
from ui.widgets.buttons import Button, primary_button
from ui.widgets.labels import note
from ui.widgets.page_header import PageHeader

_ROOM_FOR_WORDS = 1040


class SessionHeader(PageHeader):
    """Emits a signal for each of its buttons."""

    summary_asked = Signal()
    save_asked = Signal()
    leave_asked = Signal()

    def __init__(self, search: Callable[[], None]) -> None:
        self._sheet: SessionSheet | None = None
        self._kept_at: datetime | None = None
        self._is_kept = True
        self._is_short = False
        super().__init__(self._title_words, search)
        self.kept = note(self._kept_words)
        self.kept.setWordWrap(False)
        self.kept.setMinimumWidth(1)  # elided before it widens the window
        self._summarise = primary_button(self._summarise_words, "check")
        self._build()

    def show_sheet(self, sheet: SessionSheet) -> None:
        """Show the title: a new session, a meeting to plan, or a change of one."""
        self._sheet = sheet
        self.title.retranslate()
        self._show_kept(None, is_kept=True)

    def show_kept(self, moment: datetime | None) -> None:
        """Show when the draft was saved; with None, since when it could not be."""
        if moment is None:
            self._show_kept(self._kept_at, is_kept=False)
        else:
            self._show_kept(moment, is_kept=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use fewer words where a button would leave for the hour of the draft."""
        self._is_short = self.width() < scaled(_ROOM_FOR_WORDS)
        self.kept.retranslate()
        self._summarise.retranslate()
        super().resizeEvent(event)

    def _show_kept(self, moment: datetime | None, *, is_kept: bool) -> None:
        self._kept_at = moment
        self._is_kept = is_kept
        self.kept.set_tone("muted" if is_kept else "late")
        self.kept.retranslate()

    def _title_words(self) -> str:
        sheet = self._sheet
        if sheet is not None and sheet.uid is not None:
            return _("Change the session")
        is_planned = sheet is not None and sheet.status == MeetingStatus.PLANNED
        return _("Plan a meeting") if is_planned else _("New session")

    def _summarise_words(self) -> str:
        return _("Save + summary") if self._is_short else _("Save and summarise")

    def _kept_words(self) -> str:
        if self._kept_at is None:
            return "" if self._is_kept else _("Draft not kept")
        hour = isolate(f"{clock.local(self._kept_at):%H:%M}")
        kept = _("Kept at {hour}") if self._is_short else _("Draft kept at {hour}")
        return (kept if self._is_kept else _("Not kept since {hour}")).format(hour=hour)

    def _build(self) -> None:
        save = Button(lambda: _("Save"), "floppy-disk")
        leave = Button(lambda: _("Close"))
        for button, keys, asked in (
            (self._summarise, "Ctrl+Enter", self.summary_asked),
            (save, "Ctrl+S", self.save_asked),
            (leave, "Esc", self.leave_asked),
        ):
            button.clicked.connect(asked)
            self.add_action(button, keys)
        self.add_trailing(self.kept)
