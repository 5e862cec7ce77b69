"""What the day asks for: who is met, what falls due, who waits for an answer."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from outreach_app.models import Attendance, Meeting, Partner, Person
from outreach_app.queries.commitment_lists import (
    CommitmentFilter,
    list_commitment_ids,
    list_commitments_by_id,
)
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.meetings import MeetingRow, list_meetings_by_id
from outreach_app.queries.partners import PartnerRow, list_partners_by_id
from outreach_app.queries.people import PersonRow, list_people_by_id
from outreach_app.queries.point_lists import PointFilter, list_point_ids, list_points_by_id
from outreach_app.queries.points import PointRow
from outreach_app.queries.referral_lists import (
    ReferralFilter,
    list_referral_ids,
    list_referrals_by_id,
)
from outreach_app.queries.referrals import ReferralRow
from outreach_app.rules.dates import add_months
from outreach_app.rules.statuses import PointState
from outreach_app.survivors import is_shown, survivors

# A day shows the first few of each; their page shows the rest.
SHOWN = 8
SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PartnerNotMet:
    """A partner and the last day it was met; None for one that never was."""

    row: PartnerRow
    last_met: date | None


@dataclass(frozen=True, slots=True)
class Today:
    """The first `SHOWN` rows of each list and, beside them, how many there are in all.

    `meetings` are all of the day, `coming` those of the six days after it.
    """

    day: date
    meetings: tuple[MeetingRow, ...]
    coming: tuple[MeetingRow, ...]
    commitments: tuple[CommitmentRow, ...]
    commitment_count: int
    points: tuple[PointRow, ...]
    point_count: int
    referrals: tuple[ReferralRow, ...]
    referral_count: int
    partners: tuple[PartnerNotMet, ...]
    partner_count: int
    people: tuple[PersonRow, ...]
    people_count: int


def get_today(session: Session, day: date, months: int) -> Today:
    """What one day asks for; a partner is due when it was not met for that many months."""
    due = list_commitment_ids(session, CommitmentFilter("open", last_due=day + SOON), day)
    points = list_point_ids(session, PointFilter(PointState.RECEIVED))
    referrals = list_referral_ids(session, ReferralFilter(is_answered=False))
    partners = list_partners_not_met(session, add_months(day, -months))
    people = list(session.scalars(_people_to_inform()))
    commitment_rows = list_commitments_by_id(session, due[:SHOWN], day)
    point_rows = list_points_by_id(session, points[:SHOWN])
    referral_rows = list_referrals_by_id(session, referrals[:SHOWN])
    people_rows = list_people_by_id(session, people[:SHOWN])
    return Today(
        day=day,
        meetings=_meetings(session, day, day),
        coming=_meetings(session, day + timedelta(days=1), day + timedelta(days=6)),
        commitments=tuple(commitment_rows[record_id] for record_id in due[:SHOWN]),
        commitment_count=len(due),
        points=tuple(point_rows[record_id] for record_id in points[:SHOWN]),
        point_count=len(points),
        referrals=tuple(referral_rows[record_id] for record_id in referrals[:SHOWN]),
        referral_count=len(referrals),
        partners=tuple(partners[:SHOWN]),
        partner_count=len(partners),
        people=tuple(people_rows[record_id] for record_id in people[:SHOWN]),
        people_count=len(people),
    )


def list_partners_not_met(session: Session, since: date) -> list[PartnerNotMet]:
    """The active partners not met on or after a day, the longest unseen first."""
    merged = survivors(Partner)
    met = func.coalesce(merged.c.survivor_id, Attendance.partner_id).label("partner_id")
    last_met = (
        select(met, func.max(Meeting.held_on).label("day"))
        .join(Attendance.meeting)
        .outerjoin(merged, merged.c.id == Attendance.partner_id)
        .where(
            Meeting.status == "held",
            ~Meeting.is_deleted,
            Attendance.is_present,
            ~Attendance.is_deleted,
        )
        .group_by(met)
        .subquery()
    )
    statement = (
        select(Partner.id, last_met.c.day)
        .outerjoin(last_met, last_met.c.partner_id == Partner.id)
        .where(is_shown(Partner), Partner.is_active)
        .where(last_met.c.day.is_(None) | (last_met.c.day < since))
        .order_by(last_met.c.day.is_(None), last_met.c.day, Partner.id)
    )
    found = session.execute(statement).all()
    rows = list_partners_by_id(session, [record_id for record_id, _day in found])
    return [PartnerNotMet(rows[record_id], day) for record_id, day in found]


def _meetings(session: Session, first: date, last: date) -> tuple[MeetingRow, ...]:
    statement = (
        select(Meeting.id)
        .where(~Meeting.is_deleted, Meeting.status.not_in(("cancelled", "postponed")))
        .where(Meeting.held_on >= first, Meeting.held_on <= last)
        .order_by(Meeting.held_on, Meeting.starts_at.is_(None), Meeting.starts_at, Meeting.id)
    )
    ids = list(session.scalars(statement))
    rows = list_meetings_by_id(session, ids)
    return tuple(rows[record_id] for record_id in ids)


def _people_to_inform() -> Select[int]:
    """L6: those not told yet that a card is kept of them, the first due first."""
    return (
        select(Person.id)
        .where(is_shown(Person), Person.is_active, Person.informed_on.is_(None))
        .order_by(Person.inform_by.is_(None), Person.inform_by, Person.id)
    )
