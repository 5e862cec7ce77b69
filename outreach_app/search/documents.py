"""The document of each record in the search index: words, names, filters."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeGuard

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from outreach_app.models import (
    Attendance,
    Clarification,
    Commitment,
    Meeting,
    Partner,
    Person,
    Point,
    Publication,
    Record,
    Referral,
    Review,
    Rumour,
)
from outreach_app.search.index import Document, Found, FoundKind
from outreach_app.search.terms import Facet, facet_term
from outreach_app.survivors import survivor
from outreach_app.vocabulary import PHRASES, entry, is_known, phrase

Indexed = Meeting | Partner | Person | Point | Publication | Rumour
KINDS: dict[type[Indexed], FoundKind] = {
    Meeting: FoundKind.MEETING,
    Partner: FoundKind.PARTNER,
    Person: FoundKind.PERSON,
    Point: FoundKind.REMARK,
    Publication: FoundKind.PUBLICATION,
    Rumour: FoundKind.RUMOUR,
}
MODELS: dict[FoundKind, type[Indexed]] = {kind: model for model, kind in KINDS.items()}
_PORTION = 500  # records read at once

# For bulk reads: one statement for each relation, not one for each record.
_RELATED: dict[type[Indexed], tuple[ORMOption, ...]] = {
    Meeting: (
        selectinload(Meeting.points),
        selectinload(Meeting.commitments),
        selectinload(Meeting.referrals),
        selectinload(Meeting.reviews),
        selectinload(Meeting.clarifications),
        selectinload(Meeting.attendances)
        .selectinload(Attendance.partner)
        .selectinload(Partner.identity),
    ),
    Partner: (selectinload(Partner.identity),),
    Person: (
        selectinload(Person.identity),
        selectinload(Person.partner).selectinload(Partner.identity),
    ),
    Point: (selectinload(Point.commitments), selectinload(Point.referrals)),
    Publication: (),
    Rumour: (selectinload(Rumour.findings),),
}


def has_document(record: Record) -> TypeGuard[Indexed]:
    """Return whether a record has its own document: points are in their meeting's."""
    if isinstance(record, Point):
        return record.meeting_id is None
    return isinstance(record, Indexed)


def document_of(record: Indexed) -> Document:
    """Return the document of a record."""
    found = Found(KINDS[type(record)], record.id)
    match record:
        case Meeting():
            present = [row.partner for row in record.attendances if not row.is_deleted]
            standing = [survivor(partner) for partner in present]
            # A merged partner can still be found by its former name.
            partners = dict.fromkeys((*present, *standing))
            open_names, withheld = _names_apart(partners)
            filters = _filters(record, {partner.category for partner in standing})
            return Document(
                found,
                meeting_text(record),
                open_names,
                record.held_on,
                filters,
                _lines(record.place_ar, record.place_fr, record.subject_ar, record.subject_fr),
                withheld,
            )
        case Partner():
            open_names, withheld = _names_apart([record])
            if record.withheld is not None:
                withheld = _lines(withheld, record.withheld.place)
            return Document(
                found,
                partner_text(record),
                open_names,
                places=_lines(record.place),
                withheld=withheld,
            )
        case Person():
            return Document(found, person_text(record), _lines(*_names(record)))
        case Point():
            return Document(found, remark_text(record))
        case Publication():
            return Document(found, publication_text(record))
        case Rumour():
            return Document(found, rumour_text(record))


def list_documents(session: Session) -> Iterator[Document]:
    """Yield every document that the index should contain, in portions."""
    for model, options in _RELATED.items():
        statement = _select(model, options).where(~model.is_deleted)
        statement = statement.execution_options(yield_per=_PORTION)
        records: Iterable[Indexed] = session.scalars(statement)
        yield from map(document_of, records)


def list_ids(session: Session, model: type[Indexed]) -> list[int]:
    """Return the local ids of all records of a noun that the index should contain."""
    statement = select(model.id).where(~model.is_deleted)
    if model is Point:
        statement = statement.where(Point.meeting_id.is_(None))
    return list(session.scalars(statement))


def read_records(session: Session, kind: FoundKind, ids: Collection[int]) -> Iterator[Indexed]:
    """Yield records: those loaded in the session as they are, the others read at once."""
    model = MODELS[kind]
    held = {each: session.identity_map.get(session.identity_key(model, each)) for each in ids}
    yield from (record for record in held.values() if record and has_document(record))
    missing = [each for each, record in held.items() if record is None]
    for start in range(0, len(missing), _PORTION):
        portion = missing[start : start + _PORTION]
        statement = _select(model, _RELATED[model]).where(model.id.in_(portion))
        records: Iterable[Indexed] = session.scalars(statement)
        yield from records


def _select(model: type[Indexed], options: tuple[ORMOption, ...]) -> Select[Any]:
    """Select the records of a noun that have a document."""
    statement = select(model).options(*options)
    return statement.where(Point.meeting_id.is_(None)) if model is Point else statement


def meeting_text(meeting: Meeting) -> str:
    """Return all words of a meeting and its points, with codes in both languages."""
    return "\n".join(text for text in _meeting_parts(meeting) if text)


def partner_text(partner: Partner) -> str:
    """Return the words of a partner except its name."""
    codes = (partner.category, partner.type)
    note = partner.withheld.note if partner.withheld else None
    return "\n".join(text for text in (*_labels(codes), partner.place, note) if text)


def person_text(person: Person) -> str:
    """Return the words of a person except the name: capacity and organisation."""
    names = _names(survivor(person.partner))
    return "\n".join(text for text in (person.capacity_ar, person.capacity_fr, *names) if text)


def publication_text(publication: Publication) -> str:
    """Return the words of a publication, with codes in both languages."""
    said = publication
    words = (said.title_ar, said.title_fr, said.text_ar, said.text_fr, said.reference, said.issuer)
    labels = _labels((said.kind, said.topic, *said.channels))
    return "\n".join(text for text in (*words, *labels) if text)


def rumour_text(rumour: Rumour) -> str:
    """Return the words of a rumour and its findings, with codes in both languages."""
    said = (rumour.text, rumour.translation, rumour.page_name, rumour.page_address, rumour.back_to)
    labels = _labels((rumour.form, rumour.topic, rumour.channel))
    found = [
        text
        for finding in rumour.findings
        if not finding.is_deleted
        for text in (finding.text, finding.translation, *_labels((finding.result,)))
    ]
    return "\n".join(text for text in (*said, *labels, *found) if text)


def remark_text(point: Point) -> str:
    """Return the words of a remark and its reaction, with codes in both languages."""
    words = (
        *_point_parts(point),
        *_labels((point.received_through,)),
        *_following_parts(point.commitments, point.referrals),
    )
    return "\n".join(text for text in words if text)


def _filters(meeting: Meeting, categories: Iterable[str]) -> tuple[str, ...]:
    """Return the terms for every filter of the list of meetings."""
    return (
        facet_term(Facet.OFFICE, meeting.office_id),
        facet_term(Facet.STATUS, meeting.status),
        facet_term(Facet.KIND, meeting.kind),
        facet_term(Facet.CHANNEL, meeting.channel),
        facet_term(Facet.REVIEW, meeting.review),
        *(facet_term(Facet.CATEGORY, category) for category in sorted(categories)),
    )


def _meeting_parts(meeting: Meeting) -> Iterator[str | None]:
    yield from (meeting.subject_ar, meeting.subject_fr, meeting.place_ar, meeting.place_fr)
    yield from (meeting.assessment, meeting.assessment_translation, meeting.reference)
    yield from _labels((meeting.kind,))
    for point in meeting.points:
        if not point.is_deleted:
            yield from _point_parts(point)
    yield from _following_parts(meeting.commitments, meeting.referrals)
    said: tuple[Review | Clarification, ...] = (*meeting.reviews, *meeting.clarifications)
    for record in said:
        if not record.is_deleted:
            yield from (record.text, record.translation)


def _point_parts(point: Point) -> Iterator[str | None]:
    yield from (point.text, point.translation, point.reply, point.reply_translation)
    yield from _labels((point.topic,))
    # A newer version elsewhere may know more phrases than this one.
    if point.phrase is not None and is_known(point.phrase, PHRASES):
        frequent = phrase(point.phrase)
        yield from (frequent.ar, frequent.fr)


def _following_parts(
    commitments: Iterable[Commitment], referrals: Iterable[Referral]
) -> Iterator[str | None]:
    for commitment in commitments:
        if not commitment.is_deleted:
            yield from (commitment.text, commitment.translation)
    for referral in referrals:
        if not referral.is_deleted:
            yield from (referral.answer, referral.answer_translation)
            yield from _labels((referral.destination,))


def _labels(codes: Iterable[str | None]) -> Iterator[str]:
    for code in codes:
        if code is not None:
            known = entry(code)
            yield from (known.ar, known.fr)


def _lines(*texts: str | None) -> str:
    return "\n".join(filter(None, texts))


def _names_apart(partners: Iterable[Partner]) -> tuple[str, str]:
    """Return names of organisations, then of practices named after people, one a line."""
    apart: dict[bool, list[str]] = {False: [], True: []}
    for partner in partners:
        apart[partner.is_named_after_person] += _names(partner)
    return _lines(*apart[False]), _lines(*apart[True])


def _names(holder: Partner | Person) -> list[str]:
    named = holder.bearer if isinstance(holder, Partner) else holder.identity
    if named is None:
        return []
    return [name for name in (named.name_ar, named.name_fr) if name]
