"""Editors for what is made of digits: hours, counts, phones."""

from datetime import time

from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtGui import QFocusEvent, QTextOption
from PySide6.QtWidgets import QLineEdit

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from outreach_app.rules.dates import parse_time
from outreach_app.rules.phones import find_phone, show_phone
from outreach_app.rules.text import clean_line
from ui.forms.editors import TextEditor


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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the content if the program sets the focus, as Tab does."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.selectAll()

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
        self.setAlignment(_edge_of_the_screen() | Qt.AlignmentFlag.AlignVCenter)


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
        digits = "".join(line.split())  # people part thousands: 1 200
        if not digits.isdecimal():
            raise ValueError(_("This is not a whole number. Type digits only."))
        return int(digits)

    def show_value(self, value: object) -> str:
        return str(value)


class ContactsEditor(TextEditor):
    """Further contacts, one a line; telephone numbers are put into their usual form.

    Left to right like one number, and at the right edge in Arabic.
    """

    def __init__(self) -> None:
        super().__init__(48)
        self._align()

    def value(self) -> object:
        text = super().value()
        return None if text is None else "\n".join(map(_in_form, str(text).splitlines()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        text = self.value()
        if text is not None and text != self.toPlainText():
            self.set_value(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._align()

    def _align(self) -> None:
        option = QTextOption(self.document().defaultTextOption())
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setAlignment(_edge_of_the_screen())
        self.document().setDefaultTextOption(option)


class PhoneEditor(DigitsEditor):
    """A phone number as typed: the service parses it and reports errors."""

    def parse(self, line: str) -> object:
        return line

    def show_value(self, value: object) -> str:
        return _in_form(str(value))


def _in_form(contact: str) -> str:
    """Return a telephone number in its usual form; anything else as it is."""
    number = find_phone(contact)
    return show_phone(number) if number else contact


def _edge_of_the_screen() -> Qt.AlignmentFlag:
    """Return the edge from which the language of the screen is read."""
    from_right = i18n.current().is_right_to_left
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
