"""The work of a day: meetings, what falls due, who waits for an answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from outreach_app.models import Identity, Meeting, Partner, Person, Point, Record, Referral, Rumour
from outreach_app.queries.claims import ClaimRow, list_claims_by_id, waiting_claims
from outreach_app.queries.commitment_lists import (
    CommitmentFilter,
    list_commitments_by_id,
    select_commitments,
)
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.meetings import MeetingRow, list_meetings_by_id
from outreach_app.queries.partner_lists import select_partners_not_met
from outreach_app.queries.partners import PartnerRow, list_partners_by_id
from outreach_app.queries.people import PersonRow, list_people_by_id
from outreach_app.queries.point_lists import PointFilter, list_points_by_id, select_points
from outreach_app.queries.points import PointRow
from outreach_app.queries.records import get_own_office
from outreach_app.queries.referral_lists import (
    ReferralFilter,
    list_referrals_by_id,
    select_unanswered,
)
from outreach_app.queries.referrals import ReferralRow
from outreach_app.queries.remarks import (
    RemarkFilter,
    RemarkRow,
    list_remarks_by_id,
    select_remarks,
)
from outreach_app.queries.reviews import QuestionRow, list_questions_by_id, waiting_questions
from outreach_app.queries.rumours import (
    RumourFilter,
    RumourRow,
    list_rumours_by_id,
    select_rumours,
)
from outreach_app.queries.trash import ForgottenRow, list_forgotten
from outreach_app.rules.dates import add_months
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.statuses import MeetingStatus, PointState
from outreach_app.survivors import is_shown

# The page of the day shows the first few of each, to fit the window; their own page shows all.
FEW, COMMITMENTS = 4, 8
SOON = timedelta(days=7)

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class Begun:
    """Hold what the register has at all: of what it never had, nothing is said to be in order."""

    register: bool
    meetings: bool
    points: bool
    referrals: bool
    informed: bool


@dataclass(frozen=True, slots=True)
class Today:
    """The first rows of each list, each with the number of all.

    `meetings` are all of the day, `coming` those of the six days after it; `forgotten` are all
    names moved to the trash.
    """

    day: date
    begun: Begun
    meetings: tuple[MeetingRow, ...]
    coming: tuple[MeetingRow, ...]
    commitments: tuple[CommitmentRow, ...]
    commitment_count: int
    points: tuple[PointRow, ...]
    point_count: int
    referrals: tuple[ReferralRow, ...]
    referral_count: int
    partners: tuple[PartnerRow, ...]
    partner_count: int
    people: tuple[PersonRow, ...]
    people_count: int
    forgotten: tuple[ForgottenRow, ...]
    rumours: tuple[RumourRow, ...]
    rumour_count: int
    remarks: tuple[RemarkRow, ...]
    remark_count: int
    claims: tuple[ClaimRow, ...]
    claim_count: int
    questions: tuple[QuestionRow, ...]
    question_count: int


def get_today(session: Session, day: date, months: int) -> Today:
    """Return the work of a day; a partner not met for `months` months is due."""
    late = select_commitments(CommitmentFilter("open", last_due=day + SOON), day)
    commitments, commitment_count = _first(session, late, COMMITMENTS)
    points, point_count = _first(session, waiting_points(session))
    waiting = select_unanswered(ReferralFilter())
    referrals, referral_count = _first(session, waiting)
    unseen = select_partners_not_met(add_months(day, -months))
    partners, partner_count = _first(session, unseen)
    people, people_count = _first(session, people_to_inform())
    rumours, rumour_count = _first(session, waiting_rumours(session))
    remarks, remark_count = _first(session, waiting_remarks(session))
    claims, claim_count = _first(session, waiting_claims(session))
    questions, question_count = _first(session, waiting_questions(session))
    return Today(
        day=day,
        begun=_begun(session),
        meetings=_meetings(session, day, day),
        coming=_meetings(session, day + timedelta(days=1), day + timedelta(days=6)),
        commitments=_rows(session, commitments, partial(list_commitments_by_id, today=day)),
        commitment_count=commitment_count,
        points=_rows(session, points, list_points_by_id),
        point_count=point_count,
        referrals=_rows(session, referrals, list_referrals_by_id),
        referral_count=referral_count,
        partners=_rows(session, partners, list_partners_by_id),
        partner_count=partner_count,
        people=_rows(session, people, list_people_by_id),
        people_count=people_count,
        forgotten=tuple(list_forgotten(session)),
        rumours=_rows(session, rumours, list_rumours_by_id),
        rumour_count=rumour_count,
        remarks=_rows(session, remarks, list_remarks_by_id),
        remark_count=remark_count,
        claims=_rows(session, claims, list_claims_by_id),
        claim_count=claim_count,
        questions=_rows(session, questions, list_questions_by_id),
        question_count=question_count,
    )


def _begun(session: Session) -> Begun:
    """Return what was ever recorded, without reading more than the last of each."""
    informed = select(Person.id).where(Person.informed_on.is_not(None), ~Person.is_deleted)
    return Begun(
        register=_has(session, Partner) or _has(session, Meeting),
        meetings=_has(session, Meeting),
        points=_has(session, Point),
        referrals=_has(session, Referral),
        informed=session.scalar(informed.limit(1)) is not None,
    )


def _has(session: Session, noun: type[Record]) -> bool:
    return session.scalar(select(func.max(noun.id))) is not None


def _first(session: Session, ids: Select[int], most: int = FEW) -> tuple[list[int], int]:
    """Return the first few ids and the count of all, from the same query."""
    found = session.execute(ids.add_columns(func.count().over()).limit(most)).all()
    return [record_id for record_id, _count in found], found[0][1] if found else 0


def _rows(
    session: Session, ids: list[int], read: Callable[[Session, list[int]], Mapping[int, RowT]]
) -> tuple[RowT, ...]:
    """Return the rows of some ids in their order; without ids, run no query."""
    rows = read(session, ids) if ids else {}
    return tuple(rows[record_id] for record_id in ids)


def _meetings(session: Session, first: date, last: date) -> tuple[MeetingRow, ...]:
    statement = (
        select(Meeting.id)
        .where(
            ~Meeting.is_deleted,
            Meeting.status.not_in((MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)),
        )
        .where(Meeting.held_on >= first, Meeting.held_on <= last)
        .order_by(Meeting.held_on, Meeting.starts_at.is_(None), Meeting.starts_at, Meeting.id)
    )
    ids = list(session.scalars(statement))
    return _rows(session, ids, list_meetings_by_id)


def waiting_rumours(session: Session) -> Select[int]:
    """Select the rumours of this office on which somebody still has to act, urgent first."""
    own = frozenset({OfficeId(get_own_office(session).id)})
    waiting = select_rumours(session, RumourFilter(is_open=True, offices=own)).order_by(None)
    return waiting.order_by(Rumour.is_urgent.desc(), Rumour.heard_on, Rumour.id)


def waiting_points(session: Session) -> Select[int]:
    """Select the points of meetings without a reaction, oldest first.

    One that is followed as a rumour waits with it, and is not counted twice.
    """
    unanswered = select_points(PointFilter(PointState.RECEIVED))
    return unanswered.where(Point.id.not_in(_waiting_as_rumours(session)))


def waiting_remarks(session: Session) -> Select[int]:
    """Select the remarks of this office without a reaction, oldest first, likewise."""
    own = frozenset({OfficeId(get_own_office(session).id)})
    unanswered = select_remarks(session, RemarkFilter(state=PointState.RECEIVED, offices=own))
    return unanswered.where(Point.id.not_in(_waiting_as_rumours(session)))


def _waiting_as_rumours(session: Session) -> Select[int]:
    return select(Point.id).where(Point.rumour_id.in_(waiting_rumours(session).order_by(None)))


def people_to_inform() -> Select[int]:
    """Select the people not informed yet that a card is kept of them, first due first (rule L6).

    Somebody without a name here, erased or in the trash, is left out; who no longer speaks for a
    partner is not, as the name is kept.
    """
    return (
        select(Person.id)
        .where(is_shown(Person), Person.informed_on.is_(None))
        .where(_is_name_kept())
        .order_by(Person.inform_by.is_(None), Person.inform_by, Person.id)
    )


def mandates_ended(until: date) -> Select[int]:
    """Select the people whose mandate ends until a day, the first to end first.

    Somebody without a name here, erased or in the trash, is left out.
    """
    return (
        select(Person.id)
        .where(is_shown(Person), Person.is_active, Person.mandate_until <= until)
        .where(_is_name_kept())
        .order_by(Person.mandate_until, Person.id)
    )


def _is_name_kept() -> ColumnElement[bool]:
    """Return whether the name of a person is kept, be it shown to the account or not."""
    kept = Identity.__table__  # rows of the entity are left out for who sees no names
    return select(kept.c.id).where(kept.c.person_id == Person.id, ~kept.c.is_deleted).exists()
