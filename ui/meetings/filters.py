"""The filters of the list of meetings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.queries.meeting_lists import MAX_FOUND, MeetingFilter
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.statuses import MeetingStatus, ReviewState
from outreach_app.search import index
from ui.context import AppContext
from ui.fonts import scaled
from ui.forms.choice_editor import Choice, ChoiceEditor, from_catalogues
from ui.saved_filters.list_filter import FieldChoice, ListFilter, RelativeField
from ui.saved_filters.saved_filters import SavedFilters
from ui.tables.rows_model import RowsModel
from ui.widgets.buttons import FlatButton
from ui.widgets.labels import note
from ui.widgets.narrowing_line import Narrowing, NarrowingLine
from ui.widgets.search_line import SearchLine
from ui.widgets.tips import tip
from ui.widgets.translated import Translated
from ui.words import review_words, search_limits, status_words

_EDGE, _GAP = 24, 8
_LINE, _AROUND = 280, 56  # of the words to filter by: at most; the icon and edges of its hint
_ROOM_FOR_WORDS = 1040  # of the button that clears them, beside the choices


class Filters(Translated):
    """The filters of a list of meetings. Emits `changed`."""

    changed = Signal()

    def __init__(
        self,
        context: AppContext,
        list_key: str,
        model: RowsModel[MeetingRow],
        territory: RelativeField[MeetingFilter] | None,
    ) -> None:
        super().__init__()
        self._context = context
        self.text = SearchLine(lambda: _("Filter by subject or partner"), icon_name="funnel-simple")
        self.period = ChoiceEditor(_periods)
        self.kind = ChoiceEditor(from_catalogues("mt", none=lambda: _("Kind: all")))
        self.status = ChoiceEditor(_statuses if territory is None else _standings)
        self.clear = FlatButton(lambda: _("Clear the filters"), "x")
        self.count = note()
        self.limits = note()
        self.narrowing = NarrowingLine()
        self._first_line, self._second_line = QHBoxLayout(), QHBoxLayout()
        self._number = 0
        self._has_more = False
        fields = {"kind": FieldChoice(self.kind)}
        relative = {"period": RelativeField(_within, self.period)}
        if territory is None:
            fields["status"] = FieldChoice(self.status)
        else:
            relative["territory"] = territory
            relative["standing"] = RelativeField(_with_status, self.status)
        self._filter = ListFilter(
            MeetingFilter(),
            self.narrowing,
            fields,
            text=self.text,
            relative=relative,
        )
        self.saved = SavedFilters(context, list_key, self._filter, model)
        self._build()
        self._connect()
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the wider of two lines: the window may make this narrow."""
        hint = super().minimumSizeHint()
        return QSize(_least_width(self._choices()) + 2 * _EDGE, hint.height())

    def event(self, event: QEvent) -> bool:
        """Break the line again when the words or the size of text change."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._break_line()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the choices their room in a narrow window: their words are cut first."""
        super().resizeEvent(event)
        self._break_line()
        is_narrow = self.width() < scaled(_ROOM_FOR_WORDS)
        style = Qt.ToolButtonStyle
        self.clear.setToolButtonStyle(
            style.ToolButtonIconOnly if is_narrow else style.ToolButtonTextBesideIcon
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is set, so that meetings can be hidden."""
        return self._filter.kept() != self._filter.every

    def wanted(self) -> MeetingFilter:
        """Return the filter as set on the screen."""
        return self._filter.wanted()

    def narrow(self, given: Narrowing) -> None:
        """Apply a filter from another page, replacing the one chosen here."""
        self._filter.narrow(given)
        self.changed.emit()

    def empty(self) -> None:
        """Clear all filters."""
        self._filter.clear()
        self.changed.emit()

    def show_count(self, number: int, *, has_more: bool) -> None:
        """Show how many meetings are listed, and what a search result lacks."""
        self._number = number
        self._has_more = has_more
        self.clear.setVisible(self.is_narrowed)
        self.retranslate()

    def retranslate(self) -> None:
        self.period.setAccessibleName(_("Period"))
        self.kind.setAccessibleName(_("Kind"))
        self.status.setAccessibleName(_("Status"))
        self.clear.setToolTip(tip(_("Clear the filters")))
        number, words = self._number, _("Meetings: {number}")
        if self._has_more:
            number, words = number - 1, _("Meetings: more than {number}")
        self.count.setText(words.format(number=number))
        limits = ""
        if self.wanted().text.strip():
            is_cut = self._number >= MAX_FOUND
            is_complete = self._context.read(index.is_complete)
            limits = search_limits(self._number, is_cut=is_cut, is_complete=is_complete)
        self.limits.setText(limits)
        self.limits.setVisible(bool(limits))

    def _choices(self) -> tuple[QWidget, ...]:
        return self.period, self.kind, self.status, self.saved, self.clear

    def _break_line(self) -> None:
        """Put the choices on a line of their own where they do not fit beside the rest."""
        hint = self.text.fontMetrics().horizontalAdvance(self.text.placeholderText())
        self.text.setMinimumWidth(min(hint + _AROUND, scaled(_LINE)))
        needed = _least_width((self.text, *self._choices(), self.count))
        is_broken = self.width() < needed + 2 * _EDGE
        if is_broken is not bool(self._second_line.count()):
            self._lay_out(is_broken=is_broken)

    def _lay_out(self, *, is_broken: bool) -> None:
        for line in (self._first_line, self._second_line):
            while line.takeAt(0):
                pass
        choices = self._second_line if is_broken else self._first_line
        self._first_line.addWidget(self.text, 100)  # it gets the remaining space first
        for widget in self._choices():
            choices.addWidget(widget)
        if is_broken:
            self._second_line.addStretch(1)
        self._first_line.addStretch(1)
        self._first_line.addWidget(self.count)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 0, _EDGE, 8)
        column.setSpacing(_GAP)
        self.text.setMaximumWidth(scaled(_LINE))
        # The longest kind of meeting needs the space of the label.
        self.saved.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.count.setWordWrap(False)
        for line in (self._first_line, self._second_line):
            line.setSpacing(_GAP)
            column.addLayout(line)
        self._lay_out(is_broken=False)
        column.addWidget(self.saved.naming)
        column.addWidget(self.narrowing)
        column.addWidget(self.limits)

    def _connect(self) -> None:
        self.text.asked.connect(self.changed)
        for choice in (self.period, self.kind, self.status):
            choice.activated.connect(self.changed)
        self.clear.clicked.connect(self.empty)
        self.narrowing.lifted.connect(self.changed)
        self.saved.taken.connect(self.changed)


def _least_width(widgets: Sequence[QWidget]) -> int:
    """Return the width in which the words of those in use are whole, in one line."""
    used = [widget for widget in widgets if not widget.isHidden()]
    widths = (max(it.minimumSizeHint().width(), it.minimumWidth()) for it in used)
    return sum(widths) + _GAP * (len(used) - 1)


def _periods() -> list[Choice]:
    return [
        Choice(None, _("Period: all")),
        Choice("coming", _("Coming")),
        Choice("month", _("Last 30 days")),
        Choice("quarter", _("Last 90 days")),
        Choice("year", _("This year")),
    ]


def _statuses() -> list[Choice]:
    named = [Choice(status, status_words(status)) for status in MeetingStatus]
    return [Choice(None, _("Status: all")), *named]


def _standings() -> list[Choice]:
    """Return the states of meetings at headquarters, with the review states of held ones."""
    reviews = [Choice(state, review_words(state)) for state in ReviewState if state]
    others = [
        Choice(status, status_words(status))
        for status in MeetingStatus
        if status is not MeetingStatus.HELD
    ]
    return [Choice(None, _("Status: all")), *reviews, *others]


def _with_status(wanted: MeetingFilter, code: str) -> MeetingFilter:
    if code in set(ReviewState):
        return replace(wanted, review=code)
    return replace(wanted, status=code)


def _within(wanted: MeetingFilter, period: str) -> MeetingFilter:
    first, last = _days(period, clock.today())
    return replace(wanted, first_day=first or wanted.first_day, last_day=last or wanted.last_day)


def _days(period: str, today: date) -> tuple[date | None, date | None]:
    """Return the first and last day of a period; None if it has no end."""
    return {
        "coming": (today, None),
        "month": (today - timedelta(days=30), today),
        "quarter": (today - timedelta(days=90), today),
        "year": (date(today.year, 1, 1), date(today.year, 12, 31)),
    }[period]
