"""Rows of readings, and the engagement of a period."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from operator import itemgetter
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, literal, or_, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Publication, Reading
from outreach_app.queries.publications import PublicationFilter, select_publications
from outreach_app.queries.sorting import (
    Key,
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
from outreach_app.rules.readings import PARTS, interactions_of, last_interactions


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A reading in a list; `interactions` are the source's own number, or else its parts added.

    It belongs to a publication, by uid and title, or to an account (`pc.*`).
    """

    uid: UUID
    reference: None
    publication: UUID | None
    title: Bilingual
    account: str | None
    read_on: date
    read_at: time | None
    source: str | None
    views: int | None
    reactions: int | None
    comments: int | None
    shares: int | None
    interactions: int | None
    followers: int | None
    is_at_least: bool
    office: OfficeId
    version: str


@dataclass(frozen=True, slots=True)
class ReadingFilter:
    """A filter of the list; None does not filter."""

    account: str | None = None
    offices: frozenset[OfficeId] | None = None


@dataclass(frozen=True, slots=True)
class TopPublication:
    """The publication with most interactions."""

    title: Bilingual
    interactions: int


@dataclass(frozen=True, slots=True)
class Followers:
    """The followers of an account on a day, and their growth since another; None for the first.

    `at_least` if the source says « more than ».
    """

    account: str
    count: int
    at_least: bool
    growth: int | None
    since: date | None
    read_on: date


@dataclass(frozen=True, slots=True)
class Engagement:
    """The interactions with the publications of a period, as last read by its end.

    None if nothing was read; `read` and `unread` count the publications with and without a reading,
    the first and last of which are of `first_read_on` and `read_on`.
    """

    interactions: int | None
    at_least: bool
    read: int
    unread: int
    top: TopPublication | None
    followers: tuple[Followers, ...]
    read_on: date | None = None
    first_read_on: date | None = None


def list_readings(session: Session, limit: int | None = None) -> list[ReadingRow]:
    """Return the readings, newest first."""
    ids = list(session.scalars(select_readings(ReadingFilter()).limit(limit)))
    rows = list_readings_by_id(session, ids)
    return [rows[each] for each in ids]


def list_reading_ids(
    session: Session, wanted: ReadingFilter, sorting: Sorting | None = None
) -> list[int]:
    """Return the local ids of the readings, newest first."""
    return list(session.scalars(select_readings(wanted, sorting)))


def list_readings_by_id(session: Session, ids: Iterable[int]) -> dict[int, ReadingRow]:
    """Return the rows of readings by local id, without deleted ones."""
    statement = _select().where(Reading.id.in_(list(ids)))
    return {row.id: _row(row) for row in session.scalars(statement)}


def _title() -> Key:
    """Return the title of a reading's publication, to sort by."""
    title = select(in_own_language(Publication.title_ar, Publication.title_fr))
    return title.where(Publication.id == Reading.publication_id).scalar_subquery()


def _interactions() -> Key:
    """Return `interactions_of` a reading, as a column."""
    parts = [getattr(Reading, name) for name in PARTS]
    is_read = or_(*(part.is_not(None) for part in parts))
    added = sum((func.coalesce(part, 0) for part in parts), literal(0))
    return func.coalesce(Reading.interactions, case((is_read, added)))


_ORDERS: Orders = {
    "words": lambda: (_title(), rank_by_label(Reading.account, "pc")),
    "day": lambda: (Reading.read_on, Reading.read_at),
    "interactions": lambda: (_interactions(),),
    "views": lambda: (Reading.views,),
    "followers": lambda: (Reading.followers,),
    "office": lambda: (office_name(Reading.office_id),),
}


def select_readings(wanted: ReadingFilter, sorting: Sorting | None = None) -> Select[int]:
    """Select the local ids of the readings of a filter, newest first."""
    statement = sorted_by(select(Reading.id).where(*_conditions(wanted)), _ORDERS, sorting)
    return statement.order_by(Reading.read_on.desc(), Reading.id.desc())


def list_readings_of(session: Session, publication: UUID) -> list[ReadingRow]:
    """Return the readings of a publication, newest first."""
    statement = (
        _select()
        .join(Reading.publication)
        .where(Publication.uid == publication)
        .order_by(Reading.read_on.desc(), Reading.id.desc())
    )
    return [_row(row) for row in session.scalars(statement)]


def find_reading_before(
    session: Session, publication: UUID | None, account: str | None, day: date | None
) -> ReadingRow | None:
    """Return the last reading of a publication or account up to a day."""
    statement = _select().order_by(Reading.read_on.desc(), Reading.id.desc()).limit(1)
    if day is not None:
        statement = statement.where(Reading.read_on <= day)
    if publication is not None:
        statement = statement.join(Reading.publication).where(Publication.uid == publication)
    else:
        statement = statement.where(Reading.publication_id.is_(None), Reading.account == account)
    found = session.scalars(statement).one_or_none()
    return _row(found) if found else None


def get_engagement(
    session: Session, period: Period, until: date, offices: frozenset[OfficeId] | None
) -> Engagement:
    """Return the engagement of a period as read until a day, for some offices' publications."""
    wanted = PublicationFilter(published_in=period, offices=offices)
    single = select_publications(session, wanted).where(Publication.count == 1).order_by(None)
    ids = list(session.scalars(single))
    read: defaultdict[int, list[Reading]] = defaultdict(list)
    statement = _select().where(Reading.publication_id.in_(ids), Reading.read_on <= until)
    for reading in session.scalars(statement.order_by(Reading.read_on, Reading.id)):
        if reading.publication_id is not None and interactions_of(reading) is not None:
            read[reading.publication_id].append(reading)
    counted = [
        (last, readings[-1])
        for readings in read.values()
        if (last := last_interactions(readings)) is not None
    ]
    most = sorted(((last.number, reading) for last, reading in counted), key=itemgetter(0))[::-1]
    # With a tie, none has most.
    is_first = len(most) > 1 and most[0][0] > most[1][0]
    return Engagement(
        interactions=sum(last.number for last, _reading in counted) if counted else None,
        at_least=any(last.at_least for last, _reading in counted),
        read=len(read),
        unread=len(ids) - len(read),
        top=_top(session, *most[0], ids) if is_first else None,
        followers=tuple(_followers(session, period, until, offices)),
        read_on=max((reading.read_on for _last, reading in counted), default=None),
        first_read_on=min((reading.read_on for _last, reading in counted), default=None),
    )


def _top(
    session: Session, interactions: int, reading: Reading, ids: Iterable[int]
) -> TopPublication | None:
    """Return what drew most; None if another of these publications has its title as well."""
    publication = reading.publication
    if publication is None:
        return None
    title = Bilingual(publication.title_ar, publication.title_fr)
    titles = select(Publication.title_ar, Publication.title_fr)
    others = titles.where(Publication.id.in_(ids), Publication.id != publication.id)
    for ar, fr in session.execute(others).all():
        if (ar is not None and ar == title.ar) or (fr is not None and fr == title.fr):
            return None
    return TopPublication(title, interactions)


def _followers(
    session: Session, period: Period, until: date, offices: frozenset[OfficeId] | None
) -> Iterator[Followers]:
    """Yield the accounts: the last reading, and the last before the period or else the first."""
    statement = select(Reading).where(
        ~Reading.is_deleted,
        Reading.account.is_not(None),
        Reading.followers.is_not(None),
        Reading.read_on <= until,
    )
    if offices is not None:
        statement = statement.where(Reading.office_id.in_(offices))
    read: dict[str, list[Reading]] = {}
    for row in session.scalars(statement.order_by(Reading.account, Reading.read_on, Reading.id)):
        read.setdefault(row.account or "", []).append(row)
    for account, rows in read.items():
        last = rows[-1]
        if last.read_on < period.first:
            continue
        earlier = [row for row in rows if row.read_on < period.first]
        start = earlier[-1] if earlier else rows[0]
        growth = (last.followers or 0) - (start.followers or 0) if start is not last else None
        since = start.read_on if start is not last else None
        number = last.followers or 0
        yield Followers(account, number, last.is_at_least, growth, since, last.read_on)


def _select() -> Select[Reading]:
    return select(Reading).options(joinedload(Reading.publication)).where(~Reading.is_deleted)


def _conditions(wanted: ReadingFilter) -> Iterator[ColumnElement[bool]]:
    yield ~Reading.is_deleted
    yield ~Reading.publication.has(Publication.is_deleted)
    if wanted.account is not None:
        yield Reading.account == wanted.account
    if wanted.offices is not None:
        yield Reading.office_id.in_(wanted.offices)


def _row(reading: Reading) -> ReadingRow:
    publication = reading.publication
    return ReadingRow(
        uid=reading.uid,
        reference=None,
        publication=publication.uid if publication else None,
        title=Bilingual(
            publication.title_ar if publication else None,
            publication.title_fr if publication else None,
        ),
        account=reading.account,
        read_on=reading.read_on,
        read_at=reading.read_at,
        source=reading.source,
        views=reading.views,
        reactions=reading.reactions,
        comments=reading.comments,
        shares=reading.shares,
        interactions=interactions_of(reading),
        followers=reading.followers,
        is_at_least=reading.is_at_least,
        office=OfficeId(reading.office_id),
        version=reading.version,
    )
