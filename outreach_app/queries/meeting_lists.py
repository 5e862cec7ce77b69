"""The list of meetings, paged: ordered ids under filters, and rows by id."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.orm import Session

from outreach_app.i18n import Language, current
from outreach_app.models import Attendance, Meeting, Partner
from outreach_app.models.ordered_words import ordered_words
from outreach_app.queries.portions import WHOLE, Portion, is_of, read_portion
from outreach_app.queries.sorting import Key, rank_among, rank_by_label
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.statuses import MeetingStatus, ReviewState
from outreach_app.search.index import find_meetings, is_complete
from outreach_app.search.terms import Facet
from outreach_app.survivors import survivors

# The most meetings that a search by words lists; there may be older ones.
MAX_FOUND = 20_000


class MeetingOrder(StrEnum):
    """Sort orders; labels sort in the current language, statuses by their sequence."""

    SUBJECT = "subject"
    DAY = "day"
    KIND = "kind"
    NUMBER = "number"
    STATUS = "status"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class MeetingFilter:
    """A filter of the list; None and "" do not filter. Both days are included.

    `offices` are local ids, for headquarters. Each field except `text` and the days is also a facet
    of the search index.
    """

    text: str = ""
    status: str | None = None
    kind: str | None = None
    category: str | None = None
    channel: str | None = None
    review: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    offices: frozenset[OfficeId] | None = None


def list_meeting_ids(
    session: Session,
    wanted: MeetingFilter,
    order: MeetingOrder | None = None,
    *,
    is_descending: bool = False,
    portion: Portion = WHOLE,
) -> list[int]:
    """Return the local ids of the meetings in an order, newest first without one.

    A search by words lists the newest MAX_FOUND.
    """
    after = None if order is not None else _end_of_shown(session, portion)
    most_found = MAX_FOUND
    if after is not None:
        most_found = max(0, MAX_FOUND - portion.first)
        portion = Portion(0, portion.most)
    if wanted.text.strip():
        found = _found(session, wanted, _last_wanted(order, portion, most_found), after)
        if order is None:
            return found[portion.first :]
        listed = func.json_each(json.dumps(found)).table_valued("value")
        statement = select(Meeting.id).where(Meeting.id.in_(select(listed.c.value)))
    elif order is None and _may_be_rare(wanted) and is_complete(session):
        # The tables would be searched meeting by meeting for a long time.
        return _found(session, wanted, _last_wanted(order, portion), after)[portion.first :]
    else:
        statement = _narrowed(select(Meeting.id).where(~Meeting.is_deleted), wanted)
        if after is not None:
            statement = statement.where(tuple_(Meeting.held_on, Meeting.id) < after)
    if order is not None:
        by = _sorting(order)
        statement = statement.order_by(*(it.desc() if is_descending else it for it in by))
    statement = statement.order_by(Meeting.held_on.desc(), Meeting.id.desc())
    return read_portion(session, [statement], portion)


def _end_of_shown(session: Session, portion: Portion) -> tuple[date, int] | None:
    """Return the day and the id of the meeting before a portion; None if it is not known."""
    day = select(Meeting.held_on).where(Meeting.id == portion.after)
    held_on = None if portion.after is None else session.scalar(day)
    return None if held_on is None else (held_on, portion.after or 0)


def _may_be_rare(wanted: MeetingFilter) -> bool:
    """Return whether a filter may list a few of very many meetings, or none."""
    return wanted.category is not None or wanted.review is not None


def _last_wanted(
    order: MeetingOrder | None, portion: Portion, most: int | None = None
) -> int | None:
    """Return how many of the newest meetings are needed to show a portion, at most `most`."""
    if order is not None or portion.most is None:
        return most
    last = portion.first + portion.most
    return last if most is None else min(last, most)


def _found(
    session: Session,
    wanted: MeetingFilter,
    most: int | None,
    after: tuple[date, int] | None,
) -> list[int]:
    """Return the newest meetings after one that the index finds under the whole filter."""
    return find_meetings(
        session,
        wanted.text,
        most,
        filters=_facets(wanted),
        days=(wanted.first_day or date.min, wanted.last_day or date.max),
        after=after,
    )


def find_meeting_id(session: Session, uid: UUID) -> int | None:
    """Return the local id of a meeting, to find it in a list; None if it is deleted."""
    return session.scalar(select(Meeting.id).where(Meeting.uid == uid, ~Meeting.is_deleted))


def _sorting(order: MeetingOrder) -> Sequence[Key]:
    """Return the sort columns of an order."""
    match order:
        case MeetingOrder.SUBJECT:
            subjects = (Meeting.subject_ar, Meeting.subject_fr)
            own, other = subjects if current() is Language.ARABIC else reversed(subjects)
            # As the index of subjects has it: an office of headquarters lists very many.
            return (ordered_words(own, other),)
        case MeetingOrder.DAY:
            return Meeting.held_on, Meeting.starts_at
        case MeetingOrder.KIND:
            return (rank_by_label(Meeting.kind, "mt"),)
        case MeetingOrder.NUMBER:
            return Meeting.number_year, Meeting.number_sequence
        case MeetingOrder.STATUS:
            return (rank_among(Meeting.status, MeetingStatus),)
        case MeetingOrder.REVIEW:
            statuses = rank_among(Meeting.status, MeetingStatus)
            return rank_among(Meeting.review, ReviewState), statuses


def _facets(wanted: MeetingFilter) -> dict[Facet, Collection[str | int]]:
    """Return the filters as facets of the search index, which takes words and filters at once."""
    values = {
        Facet.STATUS: wanted.status,
        Facet.KIND: wanted.kind,
        Facet.CATEGORY: wanted.category,
        Facet.CHANNEL: wanted.channel,
        Facet.REVIEW: wanted.review,
    }
    facets: dict[Facet, Collection[str | int]] = {
        facet: (value,) for facet, value in values.items() if value is not None
    }
    return facets if wanted.offices is None else facets | {Facet.OFFICE: wanted.offices}


def _narrowed(statement: Select[int], wanted: MeetingFilter) -> Select[int]:
    if wanted.status is not None:
        statement = statement.where(Meeting.status == wanted.status)
    if wanted.kind is not None:
        statement = statement.where(Meeting.kind == wanted.kind)
    if wanted.channel is not None:
        statement = statement.where(Meeting.channel == wanted.channel)
    if wanted.review is not None:
        statement = statement.where(Meeting.review == wanted.review)
    if wanted.offices is not None:
        statement = statement.where(is_of(Meeting.office_id, wanted.offices))
    if wanted.first_day is not None:
        statement = statement.where(Meeting.held_on >= wanted.first_day)
    if wanted.last_day is not None:
        statement = statement.where(Meeting.held_on <= wanted.last_day)
    if wanted.category is not None:
        merged = survivors(Partner)
        met = func.coalesce(merged.c.survivor_id, Attendance.partner_id)
        present = (
            select(Attendance.id)
            .outerjoin(merged, merged.c.id == Attendance.partner_id)
            .join(Partner, Partner.id == met)
            .where(Attendance.meeting_id == Meeting.id, ~Attendance.is_deleted)
            .where(Partner.category == wanted.category)
        )
        # Checked for each meeting in turn, so that the store stops at the end of a portion.
        statement = statement.where(present.correlate(Meeting).exists())
    return statement
