"""Rows of reviews and clarifications, and the open questions about this office's meetings."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Clarification, Meeting, Review
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.records import get_own_office
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import ReviewState, Verdict


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """Headquarters' review of a meeting; `text` is its question, None if it accepts."""

    uid: UUID
    meeting: UUID
    verdict: str
    text: str | None
    language: str | None
    translation: str | None
    reviewed_on: date
    version: str


@dataclass(frozen=True, slots=True)
class ClarificationRow:
    """A precinct's answer to the review `question` of its meeting."""

    uid: UUID
    meeting: UUID
    question: str
    text: str
    language: str
    translation: str | None
    clarified_on: date
    version: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A meeting that headquarters questions; `uid` and `review` are the meeting's."""

    uid: UUID
    review: str
    number: str
    subject: Bilingual
    kind: str
    held_on: date
    text: str
    language: str | None
    translation: str | None
    asked_on: date


def list_reviews(session: Session, limit: int | None = None) -> list[ReviewRow]:
    """Return the reviews of meetings that are not deleted, newest first."""
    statement = (
        select(Review)
        .join(Review.meeting)
        .options(joinedload(Review.meeting))
        .where(~Review.is_deleted, ~Meeting.is_deleted)
        .order_by(Review.reviewed_on.desc(), Review.uid.desc())
        .limit(limit)
    )
    return [review_row(review) for review in session.scalars(statement)]


def list_clarifications(session: Session, limit: int | None = None) -> list[ClarificationRow]:
    """Return the clarifications of meetings that are not deleted, newest first."""
    statement = (
        select(Clarification)
        .join(Clarification.meeting)
        .options(joinedload(Clarification.meeting))
        .where(~Clarification.is_deleted, ~Meeting.is_deleted)
        .order_by(Clarification.clarified_on.desc(), Clarification.uid.desc())
        .limit(limit)
    )
    return [clarification_row(row) for row in session.scalars(statement)]


def waiting_questions(session: Session) -> Select[int]:
    """Select the meetings of this office that headquarters questions, oldest first."""
    own = get_own_office(session).id
    return (
        select(Meeting.id)
        .where(Meeting.review == ReviewState.QUESTIONED, Meeting.office_id == own)
        .where(~Meeting.is_deleted)
        .order_by(Meeting.held_on, Meeting.id)
    )


def list_questions_by_id(session: Session, ids: list[int]) -> dict[int, QuestionRow]:
    """Return the last question about each of these meetings, by the meeting's local id."""
    statement = select(Meeting).where(Meeting.id.in_(ids)).options(joinedload(Meeting.reviews))
    asked = {meeting: find_question(meeting) for meeting in session.scalars(statement).unique()}
    return {meeting.id: _question_row(meeting, row) for meeting, row in asked.items() if row}


def find_question(meeting: Meeting) -> Review | None:
    """Return the review that asks about a meeting, unless a later one accepts it."""
    said = [review for review in meeting.reviews if not review.is_deleted]
    return said[-1] if said and said[-1].verdict == Verdict.QUESTIONED else None


def review_row(review: Review) -> ReviewRow:
    """Return the row of a review, whose meeting is loaded."""
    return ReviewRow(
        uid=review.uid,
        meeting=review.meeting.uid,
        verdict=review.verdict,
        text=review.text,
        language=review.language,
        translation=review.translation,
        reviewed_on=review.reviewed_on,
        version=review.version,
    )


def clarification_row(clarification: Clarification) -> ClarificationRow:
    """Return the row of a clarification, whose meeting is loaded."""
    return ClarificationRow(
        uid=clarification.uid,
        meeting=clarification.meeting.uid,
        question=clarification.question,
        text=clarification.text,
        language=clarification.language,
        translation=clarification.translation,
        clarified_on=clarification.clarified_on,
        version=clarification.version,
    )


def _question_row(meeting: Meeting, review: Review) -> QuestionRow:
    return QuestionRow(
        uid=meeting.uid,
        review=meeting.review,
        number=meeting_number(meeting),
        subject=Bilingual(meeting.subject_ar, meeting.subject_fr),
        kind=meeting.kind,
        held_on=meeting.held_on,
        text=review.text or "",
        language=review.language,
        translation=review.translation,
        asked_on=review.reviewed_on,
    )
