"""The head of a session: when, where, what about, with whom, how many."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
from outreach_app.rules.statuses import MeetingStatus
from ui.attendance.attendance_field import AttendanceField
from ui.attendance.register_row import RegisterRow
from ui.context import AppContext
from ui.drafts.session_sheet import SessionSheet
from ui.fonts import fix_width, free_width, scaled
from ui.forms.choice_editor import ChoiceEditor, from_catalogues
from ui.forms.date_editor import DateEditor
from ui.forms.editors import LineEditor
from ui.forms.number_editors import IntegerEditor, TimeEditor
from ui.meetings.band import Band
from ui.meetings.labelled import Labelled
from ui.meetings.women_at_odds import WomenAtOdds
from ui.widgets.fitting import Fitting
from ui.widgets.translated import Text

# Name in the draft, label, widget, width in px. 0: a choice is as wide as its
# entries, anything else takes what is left.
_Entry = tuple[str, Text, QWidget, int]

_SUBJECT = 288
_ROOM_FOR_TWO_ROWS = 1100
_TIMES = ("held_on", "starts_at", "ends_at", "kind", "channel")
_COUNTS = ("headcount", "women")
_TWO_ROWS = ((*_TIMES, "place"), ("subject", "attendances", *_COUNTS))
_THREE_ROWS = (_TIMES[:-1], ("channel", "place", "subject"), ("attendances", *_COUNTS))


class HeadBand(Fitting, Band):
    """Day, place, kind and those present. Tab order is reading order.

    Emits `filled_in` when the keyboard leaves it forwards.
    """

    filled_in = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.held_on = DateEditor(is_past=True)
        self.starts_at = TimeEditor()
        self.ends_at = TimeEditor()
        self.kind = ChoiceEditor(from_catalogues("mt"))
        self.channel = ChoiceEditor(from_catalogues("ch"))
        self.place = LineEditor()
        self.subject = LineEditor()
        self.headcount = IntegerEditor()
        self.women = IntegerEditor()
        self.attendance = AttendanceField(context)
        self.register = RegisterRow(context, self.attendance)
        self._women_at_odds = WomenAtOdds(context)
        self._rows = QVBoxLayout()
        self._build()
        self._connect()

    def show_sheet(self, sheet: SessionSheet) -> None:
        """Show the head of a sheet."""
        for name in ("held_on", "starts_at", "ends_at", "place", "subject", "headcount", "women"):
            line = self.fields[name].widget
            if isinstance(line, LineEditor | DateEditor | TimeEditor | IntegerEditor):
                line.setText(getattr(sheet, name))
        self.held_on.is_past = sheet.status == MeetingStatus.HELD
        self.kind.set_value(sheet.kind)
        self.channel.set_value(sheet.channel)
        self.attendance.show_partners(sheet.partners)
        self.attendance.line.setText(sheet.partner)
        self.register.hide()

    def filled(self, sheet: SessionSheet) -> SessionSheet:
        """Return the sheet with the values of this band."""
        return replace(
            sheet,
            held_on=self.held_on.day_text(),
            starts_at=self.starts_at.text(),
            ends_at=self.ends_at.text(),
            kind=str(self.kind.value()),
            channel=str(self.channel.value()),
            place=self.place.text(),
            subject=self.subject.text(),
            headcount=self.headcount.text(),
            women=self.women.text(),
            partners=self.attendance.partners,
            partner=self.attendance.line.text() or self.register.pending,
        )

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show what is wrong, else that the women counted contradict a name."""
        is_choosing = self.attendance.line.has_suggestions  # nothing is wrong yet
        shown = [it for it in problems if not (is_choosing and it.field == "attendances")]
        super().show_problems(shown)
        if not self.problem_line.text():
            present = [row.uid for row in self.attendance.partners if row.is_present]
            counts = (self.headcount.text().strip(), self.women.text().strip())
            if words := self._women_at_odds.words(present, *counts):
                self.problem_line.say(words, tone="warn")

    def list_unplaced(self) -> list[Problem]:
        """Return the problem of words in the field of partners, which no sheet holds."""
        message = self.attendance.problem
        return [Problem("attendances", "required", message)] if message else []

    def focusNextPrevChild(self, forwards: bool) -> bool:
        moved = super().focusNextPrevChild(forwards)
        if forwards and not self.isAncestorOf(self.window().focusWidget()):
            self.filled_in.emit()
        return moved

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 0)
        layout.setSpacing(6)
        for name, label, widget, width in (*self._first_row(), *self._second_row()):
            self.fields[name] = Labelled(label, widget, width)
        self._rows.setSpacing(6)
        layout.addLayout(self._rows)
        layout.addWidget(self.register)
        layout.addWidget(self.problem_line)
        self._arrange(is_narrow=False)

    def fit(self) -> None:
        """Give the fields a third row in a narrow window."""
        is_narrow = self.width() < scaled(_ROOM_FOR_TWO_ROWS)
        if is_narrow != (self._rows.count() == len(_THREE_ROWS)):
            self._arrange(is_narrow=is_narrow)

    def _arrange(self, *, is_narrow: bool) -> None:
        """Lay the fields out in two rows; in three where the band is narrow for its letters."""
        while item := self._rows.takeAt(0):
            if former := item.layout():
                while former.takeAt(0):
                    pass
                former.deleteLater()
        for names in _THREE_ROWS if is_narrow else _TWO_ROWS:
            row = QHBoxLayout()
            row.setSpacing(12)
            self._rows.addLayout(row)
            for name in names:
                field = self.fields[name]
                takes_rest = name in ("place", "attendances") or (is_narrow and name == "subject")
                row.addWidget(field, int(takes_rest))
        if is_narrow:
            free_width(self.fields["subject"])
        else:
            fix_width(self.fields["subject"], _SUBJECT)

    def _first_row(self) -> list[_Entry]:
        return [
            ("held_on", lambda: _("Date"), self.held_on, 132),
            ("starts_at", lambda: _("Start"), self.starts_at, 72),
            ("ends_at", lambda: _("End"), self.ends_at, 72),
            ("kind", lambda: _("Kind"), self.kind, 0),
            ("channel", lambda: _("Channel"), self.channel, 0),
            ("place", lambda: _("Place"), self.place, 0),
        ]

    def _second_row(self) -> list[_Entry]:
        return [
            ("subject", lambda: _("Subject"), self.subject, _SUBJECT),
            ("attendances", lambda: _("Partners present"), self.attendance, 0),
            ("headcount", lambda: _("Headcount"), self.headcount, 128),
            ("women", lambda: _("Women"), self.women, 88),
        ]

    def _connect(self) -> None:
        for line in (
            self.held_on,
            self.starts_at,
            self.ends_at,
            self.place,
            self.subject,
            self.headcount,
            self.women,
            self.attendance.line,
        ):
            line.textEdited.connect(self.edited)
        self.kind.activated.connect(self.edited)
        self.channel.activated.connect(self.edited)
        self.attendance.edited.connect(self.edited)
