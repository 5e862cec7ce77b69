"""The list of referrals as a window pages it: ordered ids under filters, rows by id."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Referral
from outreach_app.queries.attendances import PARTNERS_PRESENT, RAISED_BY
from outreach_app.queries.meetings import held_in
from outreach_app.queries.referrals import ReferralRow, referral_row
from outreach_app.queries.sources import is_source_kept
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period


@dataclass(frozen=True, slots=True)
class ReferralFilter:
    """What the list is narrowed to; None narrows nothing; `offices` are local ids.

    `held_in` is when the meeting of the referral was held.
    """

    is_answered: bool | None = None
    destination: str | None = None
    offices: frozenset[OfficeId] | None = None
    held_in: Period | None = None


def list_referral_ids(session: Session, wanted: ReferralFilter) -> list[int]:
    """Return the local ids of the referrals, in their order."""
    return list(session.scalars(select_referrals(wanted)))


def select_referrals(wanted: ReferralFilter) -> Select[int]:
    """Select the local ids: those without an answer, oldest first, then the newest."""
    is_answered = Referral.answered_on.is_not(None)
    statement = (
        select(Referral.id)
        .outerjoin(Referral.meeting)
        .outerjoin(Referral.point)
        .where(~Referral.is_deleted, is_source_kept())
        .order_by(is_answered, Referral.answered_on.desc(), Referral.sent_on, Referral.id)
    )
    if wanted.is_answered is not None:
        statement = statement.where(is_answered if wanted.is_answered else ~is_answered)
    if wanted.destination is not None:
        statement = statement.where(Referral.destination == wanted.destination)
    if wanted.offices is not None:
        statement = statement.where(Referral.office_id.in_(wanted.offices))
    if wanted.held_in is not None:
        statement = statement.where(*held_in(wanted.held_in))
    return statement


def list_referrals_by_id(session: Session, ids: Iterable[int]) -> dict[int, ReferralRow]:
    """Return the rows of referrals, by local id; leave out deleted ones."""
    statement = (
        select(Referral)
        .options(
            joinedload(Referral.meeting).options(PARTNERS_PRESENT),
            joinedload(Referral.point).options(RAISED_BY),
        )
        .where(Referral.id.in_(list(ids)), ~Referral.is_deleted)
    )
    return {row.id: referral_row(row) for row in session.scalars(statement)}
