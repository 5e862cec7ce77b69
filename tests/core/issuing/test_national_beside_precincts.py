"""No small number follows from the national paper and from those of the precincts."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.issuing.national import prepare_national_summary
from outreach_app.models import Office
from outreach_app.queries.records import get_record
from outreach_app.rules.periods import Period
from outreach_app.samples.offices import invent_office
from outreach_app.services.meetings import log_meeting
from outreach_app.services.partners import register_partner
from outreach_app.services.points import PointDraft
from outreach_app.services.remarks import RemarkDraft, record_remark
from tests import makers

SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))
DUE_ON = date(2026, 10, 5)
NOTHING = {"points": (), "commitments": (), "referrals": ()}
DARK = PointDraft("concern", "tp.6.1", "ظلام", "ar")


def hold(session: Session, office: int, month: int, day: int, **changes: Any) -> None:
    held = NOTHING | {"held_on": date(2026, month, day)} | changes
    meeting = log_meeting(session, makers.meeting_draft(**held))
    for record in (meeting, *meeting.attendances, *meeting.points):
        record.office_id = office


def write_both_months(session: Session, office: int, number: int) -> None:
    """Write as many calls, talks, remarks, points and professionals, and a few meetings."""
    there = []
    for _number in range(number):
        partner = register_partner(session, makers.partner_draft(category="pt.liberal"))
        partner.office_id = office
        there.append((partner.uid, True))
        draft = RemarkDraft("tp.6.1", "ظلام", "ar", date(2026, 8, 8))
        record_remark(session, draft).office_id = office
    for day in range(1, number + 1):
        for month in (6, 8):
            hold(session, office, month, day, channel="ch.phone", kind="mt.reception")
        hold(session, office, 8, day, kind="mt.school", pupils=40)
    for month in (6, 8):
        dark, met = (DARK,) * number, tuple(there)
        hold(session, office, month, 20, points=dark, attendances=met)
        for day in range(21, 26 - number):
            hold(session, office, month, day)


def test_no_few_are_left_beside_the_papers_of_precincts(database: Database) -> None:
    """The first precinct publishes each figure, five; the one of the second would be what is left.

    Both publish how many meetings they held: nothing is left of these.
    """
    precincts = makers.consolidate(database, *(invent_office(place) for place in range(5)))
    with database.write(Actor.PROGRAM) as session:
        first, second = (get_record(session, Office, uid).id for uid in precincts[:2])
        write_both_months(session, first, 5)
        write_both_months(session, second, 1)
        for uid in precincts[2:]:  # five precincts met: fewer would be told nothing
            other = get_record(session, Office, uid).id
            for day in range(1, 6):
                for month in (6, 8):
                    hold(session, other, month, day)
    reports: dict[UUID, date] = dict.fromkeys(precincts, SUMMER.last)
    plan = prepare_national_summary(database, SUMMER, DUE_ON, reports, publishable=True).plan

    assert plan.total.sessions == 33
    phone = [(row.now, row.before) for row in plan.channels if row.code == "ch.phone"]
    liberal = [(row.met, row.before) for row in plan.categories if row.code == "pt.liberal"]
    told = {
        "topics": "tp.6.1" in {row.code for row in plan.main},
        "channels": any(isinstance(number, int) for now in phone for number in now),
        "categories": any(isinstance(number, int) for now in liberal for number in now),
        "remarks": plan.communication.remarks is not None,
        "awareness": plan.communication.awareness is not None,
    }
    assert not [name for name, is_told in told.items() if is_told]
