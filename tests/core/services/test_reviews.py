"""Reviews: headquarters reviews held meetings, and only its questions are clarified."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, NotAllowed
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.reviews import list_reviews
from outreach_app.services.clarifications import clarify_meeting
from outreach_app.services.reviews import QuestionDraft, accept_meeting, question_meeting
from tests import makers
from tests.reviews import ANSWER, QUESTION, ask

DAY = date(2026, 11, 2)


@pytest.fixture
def precinct(database: Database) -> UUID:
    (uid,) = makers.consolidate(database, makers.office_draft())
    return uid


def test_a_meeting_stands_as_its_last_review_says(database: Database, precinct: UUID) -> None:
    meeting = makers.write_meeting_of(database, precinct)
    ask(database, meeting)
    with database.write(Actor.HEADQUARTERS) as session:
        accept_meeting(session, meeting, DAY)
    with database.read() as session:
        assert [row.verdict for row in list_reviews(session)] == ["accepted", "questioned"]
        assert [row.review for row in list_meetings(session)] == ["accepted"]


@pytest.mark.parametrize(
    "draft",
    [
        replace(QUESTION, text=" "),
        replace(QUESTION, language="de"),
        replace(QUESTION, text="CIN AB123456"),
    ],
)
def test_a_question_follows_the_rules_of_every_text(
    database: Database, precinct: UUID, draft: QuestionDraft
) -> None:
    meeting = makers.write_meeting_of(database, precinct)
    with database.write(Actor.HEADQUARTERS) as session, pytest.raises(InvalidDraft):
        question_meeting(session, meeting, draft)


def test_only_what_a_precinct_held_is_reviewed(database: Database, precinct: UUID) -> None:
    planned = makers.write_meeting_of(database, precinct, status="planned", held_on=DAY)
    own = makers.write_meeting(database)
    for meeting, code in ((planned, "not_held"), (own, "own_meeting")):
        with database.write(Actor.HEADQUARTERS) as session, pytest.raises(NotAllowed) as refused:
            accept_meeting(session, meeting, DAY)
        assert refused.value.code == code


def test_a_precinct_reviews_nothing_and_answers_only_what_is_asked(database: Database) -> None:
    meeting = makers.write_meeting(database)
    with database.write(Actor.HEADQUARTERS) as session, pytest.raises(NotAllowed) as refused:
        accept_meeting(session, meeting, DAY)
    assert refused.value.code == "headquarters_only"
    with database.write(Actor.CHIEF) as session, pytest.raises(NotAllowed) as refused:
        clarify_meeting(session, meeting, ANSWER)
    assert refused.value.code == "no_question"
