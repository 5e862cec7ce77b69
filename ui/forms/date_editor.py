"""A field for a day, typed freely; the day that was understood is shown under it."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QLineEdit, QWidget

from outreach_app import clock, i18n
from outreach_app.i18n import gettext as _
from outreach_app.rules.dates import date_text, date_words
from outreach_app.rules.quick_dates import read_day
from ui.forms.calendar_popup import open_calendar
from ui.forms.number_editors import DigitsEditor
from ui.icons import icon
from ui.widgets.labels import Label
from ui.widgets.tips import tip
from ui.words import day_words, no_day_words

_FAR = timedelta(days=183)  # of a day without a year: half of one
_CALENDAR_KEYS = "\u2066Alt+\u2193\u2069"


class DateEditor(DigitsEditor):
    """A day, shown dd/MM/yyyy and typed in any way that `read_day` reads; Alt+Down opens a month.

    If `is_past`, a day without a year is the last such day; with `since`, the field of the day on
    which something began, the first one from that day on. If `is_due`, a day that has passed is
    doubted. `against` returns what speaks against a day, "" for nothing. Choosing in the month
    counts as typing and emits `edited`.
    """

    def __init__(self, *, is_past: bool = False, since: "DateEditor | None" = None) -> None:
        super().__init__()
        self.is_past = is_past
        self.is_due = False
        self._since = since
        self.against: Callable[[date], str] = lambda _day: ""
        self._hint: _Hint | None = None
        self._passed: date | None = None
        self._kept: date | None = None  # a day that has passed, of which the person was told
        self._calendar = QAction(icon("calendar-blank"), "", self)
        self._calendar.triggered.connect(self.open_calendar)
        self.textEdited.connect(self._say_meaning)
        self._place_calendar()

    def open_calendar(self) -> None:
        """Open the month of the typed day, or of today."""
        open_calendar(self, self.day() or clock.today(), self._take)

    def day(self) -> date | None:
        """Return the day that the typed text means, if any."""
        return self._read(self.text())

    def day_text(self) -> str:
        """Return the day in full, or the typed text if it cannot be read as a day."""
        day = self.day()
        return date_text(day) if day else self.text()

    def parse(self, line: str) -> object:
        day = self._read(line)
        if day is None:
            raise ValueError(no_day_words())
        return day

    def show_value(self, value: object) -> str:
        return date_text(value) if isinstance(value, date) else ""

    def say_problem(self, message: str) -> None:
        """Show an error under the field."""
        self._say(message, "late")

    def take_doubt(self) -> str:
        """Return, once, that the typed day has passed, and which later one may be meant; else "".

        The later one is then written in full, for the person to keep or to change.
        """
        passed, day = self._passed or self._just_passed(), self.day()
        self._passed = None
        if day is None:
            return ""
        if self.is_due and day < clock.today() and day != self._kept:
            self._kept = day
            said = _("{day} has passed. Press Enter again to keep it, or type another day.")
            return said.format(day=date_words(day))
        if passed is None:
            return ""
        self.set_value(day)
        said = _("{passed} has passed. Press Enter again for {day}, or type another day.")
        return said.format(passed=date_words(passed), day=date_words(day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._say("", "muted")
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._kept = None
        self._say("", "muted")
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._place_calendar()

    def _read(self, line: str) -> date | None:
        since = None if self._since is None else self._since.day()
        return read_day(line, clock.today(), is_past=self.is_past, since=since)

    def _just_passed(self) -> date | None:
        """Return the day of this year that passed lately, if the one that is meant is far off."""
        day, last = self.day(), read_day(self.text(), clock.today(), is_past=True)
        if self.is_past or day is None or last is None or day - clock.today() < _FAR:
            return None
        return last if last != day and clock.today() - last < _FAR else None

    def _say_meaning(self) -> None:
        """Show which day is meant, or how to type one."""
        day = self.day()
        self._passed = self._just_passed()
        if not self.text():
            self._say("", "muted")
        elif day is None:
            self._say(_("10/12 · +15 · tomorrow · end of the month"), "muted")
        elif day < clock.today() and not self.is_past:
            self._say(_("{day} · already past").format(day=day_words(day)), "warn")
        else:
            against = self.against(day)
            words = " · ".join(filter(None, (day_words(day), against)))
            self._say(words, "warn" if against or self._passed else "muted")

    def _say(self, words: str, tone: str) -> None:
        if self._hint is None and words:
            self._hint = _Hint(self.window())
        if self._hint is not None:
            self._hint.say(words, tone, self)

    def _place_calendar(self) -> None:
        """Put its button at the trailing edge, which the field's direction does not determine."""
        words = _("Open the calendar")
        self._calendar.setText(words)  # the button's name for screen readers
        self._calendar.setToolTip(tip(f"{words} ({_CALENDAR_KEYS})"))
        self.removeAction(self._calendar)
        ends_left = i18n.current().is_right_to_left
        position = QLineEdit.ActionPosition
        self.addAction(
            self._calendar, position.LeadingPosition if ends_left else position.TrailingPosition
        )

    def _take(self, day: date) -> None:
        self.set_value(day)
        self.textEdited.emit(self.text())
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def past_day() -> DateEditor:
    """Return a field for a day that is not in the future."""
    return DateEditor(is_past=True)


class _Hint(Label):
    """A hint over the page, beside the focused field, without moving other widgets."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(pixels=12)
        self.setParent(window)
        self._window = window
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setFrameShape(QFrame.Shape.Box)
        self.setContentsMargins(6, 2, 6, 2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str, tone: str, field: QWidget) -> None:
        """Show a hint under a field, or in place of its label; hide it with ""."""
        self.setVisible(bool(words))
        if not words:
            return
        self.set_tone(tone)
        self.setText(words)
        self.adjustSize()
        corner = field.mapTo(self._window, QPoint(0, 0))
        x = corner.x()
        if i18n.current().is_right_to_left:
            x += field.width() - self.width()
        x = min(max(x, 0), max(self._window.width() - self.width(), 0))
        self.move(x, corner.y() + field.height() + 1)
        # The error of a field is under it: it must stay readable while it is corrected.
        if field.property("wrong") or self._covers_words():
            self.move(x, corner.y() - self.height() - 1)
        self.raise_()

    def _covers_words(self) -> bool:
        """Return whether a label or a button, such as those of the next field, would be hidden."""
        place = self.geometry()
        points = (
            place.bottomLeft(),
            QPoint(place.center().x(), place.bottom()),
            place.bottomRight(),
        )
        under = map(self._window.childAt, points)
        return any(isinstance(each, QAbstractButton | QLabel) for each in under)
