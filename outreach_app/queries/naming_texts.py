"""Texts of this office that name a person, each with a proposal without the name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.i18n import Language
from outreach_app.models import Partner, Person, Record
from outreach_app.models.base import Link
from outreach_app.queries.namesakes import list_names
from outreach_app.queries.records_naming_people import ToldRecord, families_alone, list_told_records
from outreach_app.rules.domain_kinds import Words
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.name_replacing import Capacity, replace_name, replace_span
from outreach_app.rules.naming import NameFinder
from outreach_app.rules.text import language_of

# If the card gives no capacity in either language.
_SOMEBODY_AR = Capacity("المعني بالأمر", "المعنية بالأمر")
_SOMEBODY_FR = Capacity("l’intéressé", "l’intéressée")


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
    arabic, french = _capacities(about)
    for name, capacity in ((identity.name_ar, arabic), (identity.name_fr, french)):
        if name:
            text = replace_name(text, name, capacity)
    # Written in another way: with an initial, in the other script, or as it sounds.
    while (span := finder.find_span(text)) is not None:
        is_arabic = language_of(text[span.start : span.stop]) is Language.ARABIC
        capacity = arabic if is_arabic else french
        if finder.is_in(capacity.words):
            break
        text = replace_span(text, span, capacity, finder)
    return text


def _capacities(about: Person | Partner) -> tuple[Capacity, Capacity]:
    """Return what is said instead of the name, in Arabic and in French."""
    if isinstance(about, Partner):
        return _SOMEBODY_AR, _SOMEBODY_FR
    arabic, french = about.capacity_ar, about.capacity_fr
    return (
        Capacity(arabic, arabic) if arabic else _SOMEBODY_AR,
        Capacity(french, french) if french else _SOMEBODY_FR,
    )
