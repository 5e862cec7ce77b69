"""Possible duplicates, and records that were merged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, literal, select
from sqlalchemy.orm import Session

from outreach_app.models import Distinction, Identity, Partner, Person
from outreach_app.rules.duplicates import Candidate, Likeness, find_pairs
from outreach_app.rules.names import Bilingual
from outreach_app.survivors import MergedT, is_shown, survivor, survivors

# Local id, uid, group (for people, the local id of their partner), both names, phone.
_Compared = Select[int, UUID, int, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class DuplicateRow:
    """A possible duplicate, and why; `partner` is the name of two people's partner."""

    entity: str
    first: UUID
    second: UUID
    first_name: Bilingual
    second_name: Bilingual
    partner: Bilingual | None
    reasons: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class MergedRow:
    """A record that was merged, and the name of its survivor."""

    entity: str
    uid: UUID
    name: Bilingual
    into: Bilingual


def list_duplicates(session: Session) -> list[DuplicateRow]:
    """Return the possible duplicates, strongest first; among equals, partners before people."""
    distinctions = select(Distinction.first, Distinction.second).where(~Distinction.is_deleted)
    told_apart = {frozenset(map(UUID, pair)) for pair in session.execute(distinctions)}
    found: list[tuple[int, DuplicateRow]] = []
    partners: dict[int, Bilingual] = {}
    for entity, statement in (("partner", _partners()), ("person", _people())):
        known: dict[UUID, tuple[Bilingual, int]] = {}
        candidates: list[Candidate] = []
        for record_id, uid, group, name_ar, name_fr, phone in session.execute(statement):
            known[uid] = Bilingual(name_ar, name_fr), group
            if entity == "partner":
                partners[record_id] = Bilingual(name_ar, name_fr)
            names = tuple(name for name in (name_ar, name_fr) if name)
            candidates.append(Candidate(uid, names, phone, group))
        for pair in find_pairs(candidates, told_apart):
            (first, group), (second, _group) = known[pair.first], known[pair.second]
            uids = pair.first, pair.second
            row = DuplicateRow(entity, *uids, first, second, partners.get(group), pair.reasons)
            found.append((pair.rank, row))
    return [row for _rank, row in sorted(found, key=lambda ranked: ranked[0])]


def list_to_review(session: Session, meant: tuple[UUID, UUID] | None) -> list[DuplicateRow]:
    """Return the possible duplicates, first of all the two partners that a person means."""
    chosen = _get_pair(session, *meant) if meant else None
    found = list_duplicates(session)
    others = [row for row in found if {row.first, row.second} != set(meant or ())]
    return [chosen, *others] if chosen else found


def _get_pair(session: Session, first: UUID, second: UUID) -> DuplicateRow | None:
    pair = _partners().where(Partner.uid.in_((first, second)))
    found = {row[1]: Bilingual(row[3], row[4]) for row in session.execute(pair)}
    if len(found) < 2:  # either was merged or deleted in the meantime
        return None
    return DuplicateRow("partner", first, second, found[first], found[second], None, ())


def list_merged(session: Session) -> list[MergedRow]:
    """Return the merged records, last registered first."""
    partners = select(Partner).where(Partner.merged_into_id.is_not(None))
    people = select(Person).where(Person.merged_into_id.is_not(None))
    return [
        *_merged("partner", session.scalars(partners.order_by(Partner.id.desc()))),
        *_merged("person", session.scalars(people.order_by(Person.id.desc()))),
    ]


def name_of(record: Partner | Person) -> Bilingual:
    """Return the name of a record, from its row or its identity."""
    holder = record.bearer if isinstance(record, Partner) else record.identity
    if holder is None:
        return Bilingual(None, None)
    return Bilingual(holder.name_ar, holder.name_fr)


def _merged(entity: str, records: Iterable[MergedT]) -> Iterator[MergedRow]:
    for record in records:
        into = survivor(record)
        if into is not record and not into.is_deleted:
            yield MergedRow(entity, record.uid, name_of(record), name_of(into))


def _partners() -> _Compared:
    names = _name_or_contact("name_ar"), _name_or_contact("name_fr")
    return (
        select(Partner.id, Partner.uid, literal(0), *names, _name_or_contact("phone"))
        .outerjoin(Partner.identity)
        .where(is_shown(Partner))
        .order_by(Partner.id)
    )


def _name_or_contact(column: str) -> ColumnElement[str | None]:
    return func.coalesce(getattr(Identity, column), getattr(Partner, column))


def _people() -> _Compared:
    merged = survivors(Partner)
    partner = func.coalesce(merged.c.survivor_id, Person.partner_id)
    return (
        select(Person.id, Person.uid, partner, Identity.name_ar, Identity.name_fr, Identity.phone)
        .join(Person.identity)
        .outerjoin(merged, merged.c.id == Person.partner_id)
        .where(is_shown(Person))
        .order_by(Person.id)
    )
