"""What the program reminds of, and when it locks by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.preferences.choices import NumberChoice
from ui.settings import (
    HIJRI_OFFSETS,
    IDLE_MINUTES,
    REMINDER_MINUTES,
    RHYTHMS,
    SCHEDULE_PLACES,
    SCHEDULES,
    Settings,
)
from ui.widgets.labels import small_title


class HabitsSection(QWidget):
    """`rhythm_changed` tells the pages that show who was not met.

    Headquarters meets nobody: it has but the lock.
    """

    rhythm_changed = Signal()

    def __init__(self, settings: Settings, *, is_headquarters: bool = False) -> None:
        super().__init__()
        self._settings = settings
        self.rhythm = NumberChoice(
            lambda: _("Meet each partner again within"),
            RHYTHMS,
            lambda months: _("{months} months").format(months=isolate(str(months))),
            settings.rhythm_months,
            lambda: _("Those not met for longer are shown on the page of today."),
        )
        self.reminder = NumberChoice(
            lambda: _("Remind of a meeting"),
            REMINDER_MINUTES,
            _reminder_words,
            settings.reminder_minutes,
            lambda: _("A notice says the hour, never who comes: others may see the screen."),
        )
        self.idle = NumberChoice(
            lambda: _("Lock the register after"),
            IDLE_MINUTES,
            lambda minutes: _("{minutes} min").format(minutes=isolate(str(minutes))),
            settings.idle_minutes,
            lambda: _("Counted from the last key or movement of the mouse."),
        )
        self.hours = NumberChoice(
            lambda: _("Hours of the office"),
            SCHEDULE_PLACES,
            _hours_words,
            settings.schedule,
            lambda: _("Shown in the calendar. In Ramadan it shows those of the administration."),
        )
        self.hijri = NumberChoice(
            lambda: _("Hijri calendar"),
            HIJRI_OFFSETS,
            _offset_words,
            settings.hijri_offset,
            lambda: _("By the sighting of the moon: Ramadan and the feasts move with it."),
        )
        self._build(is_headquarters=is_headquarters)
        self._connect()

    def _build(self, *, is_headquarters: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = small_title(lambda: _("Locking") if is_headquarters else _("Reminders and locking"))
        column.addWidget(title)
        for choice in (self.rhythm, self.reminder, self.idle, self.hours, self.hijri):
            column.addWidget(choice)
            choice.setHidden(is_headquarters and choice is not self.idle)

    def _connect(self) -> None:
        self.rhythm.chosen.connect(self._keep_rhythm)
        self.reminder.chosen.connect(self._keep_reminder)
        self.idle.chosen.connect(self._keep_idle)
        self.hours.chosen.connect(self._keep_hours)
        self.hijri.chosen.connect(self._keep_hijri)

    def _keep_rhythm(self, months: int) -> None:
        self._settings.rhythm_months = months
        self._settings.save()
        self.rhythm_changed.emit()

    def _keep_reminder(self, minutes: int) -> None:
        self._settings.reminder_minutes = minutes
        self._settings.save()

    def _keep_idle(self, minutes: int) -> None:
        self._settings.idle_minutes = minutes
        self._settings.save()

    def _keep_hours(self, place: int) -> None:
        self._settings.schedule = place
        self._settings.save()
        self.rhythm_changed.emit()

    def _keep_hijri(self, days: int) -> None:
        self._settings.hijri_offset = days
        self._settings.save()
        self.rhythm_changed.emit()


def _hours_words(place: int) -> str:
    first, last = SCHEDULES[place]
    return isolate(f"{first:%H:%M}–{last:%H:%M}")


def _reminder_words(minutes: int) -> str:
    if not minutes:
        return _("Not at all")
    return _("{minutes} min before").format(minutes=isolate(str(minutes)))


def _offset_words(days: int) -> str:
    return {
        -1: _("One day earlier than computed"),
        0: _("As computed"),
        1: _("One day later than computed"),
    }[days]
