"""Search over meetings, partners, people, rumours, publications, remarks and precincts."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from uuid import UUID

from sqlalchemy import LargeBinary, select, type_coerce
from sqlalchemy.orm import Session

from outreach_app.i18n import isolate
from outreach_app.models import Meeting, Station
from outreach_app.queries.found_rows import (
    FoundRow,
    either,
    found_rows,
    read_found,
    rows_with_points,
)
from outreach_app.queries.search_by_identifier import is_number, list_marked
from outreach_app.rights import Right, allows
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import OfficeRole
from outreach_app.search.index import (
    NAMED,
    Found,
    FoundKind,
    find_meetings,
    find_names,
    is_complete,
)

# What headquarters finds besides precincts and meetings: it has no page of partners.
_SAID = (FoundKind.PUBLICATION, FoundKind.RUMOUR, FoundKind.REMARK)
_MAX_FIRST = 10  # precincts, or partners and people, before meetings: a city may have a hundred
_INSIDE = 3  # letters of a word that may be inside another; a shorter one only begins it


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The rows of a search; `is_cut` if there are more, `is_complete` unless records wait."""

    rows: tuple[FoundRow, ...]
    is_cut: bool
    is_complete: bool


def search_everything(session: Session, query: str, limit: int = 30) -> SearchResult:
    """Search by number, telephone or day, then by words: names first, then meetings.

    Meetings are listed newest first, other records best first. Points that contain all the words
    follow their meeting.
    """
    marked = list_marked(session, query, limit + 1)
    words = "" if is_number(query) else query
    names = _name_rows(session, words, limit + 1)
    meetings = _meeting_rows(session, words, limit + 1)
    return _result(session, marked, names, meetings, limit)


def search_headquarters(session: Session, query: str, limit: int = 30) -> SearchResult:
    """Search meetings by number or day, enrolled precincts, publications and the like, meetings.

    Headquarters has no page of partners.
    """
    marked = [row for row in list_marked(session, query, limit + 1) if row.kind == "meeting"]
    offices = search_offices(session, query, limit + 1)
    words = "" if is_number(query) else query
    said = _name_rows(session, words, limit + 1, _SAID)
    meetings = _meeting_rows(session, words, limit + 1)
    return _result(session, marked, [*offices, *said], meetings, limit)


def _result(
    session: Session,
    marked: list[FoundRow],
    names: list[FoundRow],
    meetings: list[FoundRow],
    limit: int,
) -> SearchResult:
    """Return at most `limit` rows, each once.

    In this order: exact identifiers, the best names, meetings, the remaining names.
    """
    ordered = (*marked, *names[:_MAX_FIRST], *meetings, *names[_MAX_FIRST:])
    once: dict[UUID, FoundRow] = {}
    for row in ordered:
        once.setdefault(row.uid, row)
    rows = tuple(once.values())
    return SearchResult(rows[:limit], len(rows) > limit, is_complete(session))


def search_offices(session: Session, query: str, limit: int) -> list[FoundRow]:
    """Return the enrolled precincts that have every word in their name, number or city.

    First those of exactly that name or number, then those whose name or number begins with it.
    """
    asked = fold_words(query)
    names = (Station.name_ar, Station.name_fr, Station.number, Station.city_ar, Station.city_fr)
    of_office = type_coerce(Station.office, LargeBinary)  # a UUID is made only of what is found
    stations = session.execute(
        select(of_office, *names).where(Station.role == OfficeRole.PRECINCT)
    ).all()
    ranked: dict[FoundRow, tuple[int, str, str]] = {}
    for uid, name_ar, name_fr, number, city_ar, city_fr in stations if asked else ():
        rank = _rank(asked, *_known_by(name_ar, name_fr, number or "", city_ar, city_fr))
        if rank is not None:
            name, city = either(name_ar, name_fr), either(city_ar, city_fr)
            title = f"{name} {isolate(f'({number})')}" if number else name
            row = FoundRow("office", UUID(bytes=bytes(uid)), number, title, city)
            ranked[row] = rank, name, city
    return sorted(ranked, key=lambda row: ranked[row])[:limit]


# The same names are folded at each keystroke.
@lru_cache(4096)
def _known_by(
    name_ar: str, name_fr: str, number: str, city_ar: str, city_fr: str
) -> tuple[tuple[str, ...], str]:
    """Return the names and number of a precinct, and all its words with its city's, folded."""
    called = tuple(map(fold_words, (name_ar, name_fr, number)))
    return called, " ".join((*called, *map(fold_words, (city_ar, city_fr))))


def _rank(asked: str, called: tuple[str, ...], words: str) -> int | None:
    """Return how well a precinct matches, 0 for the best; None if a word is missing."""
    if not all(word in words for word in asked.split()):
        return None
    if asked in called:
        return 0
    if any(name.startswith(asked) for name in called):
        return 1
    own = " ".join(called)
    if all(_has(word, own) for word in asked.split()):
        return 2
    return 3 if all(_has(word, words) for word in asked.split()) else None


def _has(word: str, words: str) -> bool:
    return f" {word}" in f" {words}" or (len(word) >= _INSIDE and word in words)


def _meeting_rows(session: Session, query: str, most: int) -> list[FoundRow]:
    """Return at most `most` rows of meetings and their points.

    Meetings are read a portion at a time: with a few points each, the first fill the list.
    """
    hits = [Found(FoundKind.MEETING, each) for each in find_meetings(session, query, most)]
    size = max(1, most * 2 // 3)
    portions = (hits[first : first + size] for first in range(0, len(hits), size))
    read = chain.from_iterable(read_found(session, portion) for portion in portions)
    meetings = (record for record in read if isinstance(record, Meeting))
    rows = chain.from_iterable(rows_with_points(session, meeting, query) for meeting in meetings)
    return list(islice(rows, most))


def _name_rows(
    session: Session, query: str, most: int, kinds: Collection[FoundKind] = NAMED
) -> list[FoundRow]:
    """Return at most `most` rows of these kinds; people only if the role may see names."""
    if not allows(session, Right.NAMES):
        kinds = [kind for kind in kinds if kind is not FoundKind.PERSON]
    hits = find_names(session, query, most, kinds)
    return found_rows(session, read_found(session, hits), query)
