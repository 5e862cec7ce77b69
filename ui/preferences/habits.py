"""Settings for reminders, the idle lock and the calendar."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.moments import hours_words
from ui.preferences.choices import NumberChoice, stack
from ui.settings import (
    HIJRI_OFFSETS,
    IDLE_MINUTES,
    REMINDER_MINUTES,
    RHYTHMS,
    SCHEDULE_PLACES,
    SCHEDULES,
    Settings,
)


class RemindersSection(QWidget):
    """`changed` notifies the pages that show who was not met."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.rhythm = NumberChoice(
            lambda: _("Meet each partner again within"),
            RHYTHMS,
            lambda months: _("{months} months").format(months=isolate(str(months))),
            settings.rhythm_months,
            lambda: _("Partners not met within this time are shown on the Today page."),
        )
        self.reminder = NumberChoice(
            lambda: _("Remind of a meeting"),
            REMINDER_MINUTES,
            _reminder_words,
            settings.reminder_minutes,
            lambda: _("A notice shows the hour, never who comes: others may see the screen."),
        )
        stack(self, self.rhythm, self.reminder)
        self.rhythm.chosen.connect(self._keep_rhythm)
        self.reminder.chosen.connect(self._keep_reminder)

    def _keep_rhythm(self, months: int) -> None:
        self._settings.rhythm_months = months
        self._settings.save()
        self.changed.emit()

    def _keep_reminder(self, minutes: int) -> None:
        self._settings.reminder_minutes = minutes
        self._settings.save()


class CalendarSection(QWidget):
    """`changed` notifies the pages that show days."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
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
        stack(self, self.hours, self.hijri)
        self.hours.chosen.connect(self._keep_hours)
        self.hijri.chosen.connect(self._keep_hijri)

    def _keep_hours(self, place: int) -> None:
        self._settings.schedule = place
        self._settings.save()
        self.changed.emit()

    def _keep_hijri(self, days: int) -> None:
        self._settings.hijri_offset = days
        self._settings.save()
        self.changed.emit()


def idle_choice(settings: Settings) -> NumberChoice:
    """Make the choice of how long an unused register stays open."""

    def keep(minutes: int) -> None:
        settings.idle_minutes = minutes
        settings.save()

    choice = NumberChoice(
        lambda: _("Lock the register after"),
        IDLE_MINUTES,
        lambda minutes: _("{minutes} min").format(minutes=isolate(str(minutes))),
        settings.idle_minutes,
        lambda: _("Counted from the last key press or mouse movement."),
    )
    choice.chosen.connect(keep)
    return choice


def _hours_words(place: int) -> str:
    return hours_words(*SCHEDULES[place])


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
