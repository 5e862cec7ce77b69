"""The later events of a meeting, day by day: promises started and kept, answers received.

Each step is written by the service that the window uses, on its day.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.samples.material import Words
from outreach_app.services.commitments import change_status
from outreach_app.services.referrals import record_answer


@dataclass(frozen=True, slots=True)
class Step:
    """An event of a promise or referral, which is identified by its index in its meeting.

    `words` are what was done, the reason why not, or the answer.
    """

    on: date
    place: int
    status: CommitmentStatus | None = None
    words: Words | None = None


def take(
    session: Session, meeting: Meeting, step: Step, language: Language, *, is_translated: bool
) -> None:
    """Write a step into a meeting, in the language in which the meeting was logged."""
    words = step.words.label(language) if step.words else None
    translation = step.words.label(language.other) if step.words and is_translated else None
    if step.status is not None:
        promise = meeting.commitments[step.place]
        change_status(session, promise.uid, promise.version, step.status, words, step.on)
        promise.status_reason_translation = translation
    elif words is not None:
        referral = meeting.referrals[step.place]
        record_answer(session, referral.uid, referral.version, step.on, words, language)
        referral.answer_translation = translation
