"""What a search finds: rows over meetings and their points, partners and people."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import search
from outreach_app.i18n import Language, current
from outreach_app.models import Meeting, Partner, Person, Point
from outreach_app.rules.folding import bare, fold, index_words, stem
from outreach_app.search import FoundKind
from outreach_app.search_index import meeting_text, partner_text, person_text
from outreach_app.survivors import survivor
from outreach_app.vocabulary import label, phrases


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One result; `kind` is meeting, point, partner or person, `title` what people call it."""

    kind: str
    uid: UUID
    reference: str | None
    title: str
    snippet: str


def search_everything(session: Session, query: str, limit: int = 50) -> list[FoundRow]:
    """The best rows first; after a meeting, those of its points that hold all the words."""
    rows: list[FoundRow] = []
    named: set[UUID] = set()
    for found in search.find(session, query, limit):
        if found.kind is FoundKind.MEETING:
            rows += _meeting_rows(session, found.record_id, query)
        elif (row := _other_row(session, found, query)).uid not in named:
            # What stands for a merged one may be found by both names.
            named.add(row.uid)
            rows.append(row)
        if len(rows) >= limit:
            break
    return rows[:limit]


def _meeting_rows(session: Session, record_id: int, query: str) -> Iterator[FoundRow]:
    meeting = session.get_one(Meeting, record_id)
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


def _other_row(session: Session, found: search.Found, query: str) -> FoundRow:
    record: Partner | Person
    if found.kind is FoundKind.PARTNER:
        record = survivor(session.get_one(Partner, found.record_id))
        text = partner_text(record)
    else:
        record = survivor(session.get_one(Person, found.record_id))
        text = person_text(record)
    holder = record.identity or record
    name = "" if isinstance(holder, Person) else _either(holder.name_ar, holder.name_fr)
    snippet = search.find_snippet(text, query)
    return FoundRow(found.kind.value, record.uid, None, name or snippet, snippet)


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
