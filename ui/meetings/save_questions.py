"""What is asked before a new session is recorded that may be one too many."""

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.meetings import find_same, meeting_number
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.services.meetings import MeetingDraft
from ui.context import AppContext


class SaveQuestions:
    """Asks each question once for one session: to save again is the answer."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._asked = ""

    def begin(self) -> None:
        """Start with another session, of which nothing was asked yet."""
        self._asked = ""

    def ask(self, draft: MeetingDraft) -> str:
        """Return the question to ask before a new session is saved; "" if there is none left."""
        question = self._question(draft)
        if question == self._asked:
            return ""
        self._asked = question
        return question

    def _question(self, draft: MeetingDraft) -> str:
        if draft.status != MeetingStatus.HELD:
            return ""
        partners = [uid for uid, _is_present in draft.attendances]
        is_told = draft.points or draft.headcount or draft.subject_ar or draft.subject_fr
        if not partners and not is_told:
            return _(
                "Nothing says whom you met nor what about. To record the session like this all "
                "the same, save again."
            )
        if not partners and not draft.starts_at:
            return ""  # sessions of the day that nothing tells apart
        with self._context.office.database.read() as session:
            same = find_same(session, draft.held_on, draft.starts_at, partners)
            number = meeting_number(same) if same else ""
        if not number:
            return ""
        words = _(
            "Session {number} of the same day and hour, with the same partners, is recorded "
            "already. To record another one, save again."
        )
        return words.format(number=isolate(number))
