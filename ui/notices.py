"""Reminders: of meetings before they begin, and once a day of what is overdue."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.due import Due, count_due
from ui.context import AppContext
from ui.icons import icon
from ui.page_keys import PageKey
from ui.requests import ShowPage
from ui.widgets.buttons import FlatButton
from ui.widgets.translated import Text
from ui.words import labelled_words, numbers_words

Tell = Callable[[str], bool]

_LOOK_EVERY = 30_000  # milliseconds between two checks
_SHOWN_FOR = timedelta(minutes=10)


class SystemNotices(QObject):
    """The system's notifications, which appear over other programs and on a locked screen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tray: QSystemTrayIcon | None = None

    def tell(self, words: str) -> bool:
        """Show a notification; return whether this system supports them."""
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return False
        if self._tray is None:
            self._tray = QSystemTrayIcon(icon("bell", "accent"), self)
            self._tray.messageClicked.connect(_bring_forward)
        self._tray.show()
        self._tray.showMessage(_("Community-outreach register"), words, self._tray.icon())
        return True


class NoticesWatch(QObject):
    """Checks for due reminders while an office is open.

    A notice has only numbers and hours, because `tell` shows it where everybody may read it. If it
    cannot, `offer` shows the same while it is true, and opens the Today page.
    `counted` is emitted after each check that updated `due`.
    """

    counted = Signal()
    due: Due

    def __init__(self, context: AppContext, parent: QObject, tell: Tell | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tell = tell or SystemNotices(self).tell
        self._reminded: set[datetime] = set()
        self._said: Text = str
        self._said_until: datetime | None = None
        self.offer = FlatButton(self._words, "bell", "info")
        self.offer.hide()
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._connect()
        self._timer.start()

    def look(self) -> None:
        """Count what is due, and remind of what became due since the last check."""
        now = clock.local(clock.now())
        self.due = found = self._context.read(lambda store: count_due(store, now.date()))
        self.counted.emit()
        if self._said_until is not None and now >= self._said_until:
            self._said_until = None
            self.offer.hide()
        self._tell_day(found, now)
        self._remind(found, now)

    def _tell_day(self, found: Due, now: datetime) -> None:
        """Remind of what is overdue, once a day at the first check."""
        settings, day = self._context.settings, now.date().isoformat()
        if settings.told_on == day:
            return
        settings.told_on = day
        settings.save()
        if found.overdue:
            self._say(lambda: _day_words(found), now + _SHOWN_FOR)

    def _remind(self, found: Due, now: datetime) -> None:
        """Remind once before each meeting of the day begins."""
        ahead = timedelta(minutes=self._context.settings.reminder_minutes)
        starts = Counter(datetime.combine(now, start, now.tzinfo) for start in found.starts)
        for start, number in starts.items():
            if start not in self._reminded and now < start <= now + ahead:
                self._reminded.add(start)
                self._say(partial(_start_words, start, number), start)

    def _say(self, words: Text, until: datetime) -> None:
        if not self._tell(words()):
            self._said = words
            self._said_until = until
            self.offer.retranslate()
            self.offer.show()

    def _words(self) -> str:
        return self._said()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look)
        self._context.changes.happened.connect(self.look)
        self._context.changes.closing.connect(self._timer.stop)
        self.offer.clicked.connect(lambda: self._context.open_page(ShowPage(PageKey.TODAY)))


def waiting_words(found: Due) -> str:
    """Return the counts of what is due today, in one line; "" if nothing is."""
    return numbers_words(
        (found.meetings, _("Meetings today: {number}")),
        (found.overdue, _("Commitments overdue: {number}")),
        (found.due, _("Commitments due today: {number}")),
        (found.points, _("Points without a reaction: {number}")),
        (found.rumours, _("Rumours waiting: {number}")),
        (found.remarks, _("Remarks without a reaction: {number}")),
        (found.claims, _("Requests from people overdue: {number}")),
    )


def counted_words(found: Due) -> str:
    """Return what the number of waiting things is made of, in one line; "" if nothing waits."""
    questions = labelled_words(_("Questions of headquarters"), "{number}")
    return numbers_words(
        (found.drafts, _("Unfinished sessions: {number}")),
        (found.overdue, _("Commitments overdue: {number}")),
        (found.due, _("Commitments due today: {number}")),
        (found.questions, questions),
        (found.rumours, _("Rumours waiting: {number}")),
        (found.remarks, _("Remarks without a reaction: {number}")),
        (found.people, _("People to inform: {number}")),
        (found.claims, _("Requests from people overdue: {number}")),
    )


def _day_words(found: Due) -> str:
    return numbers_words(
        (found.overdue, _("Commitments overdue: {number}")),
        (found.due, _("Commitments due today: {number}")),
        (found.people, _("People to inform: {number}")),
    )


def _start_words(start: datetime, number: int) -> str:
    words = _("Meetings that begin at {hour}: {number}")
    return words.format(hour=isolate(f"{start:%H:%M}"), number=isolate(str(number)))


def _bring_forward() -> None:
    """Raise the window, after a click on a notification."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.raise_()
            window.activateWindow()
