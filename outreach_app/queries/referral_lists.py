"""The list of referrals, paged: ordered ids under filters, and rows by id."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Referral
from outreach_app.queries.attendances import PARTNERS_PRESENT, RAISED_BY
from outreach_app.queries.meetings import held_in
from outreach_app.queries.portions import WHOLE, Portion, is_of, read_portion
from outreach_app.queries.referrals import ReferralRow, referral_row
from outreach_app.queries.sorting import Orders, Sorting, office_name, rank_by_label, sorted_by
from outreach_app.queries.sources import is_source_kept
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period


@dataclass(frozen=True, slots=True)
class ReferralFilter:
    """A filter of the list; None does not filter; `offices` are local ids.

    `held_in` is when the meeting of the referral was held.
    """

    is_answered: bool | None = None
    destination: str | None = None
    offices: frozenset[OfficeId] | None = None
    held_in: Period | None = None


_ORDERS: Orders = {
    "topic": lambda: (rank_by_label(Referral.topic, "tp"),),
    "destination": lambda: (rank_by_label(Referral.destination, "rf"),),
    "sent": lambda: (Referral.sent_on,),
    "state": lambda: (Referral.answered_on.is_not(None), Referral.answered_on),
    "office": lambda: (office_name(Referral.office_id),),
}


def list_referral_ids(
    session: Session,
    wanted: ReferralFilter,
    portion: Portion = WHOLE,
    sorting: Sorting | None = None,
) -> list[int]:
    """Return the local ids of the referrals: those without an answer first."""
    if sorting is not None:
        by_column = sorted_by(_select(wanted), _ORDERS, sorting).order_by(Referral.id)
        return read_portion(session, [by_column], portion)
    answers = (False, True) if wanted.is_answered is None else (wanted.is_answered,)
    parts = [_in_order(wanted, is_answered=answer) for answer in answers]
    return read_portion(session, parts, portion)


def select_unanswered(wanted: ReferralFilter) -> Select[int]:
    """Select the local ids of those without an answer, oldest first."""
    return _in_order(wanted, is_answered=False)


def _in_order(wanted: ReferralFilter, *, is_answered: bool) -> Select[int]:
    statement = _select(replace(wanted, is_answered=is_answered))
    if is_answered:
        newest_first = (Referral.answered_on, Referral.sent_on, Referral.id)
        return statement.order_by(*(day.desc() for day in newest_first))
    return statement.order_by(Referral.sent_on, Referral.id)


def _select(wanted: ReferralFilter) -> Select[int]:
    statement = select(Referral.id).where(~Referral.is_deleted, is_source_kept(Referral))
    if wanted.is_answered is not None:
        has_answer = Referral.answered_on.is_not(None)
        statement = statement.where(has_answer if wanted.is_answered else ~has_answer)
    if wanted.destination is not None:
        statement = statement.where(Referral.destination == wanted.destination)
    if wanted.offices is not None:
        statement = statement.where(is_of(Referral.office_id, wanted.offices))
    if wanted.held_in is not None:
        statement = statement.join(Referral.meeting).where(*held_in(wanted.held_in))
    return statement


def list_referrals_by_id(session: Session, ids: Iterable[int]) -> dict[int, ReferralRow]:
    """Return the rows of referrals by local id, without deleted ones."""
    statement = (
        select(Referral)
        .options(
            joinedload(Referral.meeting).options(PARTNERS_PRESENT),
            joinedload(Referral.point).options(RAISED_BY),
        )
        .where(Referral.id.in_(list(ids)), ~Referral.is_deleted)
    )
    return {row.id: referral_row(row) for row in session.scalars(statement)}
