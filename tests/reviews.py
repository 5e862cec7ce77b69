"""Test helpers for headquarters' questions about a meeting, and the precinct's answers."""

from dataclasses import asdict, replace
from datetime import date
from typing import Any
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Clarification, Meeting, Review
from outreach_app.queries.records import get_record
from outreach_app.rules.statuses import Verdict
from outreach_app.services.clarifications import ClarificationDraft, clarify_meeting
from outreach_app.services.reviews import QuestionDraft, question_meeting
from tests import makers

QUESTION = QuestionDraft(
    "أي دورية وُعد بها؟", "ar", date(2026, 10, 20), "Quelle patrouille a été promise ?"
)
ANSWER = ClarificationDraft(
    "دوريتان راجلتان مساء كل يوم", "ar", date(2026, 10, 19), "Deux patrouilles à pied chaque soir"
)


def ask(headquarters: Database, meeting: UUID, **changes: Any) -> UUID:
    """Question a meeting; return the uid of the question."""
    with headquarters.write(Actor.HEADQUARTERS) as session:
        return question_meeting(session, meeting, replace(QUESTION, **changes)).uid


def clarify(precinct: Database, meeting: UUID, **changes: Any) -> UUID:
    """Answer headquarters' question about a meeting; return the uid of the answer."""
    with precinct.write(Actor.CHIEF) as session:
        return clarify_meeting(session, meeting, replace(ANSWER, **changes)).uid


def write_question(database: Database, meeting: UUID, **changes: Any) -> None:
    """Write headquarters' question about a meeting, as the store of its precinct has it."""
    draft = replace(QUESTION, **changes)
    with database.write(Actor.PROGRAM) as session:
        asked, owner = get_record(session, Meeting, meeting), makers.headquarters_of(session)
        verdict = Verdict.QUESTIONED
        session.add(Review(office_id=owner, meeting=asked, verdict=verdict, **asdict(draft)))


def write_clarification(database: Database, meeting: UUID, question: UUID) -> None:
    """Write a precinct's answer, as headquarters' store has it."""
    with database.write(Actor.PROGRAM) as session:
        asked = get_record(session, Meeting, meeting)
        answer = Clarification(office_id=asked.office_id, meeting=asked, question=str(question))
        for name, value in asdict(ANSWER).items():
            setattr(answer, name, value)
        session.add(answer)
