"""What a search finds: rows over meetings and their points, partners and people, precincts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from outreach_app import search
from outreach_app.i18n import Language, current, isolate
from outreach_app.models import Meeting, Partner, Person, Point, Station
from outreach_app.rules.folding import bare, fold, index_words, stem
from outreach_app.search import Found, FoundKind
from outreach_app.search_index import Indexed, meeting_text, partner_text, person_text
from outreach_app.survivors import survivor
from outreach_app.vocabulary import label, phrases

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
}

_MOST_OFFICES = 10  # before the rest of what is found: one city may have a hundred
_INSIDE = 3  # letters of a word that may stand inside another; a shorter one only begins it


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One result; `kind` is meeting, point, partner, person or office, `title` what people call it.

    The `reference` of an office is its number.
    """

    kind: str
    uid: UUID
    reference: str | None
    title: str
    snippet: str


def search_everything(session: Session, query: str, limit: int = 50) -> list[FoundRow]:
    """The best rows first; after a meeting, those of its points that hold all the words."""
    rows: list[FoundRow] = []
    named: set[UUID] = set()
    for record in _records(session, search.find(session, query, limit)):
        if isinstance(record, Meeting):
            rows += _meeting_rows(record, query)
        elif (row := _other_row(record, query)).uid not in named:
            # What stands for a merged one may be found by both names.
            named.add(row.uid)
            rows.append(row)
        if len(rows) >= limit:
            break
    return rows[:limit]


def search_headquarters(session: Session, query: str, limit: int = 50) -> list[FoundRow]:
    """The enrolled precincts, then meetings and points; headquarters has no page of partners."""
    rest = search_everything(session, query, limit)
    shown = [row for row in rest if row.kind in ("meeting", "point")]
    return [*search_offices(session, query, _MOST_OFFICES), *shown][:limit]


def search_offices(session: Session, query: str, limit: int) -> list[FoundRow]:
    """The enrolled precincts that have every word asked for in their name, number or city.

    First those of just that name or number, then those whose name or number begins so.
    """
    asked = fold(query)
    names = (Station.name_ar, Station.name_fr, Station.number, Station.city_ar, Station.city_fr)
    stations = session.execute(
        select(Station.office, *names).where(Station.role == "precinct")
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
    return fold(words)


def _rank(asked: str, called: tuple[str, ...], city: str) -> int | None:
    """How well a precinct is meant, 0 for the best; None where a word is nowhere."""
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


def _records(session: Session, hits: list[Found]) -> list[Indexed]:
    """The records of these hits in their order, read with a statement for each relation."""
    records: dict[Found, Indexed] = {}
    for kind, (model, related) in _READ.items():
        ids = [hit.record_id for hit in hits if hit.kind is kind]
        statement = select(model).options(*related).where(model.id.in_(ids))
        read: Iterable[Indexed] = session.scalars(statement)
        records.update({Found(kind, record.id): record for record in read})
    return [records[hit] for hit in hits]


def _meeting_rows(meeting: Meeting, query: str) -> Iterator[FoundRow]:
    snippet = search.find_snippet(meeting_text(meeting), query)
    title = _either(meeting.subject_ar, meeting.subject_fr) or label(meeting.kind, current())
    yield FoundRow("meeting", meeting.uid, meeting.reference, title, snippet)
    for point in meeting.points:
        text = _point_text(point)
        if not point.is_deleted and _holds_all(text, query):
            words = search.find_snippet(text, query)
            yield FoundRow(
                "point", point.uid, meeting.reference, label(point.topic, current()), words
            )


def _other_row(found: Partner | Person, query: str) -> FoundRow:
    record: Partner | Person
    if isinstance(found, Partner):
        record = survivor(found)
        text = partner_text(record)
    else:
        record = survivor(found)
        text = person_text(record)
    holder = record.identity or record
    name = "" if isinstance(holder, Person) else _either(holder.name_ar, holder.name_fr)
    snippet = search.find_snippet(text, query)
    return FoundRow(record.contract.entity, record.uid, None, name or snippet, snippet)


def _point_text(point: Point) -> str:
    codes = [label(point.topic, language) for language in Language]
    phrase = phrases()[point.phrase] if point.phrase else None
    words = [point.text, point.translation, point.reply]
    return "\n".join(
        text for text in (*words, phrase and phrase.ar, phrase and phrase.fr, *codes) if text
    )


def _holds_all(text: str, query: str) -> bool:
    """Whether a text has every word asked for; the last may be the beginning of one."""
    forms = set(index_words(text))
    words = fold(query).split()
    return all(
        bool({word, bare(word), stem(word)} & forms)
        or (word is words[-1] and any(form.startswith(word) for form in forms))
        for word in words
    )


def _either(arabic: str | None, french: str | None) -> str:
    own, other = (arabic, french) if current() is Language.ARABIC else (french, arabic)
    return own or other or ""
