"""Texts that still name somebody whose name was erased, as the computer that knew it found them."""

import re
from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.events import Operation
from outreach_app.models import Claim, JournalEvent, Mention, Record
from outreach_app.queries.naming_texts import NamingText, text_of
from outreach_app.queries.records_naming_people import list_told_records
from outreach_app.rules.folding import fold_words
from outreach_app.rules.joined_names import without_attached
from outreach_app.rules.naming import without_title

_MOST_DIGITS = 16  # of a stamp in milliseconds
_SPAN = re.compile(r"(?a:\b(\d{1,5})-(\d{1,5})\b)")
_SHORTEST = 3  # letters of a word of a name: shorter ones are particles and initials
Place = tuple[str, str, str]  # a text's record, its field, and the version that was read


def list_open_mentions(session: Session, claim: Claim) -> list[Mention]:
    """Return the mentions of whom a claim erased that nobody answered yet, one for each text.

    One is answered once somebody says that it names another person, once the words of the record
    were cleared since, or once the record is destroyed.
    """
    statement = select(Mention).where(Mention.erased_record == claim.erased_record)
    mentions = session.scalars(statement.order_by(Mention.id)).all()
    settled = {_place(each) for each in mentions if each.is_deleted}
    left = {
        (each.text_record, each.field): each
        for each in mentions
        if not each.is_deleted and _place(each) not in settled
    }
    return [each for each in left.values() if not _endings(session, each)]


def list_clearings(session: Session, claim: Claim) -> Sequence[JournalEvent]:
    """Return the events by which the texts that still named somebody were cleared or destroyed."""
    mentions = session.scalars(select(Mention).where(Mention.erased_record == claim.erased_record))
    return [event for each in mentions for event in _endings(session, each)]


def list_settled(session: Session, erased_record: UUID) -> set[Place]:
    """Return the texts of which somebody said that they name another person."""
    statement = select(Mention).where(
        Mention.erased_record == str(erased_record), Mention.is_deleted
    )
    return {_place(each) for each in session.scalars(statement)}


def list_mentioning_texts(session: Session, claim: Claim) -> list[NamingText]:
    """Return the texts of open mentions that are here, as they are now; the name is not known."""
    mentions = list_open_mentions(session, claim)
    fields = {(each.text_record, each.field) for each in mentions}
    told = list_told_records(session, [_uid_of(each) for each in mentions])
    return [
        text_of(each, record, column, text)
        for each in told
        for record in (each.head, *each.parts)
        for column, text in _texts_in(record, fields)
    ]


def keeps_name(session: Session, claim: Claim, read: NamingText, wording: str) -> bool:
    """Return whether a new wording of a text that was found keeps a word of the name there.

    Words that the text also has elsewhere may stay as often as there. A text that changed since it
    was found is not compared.
    """
    place = (str(read.uid), read.column, read.version)
    found = [each for each in list_open_mentions(session, claim) if _place(each) == place]
    return any(wording == read.text or _keeps(each, read.text, wording) for each in found)


def _keeps(mention: Mention, text: str, wording: str) -> bool:
    names, rest = list[str](), text
    for span in _SPAN.finditer(mention.places or ""):
        first, after = int(span[1]), int(span[2])
        names.append(without_title(text[first:after]))
        rest = rest[:first] + " " * (after - first) + rest[after:]
    words = {word for name in names for word in name.split() if len(word) >= _SHORTEST}
    said, elsewhere = _ways_of(wording), _ways_of(rest)
    return any(said[way] > elsewhere[way] for word in words for way in without_attached(word))


def _ways_of(text: str) -> Counter[str]:
    """Return how often a text has each word, also without what Arabic attaches to it."""
    return Counter(way for word in fold_words(text).split() for way in without_attached(word))


def _texts_in(record: Record, fields: set[tuple[str, str]]) -> list[tuple[str, str]]:
    columns = [field for uid, field in fields if uid == str(record.uid)]
    found = ((column, getattr(record, column, None)) for column in sorted(columns))
    return [(column, text) for column, text in found if isinstance(text, str)]


def _place(mention: Mention) -> Place:
    return mention.text_record, mention.field, mention.seen


def _uid_of(mention: Mention) -> UUID:
    try:
        return UUID(mention.text_record)
    except ValueError:  # a program that is not this one wrote it
        return mention.uid


def _endings(session: Session, mention: Mention) -> Sequence[JournalEvent]:
    """Return the events that cleared the words of a mention's record since, or destroyed it."""
    stamp = mention.seen.partition("@")[0]
    statement = select(JournalEvent).where(
        JournalEvent.record == _uid_of(mention),
        JournalEvent.operation.in_((Operation.CLEAR, Operation.PURGE)),
        JournalEvent.t > (int(stamp) if stamp.isdecimal() and len(stamp) < _MOST_DIGITS else 0),
    )
    return session.scalars(statement).all()
