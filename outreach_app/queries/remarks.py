"""Rows of remarks, i.e. points received outside meetings."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import Partner, Point, Publication
from outreach_app.models.sources import day_of
from outreach_app.queries.attendances import RAISED_BY, PartnerName, partners_of
from outreach_app.queries.point_lists import reaction_rank
from outreach_app.queries.points import Reacted
from outreach_app.queries.sorting import (
    Orders,
    Sorting,
    office_name,
    rank_by_label,
    sorted_by,
    written_words,
)
from outreach_app.rules.document_numbers import DocumentNumber
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import PointState
from outreach_app.search.index import FoundKind, find_names
from outreach_app.survivors import group_ids

Columns = TypeVarTuple("Columns")


@dataclass(frozen=True, slots=True)
class RemarkRow(Reacted):
    """A remark in a list; `number` is the one given to the person for later questions.

    `channel` is `rv.*`, `partners` the organisation on whose behalf it was made, if any,
    `publication` the one it is about; `replied_on` is when headquarters last answered it.
    """

    uid: UUID
    reference: None
    number: str
    received_on: date
    received_at: time | None
    channel: str | None
    kind: str
    topic: str
    text: str | None
    language: str | None
    translation: str | None
    reaction: str | None
    reply: str | None
    state: str
    given_on: date | None
    given_to: str | None
    given_how: str | None
    closed_on: date | None
    replied_on: date | None
    partners: tuple[PartnerName, ...]
    rumour: UUID | None
    publication: UUID | None
    publication_title: Bilingual
    office: OfficeId
    version: str


@dataclass(frozen=True, slots=True)
class RemarkFilter:
    """A filter of the list; None and "" do not filter.

    `topic` can be a whole axis (`tp.6`), `offices` are local ids, `received_in` includes both days.
    """

    text: str = ""
    state: str | None = None
    channel: str | None = None
    kind: str | None = None
    topic: str | None = None
    publication: UUID | None = None
    received_in: Period | None = None
    offices: frozenset[OfficeId] | None = None


def list_remarks(session: Session, limit: int | None = None) -> list[RemarkRow]:
    """Return the remarks, last received first."""
    statement = _newest_first(_rows().where(~Point.is_deleted)).limit(limit)
    return [remark_row(point) for point in session.scalars(statement)]


_ORDERS: Orders = {
    "words": lambda: (
        written_words(Point.text, Point.translation, Point.language),
        rank_by_label(Point.topic, "tp"),
    ),
    "topic": lambda: (rank_by_label(Point.topic, "tp"),),
    "day": lambda: (Point.received_on, Point.received_at),
    "channel": lambda: (rank_by_label(Point.received_through, "rv"),),
    "state": lambda: (reaction_rank(),),
    "office": lambda: (office_name(Point.office_id),),
}


def list_remark_ids(
    session: Session, wanted: RemarkFilter, sorting: Sorting | None = None
) -> list[int]:
    """Return the local ids of the remarks, in their order."""
    return list(session.scalars(select_remarks(session, wanted, sorting)))


def select_remarks(
    session: Session, wanted: RemarkFilter, sorting: Sorting | None = None
) -> Select[int]:
    """Select the local ids, last received first; with the state RECEIVED, oldest first."""
    statement = sorted_by(select(Point.id).where(*_conditions(session, wanted)), _ORDERS, sorting)
    if wanted.state == PointState.RECEIVED:
        return statement.order_by(Point.received_on, Point.received_at, Point.id)
    return _newest_first(statement)


def list_remarks_by_id(session: Session, ids: Iterable[int]) -> dict[int, RemarkRow]:
    """Return the rows of remarks by local id, without deleted ones."""
    statement = _rows().where(Point.id.in_(list(ids)), ~Point.is_deleted)
    return {point.id: remark_row(point) for point in session.scalars(statement)}


def count_remarks_on(session: Session, publication: UUID) -> int:
    """Count the remarks about a publication."""
    statement = select_remarks(session, RemarkFilter(publication=publication)).order_by(None)
    return session.scalar(select(func.count()).select_from(statement.subquery())) or 0


def get_remark(session: Session, uid: UUID) -> RemarkRow:
    """Return the row of a remark, deleted or not. Raises NotFound."""
    point = session.scalars(_rows().where(Point.uid == uid)).one_or_none()
    if point is None:
        raise NotFound(_("There is no such record: {uid}.").format(uid=uid))
    return remark_row(point)


def is_remark() -> ColumnElement[bool]:
    """Return the condition that a point was received outside a meeting."""
    # The first condition is the one of their partial index.
    return and_(Point.received_on.is_not(None), Point.meeting_id.is_(None))


def list_promised_remarks(
    session: Session, partners: Collection[UUID], before: date
) -> Sequence[Point]:
    """Return the remarks of these partners, received before a day, on which something was promised.

    The oldest come first.
    """
    statement = (
        select(Point)
        .where(Point.raised_by_id.in_(group_ids(session, Partner, partners)), is_remark())
        .where(Point.received_on < before, ~Point.is_deleted, Point.commitments.any())
        .options(RAISED_BY, *map(selectinload, (Point.commitments, Point.referrals)))
        .order_by(Point.received_on, Point.id)
    )
    return session.scalars(statement).all()


def find_last_remark_number(session: Session, office_id: int, year: int, station: str) -> int:
    """Return the last number that a station gave in a year, or 0; deleted remarks count."""
    statement = select(func.max(Point.number_sequence)).where(
        Point.office_id == office_id, Point.number_year == year, Point.number_station == station
    )
    return session.scalar(statement) or 0


def remark_number(point: Point) -> str:
    """Return `07/2026`, or `07-B/2026` from a second PC; "" without a number."""
    if point.number_sequence is None:
        return ""
    number = DocumentNumber(
        "", point.number_year or 0, point.number_sequence, point.number_station or ""
    )
    return str(number)


def remark_row(point: Point) -> RemarkRow:
    """Return the row of a remark."""
    commented = point.publication
    if commented is not None and commented.is_deleted:
        commented = None
    days = (reply.replied_on for reply in point.replies if not reply.is_deleted)
    return RemarkRow(
        uid=point.uid,
        reference=None,
        number=remark_number(point),
        received_on=day_of(point),
        received_at=point.received_at,
        channel=point.received_through,
        kind=point.kind,
        topic=point.topic,
        text=point.text,
        language=point.language,
        translation=point.translation,
        reaction=point.reaction,
        reply=point.reply,
        state=point.state,
        given_on=point.given_on,
        given_to=point.given_to,
        given_how=point.given_how,
        closed_on=point.closed_on,
        replied_on=max(days, default=None),
        partners=partners_of(point),
        rumour=point.rumour.uid if point.rumour else None,
        publication=commented.uid if commented else None,
        publication_title=Bilingual(commented.title_ar, commented.title_fr)
        if commented
        else Bilingual(None, None),
        office=OfficeId(point.office_id),
        version=point.version,
    )


def _rows() -> Select[Point]:
    linked = (joinedload(Point.rumour), joinedload(Point.publication))
    options = (*linked, RAISED_BY, selectinload(Point.replies))
    return select(Point).options(*options).where(is_remark())


def _newest_first(statement: Select[*Columns]) -> Select[*Columns]:
    return statement.order_by(Point.received_on.desc(), Point.id.desc())


def _conditions(session: Session, wanted: RemarkFilter) -> Iterator[ColumnElement[bool]]:
    yield from (is_remark(), ~Point.is_deleted)
    if wanted.text.strip():
        found = find_names(session, wanted.text, kinds=[FoundKind.REMARK])
        yield Point.id.in_([hit.record_id for hit in found])
    if wanted.state is not None:
        yield Point.state == wanted.state
    if wanted.channel is not None:
        yield Point.received_through == wanted.channel
    if wanted.kind is not None:
        yield Point.kind == wanted.kind
    if wanted.topic is not None:
        axis = Point.topic.startswith(f"{wanted.topic}.", autoescape=True)
        yield (Point.topic == wanted.topic) | axis
    if wanted.publication is not None:
        yield Point.publication.has(Publication.uid == wanted.publication)
    if wanted.received_in is not None:
        yield Point.received_on.between(wanted.received_in.first, wanted.received_in.last)
    if wanted.offices is not None:
        # Not the bare column: SQLite would read every point of the office, and few are remarks.
        yield (Point.office_id + 0).in_(wanted.offices)
