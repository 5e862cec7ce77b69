"""Gives summaries of sessions out: the plan from the store, its text in each language."""

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument, prepare
from outreach_app.queries.meetings import get_meeting
from outreach_app.queries.records import get_own_office
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.kinds import Channel, MeetingKind
from outreach_app.rules.names import Bilingual
from outreach_app.services.issues import IssueDraft
from outreach_app.services.offices import OfficeDraft
from outreach_app.summaries.prose.blocks import Paragraph, plain
from outreach_app.summaries.prose.facts import facts_fingerprint
from outreach_app.summaries.prose.store_words import office_facts
from outreach_app.summaries.session.facts import plan_session
from outreach_app.summaries.session.phrases import phrase
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.prose import Cut, realise

# One page first: then fewer points, then fewer commitments; all of it where that does not help.
_CUTS = (Cut(), Cut(points=8), Cut(points=8, commitments=6), Cut())


def prepare_session_summary(database: Database, name: str) -> PreparedDocument[SessionPlan]:
    """Take a meeting's facts (by uid or reference) and the edition they have.

    Raises NotFound, NotAllowed (`not_held`).
    """
    # A flush would wait for whoever writes meanwhile.
    with database.read() as session, session.no_autoflush:
        meeting = get_meeting(session, name)
        plan = plan_session(session, meeting, clock.local(clock.now()).date())
        draft = IssueDraft(DocumentKind.SESSION, facts_fingerprint(plan), meeting=meeting.uid)
        number, _slash, year = plan.number.partition("/")
        return prepare(session, draft, plan, f"session-{year}-{number}", _request)


def example_of_phrases(session: Session, draft: OfficeDraft, language: Language) -> tuple[str, str]:
    """Return how the summary of a meeting of today would begin and end in a language.

    The end is "" where the office has no closing phrase in that language.
    """
    today, none = clock.local(clock.now()).date(), Bilingual(None, None)
    plan = SessionPlan(
        office=office_facts(get_own_office(session)),
        number="",
        kind=MeetingKind.THEMATIC,
        channel=Channel.OFFICE,
        held_on=today,
        starts_at=None,
        ends_at=None,
        place=none,
        subject=none,
        headcount=None,
        women=None,
        bodies=None,
        kinds_present=(),
        earlier=None,
        points=(),
        commitments=(),
        referrals=(),
        next_meeting=None,
        assessment=None,
        opening_phrase=Bilingual(draft.opening_ar, draft.opening_fr),
        closing_phrase=Bilingual(draft.closing_ar, draft.closing_fr),
    )
    blocks = realise(plan, language, today).blocks
    said = [plain(block.text) for block in blocks if isinstance(block, Paragraph)]
    return said[0], said[-1] if phrase(plan.closing_phrase, "", language) else ""


def _request(plan: SessionPlan, issue: Issue, language: Language) -> RenderRequest:
    issued_on = issue.issued_at.date()
    candidates = tuple(dict.fromkeys(realise(plan, language, issued_on, cut) for cut in _CUTS[:-1]))
    title = f"{candidates[0].kind} {issue.number}"
    return RenderRequest((*candidates, candidates[0]), issue, title)
