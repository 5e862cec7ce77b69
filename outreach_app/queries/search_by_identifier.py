"""Search by identifier: meeting number, telephone, day; and recently written records."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.journal import current_device
from outreach_app.models import Identity, JournalEvent, Meeting, Partner, Person
from outreach_app.queries.found_rows import FoundRow, found_rows
from outreach_app.rules.quick_dates import read_day
from outreach_app.rules.text import clean_line
from outreach_app.search.documents import KINDS, Indexed, has_document

_NUMBER = re.compile(r"(?P<mark>#?)\s*(?P<sequence>\d{1,7})(?:\s*/\s*(?P<year>\d{4}))?")
_PHONE = re.compile(r"[+\d][\d\s().\-]*")
# The start of a telephone as dialled in Morocco: the store has +212 instead of the first zero.
_DIALLED = re.compile(r"(?:\+212|00212|0(?!0))0?(\d{3,})")
_HIGHEST = "9" * 12  # after the start of a number, it ends those that begin with it
_MIN_DIGITS = 4  # of a telephone: fewer would match too many
_LAST_EVENTS = 500  # of this computer, among which recently written records are found
_MODELS = {model.contract.entity: model for model in KINDS}


def list_marked(session: Session, query: str, limit: int) -> list[FoundRow]:
    """Return the meetings of a number (`#33`, `33/2026`) or day, or the holders of a telephone.

    Digits are of either script; a telephone can be grouped in any way, and be partial.
    """
    line = clean_line(query)
    number = _NUMBER.fullmatch(line)
    records: Sequence[Indexed]
    if number and (number["mark"] or number["year"]):
        records = _meetings_numbered(session, int(number["sequence"]), number["year"], limit)
    elif day := _typed_day(line):
        # 06.11 begins a telephone too.
        records = [*_meetings_of(session, day, limit), *_beginning_with(session, line, limit)]
    elif _PHONE.fullmatch(line):
        records = _holders_of(session, line, limit)
    else:
        return []
    return found_rows(session, records[:limit], query)


def is_number(query: str) -> bool:
    """Return whether a query is a meeting number and nothing else (`#33`)."""
    return query.lstrip().startswith("#")


def list_recent(session: Session, limit: int) -> list[FoundRow]:
    """Return the records that were last written here, newest first."""
    device = current_device(session).uid
    last = (
        select(JournalEvent.entity, JournalEvent.record)
        .where(JournalEvent.device == device)
        .order_by(JournalEvent.seq.desc())
        .limit(_LAST_EVENTS)
    )
    written = dict.fromkeys((entity, uid) for entity, uid in session.execute(last))
    records = (_searchable_record(session, entity, uid) for entity, uid in written)
    return found_rows(session, islice(filter(None, records), limit))


def _searchable_record(session: Session, entity: str, uid: UUID) -> Indexed | None:
    """Return a record of a searchable noun, unless it is deleted."""
    if entity not in _MODELS:
        return None
    model = _MODELS[entity]
    statement = select(model).where(model.uid == uid, ~model.is_deleted)
    found: Iterable[Indexed] = session.scalars(statement)
    return next(filter(has_document, found), None)


def _meetings_numbered(
    session: Session, sequence: int, year: str | None, limit: int
) -> list[Meeting]:
    statement = select(Meeting).where(Meeting.number_sequence == sequence, ~Meeting.is_deleted)
    if year is not None:
        statement = statement.where(Meeting.number_year == int(year))
    newest = statement.order_by(Meeting.held_on.desc(), Meeting.id.desc()).limit(limit)
    return list(session.scalars(newest))


def _meetings_of(session: Session, day: date, limit: int) -> list[Meeting]:
    statement = select(Meeting).where(Meeting.held_on == day, ~Meeting.is_deleted)
    in_order = statement.order_by(Meeting.starts_at.nulls_last(), Meeting.id).limit(limit)
    return list(session.scalars(in_order))


def _beginning_with(session: Session, line: str, limit: int) -> list[Indexed]:
    """Return the partners, then the people, whose telephone begins so: read from its indexes."""
    sign = "+" if line.startswith("+") else ""
    dialled = _DIALLED.fullmatch(sign + _digits(line))
    if dialled is None or not _PHONE.fullmatch(line):
        return []
    first = f"+212{dialled[1]}"
    last = first + _HIGHEST
    is_theirs = Identity.phone.between(first, last) & ~Identity.is_deleted
    own = select(Partner.id).where(Partner.phone.between(first, last))
    withheld, people = (
        select(holder).where(is_theirs, holder.is_not(None), Identity.is_last(holder.key))
        for holder in (Identity.partner_id, Identity.person_id)
    )
    partners = select(Partner).where(Partner.id.in_(own.union(withheld)), ~Partner.is_deleted)
    persons = select(Person).where(Person.id.in_(people), ~Person.is_deleted)
    found = (*session.scalars(partners.limit(limit)), *session.scalars(persons.limit(limit)))
    return list(found[:limit])


def _holders_of(session: Session, line: str, limit: int) -> list[Indexed]:
    """Return those whose telephone begins with these digits, then those who have them elsewhere."""
    begun = _beginning_with(session, line, limit)
    if len(begun) == limit:
        return begun
    return list(dict.fromkeys((*begun, *_containing(session, line, limit))))[:limit]


def _containing(session: Session, line: str, limit: int) -> list[Indexed]:
    """Return the partners, then the people, one of whose telephones contains these digits."""
    digits = _digits(line).removeprefix("00").removeprefix("212").removeprefix("0")
    if len(digits) < _MIN_DIGITS:
        return []
    is_theirs = or_(Identity.phone.contains(digits), Identity.others.contains(digits))
    is_theirs &= ~Identity.is_deleted
    has_it = or_(Partner.phone.contains(digits), Partner.identity.has(is_theirs))
    partners = select(Partner).where(has_it, ~Partner.is_deleted)
    people = select(Person).where(Person.identity.has(is_theirs), ~Person.is_deleted)
    found = (*session.scalars(partners.limit(limit)), *session.scalars(people.limit(limit)))
    return list(found[:limit])


def _digits(line: str) -> str:
    return "".join(str(int(sign)) for sign in line if sign.isdecimal())


def _typed_day(line: str) -> date | None:
    """Return a day that is typed in digits; words, e.g. weekdays, are searched as words."""
    if not any(sign.isdecimal() for sign in line) or line.isdecimal():
        return None
    today = clock.today()
    return read_day(line, today, is_past=True)
