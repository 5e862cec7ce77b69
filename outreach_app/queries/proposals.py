"""Rows of proposals, with headquarters' answers."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from outreach_app.models import CatalogueEntry, Office, Proposal
from outreach_app.queries.registered_offices import known_offices
from outreach_app.rules.names import Bilingual
from outreach_app.rules.proposals import is_declined, tail_of
from outreach_app.rules.statuses import ProposalState


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A point that a precinct proposes as a frequent one.

    `answer` is the wording that headquarters adopted, or why it declined; None while it is open.
    """

    uid: UUID
    office: UUID
    office_name: Bilingual
    kind: str
    topic: str
    text: str
    language: str
    translation: str | None
    count: int
    proposed_on: date
    state: ProposalState
    answer: Bilingual | None
    version: str


def list_proposals(session: Session, limit: int | None = None) -> list[ProposalRow]:
    """Return the proposals that are not deleted, newest first."""
    answers, offices = _answers(session), known_offices(session)
    statement = (
        select(Proposal, Office)
        .join(Office, Office.id == Proposal.office_id)
        .where(~Proposal.is_deleted)
        .order_by(Proposal.proposed_on.desc(), Proposal.uid.desc())
        .limit(limit)
    )
    return [
        _row(proposal, office, offices.name_of(office), answers.get(tail_of(proposal.uid)))
        for proposal, office in session.execute(statement)
    ]


def find_answer(session: Session, proposal: UUID) -> CatalogueEntry | None:
    """Return the entry with which headquarters answered a proposal."""
    return _answers(session).get(tail_of(proposal))


def _answers(session: Session) -> dict[str, CatalogueEntry]:
    """Return the valid answers by the last part of their codes; a proposal's last one counts."""
    code = CatalogueEntry.code
    statement = (
        select(CatalogueEntry)
        .where(~CatalogueEntry.is_deleted, or_(code.like("ph.%"), code.like("dp.%")))
        .order_by(CatalogueEntry.uid)
    )
    return {entry.code.rpartition(".")[2]: entry for entry in session.scalars(statement)}


def _row(
    proposal: Proposal, office: Office, name: Bilingual, answer: CatalogueEntry | None
) -> ProposalRow:
    state = ProposalState.WAITING
    if answer is not None:
        is_refused = is_declined(answer.code)
        state = ProposalState.DECLINED if is_refused else ProposalState.ADOPTED
    return ProposalRow(
        uid=proposal.uid,
        office=office.uid,
        office_name=name,
        kind=proposal.kind,
        topic=proposal.topic,
        text=proposal.text,
        language=proposal.language,
        translation=proposal.translation,
        count=proposal.count,
        proposed_on=proposal.proposed_on,
        state=state,
        answer=Bilingual(answer.ar, answer.fr) if answer is not None else None,
        version=proposal.version,
    )
