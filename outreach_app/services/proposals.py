"""Use cases of proposals: a precinct proposes a frequent point, headquarters adopts or declines."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed, Problem
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import CatalogueEntry, Proposal
from outreach_app.notes.naming import names_somebody
from outreach_app.queries.proposals import find_answer
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.queries.records_naming_people import get_known_names
from outreach_app.queries.repeated_points import RepeatedPoint
from outreach_app.rights import Right, use_case
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import OfficeRole, PointKind
from outreach_app.rules.proposals import adopted_code, declined_code
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.offices import require_headquarters
from outreach_app.services.points import check_language
from outreach_app.vocabulary import entry, phrases

_FIELDS = ("kind", "topic", "text", "language", "translation", "count", "proposed_on")
_REASONS = "dr"


@dataclass(frozen=True, slots=True)
class ProposalDraft:
    """All that leaves of a point that was written `count` times: its words, kind and topic."""

    text: str
    language: str
    kind: str
    topic: str
    count: int
    proposed_on: date
    translation: str | None = None


@dataclass(frozen=True, slots=True)
class AdoptionDraft:
    """A proposal as headquarters words it for everybody."""

    ar: str
    fr: str
    kind: str
    topic: str


def draft_of_repeated(row: RepeatedPoint, today: date) -> ProposalDraft:
    """Return the proposal of a point that was written repeatedly, with its present words."""
    return ProposalDraft(
        text=row.text,
        language=row.language,
        kind=row.kind,
        topic=row.topic,
        count=row.count,
        proposed_on=today,
        translation=row.translation,
    )


def check_proposal(draft: ProposalDraft) -> Checks:
    """Check the draft of a proposal, except for names known to the store."""
    checks = Checks()
    checks.required("text", draft.text.strip())
    checks.one_of("kind", draft.kind, PointKind)
    checks.code("topic", draft.topic, "tp")
    checks.texts("proposal", draft)
    check_language(checks, "text", draft.text, draft.language)
    checks.day("proposed_on", draft.proposed_on)
    for field, words in (("text", draft.text), ("translation", draft.translation)):
        if words and names_somebody(words):
            _refuse_name(checks, field)
    return checks


def check_adoption(draft: AdoptionDraft) -> Checks:
    """Check the wording for every office, which is screened as a proposal is."""
    checks = Checks()
    checks.one_of("kind", draft.kind, PointKind)
    checks.code("topic", draft.topic, "tp")
    for field, words in (("ar", draft.ar or ""), ("fr", draft.fr or "")):
        checks.required(field, words.strip())
        screened = Checks()
        screened.text("proposal", "text", words)
        checks.extend(Problem(field, each.code, each.message) for each in screened.problems)
        if names_somebody(words):
            _refuse_name(checks, field)
    return checks


@use_case(Right.RECORD)
def propose_phrase(session: Session, draft: ProposalDraft) -> Proposal:
    """Propose a frequent point to headquarters. Raises NotAllowed and InvalidDraft."""
    own = get_own_office(session)
    if own.role == OfficeRole.HEADQUARTERS:
        message = _("Headquarters adopts frequent points: only a precinct can propose one.")
        raise NotAllowed(message, code="precinct_only")
    checks = check_proposal(draft)
    known = get_known_names(session)
    for field, words in (("text", draft.text), ("translation", draft.translation)):
        if known.said_in(words or ""):
            _refuse_name(checks, field)
    _check_new(checks, session, draft.text)
    checks.raise_if_any()
    proposal = Proposal(office_id=own.id)
    records.fill(proposal, draft, _FIELDS)
    session.add(proposal)
    session.flush()
    return proposal


@use_case(Right.RECORD)
def withdraw_proposal(session: Session, uid: UUID, version: str) -> None:
    """Withdraw a proposal of this office that headquarters has not answered.

    Raises NotAllowed, NotFound, Conflict.
    """
    proposal = get_record(session, Proposal, uid)
    is_own = proposal.office_id == get_own_office(session).id
    if not is_own or find_answer(session, uid) is not None:
        message = _("Headquarters has answered this proposal: it can no longer be withdrawn.")
        raise NotAllowed(message, code="answered_proposal")
    records.delete(session, Proposal, uid, version)


@use_case(Right.CATALOGUE)
def adopt_proposal(session: Session, uid: UUID, draft: AdoptionDraft) -> CatalogueEntry:
    """Make a proposal a frequent point for every office, in both languages.

    Raises NotAllowed, NotFound and InvalidDraft.
    """
    office, proposal = require_headquarters(session), _waiting(session, uid)
    check_adoption(draft).raise_if_any()
    code = adopted_code(draft.topic, proposal.uid)
    adopted = CatalogueEntry(office_id=office.id, code=code)
    records.fill(adopted, draft, ("ar", "fr", "kind"))
    session.add(adopted)
    session.flush()
    return adopted


@use_case(Right.CATALOGUE)
def decline_proposal(session: Session, uid: UUID, reason: str) -> CatalogueEntry:
    """Decline a proposal for a reason of the list (`dr.*`), whose label its office reads.

    Raises NotAllowed, NotFound and InvalidDraft.
    """
    office, proposal = require_headquarters(session), _waiting(session, uid)
    checks = Checks()
    checks.code("reason", reason, _REASONS)
    checks.raise_if_any()
    said = entry(reason)
    code = declined_code(proposal.uid)
    declined = CatalogueEntry(office_id=office.id, code=code, ar=said.ar, fr=said.fr)
    session.add(declined)
    session.flush()
    return declined


def _waiting(session: Session, uid: UUID) -> Proposal:
    """Return an unanswered proposal. Raises NotAllowed and NotFound."""
    proposal = get_record(session, Proposal, uid)
    if proposal.is_deleted:
        message = _("The precinct withdrew this proposal.")
        raise NotAllowed(message, code="withdrawn_proposal")
    if (answer := find_answer(session, uid)) is not None:
        message = _("This proposal has already been answered: withdraw {code} first.")
        raise NotAllowed(message.format(code=isolate(answer.code)), code="answered_proposal")
    return proposal


def _check_new(checks: Checks, session: Session, text: str) -> None:
    said = fold_words(text)
    if any(said in (fold_words(row.ar), fold_words(row.fr)) for row in phrases().values()):
        message = _("This frequent point already exists: choose it when entering a point.")
        checks.add("text", "known_phrase", message)
        return
    proposed = session.scalars(select(Proposal.text).where(~Proposal.is_deleted))
    if said in map(fold_words, proposed):
        checks.add("text", "proposed", _("This has already been proposed."))


def _refuse_name(checks: Checks, field: str) -> None:
    message = _("It may name somebody. Reword it: name the organisation that spoke, or the place.")
    checks.add(field, "name", message)
