"""Issuing of session summaries."""

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument, prepare
from outreach_app.queries.meetings import get_meeting
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.services.issues import IssueDraft
from outreach_app.summaries.prose.facts import facts_fingerprint
from outreach_app.summaries.session.at_odds import notice_at_odds
from outreach_app.summaries.session.changes import parts_of
from outreach_app.summaries.session.facts import plan_session
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.prose import Cut, realise

# Try one page first: with fewer points, then fewer commitments; all of them if neither fits.
_CUTS = (Cut(), Cut(points=8), Cut(points=8, commitments=6), Cut())


def prepare_session_summary(database: Database, name: str) -> PreparedDocument[SessionPlan]:
    """Prepare a meeting's summary (by uid or reference) and its edition.

    Raises NotFound, NotAllowed (`not_held`).
    """
    # A flush would wait for a concurrent writer.
    with database.read() as session, session.no_autoflush:
        meeting = get_meeting(session, name)
        plan = plan_session(session, meeting, clock.today())
        draft = IssueDraft(
            DocumentKind.SESSION,
            facts_fingerprint(plan),
            meeting=meeting.uid,
            parts=parts_of(plan),
        )
        number, _slash, year = plan.number.partition("/")
        return prepare(session, draft, plan, f"{year}-{number}", _request)


def find_at_odds(session: Session, name: str) -> str:
    """Return the notice of women counted against a name of a meeting; "" if there is none.

    Raises NotFound.
    """
    return notice_at_odds(get_meeting(session, name))


def _request(plan: SessionPlan, issue: Issue, language: Language) -> RenderRequest:
    issued_on = issue.issued_at.date()
    realised = (realise(plan, language, issued_on, cut, issue.former) for cut in _CUTS[:-1])
    candidates = tuple(dict.fromkeys(realised))
    title = f"{candidates[0].kind} {issue.number}"
    return RenderRequest((*candidates, candidates[0]), issue, title)
