"""Records whose text names a person that the store knows."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, selectinload

from outreach_app import i18n
from outreach_app.events import Operation
from outreach_app.models import (
    Clarification,
    Commitment,
    Finding,
    Identity,
    JournalEvent,
    Meeting,
    Partner,
    Point,
    Proposal,
    Publication,
    Record,
    Referral,
    Review,
    Rumour,
)
from outreach_app.models.base import snapshot
from outreach_app.models.sources import day_of
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.records import get_own_office
from outreach_app.queries.remarks import is_remark, remark_number
from outreach_app.queries.rumours import rumour_number
from outreach_app.rules.folding import fold_words
from outreach_app.rules.known_names import KnownNames
from outreach_app.rules.names import Bilingual
from outreach_app.rules.naming import NameFinder, families_of, loosened

# Texts with a family name; one that more of them have is taken for a common word.
_MOST_ALONE = 10


@dataclass(frozen=True, slots=True)
class NamingRecord:
    """A meeting, rumour, publication, remark, proposal or partner, and the names in its text.

    `entity` is its noun as events name it; `number` is a partner's name, "" if there is none, and
    `day` None for a partner.
    """

    entity: str
    uid: UUID
    number: str
    day: date | None
    names: tuple[str, ...]
    is_deleted: bool


@dataclass(frozen=True, slots=True)
class ToldRecord:
    """A record with its title, and every record whose text is shown with it."""

    head: Meeting | Rumour | Publication | Point | Proposal
    number: str
    day: date
    parts: tuple[Record, ...]


def list_records_naming_people(session: Session, changed: Select[UUID]) -> list[NamingRecord]:
    """Return the changed records that name somebody in full, each noun newest first.

    `changed` selects the uids of records. Names are found in any spelling. The address of a
    practice that is named after a person tells whose it is, as where a meeting took place. An
    organisation can bear the name of a person who is known otherwise: « Cabinet Dr Sfia Yacoubi ».
    """
    told, partners = list(_records_of(session, changed)), _named_partners(session, changed)
    if not told and not partners:
        return []  # without folding the names of a whole country
    known = get_known_names(session, with_places=True)
    return [*_naming(told, known), *_naming_partners(partners, known)]


def list_records_naming(
    session: Session, names: Iterable[str], but: Collection[tuple[UUID, str]]
) -> list[NamingRecord]:
    """Return this office's records whose text names somebody of these names, in any spelling.

    `but` are texts that name somebody else, each with the uid of its record.
    """
    names = list(names)
    alone = families_alone(session, names)
    finders = {name: NameFinder([name], alone & families_of([name])) for name in names}
    return [
        _named(told, said)
        for told in list_told_records(session)
        if (said := tuple(name for name, finder in finders.items() if _is_said(told, finder, but)))
    ]


def families_alone(session: Session, names: Sequence[str]) -> set[str]:
    """Return the folded family names that identify somebody alone in this office's texts.

    No other person and no organisation of the register bears one, and few texts have it.
    """
    wanted, finder = families_of(names), NameFinder(names)
    for other in _other_names(session) if wanted else ():
        if not finder.is_in(other):
            wanted -= _written(other)
    found = Counter(
        word
        for told in (list_told_records(session) if wanted else ())
        for record in (told.head, *told.parts)
        for text in _words(record)
        for word in wanted & _written(text)
    )
    return {word for word in wanted if found[word] <= _MOST_ALONE}


def _written(text: str) -> set[str]:
    """Return the folded words of a text, and those of names that are written with or without N."""
    return set(fold_words(f"{text} {loosened(text)}").split())


def _other_names(session: Session) -> Iterator[str]:
    """Yield the names of everybody and of every organisation in the register."""
    people = select(Identity.name_ar, Identity.name_fr)
    for rows in (people, select(Partner.name_ar, Partner.name_fr)):
        yield from (name for row in session.execute(rows) for name in row if name)


def list_told_records(
    session: Session, records: Collection[UUID] | None = None
) -> Iterator[ToldRecord]:
    """Yield this office's records that hold free text, with the records shown with each.

    `records` are those to look at, or among those shown with them; None for all.
    """
    every = select(JournalEvent.record).where(JournalEvent.operation == Operation.SET)
    if records is not None:
        every = every.where(JournalEvent.record.in_(records))
    own = get_own_office(session).id
    return (each for each in _records_of(session, every) if each.head.office_id == own)


def _naming(told: Iterable[ToldRecord], known: KnownNames) -> Iterator[NamingRecord]:
    for each in told:
        texts = (word for record in (each.head, *each.parts) for word in _words(record))
        said = tuple(dict.fromkeys(name for text in texts for name in known.said_in(text)))
        if said:
            yield _named(each, said)


def _named_partners(session: Session, changed: Select[UUID]) -> Sequence[Partner]:
    """Return the changed partners that have a name of their own, which is not withheld."""
    is_named = or_(Partner.name_ar.is_not(None), Partner.name_fr.is_not(None))
    statement = select(Partner).where(Partner.uid.in_(changed), is_named)
    return session.scalars(statement.order_by(Partner.id.desc())).all()


def _naming_partners(partners: Iterable[Partner], known: KnownNames) -> Iterator[NamingRecord]:
    for each in partners:
        texts = filter(None, (each.name_ar, each.name_fr))
        said = tuple(dict.fromkeys(name for text in texts for name in known.said_in(text)))
        if said:
            found = Bilingual(each.name_ar, each.name_fr).prefer(i18n.current())
            name = found[0] if found else ""
            yield NamingRecord("partner", each.uid, name, None, said, each.is_deleted)


def _is_said(told: ToldRecord, finder: NameFinder, but: Collection[tuple[UUID, str]]) -> bool:
    parts = (told.head, *told.parts)
    words = ((record.uid, word) for record in parts for word in _words(record))
    return any(finder.is_in(word) for uid, word in words if (uid, word) not in but)


def _named(told: ToldRecord, names: tuple[str, ...]) -> NamingRecord:
    entity = "remark" if isinstance(told.head, Point) else told.head.contract.entity
    is_deleted = told.head.is_deleted
    return NamingRecord(entity, told.head.uid, told.number, told.day, names, is_deleted)


def _records_of(session: Session, changed: Select[UUID]) -> Iterator[ToldRecord]:
    for meeting in session.scalars(_meetings(changed)):
        told = (*meeting.points, *meeting.commitments, *meeting.referrals)
        parts = (*told, *meeting.reviews, *meeting.clarifications)
        yield ToldRecord(meeting, meeting_number(meeting), meeting.held_on, parts)
    for rumour in session.scalars(_rumours(changed)):
        yield ToldRecord(rumour, rumour_number(rumour), rumour.heard_on, tuple(rumour.findings))
    for remark in session.scalars(_remarks(changed)):
        parts = (*remark.commitments, *remark.referrals)
        yield ToldRecord(remark, remark_number(remark), day_of(remark), parts)
    published = select(Publication).where(Publication.uid.in_(changed))
    newest = published.order_by(Publication.published_on.desc(), Publication.id.desc())
    for publication in session.scalars(newest):
        yield ToldRecord(publication, "", publication.published_on, ())
    proposed = select(Proposal).where(Proposal.uid.in_(changed), ~Proposal.is_deleted)
    for proposal in session.scalars(proposed.order_by(Proposal.id.desc())):
        yield ToldRecord(proposal, "", proposal.proposed_on, ())


def _meetings(changed: Select[UUID]) -> Select[Meeting]:
    parts = (Point, Commitment, Referral, Review, Clarification)
    touched = (Meeting.id.in_(select(m.meeting_id).where(m.uid.in_(changed))) for m in parts)
    told = (Meeting.points, Meeting.commitments, Meeting.referrals)
    said = (Meeting.reviews, Meeting.clarifications)
    return (
        select(Meeting)
        .options(*map(selectinload, (*told, *said)))
        .where(or_(Meeting.uid.in_(changed), *touched))
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
    )


def _remarks(changed: Select[UUID]) -> Select[Point]:
    followed = (
        Point.id.in_(select(model.point_id).where(model.uid.in_(changed)))
        for model in (Commitment, Referral)
    )
    return (
        select(Point)
        .options(selectinload(Point.commitments), selectinload(Point.referrals))
        .where(is_remark(), or_(Point.uid.in_(changed), *followed))
        .order_by(Point.received_on.desc(), Point.id.desc())
    )


def _rumours(changed: Select[UUID]) -> Select[Rumour]:
    found = select(Finding.rumour_id).where(Finding.uid.in_(changed))
    return (
        select(Rumour)
        .options(selectinload(Rumour.findings))
        .where(or_(Rumour.uid.in_(changed), Rumour.id.in_(found)))
        .order_by(Rumour.heard_on.desc(), Rumour.id.desc())
    )


def get_known_names(session: Session, *, with_places: bool = False) -> KnownNames:
    """Return what finds in a text the names of people, and of practices named after a person.

    With places, also the withheld addresses with a house number.
    """
    rows = session.execute(select(Identity.name_ar, Identity.name_fr)).all()
    names = (name for row in rows for name in row if name)
    return KnownNames(names, _withheld_places(session) if with_places else ())


def _withheld_places(session: Session) -> Iterator[str]:
    for place in session.scalars(select(Identity.place).where(Identity.place.is_not(None))):
        if place and len(place.split()) > 1 and any(sign.isdigit() for sign in place):
            yield place


def _words(record: Record) -> list[str]:
    """Return every text of a record that is exchanged, as events state it."""
    words: list[str] = []
    for value in snapshot(record).values():
        values = value.values() if isinstance(value, dict) else [value]
        words += [word for word in values if isinstance(word, str)]
    return words
