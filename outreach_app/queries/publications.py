"""Rows of publications."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from outreach_app.models import Publication, Reading
from outreach_app.queries.records import get_own_office
from outreach_app.queries.sorting import (
    Orders,
    Sorting,
    in_own_language,
    office_name,
    rank_by_label,
    sorted_by,
)
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.search.index import FoundKind, find_names
from outreach_app.vocabulary import rank

Columns = TypeVarTuple("Columns")
MAX_TITLES = 500


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """A publication in a list; `office` is the local id of the office that issued it."""

    uid: UUID
    reference: str | None
    kind: str
    published_on: date
    published_at: time | None
    since_on: date | None
    title: Bilingual
    text: Bilingual
    topic: str | None
    channels: tuple[str, ...]
    address: str | None
    issuer: str | None
    count: int
    office: OfficeId
    version: str


@dataclass(frozen=True, slots=True)
class PublicationFilter:
    """A filter of the list; None and "" do not filter.

    `topic` can be a whole axis (`tp.6`), `offices` are local ids, `published_in` includes both
    days, `is_read` takes those with a reading.
    """

    text: str = ""
    kind: str | None = None
    channel: str | None = None
    topic: str | None = None
    published_in: Period | None = None
    is_read: bool = False
    offices: frozenset[OfficeId] | None = None


def list_publications(session: Session, limit: int | None = None) -> list[PublicationRow]:
    """Return the publications, newest first."""
    ids = select_publications(session, PublicationFilter()).limit(limit)
    statement = _newest_first(select(Publication).where(Publication.id.in_(ids)))
    return [publication_row(publication) for publication in session.scalars(statement)]


_ORDERS: Orders = {
    "words": lambda: (
        in_own_language(Publication.title_ar, Publication.title_fr),
        rank_by_label(Publication.kind, "pb"),
    ),
    "kind": lambda: (rank_by_label(Publication.kind, "pb"),),
    "day": lambda: (Publication.published_on, Publication.published_at),
    "count": lambda: (Publication.count,),
    "office": lambda: (office_name(Publication.office_id),),
}


def list_publication_ids(
    session: Session, wanted: PublicationFilter, sorting: Sorting | None = None
) -> list[int]:
    """Return the local ids of the publications, newest first."""
    return list(session.scalars(select_publications(session, wanted, sorting)))


def list_publication_titles(session: Session, kept: UUID | None) -> dict[UUID, Bilingual]:
    """Return the titles of this office's last publications by uid, newest first.

    Totals have none; `kept` is included however old it is.
    """
    own = get_own_office(session).id
    statement = _newest_first(
        select(Publication).where(Publication.office_id == own, Publication.count == 1)
    )
    shown = statement.where(~Publication.is_deleted)
    found = list(session.scalars(shown.limit(MAX_TITLES)))
    if kept is not None and all(each.uid != kept for each in found):
        found += session.scalars(shown.where(Publication.uid == kept))
    return {each.uid: Bilingual(each.title_ar, each.title_fr) for each in found}


def list_publications_by_id(session: Session, ids: Iterable[int]) -> dict[int, PublicationRow]:
    """Return the rows of publications by local id, without deleted ones."""
    statement = select(Publication).where(Publication.id.in_(list(ids)), ~Publication.is_deleted)
    return {row.id: publication_row(row) for row in session.scalars(statement)}


def select_publications(
    session: Session, wanted: PublicationFilter, sorting: Sorting | None = None
) -> Select[int]:
    """Select the local ids of the publications of a filter, newest first."""
    found = select(Publication.id).where(*_conditions(session, wanted))
    return _newest_first(sorted_by(found, _ORDERS, sorting))


def count_publications(
    session: Session, period: Period, offices: frozenset[OfficeId] | None
) -> dict[str, int]:
    """Count the publications of some offices in a period, by kind in the order of the list."""
    counted = select(Publication.kind, func.sum(Publication.count)).group_by(Publication.kind)
    wanted = PublicationFilter(published_in=period, offices=offices)
    found = session.execute(counted.where(*_conditions(session, wanted))).all()
    counts: dict[str, int] = dict(sorted(found, key=lambda row: rank(row[0])))
    return counts


def find_first_published(
    session: Session, period: Period, offices: frozenset[OfficeId] | None
) -> date | None:
    """Return when the totals of a period began to come out, if that was before it; else None."""
    wanted = PublicationFilter(published_in=period, offices=offices)
    earlier = Publication.since_on < period.first
    first = select(func.min(Publication.since_on)).where(*_conditions(session, wanted), earlier)
    return session.scalar(first)


def publication_row(publication: Publication) -> PublicationRow:
    """Return the row of a publication."""
    return PublicationRow(
        uid=publication.uid,
        reference=publication.reference,
        kind=publication.kind,
        published_on=publication.published_on,
        published_at=publication.published_at,
        since_on=publication.since_on,
        title=Bilingual(publication.title_ar, publication.title_fr),
        text=Bilingual(publication.text_ar, publication.text_fr),
        topic=publication.topic,
        channels=publication.channels,
        address=publication.address,
        issuer=publication.issuer,
        count=publication.count,
        office=OfficeId(publication.office_id),
        version=publication.version,
    )


def _newest_first(statement: Select[*Columns]) -> Select[*Columns]:
    return statement.order_by(Publication.published_on.desc(), Publication.id.desc())


def _conditions(session: Session, wanted: PublicationFilter) -> Iterator[ColumnElement[bool]]:
    yield ~Publication.is_deleted
    if wanted.text.strip():
        found = find_names(session, wanted.text, kinds=[FoundKind.PUBLICATION])
        yield Publication.id.in_([hit.record_id for hit in found])
    if wanted.kind is not None:
        yield Publication.kind == wanted.kind
    if wanted.channel is not None:
        # The codes are separated by spaces: each is matched with a space on both sides.
        yield (" " + Publication.channels + " ").contains(f" {wanted.channel} ", autoescape=True)
    if wanted.topic is not None:
        axis = Publication.topic.startswith(f"{wanted.topic}.", autoescape=True)
        yield (Publication.topic == wanted.topic) | axis
    if wanted.published_in is not None:
        yield Publication.published_on.between(wanted.published_in.first, wanted.published_in.last)
    if wanted.is_read:
        yield Publication.readings.any(~Reading.is_deleted)
    if wanted.offices is not None:
        yield Publication.office_id.in_(wanted.offices)
