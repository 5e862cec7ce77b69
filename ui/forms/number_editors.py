"""Line edits for what is made of digits: dates, hours, counts, phones."""

from datetime import date, time

from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from outreach_app import clock, i18n
from outreach_app.i18n import gettext as _
from outreach_app.rules.dates import parse_date, parse_time
from outreach_app.rules.phones import find_phone, show_phone
from outreach_app.rules.text import clean_line
from ui.forms.calendar_popup import CalendarPopup
from ui.icons import icon
from ui.widgets.tips import tip

_CALENDAR_KEYS = "\u2066Alt+\u2193\u2069"


class DigitsEditor(QLineEdit):
    """Left to right in both languages, and at the right edge in Arabic.

    No spin box or date edit: they turn hours round in Arabic and refuse 05012026.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._align()

    @property
    def edited(self) -> SignalInstance:
        return self.textEdited

    def value(self) -> object:
        """Return the value, None for nothing. Raises ValueError with a sentence."""
        line = clean_line(self.text())
        return self.parse(line) if line else None

    def set_value(self, value: object) -> None:
        self.setText("" if value is None else self.show_value(value))

    def parse(self, line: str) -> object:
        """Return the value of what was typed. Raises ValueError with a sentence."""
        raise NotImplementedError

    def show_value(self, value: object) -> str:
        """Return the value as it is written once it is read."""
        raise NotImplementedError

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        try:
            self.set_value(self.value())
        except ValueError:
            return  # what was typed stays, for the person to mend

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._align()

    def _align(self) -> None:
        from_right = i18n.current().is_right_to_left
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class DateEditor(DigitsEditor):
    """A day, shown dd/MM/yyyy and typed in any way that `parse_date` reads; Alt+Down opens a month.

    Choosing there counts as typing: `edited` says so.
    """

    def __init__(self) -> None:
        super().__init__()
        self._calendar = QAction(icon("calendar-blank"), "", self)
        self._calendar.triggered.connect(self.open_calendar)
        self._place_calendar()

    def open_calendar(self) -> None:
        """Open the month of the day that stands here, or of today."""
        shown = parse_date(self.text()) or clock.local(clock.now()).date()
        popup = CalendarPopup(shown, self)
        popup.chosen.connect(self._take)
        popup.open_under(self)

    def parse(self, line: str) -> object:
        day = parse_date(line)
        if day is None:
            raise ValueError(
                _("This is not a date from 1900 to 2099. Type it as 05/01/2026 or 05012026.")
            )
        return day

    def show_value(self, value: object) -> str:
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._place_calendar()

    def _place_calendar(self) -> None:
        """Put its button at the trailing edge, which the field's own direction does not tell."""
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


class TimeEditor(DigitsEditor):
    """An hour, shown HH:MM and typed in any way that `parse_time` reads."""

    def parse(self, line: str) -> object:
        hour = parse_time(line)
        if hour is None:
            raise ValueError(_("This is not a time. Type it as 10:30 or 1030."))
        return hour

    def show_value(self, value: object) -> str:
        return f"{value:%H:%M}" if isinstance(value, time) else ""


class IntegerEditor(DigitsEditor):
    """A whole number."""

    def parse(self, line: str) -> object:
        if not line.isdecimal():
            raise ValueError(_("This is not a whole number. Type digits only."))
        return int(line)

    def show_value(self, value: object) -> str:
        return str(value)


class PhoneEditor(DigitsEditor):
    """A phone number, kept as typed: the service reads it and says what is wrong."""

    def parse(self, line: str) -> object:
        return line

    def show_value(self, value: object) -> str:
        number = find_phone(str(value))
        return show_phone(number) if number else str(value)
