"""An impossible day is refused by every use case."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database, StoreSession
from outreach_app.errors import InvalidDraft
from outreach_app.models import Commitment, Meeting, Point, Referral
from outreach_app.models.base import Record
from outreach_app.rules.validation import Checks
from outreach_app.services.commitments import (
    CommitmentDraft,
    postpone_commitment,
    promise_for_point,
)
from outreach_app.services.meeting_series import move_meeting
from outreach_app.services.meetings import log_meeting
from outreach_app.services.partners import register_partner
from outreach_app.services.people import register_person
from outreach_app.services.points import give_reply
from outreach_app.services.referrals import ReferralDraft, record_answer, refer_point
from tests import makers

IMPOSSIBLE = (date(1, 1, 1), date(1899, 12, 31), date(2100, 1, 1), date(9999, 12, 31))
Write = Callable[[StoreSession, date], object]


def only(session: StoreSession, kind: type[Record]) -> tuple[UUID, str]:
    """Return the only record of that kind, with its version."""
    record = session.scalars(select(kind)).first()
    assert record is not None
    return record.uid, record.version


def planned(session: StoreSession, day: date) -> object:
    return log_meeting(session, makers.meeting_draft(status="planned", held_on=day))


def promised(session: StoreSession, day: date) -> object:
    draft = CommitmentDraft("Passer", "fr", "office", due_on=day)
    return promise_for_point(session, *only(session, Point), draft)


def logged_with_referral(session: StoreSession, day: date) -> object:
    referrals = (ReferralDraft("rf.commune", "tp.6.1", sent_on=day),)
    return log_meeting(session, makers.meeting_draft(referrals=referrals))


def informed(session: StoreSession, day: date) -> object:
    partner = register_partner(session, makers.partner_draft())
    return register_person(session, makers.person_draft(partner.uid, informed_on=day))


USE_CASES: dict[str, tuple[str, Write]] = {
    "plan": ("held_on", planned),
    "move": (
        "held_on",
        lambda session, day: move_meeting(session, *only(session, Meeting), day, None),
    ),
    "promise": ("due_on", promised),
    "postpone": (
        "due_on",
        lambda session, day: postpone_commitment(session, *only(session, Commitment), day),
    ),
    "refer": (
        "sent_on",
        lambda session, day: refer_point(session, *only(session, Point), "rf.commune", day),
    ),
    "answer": (
        "answered_on",
        lambda session, day: record_answer(session, *only(session, Referral), day, "Fait", "fr"),
    ),
    "log": ("referrals.1.sent_on", logged_with_referral),
    "tell": (
        "given_on",
        lambda session, day: give_reply(session, *only(session, Point), day, "x", "y"),
    ),
    "register": (
        "receipt_on",
        lambda session, day: register_partner(session, makers.partner_draft(receipt_on=day)),
    ),
    "inform": ("informed_on", informed),
}


@pytest.mark.parametrize("day", IMPOSSIBLE)
@pytest.mark.parametrize("use_case", USE_CASES)
def test_it_is_refused_by_its_field_and_nothing_is_written(
    database: Database, use_case: str, day: date
) -> None:
    field, write = USE_CASES[use_case]
    makers.write_meeting(database, status="planned", held_on=date(2026, 10, 20))
    with pytest.raises(InvalidDraft) as caught, database.write(Actor.CHIEF) as session:
        write(session, day)
    assert ("out_of_range", field) in [(row.code, row.field) for row in caught.value.problems]
    assert f"{day.year:04}" in caught.value.message
    with database.read() as session:
        assert makers.the_meeting(session).held_on == date(2026, 10, 20)


@pytest.mark.parametrize("day", [None, date(1900, 1, 1), date(2026, 10, 20), date(2099, 12, 31)])
def test_a_day_that_can_be_typed_can_be_written(day: date | None) -> None:
    checks = Checks()
    checks.day("due_on", day)
    assert checks.problems == []
