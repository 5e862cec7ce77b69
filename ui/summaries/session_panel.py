"""The choice of a session to summarise; below, the issued summaries."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from outreach_app.database import StoreSession
from outreach_app.errors import NotFound
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.sessions import find_at_odds, prepare_session_summary
from outreach_app.queries.issues import list_issues
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.meetings import list_meetings_by_id
from outreach_app.queries.portions import Portion
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.search import index
from ui.context import AppContext
from ui.summaries.document_page import Wanted
from ui.summaries.lines import SubjectLine, line_of_issue, line_of_meeting
from ui.summaries.lines_list import LinesList
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.search_line import SearchLine
from ui.widgets.translated import Translated
from ui.words import search_limits

# The newest only; older sessions are found by words.
MAX_SESSIONS = 200
MAX_ISSUES = 200
# One more, to know whether there are others.
_LISTED = Portion(most=MAX_SESSIONS + 1)


class SessionPanel(Translated):
    """Emits `changed` when another session is chosen."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.meeting: UUID | None = None
        self.words = SearchLine(lambda: _("Subject, partner or words said"))
        self.sessions = LinesList()
        self.issues = LinesList()
        self.advice = note()
        self.to_correct = note(tone="warn")
        self._no_issue = note(lambda: _("Nothing yet. What you save or print is listed here."))
        self._build()
        self._connect()
        self.retranslate()

    def wanted(self, languages: tuple[Language, ...]) -> Wanted | None:
        """Return the summary of the chosen session; None if there is none."""
        meeting, database = self.meeting, self._context.office.database
        if meeting is None:
            return None
        prepare = partial(prepare_session_summary, database, str(meeting))
        return Wanted(meeting, languages, prepare, meeting)

    def choose(self, meeting: UUID) -> None:
        """Choose the summary of that meeting."""
        self.meeting = meeting
        self.refresh()
        self.changed.emit()

    def _show_to_correct(self) -> None:
        """Show what the chosen session contradicts itself in, before its summary is issued."""
        meeting = self.meeting
        said = "" if meeting is None else self._context.read(partial(_read_at_odds, meeting))
        self.to_correct.setText(said)
        self.to_correct.setVisible(bool(said))

    def refresh(self) -> None:
        """Reload from the store."""
        words = self.words.text()
        sessions, is_cut = self._context.read(lambda store: _list_held(store, words))
        issues = self._context.read(_list_given)
        self.sessions.show_lines(sessions, self.meeting)
        self.issues.show_lines(issues, None)
        self._no_issue.setVisible(not issues)
        self.issues.setVisible(bool(issues))
        advice = self._context.invite(
            lambda: _("No session has been held yet. Log one: its summary is made here."),
            lambda: _("No session has been held yet."),
        )()
        if words.strip():
            advice = _("No session matches. Try fewer letters or another spelling.")
        is_complete = not words.strip() or self._context.read(index.is_complete)
        limits = search_limits(len(sessions), is_cut=is_cut, is_complete=is_complete)
        said = " ".join(filter(None, ("" if sessions else advice, limits)))
        self.advice.setText(said)
        self.advice.setVisible(bool(said))
        self._show_to_correct()

    def retranslate(self) -> None:
        self.sessions.setAccessibleName(_("Held sessions"))
        self.issues.setAccessibleName(_("Summaries issued"))
        self.refresh()

    def _choose(self, meeting: UUID) -> None:
        if meeting != self.meeting:
            self.meeting = meeting
            self._show_to_correct()
            self.changed.emit()

    def _build(self) -> None:
        column = column_in(self, 4)
        column.addWidget(note(lambda: _("Session")))
        column.addWidget(self.words)
        column.addWidget(self.advice)
        column.addWidget(self.sessions, 3)
        column.addWidget(self.to_correct)
        column.addSpacing(8)
        column.addWidget(note(lambda: _("Summaries issued")))
        column.addWidget(self._no_issue)
        column.addWidget(self.issues, 2)

    def _connect(self) -> None:
        self.words.asked.connect(lambda _words: self.refresh())
        self.sessions.chosen.connect(self._choose)
        self.issues.chosen.connect(self.choose)


def _read_at_odds(meeting: UUID, session: StoreSession) -> str:
    """Return the notice on a session; "" of one that was deleted meanwhile."""
    try:
        return find_at_odds(session, str(meeting))
    except NotFound:
        return ""


def _list_given(session: StoreSession) -> list[SubjectLine]:
    """Return the newest issued summaries."""
    rows = list_issues(session, DocumentKind.SESSION, MAX_ISSUES)
    return [line_of_issue(row) for row in rows]


def _list_held(session: StoreSession, words: str) -> tuple[list[SubjectLine], bool]:
    """Return the newest held sessions, and whether there are more."""
    wanted = MeetingFilter(words, status=MeetingStatus.HELD)
    ids = list_meeting_ids(session, wanted, portion=_LISTED)
    shown = ids[:MAX_SESSIONS]
    rows = list_meetings_by_id(session, shown)
    return [line_of_meeting(rows[record_id]) for record_id in shown], len(ids) > MAX_SESSIONS
