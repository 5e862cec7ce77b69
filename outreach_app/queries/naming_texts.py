"""Texts of this office that name a person, each with a proposal without the name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.i18n import Language
from outreach_app.models import Partner, Person, Record
from outreach_app.models.base import Link
from outreach_app.queries.namesakes import list_names
from outreach_app.queries.records_naming_people import ToldRecord, families_alone, list_told_records
from outreach_app.rules.domain_kinds import Words
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.names import Bilingual
from outreach_app.rules.naming import NameFinder, pattern_of, without_last_title
from outreach_app.rules.text import language_of

# If the card gives no capacity in either language.
_SOMEBODY = Bilingual("المعني بالأمر", "l’intéressé")


@dataclass(frozen=True, slots=True)
class NamingText:
    """One column of one record that contains a name; `number` and `day` identify the record.

    `person` is the name that was looked for: the text may name another person who sounds the same.
    `proposed` is the text with the capacity instead of the name, however it is written.
    """

    entity: str
    uid: UUID
    version: str
    column: str
    number: str
    day: date
    person: str
    text: str
    proposed: str


def list_naming_texts(session: Session, about: Person | Partner) -> list[NamingText]:
    """Return the texts of this office's records that name somebody, newest record first."""
    names = list_names(session, about.uid)
    finder = finder_of(session, names)
    return [
        replace(
            text_of(told, record, column, text),
            person=" · ".join(dict.fromkeys(names)),
            proposed=_with_capacity(text, about, finder),
        )
        for told in list_told_records(session)
        for record, column, text in texts_naming(told, finder)
    ]


def text_of(told: ToldRecord, record: Record, column: str, text: str) -> NamingText:
    """Return a text as it is, with no name that it holds."""
    return NamingText(
        entity=record.contract.entity,
        uid=record.uid,
        version=record.version,
        column=column,
        number=told.number,
        day=told.day,
        person="",
        text=text,
        proposed=text,
    )


def finder_of(session: Session, names: Sequence[str]) -> NameFinder:
    """Return what finds these names in this office's texts, in any spelling."""
    return NameFinder(names, families_alone(session, names))


def texts_naming(told: ToldRecord, finder: NameFinder) -> Iterator[tuple[Record, str, str]]:
    """Yield each text of a record that names somebody: its record, column and words."""
    for record in (told.head, *told.parts):
        domains = DOMAINS[record.contract.entity]
        for field in record.contract.fields:
            for column in () if isinstance(field, Link) else field.columns:
                text = getattr(record, column)
                is_words = isinstance(domains.get(column), Words) and isinstance(text, str)
                if is_words and finder.is_in(text):
                    yield record, column, text


def _with_capacity(text: str, about: Person | Partner, finder: NameFinder) -> str:
    identity = about.identity
    if identity is None:
        return text
    capacity = _capacity(about)
    for name, words in ((identity.name_ar, capacity.ar), (identity.name_fr, capacity.fr)):
        if name and words:
            text = pattern_of(name).sub(partial(_replaced, words), text)
    # Written in another way: with an initial, in the other script, or as it sounds.
    while (span := finder.find_span(text)) is not None:
        is_arabic = language_of(text[span.start : span.stop]) is Language.ARABIC
        words = (capacity.ar if is_arabic else capacity.fr) or ""
        if finder.is_in(words):
            break
        text = without_last_title(text[: span.start]) + words + text[span.stop :]
    return text


def _replaced(words: str, found: re.Match[str]) -> str:
    return found[1] + words


def _capacity(about: Person | Partner) -> Bilingual:
    if isinstance(about, Partner):
        return _SOMEBODY
    arabic, french = about.capacity_ar, about.capacity_fr
    return Bilingual(arabic or _SOMEBODY.ar, french or _SOMEBODY.fr)
