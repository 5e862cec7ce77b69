"""The foot of a session: the assessment and the next meeting."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from outreach_app import i18n
from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.rules.dates import parse_date
from ui.context import AppContext
from ui.drafts.session_sheet import SessionSheet
from ui.fonts import scaled
from ui.forms.choice_editor import ChoiceEditor, from_catalogues
from ui.forms.date_editor import DateEditor
from ui.forms.editors import LineEditor, TextEditor
from ui.forms.number_editors import TimeEditor
from ui.meetings.band import Band
from ui.meetings.labelled import Labelled
from ui.style import the_application
from ui.widgets.fitting import Fitting
from ui.widgets.labels import note
from ui.widgets.translated import Text, Translated

_ROOM_FOR_ONE_ROW = 1000
_LINE, _LINES = 32, 60  # px of the assessment
_OF_NEXT = ("next_at", "next_channel", "next_place")  # in sight with the day alone
_IN_LINE = ("assessment", "next_on")


class FootBand(Fitting, Translated, Band):
    """Assessment and next meeting; asks why sensitive words are kept only if there are some.

    In a low window its first fields are one line until something is in it, or the keyboard.
    """

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._is_entered = False
        self.assessment = TextEditor(_LINES)
        self.reason = LineEditor()
        self.next_on = DateEditor()
        self.next_at = TimeEditor()
        self.next_channel = ChoiceEditor(from_catalogues("ch"))
        self.next_place = LineEditor()
        self.next_day = note()
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._when, self._following = QHBoxLayout(), QVBoxLayout()
        self._build()
        self._connect()

    def show_sheet(self, sheet: SessionSheet) -> None:
        """Show the assessment and the next meeting of a sheet."""
        self.assessment.setPlainText(sheet.assessment)
        self.reason.setText(sheet.sensitive_reason)
        self.next_on.setText(sheet.next_on)
        self.next_at.setText(sheet.next_at)
        self.next_channel.set_value(sheet.next_channel)
        self.next_place.setText(sheet.next_place)
        self.ask_reason(is_asked=bool(sheet.sensitive_reason))
        self._say_next_day()
        self.fit_height()

    def filled(self, sheet: SessionSheet) -> SessionSheet:
        """Return the sheet with the values of this band."""
        return replace(
            sheet,
            assessment=self.assessment.toPlainText(),
            sensitive_reason=self.reason.text(),
            next_on=self.next_on.day_text(),
            next_at=self.next_at.text(),
            next_channel=str(self.next_channel.value()),
            next_place=self.next_place.text(),
        )

    def show_problems(self, problems: Iterable[Problem]) -> None:
        super().show_problems(problems)
        self.fit_height()

    def ask_reason(self, *, is_asked: bool) -> None:
        """Show or hide the reason for keeping sensitive words."""
        self.fields["sensitive_reason"].setVisible(is_asked)

    def fit(self) -> None:
        """Put where the next meeting is under when it is, in a narrow window.

        What is said of the day takes room that is free in either, so that nothing moves.
        """
        way, is_narrow = QBoxLayout.Direction, self.width() < scaled(_ROOM_FOR_ONE_ROW)
        self._fields.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
        self._following.removeWidget(self.next_day)
        self._when.removeWidget(self.next_day)
        if is_narrow:
            self._when.insertWidget(2, self.next_day, 1, Qt.AlignmentFlag.AlignBottom)
        else:
            self._following.insertWidget(1, self.next_day)

    def retranslate(self) -> None:
        self._say_next_day()

    def _follow_focus(self, _former: QWidget | None, now: QWidget | None) -> None:
        # A list that drops down is a window of its own: the keyboard is still here.
        if now is not None and now.window() is self.window():
            self._is_entered = self.isAncestorOf(now)
            self.fit_height()

    def fit_height(self) -> None:
        """Be one line where the window is low, unless something is in the foot."""
        typed = (self.reason, self.next_on, self.next_at, self.next_place)
        is_used = self._is_entered or not self.assessment.document().isEmpty()
        is_used = is_used or any(line.text() for line in typed) or bool(self.problem_line.text())
        is_folded = self.is_low and not is_used
        self.problem_line.keep_room(is_kept=not is_folded)
        for name in _OF_NEXT:
            self.fields[name].setHidden(is_folded)
        for name in _IN_LINE:
            self.fields[name].put_label(is_beside=is_folded)
        self.assessment.setFixedHeight(_LINE if is_folded else _LINES)
        bar = Qt.ScrollBarPolicy
        self.assessment.setVerticalScrollBarPolicy(  # an empty line would have one all the same
            bar.ScrollBarAlwaysOff if is_folded else bar.ScrollBarAsNeeded
        )

    def _say_next_day(self) -> None:
        """Show the weekday, and how many other meetings are on that day."""
        day = parse_date(self.next_on.day_text())
        self.next_day.setVisible(day is not None)
        if day is None:
            return
        wanted = MeetingFilter(first_day=day, last_day=day)
        others = len(self._context.read(lambda session: list_meeting_ids(session, wanted)))
        locale = QLocale(i18n.screen().locale)
        words = _("{weekday} · meetings that day: {number}")
        if not others:
            words = _("{weekday} · no other meeting that day")
        weekday = locale.dayName(day.isoweekday())
        self.next_day.setText(words.format(weekday=weekday.capitalize(), number=others))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 2)
        layout.setSpacing(4)
        row, following, when, where = QHBoxLayout(), self._following, self._when, QHBoxLayout()
        for line in (row, when, where, self._fields):
            line.setSpacing(12)
        self._add(row, "assessment", lambda: _("Assessment, apart from the facts"), self.assessment)
        row.setStretch(0, 1)
        row.addLayout(following)
        following.setSpacing(4)
        following.addLayout(self._fields)
        for line in (when, where):
            self._fields.addLayout(line)
        self._add(when, "next_on", lambda: _("Next meeting"), self.next_on, 132)
        self._add(when, "next_at", lambda: _("At"), self.next_at, 72)
        when.addStretch()  # gives way to what is said of the day
        self._add(where, "next_channel", lambda: _("Channel"), self.next_channel)
        self._add(where, "next_place", lambda: _("Place"), self.next_place, 184)
        following.addWidget(self.next_day)
        following.addStretch(1)
        layout.addLayout(row)
        self._add(
            layout, "sensitive_reason", lambda: _("Why sensitive words are kept"), self.reason
        )
        layout.addWidget(self.problem_line)

    def _add(
        self, layout: QBoxLayout, name: str, label: Text, widget: QWidget, width: int = 0
    ) -> None:
        self.fields[name] = Labelled(label, widget, width)
        layout.addWidget(self.fields[name])

    def _connect(self) -> None:
        self.assessment.textChanged.connect(self.edited)
        for line in (self.reason, self.next_on, self.next_at, self.next_place):
            line.textEdited.connect(self.edited)
        self.next_channel.activated.connect(self.edited)
        self.next_on.textEdited.connect(self._say_next_day)
        the_application().focusChanged.connect(self._follow_focus)
