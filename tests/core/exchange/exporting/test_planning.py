"""The content of headquarters' answers: each precinct's own replies, and what is for all."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.exporting.planning import plan_answers, several_answers
from outreach_app.exchange.stations.revocation import revoke
from outreach_app.models import Meeting, Office
from outreach_app.services.points import PointDraft
from outreach_app.services.replies import ReplyDraft, reply_to_point
from tests import makers
from tests.core.exchange.invariants import own_device
from tests.core.exchange.network import Network
from tests.registry import add_precinct, precinct_draft

NAMES = ("Anfa", "Maârif", "Oasis")
POINTS = tuple(PointDraft("concern", "tp.6.1", text, "fr") for text in ("Bruit", "Éclairage"))


def test_an_office_with_two_numbers_is_told_with_what_to_do(
    network: Network,
) -> None:
    """A restored computer has one more: two answers go to it until the former is revoked."""
    headquarters = network.headquarters
    with headquarters.read() as session:
        assert "\u20661\u2069" in (several_answers(plan_answers(session)) or "")
    with headquarters.write(Actor.HEADQUARTERS) as session:
        revoke(session, UUID(bytes=own_device(network.deputy)), 1)
        assert several_answers(plan_answers(session)) is None


def enrol_precincts(database: Database) -> dict[str, UUID]:
    """Enrol precincts that sent one file each; headquarters has nothing else of theirs."""
    makers.consolidate(database)
    with database.write(Actor.PROGRAM) as session:
        for number, name in enumerate(NAMES, start=1):
            add_precinct(session, precinct_draft((name, name), str(number)), "r")
        found = session.execute(select(Office.name_fr, Office.uid).where(Office.role == "precinct"))
        return {str(name): uid for name, uid in found}


def write_meeting(database: Database, office: UUID, points: tuple[PointDraft, ...]) -> UUID:
    return makers.write_meeting_of(database, office, points=points, commitments=(), referrals=())


def reply_to_all_points(database: Database, meeting: UUID) -> int:
    """Reply to all points of a meeting; return how many."""
    with database.write(Actor.HEADQUARTERS) as session:
        points = session.scalars(select(Meeting).where(Meeting.uid == meeting)).one().points
        for point in points:
            reply_to_point(session, point.uid, ReplyDraft("Vu", "fr", date(2026, 10, 20)))
        return len(points)


def test_each_precinct_is_planned_its_own_replies(database: Database) -> None:
    offices = enrol_precincts(database)
    given = {
        offices[name]: reply_to_all_points(database, write_meeting(database, offices[name], points))
        for name, points in (("Anfa", POINTS), ("Maârif", POINTS[:1]))
    }
    with database.read() as session:
        plans = {plan.office: plan for plan in plan_answers(session)}
    assert {uid: plan.records.get("reply", 0) for uid, plan in plans.items()} == {
        **given,
        offices["Oasis"]: 0,
    }
    assert len({plan.ranges for plan in plans.values()}) == 1
