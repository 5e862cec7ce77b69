"""A form, in place, that asks to which day and hour a meeting is moved."""

from datetime import time

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.dates import parse_date
from ui.actions import meeting_actions
from ui.actions.days import against_words
from ui.actions.inline_form import InlineForm
from ui.context import AppContext
from ui.forms.date_editor import DateEditor
from ui.forms.field_box import FieldBox
from ui.forms.number_editors import TimeEditor
from ui.widgets.labels import note
from ui.words import day_words, no_day_words


class MoveRow(InlineForm):
    """Asks for a new day and warns of holidays and other meetings; any day is accepted."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(lambda: _("Move"), "arrows-left-right")
        self._context = context
        self._row: MeetingRow | None = None
        self.day = DateEditor()
        self.hour = TimeEditor()
        self.facts = note()
        self._build()

    def ask(self, row: MeetingRow) -> None:
        """Ask where a meeting is moved to."""
        self._row = row
        self.day.against = lambda day: against_words(self._context, day, row.uid)
        self.day.set_value(row.held_on)
        self.hour.set_value(row.starts_at)
        self.say_problem("")
        self._say_day()
        self.show()
        self.day.setFocus()

    def give(self) -> None:
        if self._try(self._move):
            self.end()

    def retranslate(self) -> None:
        self._say_day()

    def _move(self) -> None:
        day, hour = parse_date(self.day.day_text()), self.hour.value()
        if day is None:
            raise ValueError(no_day_words())
        if self._row is not None:
            starts_at = hour if isinstance(hour, time) else None
            meeting_actions.move(self._context, self._row, day, starts_at)

    def _say_day(self) -> None:
        day = parse_date(self.day.day_text())
        if self._row is None or day is None:
            self.facts.setText("")
            return
        hours = self._hours(self._row)
        against = against_words(self._context, day, self._row.uid, hours)
        self.facts.setText(" · ".join(filter(None, (day_words(day), against))))
        self.facts.set_tone("warn" if against else "muted")

    def _hours(self, row: MeetingRow) -> tuple[time | None, time | None]:
        """Return the hours that the meeting would have; those typed so far may be none."""
        try:
            hour = self.hour.value()
        except ValueError:
            return None, None
        return meeting_actions.hours_from(row, hour if isinstance(hour, time) else None)

    def _build(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(FieldBox(lambda: _("Day"), self.day, None, is_required=True), 3)
        fields.addWidget(FieldBox(lambda: _("At"), self.hour, None, is_required=False), 2)
        content = QVBoxLayout()
        content.setSpacing(4)
        content.addLayout(fields)
        content.addWidget(self.facts)
        self._frame(content, self.day, self.hour)
        for line in (self.day, self.hour):
            line.textEdited.connect(self._say_day)
