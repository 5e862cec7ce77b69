"""The number of organisations typed, beside the partners listed or the kinds ticked."""

from uuid import UUID

from outreach_app.database import Database
from tests import makers
from tests.core.summaries.session.recorded import HELD_ON, plan

BARE: dict[str, object] = {"points": (), "commitments": (), "referrals": ()}


def test_one_of_each_kind_ticked_is_one_body_and_one_professional(database: Database) -> None:
    ticked: dict[str, object] = {
        **BARE,
        "attendances": (),
        "headcount": None,
        "women": None,
        "bodies": 2,
        "kinds_present": ("as.youth", "pr.jeweller"),
    }
    met = makers.write_meeting(database, held_on=HELD_ON, **ticked)
    assert plan(database, met).bodies == 1
    more = makers.write_meeting(database, held_on=HELD_ON, **{**ticked, "bodies": 3})
    assert plan(database, more).bodies == 3


def test_a_school_that_bears_a_name_is_kept_by_its_name_too(
    database: Database, partner: UUID
) -> None:
    school = makers.write_partner(
        database, category="pt.liberal", type="pr.school_private", is_named_after_person=True
    )
    both = {**BARE, "attendances": ((partner, True), (school, True)), "bodies": 2}
    met = makers.write_meeting(database, held_on=HELD_ON, **both)
    assert plan(database, met).identities_kept == 1
