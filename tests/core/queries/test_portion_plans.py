"""A portion of a list is read in the order of an index, that of a few offices from their own."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from outreach_app.database import Database
from outreach_app.queries.commitment_lists import CommitmentFilter, list_commitment_ids
from outreach_app.queries.meeting_lists import MeetingFilter, MeetingOrder, list_meeting_ids
from outreach_app.queries.point_lists import PointFilter, list_point_ids
from outreach_app.queries.portions import Portion
from outreach_app.queries.referral_lists import ReferralFilter, list_referral_ids
from outreach_app.rules.ids import OfficeId
from tests import makers
from tests.plans import planned
from tests.servers import ON_A_FILE

TODAY = date(2026, 11, 24)
FEW, MANY = frozenset({OfficeId(2)}), frozenset(map(OfficeId, range(2, 12)))
PART = Portion(0, 10_000)
MANY_OFFICES: dict[str, Any] = {"offices": MANY}
OVERDUE = CommitmentFilter("cst.overdue", **MANY_OFFICES)
OVERDUE_OF_FEW = CommitmentFilter("cst.overdue", offices=FEW)
AWAITING = ReferralFilter(is_answered=False, **MANY_OFFICES)
AWAITING_OF_FEW = ReferralFilter(is_answered=False, offices=FEW)
OF_AN_OFFICE = "SEARCH {0} USING COVERING INDEX ix_{0}_{1}_office (office_id=?"
PLANS: dict[str, tuple[Callable[[Session], object], set[str]]] = {
    "meetings": (
        lambda session: list_meeting_ids(session, MeetingFilter(), portion=PART),
        {"SCAN meetings USING COVERING INDEX ix_meetings_held_on"},
    ),
    "meetings by subject": (
        lambda session: list_meeting_ids(
            session, MeetingFilter(), MeetingOrder.SUBJECT, portion=PART
        ),
        {"SCAN meetings USING COVERING INDEX ix_meetings_subject_ar"},
    ),
    "meetings to review of a region": (
        lambda session: list_meeting_ids(
            session, MeetingFilter(review="received", **MANY_OFFICES), portion=PART
        ),
        {"SCAN search_meetings VIRTUAL TABLE INDEX 192:M1><"},  # the search index, newest first
    ),
    "meetings of an office": (
        lambda session: list_meeting_ids(session, MeetingFilter(offices=FEW), portion=PART),
        {"SEARCH meetings USING COVERING INDEX ix_meetings_office_held_on (office_id=?)"},
    ),
    "points": (
        lambda session: list_point_ids(session, PointFilter(topic="tp.6", **MANY_OFFICES), PART),
        {
            "SEARCH points USING COVERING INDEX ix_points_unanswered (met_on>?)",
            "SEARCH points USING COVERING INDEX ix_points_met_on (met_on>?)",
        },
    ),
    "points without a reaction": (
        lambda session: list_point_ids(
            session, PointFilter("received", kind="request", **MANY_OFFICES), PART
        ),
        {"SEARCH points USING COVERING INDEX ix_points_unanswered (met_on>?)"},
    ),
    "commitments": (
        lambda session: list_commitment_ids(session, CommitmentFilter(), TODAY, PART),
        {
            "SEARCH commitments USING COVERING INDEX ix_commitments_open (due_on<?)",
            "SEARCH commitments USING INDEX ix_commitments_due_on (due_on>?)",
        },
    ),
    "commitments overdue": (
        lambda session: list_commitment_ids(session, OVERDUE, TODAY, PART),
        {"SEARCH commitments USING COVERING INDEX ix_commitments_open (due_on<?)"},
    ),
    "points without a reaction, of an office": (
        lambda session: list_point_ids(session, PointFilter("received", offices=FEW), PART),
        {f"{OF_AN_OFFICE.format('points', 'unanswered')} AND met_on>?)"},
    ),
    "commitments overdue, of an office": (
        lambda session: list_commitment_ids(session, OVERDUE_OF_FEW, TODAY, PART),
        {f"{OF_AN_OFFICE.format('commitments', 'open')} AND due_on<?)"},
    ),
    "referrals that wait": (
        lambda session: list_referral_ids(session, AWAITING, PART),
        {"SEARCH referrals USING COVERING INDEX ix_referrals_answered_on (answered_on=?)"},
    ),
    "referrals that wait, of an office": (
        lambda session: list_referral_ids(session, AWAITING_OF_FEW, PART),
        {f"{OF_AN_OFFICE.format('referrals', 'unanswered')})"},
    ),
    "referrals": (
        lambda session: list_referral_ids(session, ReferralFilter(), PART),
        {
            "SEARCH referrals USING COVERING INDEX ix_referrals_answered_on (answered_on=?)",
            "SEARCH referrals USING COVERING INDEX ix_referrals_answered_on (answered_on>?)",
        },
    ),
}


@ON_A_FILE
@pytest.mark.parametrize("name", PLANS)
def test_a_portion_is_read_in_the_order_of_an_index(database: Database, name: str) -> None:
    """For any length the store stops after a portion, without sorting the whole list."""
    work, wanted = PLANS[name]

    def ask() -> None:
        with database.read() as session:
            work(session)

    plans = planned(database, ask).values()
    assert wanted <= {step for steps in plans for step in steps}
    assert not [steps for steps in plans if "USE TEMP B-TREE FOR ORDER BY" in steps]


@ON_A_FILE
def test_a_list_of_meetings_goes_on_from_the_one_before_it(database: Database) -> None:
    makers.write_meeting(database)

    def ask() -> None:
        with database.read() as session:
            (shown,) = list_meeting_ids(session, MeetingFilter())
            assert not list_meeting_ids(
                session, MeetingFilter(), portion=Portion(400_000, 200, shown)
            )

    # The day of the one shown is found; of that day, the newer ones are passed over.
    sought = "SEARCH meetings USING COVERING INDEX ix_meetings_held_on (held_on<?)"
    assert sought in [step for steps in planned(database, ask).values() for step in steps]
