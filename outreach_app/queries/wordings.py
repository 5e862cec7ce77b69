"""What the register knows of the wording of a text in the other language."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, Select, literal, select, true, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from outreach_app.i18n import Language
from outreach_app.models import Commitment, Finding, Point, Referral, Reply, Rumour
from outreach_app.models.base import OwnedRecord, Record
from outreach_app.queries.records import get_own_office
from outreach_app.queries.translations import TranslationRow, every_column
from outreach_app.rules.folding import fold_words
from outreach_app.rules.text import stored_language
from outreach_app.vocabulary import Entry, Phrase, catalogue, phrases

# The wording in the other language of folded words in this one.
Known = dict[tuple[Language, str], str]

# The records that others are a part of.
_WHOLES: dict[type[Record], tuple[InstrumentedAttribute[Any], ...]] = {
    Point: (Point.meeting,),
    Commitment: (Commitment.meeting, Commitment.point),
    Referral: (Referral.meeting, Referral.point),
    Finding: (Finding.rumour,),
    Reply: (Reply.point,),
}
# Headquarters writes them to the records of precincts.
_ANSWERS = (Finding, Reply)


def find_known_translations(session: Session, rows: Collection[TranslationRow]) -> dict[str, str]:
    """Return known wordings of these rows' texts in the other language, by text."""
    known = find_known_wordings(session, ((row.language, row.words) for row in rows))
    found = ((row.words, known.get((row.language, fold_words(row.words)))) for row in rows)
    return {words: wording for words, wording in found if wording is not None}


def find_known_wordings(session: Session, texts: Iterable[tuple[Language, str]]) -> Known:
    """Return known wordings of texts in the other language.

    Frequent points and topics have one, over which that of this office's newest record prevails.
    Only for texts that are equal as search folds them: similarity cannot distinguish a paraphrase
    from another fact. Signs without letters are not a text.
    """
    wanted = {(language, fold_words(words)) for language, words in texts}
    wanted = {(language, folded) for language, folded in wanted if folded}
    found: Known = {}
    for language, text, translation in _pairs(session) if wanted else ():
        sides = ((language, text, translation), (language.other, translation, text))
        for side, words, other in sides:
            if (key := (side, fold_words(words))) in wanted:
                found[key] = other
    return found


def _pairs(session: Session) -> Iterator[tuple[Language, str, str]]:
    """Yield the language of every text known in two languages, with both its wordings."""
    entries: list[Phrase | Entry] = [*phrases().values(), *catalogue("tp").values()]
    for entry in entries:
        yield Language.ARABIC, entry.label(Language.ARABIC), entry.label(Language.FRENCH)
    for text, code, translation, _uid in session.execute(_both_wordings(session)):
        yield stored_language(code, text), text, translation


def _both_wordings(session: Session) -> CompoundSelect[str, str | None, str, UUID]:
    """Select every text that has a translation, with its language, the oldest record first."""
    own = get_own_office(session).id
    outside = ("text", "translation", "language")
    texts = [
        _texts(own, place.holder, place.text, place.translation, place.language)
        for place in every_column(Language.ARABIC)
    ]
    texts += [_texts(own, holder, *outside) for holder in (Rumour, *_ANSWERS)]
    return union_all(*texts).order_by("uid", "text")


def _texts(
    own: int, holder: type[OwnedRecord], text: str, translation: str, language: str | None
) -> Select[str, str | None, str, UUID]:
    words, worded = getattr(holder, text), getattr(holder, translation)
    code = getattr(holder, language) if language else literal(None)
    found = select(words.label("text"), code, worded, holder.uid.label("uid"))
    is_ours = holder.office_id == own if holder not in _ANSWERS else true()
    return found.where(words.is_not(None), worded.is_not(None), is_ours, *_is_kept(holder))


def _is_kept(holder: type[Record]) -> Iterator[ColumnElement[bool]]:
    """Yield that a record is not deleted, nor one that it is a part of."""
    yield ~holder.is_deleted
    for whole in _WHOLES.get(holder, ()):
        yield ~whole.has(is_deleted=True)
