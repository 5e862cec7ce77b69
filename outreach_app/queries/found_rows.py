"""Rows of search results: the name of a record, and what distinguishes it from similar ones."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from outreach_app.database import SessionValue
from outreach_app.i18n import Language, current, isolate, screen
from outreach_app.models import Meeting, Office, Partner, Person, Point, Publication, Rumour
from outreach_app.queries.duplicates import name_of
from outreach_app.queries.partners import last_met_on
from outreach_app.queries.records import get_own_office
from outreach_app.rules.folding import bare, fold_words, stem
from outreach_app.search.documents import (
    Indexed,
    meeting_text,
    partner_text,
    person_text,
    publication_text,
    remark_text,
    rumour_text,
)
from outreach_app.search.index import Found, FoundKind
from outreach_app.search.snippets import find_hits, find_snippet, first_hit, held_words
from outreach_app.survivors import survivor
from outreach_app.vocabulary import label
from outreach_app.vocabulary import phrase as phrase_of

# The offices of what was found: the session itself keeps them only while somebody else does.
_OFFICES = SessionValue[dict[int, Office]]()
_ARABIC = re.compile("[\u0621-\u064a]")
# How the records of each kind are loaded.
_READ: dict[FoundKind, tuple[type[Indexed], tuple[ORMOption, ...]]] = {
    FoundKind.MEETING: (
        Meeting,
        (
            selectinload(Meeting.points),
            selectinload(Meeting.commitments),
            selectinload(Meeting.referrals),
            selectinload(Meeting.reviews),
            selectinload(Meeting.clarifications),
        ),
    ),
    FoundKind.PARTNER: (Partner, (joinedload(Partner.identity),)),
    FoundKind.PERSON: (
        Person,
        (joinedload(Person.identity), joinedload(Person.partner).joinedload(Partner.identity)),
    ),
    FoundKind.PUBLICATION: (Publication, ()),
    FoundKind.RUMOUR: (Rumour, (selectinload(Rumour.findings),)),
    FoundKind.REMARK: (Point, (selectinload(Point.commitments), selectinload(Point.referrals))),
}


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One result; `kind` is a noun as events name it, `title` the name of the record.

    The `reference` of an office is its number. `day` is that of a meeting, rumour, publication or
    remark, or of the last meeting with a partner; `status` a meeting's; `phone` as stored;
    `meeting` that of a point; `precinct` the name of its office, if not this one.
    """

    kind: str
    uid: UUID
    reference: str | None
    title: str
    snippet: str
    day: date | None = None
    status: str | None = None
    phone: str | None = None
    meeting: UUID | None = None
    precinct: str = ""


def read_found(session: Session, hits: Iterable[Found]) -> list[Indexed]:
    """Return records in the order of their hits, with one statement per relation."""
    wanted = list(hits)
    records: dict[Found, Indexed] = {}
    for kind, (model, related) in _READ.items():
        ids = [hit.record_id for hit in wanted if hit.kind is kind]
        if ids:
            found: Iterable[Indexed] = session.scalars(
                select(model).options(*related).where(model.id.in_(ids))
            )
            records |= {Found(kind, record.id): record for record in found}
    _read_offices(session, {record.office_id for record in records.values()})
    return [records[hit] for hit in wanted]


def _read_offices(session: Session, ids: set[int]) -> None:
    """Read the offices of records at once: in a country nearly each is of another one."""
    known = _OFFICES.get_or_make(session, dict)
    if missing := ids - known.keys():
        read = session.scalars(select(Office).where(Office.id.in_(missing)))
        known |= {office.id: office for office in read}


def found_rows(session: Session, records: Iterable[Indexed], query: str = "") -> list[FoundRow]:
    """Return the rows of records without their points, each once even if two names matched."""
    rows: dict[UUID, FoundRow] = {}
    for record in records:
        row = _row_of(session, record, query)
        rows.setdefault(row.uid, row)
    return _with_last_days(session, rows.values())


def rows_with_points(session: Session, meeting: Meeting, query: str) -> Iterator[FoundRow]:
    """Yield the row of a meeting, then those of its points that contain all the words."""
    row = _row_of(session, meeting, query)
    yield row
    for point in meeting.points:
        text = _point_text(point)
        if not point.is_deleted and _holds_all(text, query):
            yield FoundRow(
                kind="point",
                uid=point.uid,
                reference=meeting.reference,
                title=label(point.topic, screen()),
                snippet=_snippet(text, query),
                day=meeting.held_on,
                meeting=meeting.uid,
                precinct=row.precinct,
            )


def either(arabic: str | None, french: str | None) -> str:
    """Return the text in the reader's language, or else the other one."""
    own, other = (arabic, french) if current() is Language.ARABIC else (french, arabic)
    return own or other or ""


def _row_of(session: Session, record: Indexed, query: str) -> FoundRow:
    row = _row_without_office(record, query)
    if record.office_id == get_own_office(session).id:
        return row
    office = session.get_one(Office, record.office_id)
    return replace(row, precinct=either(office.name_ar, office.name_fr))


def _row_without_office(record: Indexed, query: str) -> FoundRow:
    match record:
        case Meeting():
            return FoundRow(
                kind="meeting",
                uid=record.uid,
                reference=record.reference,
                title=either(record.subject_ar, record.subject_fr) or label(record.kind, screen()),
                snippet=_snippet(meeting_text(record), query),
                day=record.held_on,
                status=record.status,
            )
        case Partner():
            partner = survivor(record)
            return _named_row(partner, partner_text(partner), partner.any_phone, query)
        case Person():
            person = survivor(record)
            phone = person.identity.phone if person.identity else None
            return _named_row(person, person_text(person), phone, query)
        case Publication():
            title = either(record.title_ar, record.title_fr) or label(record.kind, screen())
            snippet = _snippet(publication_text(record), query)
            return FoundRow(
                "publication", record.uid, record.reference, title, snippet, record.published_on
            )
        case Point():
            is_own = record.language == current().value or not record.translation
            said = record.text if is_own else record.translation
            title = said or label(record.topic, screen())
            snippet = _snippet(remark_text(record), query)
            return FoundRow("remark", record.uid, None, title, snippet, record.received_on)
        case Rumour():
            snippet = _snippet(rumour_text(record), query)
            return FoundRow("rumour", record.uid, None, record.text, snippet, record.heard_on)


def _named_row(record: Partner | Person, text: str, phone: str | None, query: str) -> FoundRow:
    name = name_of(record)
    snippet = _snippet(text, query)
    title = either(name.ar, name.fr) or snippet
    other = name.fr if title == name.ar else name.ar
    if other and find_hits(other, query) and not find_hits(title, query):
        snippet = " · ".join(isolate(part) for part in (other, snippet) if part)
    return FoundRow(record.contract.entity, record.uid, None, title, snippet, phone=phone)


def _with_last_days(session: Session, rows: Iterable[FoundRow]) -> list[FoundRow]:
    """Return the rows, with the day of the last meeting for partners."""
    partners = [row.uid for row in rows if row.kind == "partner"]
    days: dict[UUID, date | None] = {}
    if partners:
        statement = select(Partner.uid, last_met_on()).where(Partner.uid.in_(partners))
        days = dict(session.execute(statement).all())
    return [replace(row, day=days[row.uid]) if row.uid in days else row for row in rows]


def _snippet(text: str, query: str) -> str:
    """Return the part of a text that matches, in the reader's script if possible.

    A record is indexed with the labels of its codes in both languages.
    """
    is_arabic = current() is Language.ARABIC
    by_script: dict[bool, list[str]] = {True: [], False: []}
    for line in text.splitlines():
        by_script[_ARABIC.search(line) is not None].append(line)
    own, other = (" · ".join(by_script[wanted]) for wanted in (is_arabic, not is_arabic))
    is_own = own and (first_hit(own, query) is not None or first_hit(other, query) is None)
    return find_snippet(own if is_own else other, query)


def _point_text(point: Point) -> str:
    codes = [label(point.topic, language) for language in Language]
    phrase = phrase_of(point.phrase) if point.phrase else None
    words = [point.text, point.translation, point.reply]
    return "\n".join(
        text for text in (*words, phrase and phrase.ar, phrase and phrase.fr, *codes) if text
    )


def _holds_all(text: str, query: str) -> bool:
    """Return whether a text has every word of a query; the last may be unfinished."""
    held, asked = held_words(text), _asked(query)
    return all(
        not forms.isdisjoint(held)
        or (place == len(asked) and any(form.startswith(word) for form in held))
        for place, (word, forms) in enumerate(asked, 1)
    )


# The same query is compared with every point of what is found.
@lru_cache(16)
def _asked(query: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return each word of a query, with the forms in which it is held."""
    words = fold_words(query).split()
    return tuple((word, frozenset({word, bare(word), stem(word)})) for word in words)
