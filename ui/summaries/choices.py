"""What summary is wanted: the session and the languages; below, what was given out."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout

from outreach_app.database import StoreSession
from outreach_app.i18n import Language, current
from outreach_app.i18n import gettext as _
from outreach_app.queries.issues import list_issues
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.meetings import list_meetings_by_id
from ui.context import AppContext
from ui.summaries.lines import SessionLine, line_of_issue, line_of_meeting
from ui.summaries.sessions_list import SessionsList
from ui.widgets.labels import note
from ui.widgets.search_line import SearchLine
from ui.widgets.translated import Translated

# The newest ones; older sessions are found by words.
MOST_SESSIONS = 200
WIDTH = 448
_CHOICES = ((Language.ARABIC,), (Language.FRENCH,), (Language.ARABIC, Language.FRENCH))


class Choices(Translated):
    """`changed` says that another summary is wanted."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.meeting: UUID | None = None
        self.words = SearchLine(lambda: _("Subject, partner or words said"))
        self.sessions = SessionsList()
        self.issues = SessionsList()
        self.languages = [QRadioButton() for _choice in _CHOICES]
        self.advice = note()
        self._no_issue = note(lambda: _("Nothing yet. What you save or print is listed here."))
        self._build()
        self._connect()
        self.retranslate()

    @property
    def wanted_languages(self) -> tuple[Language, ...]:
        return _CHOICES[self._group.checkedId()]

    def choose(self, meeting: UUID) -> None:
        """Want the summary of that meeting."""
        self.meeting = meeting
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Ask the store again."""
        words = self.words.text()
        sessions = self._context.read(lambda store: _list_held(store, words))
        issues = [line_of_issue(row) for row in self._context.read(list_issues)]
        self.sessions.show_lines(sessions, self.meeting)
        self.issues.show_lines(issues, None)
        self._no_issue.setVisible(not issues)
        self.issues.setVisible(bool(issues))
        advice = _("No session has been held yet. Log one: its summary is made here.")
        if words.strip():
            advice = _("No session matches. Try fewer letters or another spelling.")
        self.advice.setText(advice)
        self.advice.setVisible(not sessions)

    def retranslate(self) -> None:
        for button, words in zip(
            self.languages, (_("Arabic"), _("French"), _("Both languages")), strict=True
        ):
            button.setText(words)
        self.sessions.setAccessibleName(_("Held sessions"))
        self.issues.setAccessibleName(_("Summaries given out"))
        self.refresh()

    def _choose(self, meeting: UUID) -> None:
        if meeting != self.meeting:
            self.meeting = meeting
            self.changed.emit()

    def _build(self) -> None:
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(4)
        column.addWidget(note(lambda: _("Session")))
        column.addWidget(self.words)
        column.addWidget(self.advice)
        column.addWidget(self.sessions, 3)
        column.addSpacing(8)
        column.addWidget(note(lambda: _("Language")))
        row = QHBoxLayout()
        row.setSpacing(24)
        self._group = QButtonGroup(self)
        for number, button in enumerate(self.languages):
            self._group.addButton(button, number)
            row.addWidget(button)
        self.languages[0 if current() is Language.ARABIC else 1].setChecked(True)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(note(lambda: _("Summaries given out")))
        column.addWidget(self._no_issue)
        column.addWidget(self.issues, 2)

    def _connect(self) -> None:
        self.words.asked.connect(lambda _words: self.refresh())
        self.sessions.chosen.connect(self._choose)
        self.issues.chosen.connect(self.choose)
        self._group.idClicked.connect(lambda _number: self.changed.emit())


def _list_held(session: StoreSession, words: str) -> list[SessionLine]:
    ids = list_meeting_ids(session, MeetingFilter(words, status="held"))[:MOST_SESSIONS]
    rows = list_meetings_by_id(session, ids)
    return [line_of_meeting(rows[record_id]) for record_id in ids]
