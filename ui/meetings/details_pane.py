"""The details of one meeting beside the list, with its commands."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.details import MeetingDetails, list_open_commitments_with
from outreach_app.queries.meetings import MeetingRow
from outreach_app.queries.partners import PartnerRow
from outreach_app.rights import Right
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.statuses import MEETING_STATUSES_WITH_REASON, MeetingStatus
from ui.actions.meeting_forms import MeetingForms
from ui.context import AppContext
from ui.fonts import fix_width
from ui.forms.editors import LineEditor
from ui.listings.subject import allowed
from ui.meetings.details_words import (
    facts_of,
    loose_lines,
    offered_statuses,
    reply_words,
    untranslated_of,
)
from ui.meetings.review_section import ReviewSection, review_commands
from ui.meetings.value_lines import value_lines
from ui.record_lines import (
    commitment_line,
    meeting_title,
    point_words,
    reaction_icon,
    reaction_words,
    rumour_line,
)
from ui.requests import OpenFollowed, OpenRumour, Request, ShowDocument, ShowHandOut
from ui.translations.shortcuts import TRANSLATE_KEYS
from ui.widgets.commands import Command, CommandBar
from ui.widgets.labels import Label, note, section_title, small_title
from ui.widgets.laid_out import show_laid_out
from ui.widgets.line_button import LineButton, LineWords
from ui.widgets.surfaces import Hairline, Surface
from ui.widgets.tips import tip
from ui.widgets.translated import Text, Translated
from ui.words import code_words, either, status_icon, status_words

WIDTH = 344
MOVE_KEYS, REPEAT_KEYS, TELL_KEYS = "Ctrl+M", "Ctrl+R", "F6"

# For each status: the label and icon of its button, and its key.
_STATUS_ACTIONS: dict[str, tuple[Text, str, str]] = {
    MeetingStatus.PLANNED: (lambda: _("Plan it again"), "calendar-blank", "F7"),
    MeetingStatus.CONFIRMED: (lambda: _("Confirm it"), "calendar-check", ""),
    MeetingStatus.HELD: (lambda: _("It was held"), "check-circle", "F7"),
    MeetingStatus.POSTPONED: (lambda: _("Postpone without a new day"), "calendar-x", "F8"),
    MeetingStatus.CANCELLED: (lambda: _("Cancel it"), "x-circle", "F9"),
}
_ASIDE = ("F8", "F9")  # cancelling a meeting is never the next step


class MeetingDetailsPane(Translated, Surface):
    """One meeting. Signals carry requests; `status_asked` a status that needs no reason.

    With `is_read_only`, as at headquarters, only reviewing and the
    history are offered.
    """

    edit_asked = Signal()
    summary_asked = Signal()
    delete_asked = Signal()
    history_asked = Signal()
    translations_asked = Signal()
    status_asked = Signal(str)
    tell_asked = Signal()
    asking_ended = Signal()

    def __init__(self, context: AppContext, *, is_read_only: bool) -> None:
        super().__init__()
        self._context = context
        self._is_read_only = is_read_only
        self.details: MeetingDetails | None = None
        self._promises: list[CommitmentRow] = []
        self.forms = MeetingForms(context)
        self._content = QVBoxLayout()
        self._area = QScrollArea()
        self._build()

    @property
    def reason(self) -> LineEditor:
        return self.forms.reason.line

    @property
    def can_tell(self) -> bool:
        """Whether the meeting shown opens with rectifications and its day has come."""
        details, today = self.details, clock.today()
        return bool(details and details.to_tell and details.row.held_on <= today)

    def show_details(self, details: MeetingDetails | None) -> None:
        """Show a meeting, or what to do if none is chosen."""
        self.details = details
        self._promises = self._read_promises(details) if details is not None else []
        self.forms.clear()
        self.retranslate()

    def ask_status(self, status: str) -> None:
        """Request a status, asking for its reason if needed; ignore an impossible one."""
        if self.details is None or status not in self.details.row.next_statuses:
            return
        if status in MEETING_STATUSES_WITH_REASON:
            self.forms.ask_reason(self.details.row, status)
        else:
            self.status_asked.emit(status)

    def retranslate(self) -> None:
        """Update all texts; a reason being typed stays."""
        self._area.setAccessibleName(_("Details of the meeting"))
        self._empty()
        if self.details is None:
            self._content.addWidget(note(lambda: _("Choose a meeting to see what was said.")))
        else:
            self._add_head(self.details)
            self._content.addWidget(CommandBar(self.commands()))
            self._content.addWidget(ReviewSection(self.details))
            self._add_to_tell(self.details)
            self._add_promises(self.details)
            self._add_points(self.details)
            self._add_lines(lambda: _("Without a point"), loose_lines(self.details))
        self._content.addStretch(1)
        show_laid_out(self._content)

    def _build(self) -> None:
        fix_width(self, WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        area = self._area
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = Surface()
        inside.setLayout(self._content)
        self._content.setContentsMargins(24, 8, 24, 16)
        self._content.setSpacing(8)
        area.setWidget(inside)
        column.addWidget(self.forms)
        column.addWidget(area, 1)
        self.forms.ended.connect(self.asking_ended)

    def _empty(self) -> None:
        while item := self._content.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _add_head(self, details: MeetingDetails) -> None:
        row = details.row
        title = section_title(lambda: meeting_title(row))
        title.setWordWrap(True)
        self._content.addWidget(title)
        words = status_words(row.status)
        if row.number:
            words = f"{words} · {isolate(row.number)}"
        if details.status_reason:
            words = f"{words} · {details.status_reason}"
        self._content.addWidget(_with_text(note(tone=status_icon(row.status)[1]), words))
        facts = QWidget()
        grid = QGridLayout(facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        told = [*facts_of(details), *([] if self._is_read_only else untranslated_of(details))]
        for number, (label, value) in enumerate(told):
            grid.addWidget(_with_text(note(), label), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value_lines(value), number, 1)
        self._content.addWidget(facts)

    def commands(self) -> list[Command]:
        """Return the commands for the meeting, the next step first."""
        if self.details is None:
            return []
        history = Command(
            lambda: _("History"), "clock-counter-clockwise", self.history_asked.emit, "F4"
        )
        row = self.details.row
        ask = partial(self.forms.ask_words, row)
        reviewing = review_commands(self._context, row, ask)
        if self._is_read_only:
            return [*reviewing, history]
        edit = Command(lambda: _("Edit"), "pencil-simple", self.edit_asked.emit, "F2")
        summary = Command(lambda: _("Summary"), "article", self.summary_asked.emit)
        delete = Command(
            lambda: _("Delete"),
            "trash",
            self.delete_asked.emit,
            "Del",
            destroys=True,
            right=Right.REMOVE,
        )
        today = clock.today()
        steps = [self._step(status) for status in offered_statuses(row, today)]
        leading = [summary] if row.is_held else [it for it in steps[:1] if it.keys not in _ASIDE]
        rest = [step for step in steps if step not in leading]
        commands = [*reviewing, *leading, *self._telling(), edit, *self._arranging(row), *rest]
        return allowed(self._context, [*commands, history, delete])

    def _telling(self) -> list[Command]:
        """Return the command to record reported rectifications, from the meeting's day on."""
        if not self.can_tell:
            return []
        words, ask = lambda: _("Rectifications reported"), self.tell_asked.emit
        return [Command(words, "checks", ask, TELL_KEYS)]

    def _step(self, status: str) -> Command:
        words, picture, keys = _STATUS_ACTIONS[status]
        return Command(words, picture, partial(self.ask_status, status), keys)

    def _read_promises(self, details: MeetingDetails) -> list[CommitmentRow]:
        """Read the open commitments to the partners of a planned meeting."""
        if self._is_read_only or not details.row.is_to_come:
            return []
        partners = [partner.uid for partner in details.partners]
        today = clock.today()
        return self._context.read(
            lambda store: list_open_commitments_with(store, partners, today, details.row.uid)
        )

    def _arranging(self, row: MeetingRow) -> list[Command]:
        """Return the commands to prepare, translate, move and repeat a meeting."""
        ask_day, repeat = partial(self.forms.ask_day, row), partial(self.forms.ask_repetition, row)
        move = Command(lambda: _("Move"), "arrows-left-right", ask_day, MOVE_KEYS)
        again = Command(lambda: _("Repeat"), "repeat", repeat, REPEAT_KEYS)
        open_sheet = partial(
            self._context.open_page, ShowDocument(DocumentKind.ATTENDANCE, row.uid)
        )
        sheet = Command(lambda: _("Attendance sheet"), "clipboard-text", open_sheet)
        translate = Command(
            lambda: _("Translations"), "translate", self.translations_asked.emit, TRANSLATE_KEYS
        )
        return [sheet, translate, move, again] if row.is_to_come else [translate, again]

    def _add_lines(self, title: Text, lines: Sequence[tuple[LineWords, Request]]) -> None:
        """Add lines that lead to their records under a title; nothing for none."""
        if not lines:
            return
        self._content.addWidget(Hairline())
        self._content.addWidget(small_title(title))
        for words, request in lines:
            line = LineButton(words)
            line.clicked.connect(partial(self._context.open_page, request))
            self._content.addWidget(line)

    def _add_to_tell(self, details: MeetingDetails) -> None:
        """Add the rectifications that the meeting opens with."""
        rows = () if self._is_read_only else details.to_tell
        lines = [(rumour_line(row), OpenRumour(row.uid)) for row in rows]
        self._add_lines(lambda: _("To announce at the opening"), lines)

    def _add_promises(self, details: MeetingDetails) -> None:
        """Add the open commitments to these partners, which the next meeting begins with."""
        lines = [(commitment_line(row), OpenFollowed(row.uid)) for row in self._promises]
        self._add_lines(lambda: _("Earlier commitments"), lines)
        named = {(name.ar, name.fr) for row in self._promises for name in row.partners}
        for partner in details.partners:
            if (partner.name.ar, partner.name.fr) in named:
                self._content.addWidget(self._sheet_line(partner))

    def _sheet_line(self, partner: PartnerRow) -> LineButton:
        name = either(partner.name)
        line = LineButton(LineWords(name, end=_("Print the sheet"), icon="printer"))
        line.setToolTip(tip(_("You said / we did")))
        line.clicked.connect(partial(self._context.open_page, ShowHandOut((partner.uid,))))
        return line

    def _add_points(self, details: MeetingDetails) -> None:
        self._content.addWidget(Hairline())
        self._content.addWidget(small_title(lambda: _("Points raised")))
        if not details.points:
            advice = note(lambda: _("No point is logged yet. Edit to add some."))
            if self._is_read_only:
                advice = note(lambda: _("No point is logged."))
            self._content.addWidget(advice)
        for point in details.points:
            said = point_words(point)
            state = f"{code_words(point.topic)} · {reaction_words(point)}"
            self._content.addWidget(_with_text(Label(), said))
            self._content.addWidget(_with_text(note(tone=reaction_icon(point)[1]), state))
            for reply in details.replies:
                if reply.point == point.uid:
                    self._content.addWidget(_with_text(note(tone="info"), reply_words(reply)))


def _with_text(label: Label, words: str) -> Label:
    """Return a label with text of a record, wrapped."""
    label.setText(words)
    label.setWordWrap(True)
    return label
