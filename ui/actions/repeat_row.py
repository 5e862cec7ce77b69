"""A form, in place, that asks how often a meeting is repeated and shows the days before."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.dates import date_words
from outreach_app.rules.repetition import Every, RepeatedDay, repeated_days
from outreach_app.rules.working_days import WorkingDays
from outreach_app.services.meeting_series import check_times
from ui.actions import meeting_actions
from ui.actions.days import count_others, hours_against, others_words, rest_words
from ui.actions.inline_form import InlineForm
from ui.context import AppContext
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.forms.field_box import FieldBox
from ui.forms.number_editors import IntegerEditor
from ui.widgets.labels import Label, note
from ui.widgets.surfaces import Surface
from ui.words import day_words

_USUAL_TIMES = 3
_HEIGHT = 184


class RepeatRow(InlineForm):
    """Asks how often; days off are moved to a working day, days with other meetings marked."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(lambda: _("Plan them"), "repeat")
        self._context = context
        self._row: MeetingRow | None = None
        self.every = ChoiceEditor(_choices)
        self.times = IntegerEditor()
        self.days = QScrollArea(widgetResizable=True)
        self._lines = QVBoxLayout()
        self._build()
        self.retranslate()

    def ask(self, row: MeetingRow) -> None:
        """Ask how often a meeting is repeated."""
        self._row = row
        self.every.set_value(Every.MONTH.value)
        self.times.set_value(_USUAL_TIMES)
        self._show_days()
        self.show()
        self.every.setFocus()

    def give(self) -> None:
        if self._try(self._repeat):
            self.end()

    def retranslate(self) -> None:
        self.days.setAccessibleName(_("Dates of the meetings"))
        self._show_days()

    def _repeat(self) -> None:
        if self._row is not None:
            meeting_actions.repeat(self._context, self._row, self._every(), self._times())

    def _every(self) -> Every:
        return Every(str(self.every.value()))

    def _times(self) -> int:
        """Return how often. Raises ValueError, InvalidDraft."""
        times = self.times.value()
        number = times if isinstance(times, int) else 0
        check_times(number)
        return number

    def _show_days(self) -> None:
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if self._row is not None:
            self._try(partial(self._add_days, self._row))
        self._lines.addStretch(1)

    def _add_days(self, row: MeetingRow) -> None:
        working = self._context.settings.working_days
        days = repeated_days(row.held_on, self._every(), self._times(), working)
        others = count_others(self._context, [repeated.day for repeated in days], row.uid)
        for repeated in days:
            day = Label()
            day.setText(day_words(repeated.day))
            self._lines.addWidget(day)
            marks = [
                _instead(repeated, working),
                hours_against(repeated.day, (row.starts_at, row.ends_at)),
                others_words(others.get(repeated.day, 0)),
            ]
            if any(marks):
                mark = note(tone="warn")
                mark.setText(" · ".join(filter(None, marks)))
                self._lines.addWidget(mark)

    def _build(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(FieldBox(lambda: _("How often"), self.every, None, is_required=False), 1)
        # Not "Times", which would count the meeting that is repeated.
        more = FieldBox(lambda: _("Meetings to add"), self.times, None, is_required=True)
        fields.addWidget(more, 1)
        inside = Surface("win")
        inside.setLayout(self._lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self.days.setFrameShape(QFrame.Shape.NoFrame)
        self.days.setFixedHeight(_HEIGHT)
        self.days.setWidget(inside)
        self.days.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QVBoxLayout()
        content.setSpacing(4)
        content.addLayout(fields)
        content.addWidget(note(lambda: _("Dates of the meetings")))
        content.addWidget(self.days)
        self._frame(content, self.times)
        self.every.activated.connect(self._show_days)
        self.times.textEdited.connect(self._show_days)


def _choices() -> list[Choice]:
    return [
        Choice(Every.DAY.value, _("Every day")),
        Choice(Every.WEEK.value, _("Every week")),
        Choice(Every.MONTH.value, _("Every month")),
        Choice(Every.QUARTER.value, _("Every quarter")),
    ]


def _instead(row: RepeatedDay, working: WorkingDays) -> str:
    """Return why it is not the regular day; "" if it is."""
    if row.day == row.due:
        return ""
    words = _("instead of {day}: {reason}")
    return words.format(day=date_words(row.due), reason=rest_words(row.due, working))
