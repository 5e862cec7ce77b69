"""Issuing of the documents of data protection law: the notice, an extract, a proof."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.access_log import Act
from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.errors import NotAllowed
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.file_names import POSTER
from outreach_app.issuing.files import PreparedDocument, prepare
from outreach_app.models import Claim, Person
from outreach_app.queries.claims import list_asking
from outreach_app.queries.records import get_record, get_surviving
from outreach_app.rights import Right, use_case
from outreach_app.rows_apart import note_apart
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.services.issues import IssueDraft
from outreach_app.summaries.privacy.facts import plan_extract, plan_notice
from outreach_app.summaries.privacy.plan import ExtractPlan, NoticePlan
from outreach_app.summaries.privacy.proof import (
    ProofPlan,
    plan_proof,
    proof_title,
    realise_proof,
)
from outreach_app.summaries.privacy.prose import (
    extract_title,
    notice_title,
    realise_extract,
    realise_notice,
)
from outreach_app.summaries.prose.blocks import Design
from outreach_app.summaries.prose.facts import facts_fingerprint


def prepare_notice(database: Database, *, is_poster: bool = False) -> PreparedDocument[NoticePlan]:
    """Prepare the notice to the public; the poster is the same notice on A3."""
    with database.read() as session:
        plan = plan_notice(session)
        draft = IssueDraft(DocumentKind.NOTICE, facts_fingerprint(plan))
        if is_poster:
            return prepare(session, draft, plan, "", _poster, POSTER)
        return prepare(session, draft, plan, "", _notice)


@use_case(Right.NAMES, is_logged=False)
def prepare_extract(database: Database, person: str) -> PreparedDocument[ExtractPlan]:
    """Prepare all data stored about a person today, at that person's request.

    Raises NotFound, and NotAllowed (`not_asked`) if no request of the person is open.
    """
    with database.read() as session:
        found = get_surviving(session, Person, person)
        _require_asked(session, found)
        # Only now: who is refused has seen nobody.
        note_apart(database, Act.SEEN, [found.uid], verb="prepare_extract")
        plan = plan_extract(session, found, clock.today())
        # The register of documents is exchanged, so it names no person: each set of facts has its
        # number.
        draft = IssueDraft(DocumentKind.EXTRACT, facts_fingerprint(plan))
        document = prepare(session, draft, plan, str(plan.as_of), _extract)
        return replace(document, person=found.uid)


@use_case(Right.NOTE_CLAIMS)
def prepare_proof(database: Database, claim: UUID) -> PreparedDocument[ProofPlan]:
    """Prepare the proof of an erasure that a claim asked for, as of today. Raises NotFound.

    A later confirmation is another document, under a number of its own.
    """
    with database.read() as session:
        plan = plan_proof(session, get_record(session, Claim, claim))
        draft = IssueDraft(DocumentKind.ERASURE, facts_fingerprint(plan))
        return prepare(session, draft, plan, "", _proof)


def _require_asked(session: Session, person: Person) -> None:
    """Require an open request of the person: an extract answers the right of access."""
    if all(row.about != person.uid for row in list_asking(session)):
        message = _(
            "An extract answers a request of this person, and none is open. Record the request "
            "first, and how the identity was verified (Requests from people)."
        )
        raise NotAllowed(message, code="not_asked")


def _notice(plan: NoticePlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_notice(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, notice_title(plan, language))


def _poster(plan: NoticePlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_notice(plan, language, issue.issued_at.date(), Design.POSTER)
    return RenderRequest((document,), issue, notice_title(plan, language))


def _proof(plan: ProofPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_proof(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, proof_title(plan, language))


def _extract(plan: ExtractPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_extract(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, extract_title(plan, language))
