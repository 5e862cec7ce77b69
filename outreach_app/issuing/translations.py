"""The free texts in the summary of a session, and the notice of untranslated ones."""

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.meetings import get_meeting
from outreach_app.queries.translations import TranslationRow, list_texts
from outreach_app.rules.kinds import TextKind
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.summaries.prose.free_texts import free_texts
from outreach_app.summaries.session.facts import list_previous, plan_session
from outreach_app.summaries.session.next_meeting import find_next


def list_translations(session: Session, name: str) -> list[TranslationRow]:
    """Return the free texts in the summary of a meeting (by uid or reference).

    They include commitments of earlier meetings and the place of the next one. For a meeting that
    was not held they are the texts of the programme. Raises NotFound.
    """
    with session.no_autoflush:
        meeting = get_meeting(session, name)
        if meeting.status != MeetingStatus.HELD:
            return list_texts(meeting)
        plan = plan_session(session, meeting, clock.today())
        following = find_next(session, meeting, clock.today())
        rows = list_texts(meeting)
        for previous in list_previous(session, meeting):
            earlier = list_texts(previous)
            rows += [row for row in earlier if row.kind is TextKind.COMMITMENT]
        if following is not None:
            rows += [
                row for row in list_texts(following.values.record) if row.kind is TextKind.PLACE
            ]
    printed = {words.text for words in free_texts(plan)}
    return [row for row in rows if row.words in printed]


def untranslated_words(page: Language, number: int) -> str:
    """Return how many texts a document in a language shows in the other one."""
    if page is Language.ARABIC:
        words = _("Texts to translate into Arabic: {number}. Until then they appear in French.")
    else:
        words = _("Texts to translate into French: {number}. Until then they appear in Arabic.")
    return words.format(number=isolate(str(number)))
