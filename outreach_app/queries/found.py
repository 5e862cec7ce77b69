"""What a search finds: rows over meetings, partners, people, rumours, publications, precincts."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from outreach_app.i18n import Language, current, isolate
from outreach_app.models import Meeting, Partner, Person, Point, Publication, Rumour, Station
from outreach_app.queries.duplicates import name_of
from outreach_app.rules.folding import bare, fold_words, index_words, stem
from outreach_app.rules.kinds import OfficeRole
from outreach_app.search.documents import (
    Indexed,
    meeting_text,
    partner_text,
    person_text,
    publication_text,
    rumour_text,
)
from outreach_app.search.index import (
    NAMED,
    Found,
    FoundKind,
    find_meetings,
    find_names,
    is_complete,
)
from outreach_app.search.snippets import find_snippet
from outreach_app.survivors import survivor
from outreach_app.vocabulary import label
from outreach_app.vocabulary import phrase as phrase_of

# What the words of a record are read from.
_READ: dict[FoundKind, tuple[type[Indexed], tuple[ORMOption, ...]]] = {
    FoundKind.MEETING: (
        Meeting,
        tuple(map(selectinload, (Meeting.points, Meeting.commitments, Meeting.referrals))),
    ),
    FoundKind.PARTNER: (Partner, (joinedload(Partner.identity),)),
    FoundKind.PERSON: (
        Person,
        (joinedload(Person.identity), joinedload(Person.partner).joinedload(Partner.identity)),
    ),
    FoundKind.PUBLICATION: (Publication, ()),
    FoundKind.RUMOUR: (Rumour, (selectinload(Rumour.findings),)),
}

_MOST_FIRST = 10  # precincts, or partners and people, before meetings: a city may have a hundred
_INSIDE = 3  # letters of a word that may stand inside another; a shorter one only begins it


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One result; `kind` is a noun as events name it, `title` what people call the record.

    The `reference` of an office is its number.
    """

    kind: str
    uid: UUID
    reference: str | None
    title: str
    snippet: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The rows of a search; `is_cut` where there are more, `is_complete` unless records wait."""

    rows: tuple[FoundRow, ...]
    is_cut: bool
    is_complete: bool


def search_everything(session: Session, query: str, limit: int = 50) -> SearchResult:
    """Search partners, people, rumours and publications, best first, then meetings, newest first.

    After a meeting stand those of its points that hold all the words.
    """
    names = _name_rows(session, query, limit + 1)
    return _result(session, names, _meeting_rows(session, query, limit + 1), limit)


def search_headquarters(session: Session, query: str, limit: int = 50) -> SearchResult:
    """Search the enrolled precincts, rumours and publications, then meetings.

    Headquarters has no page of partners.
    """
    offices = search_offices(session, query, limit + 1)
    said = _name_rows(session, query, limit + 1, (FoundKind.PUBLICATION, FoundKind.RUMOUR))
    return _result(session, [*offices, *said], _meeting_rows(session, query, limit + 1), limit)


def _result(
    session: Session, first: list[FoundRow], meetings: list[FoundRow], limit: int
) -> SearchResult:
    """Return at most so many rows: the first of one kind, meetings, then the rest."""
    rows = (*first[:_MOST_FIRST], *meetings, *first[_MOST_FIRST:])
    return SearchResult(rows[:limit], len(rows) > limit, is_complete(session))


def search_offices(session: Session, query: str, limit: int) -> list[FoundRow]:
    """Return the enrolled precincts that have every word in their name, number or city.

    First those of just that name or number, then those whose name or number begins so.
    """
    asked = fold_words(query)
    names = (Station.name_ar, Station.name_fr, Station.number, Station.city_ar, Station.city_fr)
    stations = session.execute(
        select(Station.office, *names).where(Station.role == OfficeRole.PRECINCT)
    ).all()
    ranked: dict[FoundRow, tuple[int, str, str]] = {}
    for uid, name_ar, name_fr, number, city_ar, city_fr in stations if asked else ():
        called = tuple(_fold_once(words) for words in (name_ar, name_fr, number or ""))
        rank = _rank(asked, called, " ".join((_fold_once(city_ar), _fold_once(city_fr))))
        if rank is not None:
            name, city = _either(name_ar, name_fr), _either(city_ar, city_fr)
            title = f"{name} {isolate(f'({number})')}" if number else name
            ranked[FoundRow("office", uid, number, title, city)] = rank, name, city
    return sorted(ranked, key=lambda row: ranked[row])[:limit]


# At each key that is typed, the same names again.
@lru_cache(4096)
def _fold_once(words: str) -> str:
    return fold_words(words)


def _rank(asked: str, called: tuple[str, ...], city: str) -> int | None:
    """Return how well a precinct is meant, 0 for the best; None where a word is nowhere."""
    if asked in called:
        return 0
    if any(words.startswith(asked) for words in called):
        return 1
    own = " ".join(called)
    if all(_has(word, own) for word in asked.split()):
        return 2
    return 3 if all(_has(word, f"{own} {city}") for word in asked.split()) else None


def _has(word: str, words: str) -> bool:
    return f" {word}" in f" {words}" or (len(word) >= _INSIDE and word in words)


def _records(session: Session, kind: FoundKind, ids: Iterable[int]) -> dict[int, Indexed]:
    """Return records by local id, read with a statement for each relation."""
    model, related = _READ[kind]
    statement = select(model).options(*related).where(model.id.in_(list(ids)))
    records: Iterable[Indexed] = session.scalars(statement)
    return {record.id: record for record in records}


def _meeting_rows(session: Session, query: str, most: int) -> list[FoundRow]:
    """Return at most so many rows of meetings and their points."""
    ids = find_meetings(session, query, most)
    records = _records(session, FoundKind.MEETING, ids)
    found = (record for each in ids if isinstance(record := records[each], Meeting))
    return list(islice(chain.from_iterable(_rows_of(each, query) for each in found), most))


def _name_rows(
    session: Session, query: str, most: int, kinds: Collection[FoundKind] = NAMED
) -> list[FoundRow]:
    """Return at most so many rows of these kinds, each once though found by two names."""
    hits = find_names(session, query, most, kinds)
    records = {
        Found(kind, number): record
        for kind in kinds
        for number, record in _records(
            session, kind, [hit.record_id for hit in hits if hit.kind is kind]
        ).items()
    }
    rows: dict[UUID, FoundRow] = {}
    for hit in hits:
        row = _row_of(records[hit], query)
        rows.setdefault(row.uid, row)
    return list(rows.values())


def _rows_of(meeting: Meeting, query: str) -> Iterator[FoundRow]:
    snippet = find_snippet(meeting_text(meeting), query)
    title = _either(meeting.subject_ar, meeting.subject_fr) or label(meeting.kind, current())
    yield FoundRow("meeting", meeting.uid, meeting.reference, title, snippet)
    for point in meeting.points:
        text = _point_text(point)
        if not point.is_deleted and _holds_all(text, query):
            words = find_snippet(text, query)
            yield FoundRow(
                "point", point.uid, meeting.reference, label(point.topic, current()), words
            )


def _row_of(record: Indexed, query: str) -> FoundRow:
    match record:
        case Meeting():
            return next(_rows_of(record, query))
        case Partner() | Person():
            return _name_row(record, query)
        case Publication():
            title = _either(record.title_ar, record.title_fr) or label(record.kind, current())
            snippet = find_snippet(publication_text(record), query)
            return FoundRow("publication", record.uid, record.reference, title, snippet)
        case Rumour():
            snippet = find_snippet(rumour_text(record), query)
            return FoundRow("rumour", record.uid, None, record.text, snippet)


def _name_row(found: Partner | Person, query: str) -> FoundRow:
    record: Partner | Person
    if isinstance(found, Partner):
        record = survivor(found)
        text = partner_text(record)
    else:
        record = survivor(found)
        text = person_text(record)
    name = name_of(record)
    snippet = find_snippet(text, query)
    words = _either(name.ar, name.fr)
    return FoundRow(record.contract.entity, record.uid, None, words or snippet, snippet)


def _point_text(point: Point) -> str:
    codes = [label(point.topic, language) for language in Language]
    phrase = phrase_of(point.phrase) if point.phrase else None
    words = [point.text, point.translation, point.reply]
    return "\n".join(
        text for text in (*words, phrase and phrase.ar, phrase and phrase.fr, *codes) if text
    )


def _holds_all(text: str, query: str) -> bool:
    """Return whether a text has every word asked for; the last may be unfinished."""
    forms = set(index_words(text))
    words = fold_words(query).split()
    return all(
        bool({word, bare(word), stem(word)} & forms)
        or (word is words[-1] and any(form.startswith(word) for form in forms))
        for word in words
    )


def _either(arabic: str | None, french: str | None) -> str:
    own, other = (arabic, french) if current() is Language.ARABIC else (french, arabic)
    return own or other or ""
