"""Headquarters' reviews of a precinct's meeting, and the precinct's answers."""

from typing import Protocol
from uuid import UUID

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from outreach_app.rules.statuses import ReviewState
from outreach_app.services.clarifications import ClarificationDraft, clarify_meeting
from outreach_app.services.reviews import QuestionDraft, accept_meeting, question_meeting
from ui.actions.actions import Action, written_language


class Reviewed(Protocol):
    """A meeting, and the state of its review."""

    @property
    def uid(self) -> UUID: ...

    @property
    def review(self) -> str: ...


ACCEPT: Action[Reviewed] = Action(
    lambda: _("Accept it"),
    "check-circle",
    lambda: _("Accepted: the precinct is informed with the next answers."),
    lambda row: row.review not in (ReviewState.NONE, ReviewState.ACCEPTED),
    lambda session, row, _given: accept_meeting(session, row.uid, clock.today()),
    keys="F7",
    right=Right.ANSWER,
)

QUESTION: Action[Reviewed] = Action(
    lambda: _("Question it"),
    "question",
    lambda: _("The question was recorded: the precinct receives it with the next answers."),
    lambda row: row.review != ReviewState.NONE,
    lambda session, row, given: question_meeting(
        session, row.uid, QuestionDraft(given.words, written_language(given.words), clock.today())
    ),
    words=lambda: _("What is to be clarified"),
    is_long=True,
    draft="question",
    keys="F8",
    right=Right.ANSWER,
)

CLARIFY: Action[Reviewed] = Action(
    lambda: _("Answer headquarters"),
    "chat-circle-text",
    lambda: _("The answer was recorded: headquarters receives it with the next file."),
    lambda row: row.review == ReviewState.QUESTIONED,
    lambda session, row, given: clarify_meeting(
        session,
        row.uid,
        ClarificationDraft(given.words, written_language(given.words), clock.today()),
    ),
    words=lambda: _("The answer to headquarters"),
    is_long=True,
    draft="clarification",
    keys="F7",
)

REVIEWING: tuple[Action[Reviewed], ...] = (ACCEPT, QUESTION)
CLARIFYING: tuple[Action[Reviewed], ...] = (CLARIFY,)
