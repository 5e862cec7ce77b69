"""The chosen day beside the calendar: its meetings, due commitments, and planning commands."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from outreach_app import clock
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.queries.agenda import AgendaDay
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rights import Right
from outreach_app.rules.dates import full_day
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.rules.working_days import FRIDAY, WorkingDays
from ui.actions import meeting_actions
from ui.actions.days import prayer_words, rest_words
from ui.actions.meeting_forms import MeetingForms
from ui.context import AppContext
from ui.fonts import fix_width
from ui.listings.subject import allowed
from ui.moments import hours_words
from ui.record_lines import commitment_line, meeting_line
from ui.requests import LogSession
from ui.widgets.buttons import Button
from ui.widgets.commands import Command
from ui.widgets.labels import note, section_title, small_title
from ui.widgets.line_button import LineButton, LineWords
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

WIDTH = 344


class DayPane(Translated, Surface):
    """The chosen day. `meeting_opened`, `commitment_opened` carry a uid, `plan_asked` the day."""

    meeting_opened = Signal(object)
    commitment_opened = Signal(object)
    plan_asked = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context, self._settings = context, context.settings
        self.forms = MeetingForms(context)
        self._day = date.min
        self._content = AgendaDay()
        self.title = section_title()
        self.facts = note()
        self.plan = Button(lambda: _("Plan a meeting on this day"), "calendar-plus")
        self._lines = QVBoxLayout()
        self._may_record = context.may(Right.RECORD)
        self.plan.offer(is_allowed=self._may_record)
        self._build()
        self.plan.clicked.connect(lambda: self.plan_asked.emit(self._day))

    def show_day(self, day: date, content: AgendaDay) -> None:
        """Show a day and its content; close a form about a meeting that is not in it as it was."""
        self.forms.follow(content.meetings)
        self._day = day
        self._content = content
        self.retranslate()

    def retranslate(self) -> None:
        if self._day == date.min:
            return
        self.title.setText(full_day(self._day))
        self.facts.setText(_facts(self._day, self._settings.working_days))
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._add_meetings()
        self._add_commitments()

    def _add_meetings(self) -> None:
        if not self._content.meetings:
            self._lines.addWidget(note(lambda: _("No meeting on this day.")))
        for row in self._content.meetings:
            line = LineButton(_with_hours(row))
            line.menu = partial(self.commands, row)
            line.clicked.connect(partial(self._say, self.meeting_opened, row.uid))
            self._lines.addWidget(line)
            if arranging := self._arranging(row):
                self._lines.addWidget(self._buttons_of(arranging))

    def commands(self, row: MeetingRow) -> list[Command]:
        """Return what can be done with a meeting of the calendar."""
        show = partial(self.meeting_opened.emit, row.uid)
        opening = Command(lambda: _("Show the meeting"), "arrow-square-right", show)
        held = Command(lambda: _("It was held"), "check-circle", partial(self._hold, row))
        delete = Command(
            lambda: _("Delete"),
            "trash",
            partial(self._try, partial(meeting_actions.delete, self._context, row)),
            destroys=True,
            right=Right.REMOVE,
        )
        if not (row.is_to_come and self._may_record):
            return allowed(self._context, [opening, delete])
        has_come = MeetingStatus.HELD in row.next_statuses and row.held_on <= clock.today()
        done = [held] if has_come else []
        return allowed(self._context, [opening, *done, *self._arranging(row), delete])

    def _hold(self, row: MeetingRow) -> None:
        """Record that a meeting was held, and log what was said there."""

        def hold() -> None:
            meeting_actions.change_status(self._context, row, MeetingStatus.HELD)
            self._context.open_page(LogSession(meeting=row.uid))

        self._try(hold)

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except OutreachError as error:
            self._context.refuse(error)

    def _arranging(self, row: MeetingRow) -> list[Command]:
        """Return the commands of a planned meeting; none for one that was held."""
        if not (row.is_to_come and self._may_record):
            return []
        move, repeat = partial(self.forms.ask_day, row), partial(self.forms.ask_repetition, row)
        commands = [
            Command(lambda: _("Move"), "arrows-left-right", move),
            Command(lambda: _("Repeat"), "repeat", repeat),
        ]
        if row.status != MeetingStatus.POSTPONED:
            postpone = partial(self.forms.ask_reason, row, MeetingStatus.POSTPONED)
            commands.append(Command(lambda: _("Postpone"), "calendar-x", postpone))
        cancel = partial(self.forms.ask_reason, row, MeetingStatus.CANCELLED)
        return [*commands, Command(lambda: _("Cancel it"), "x-circle", cancel)]

    def _buttons_of(self, commands: Sequence[Command]) -> QWidget:
        """Lay out the commands of a meeting, in two columns under it; the last has a whole line."""
        widget = QWidget()
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 4, 0, 12)
        grid.setSpacing(8)
        last = len(commands) - 1
        for place, command in enumerate(commands):
            button = Button(command.words, command.icon)
            button.clicked.connect(command.do)
            is_whole = place == last or (place == last - 1 and place % 2 == 0)
            line = place // 2 + (place == last and last % 2)
            grid.addWidget(button, line, place % 2 if not is_whole else 0, 1, 2 if is_whole else 1)
        return widget

    def _add_commitments(self) -> None:
        if not self._content.commitments:
            return
        self._lines.addSpacing(8)
        self._lines.addWidget(small_title(lambda: _("Commitments due")))
        for row in self._content.commitments:
            line = LineButton(commitment_line(row))
            line.menu = line.only_opening
            line.clicked.connect(partial(self._say, self.commitment_opened, row.uid))
            self._lines.addWidget(line)

    def _say(self, signal: SignalInstance, uid: UUID) -> None:
        signal.emit(uid)

    def _build(self) -> None:
        fix_width(self, WIDTH)
        self.title.setWordWrap(True)
        inside = Surface()
        content = QVBoxLayout(inside)
        content.setContentsMargins(24, 8, 24, 16)
        content.setSpacing(8)
        self._lines.setSpacing(0)
        for widget in (self.title, self.facts, self.plan):
            content.addWidget(widget)
        content.addLayout(self._lines)
        content.addStretch(1)
        area = ScrollArea(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.forms)
        column.addWidget(area, 1)


def _with_hours(row: MeetingRow) -> LineWords:
    """Return the line of a meeting, with its hours if its end is known."""
    words = meeting_line(row)
    if row.starts_at is None or row.ends_at is None:
        return words
    hours = hours_words(row.starts_at, row.ends_at)
    return replace(words, under=" · ".join(filter(None, (hours, words.under))))


def _facts(day: date, working: WorkingDays) -> str:
    """Return the holiday, or the working hours."""
    hours = working.hours_on(day)
    if hours is None:
        return rest_words(day, working)
    words = [_("Working hours: {hours}").format(hours=hours_words(*hours))]
    if working.is_ramadan(day):
        words.append(_("Ramadan"))
    if day.weekday() == FRIDAY:
        words.append(prayer_words())
    return " · ".join(words)
