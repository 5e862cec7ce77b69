"""Test helpers for frequently written points, proposals, and headquarters' answers."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Office, Proposal
from outreach_app.queries.records import get_record
from outreach_app.queries.repeated_points import FEWEST
from outreach_app.services.points import PointDraft
from outreach_app.services.proposals import (
    AdoptionDraft,
    ProposalDraft,
    adopt_proposal,
    propose_phrase,
)
from tests import makers

OFTEN = PointDraft(
    "request",
    "tp.4.5",
    "وضع مخففات السرعة أمام المدرسة",
    "ar",
    "Poser des ralentisseurs devant l’école",
)
PROPOSAL = ProposalDraft(
    "وضع مخففات السرعة أمام المدارس",
    "ar",
    "request",
    "tp.4.5",
    FEWEST,
    date(2026, 11, 2),
    "Poser des ralentisseurs devant les écoles",
)
ADOPTION = AdoptionDraft(
    "وضع مخففات السرعة أمام المؤسسات التعليمية",
    "Pose de ralentisseurs devant les établissements scolaires",
    "request",
    "tp.4.5",
)


ALONE: Mapping[str, Any] = {"commitments": (), "referrals": ()}  # of a meeting with one point


def write_often(precinct: Database, times: int = FEWEST, **changes: Any) -> None:
    """Log `count` meetings on consecutive days, in which the same point was raised."""
    for day in range(times):
        points = (replace(OFTEN, **changes),)
        makers.write_meeting(precinct, held_on=date(2026, 10, 5 + day), points=points, **ALONE)


def propose(precinct: Database, **changes: Any) -> UUID:
    """Propose a frequent point; return its uid."""
    with precinct.write(Actor.CHIEF) as session:
        return propose_phrase(session, replace(PROPOSAL, **changes)).uid


def adopt(headquarters: Database, proposal: UUID, **changes: Any) -> str:
    """Adopt a proposal; return the code of the frequent point."""
    with headquarters.write(Actor.HEADQUARTERS) as session:
        return adopt_proposal(session, proposal, replace(ADOPTION, **changes)).code


def write_proposal_of(database: Database, office: UUID, draft: ProposalDraft = PROPOSAL) -> UUID:
    """Write a precinct's proposal as headquarters' store has it; return its uid."""
    with database.write(Actor.PROGRAM) as session:
        owner = get_record(session, Office, office)
        proposal = Proposal(office_id=owner.id, **asdict(draft))
        session.add(proposal)
        session.flush()
        return proposal.uid
