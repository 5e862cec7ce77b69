"""Whom a claim may concern: bearers of a name, found by words, and their namesakes."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations, product
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from outreach_app import i18n
from outreach_app.models import Identity, Partner, Person
from outreach_app.queries.found_rows import read_found
from outreach_app.rights import Right, use_case
from outreach_app.rules.names import Bilingual
from outreach_app.rules.phonetics import name_key
from outreach_app.search.index import Found, FoundKind, find_names, list_waiting_names
from outreach_app.survivors import Merged, group_ids, survivor

Words = tuple[str, ...]
_MIN_ALIKE = 2  # words that two names of one person have in common
_BEARING: dict[FoundKind, Merged] = {FoundKind.PERSON: Person, FoundKind.PARTNER: Partner}


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person, or a practice named after one, whom a claim may concern."""

    uid: UUID
    name: Bilingual
    capacity: Bilingual
    partner_name: Bilingual
    phone: str | None


@use_case(Right.NAMES, is_logged=False)
def search_bearers(session: Session, typed: str, most: int) -> list[Bearer]:
    """Return at most `most` people, then practices, that typed words find, best first.

    Without words, those whose names were recorded last, by name.
    """
    if typed.strip():
        found = [hit for kind in _BEARING for hit in find_names(session, typed, most, [kind])]
        return _bearers(session, found)
    is_named = or_(Identity.name_ar.is_not(None), Identity.name_fr.is_not(None))
    last = select(Identity.person_id, Identity.partner_id).where(is_named, ~Identity.is_deleted)
    newest = session.execute(last.order_by(Identity.id.desc()).limit(most))
    found = [
        Found(kind, number)
        for numbers in newest
        for kind, number in zip(_BEARING, numbers, strict=True)
        if number is not None
    ]
    return sorted(_bearers(session, found), key=lambda it: (it.name.fr or "", it.name.ar or ""))


@use_case(Right.NAMES, is_logged=False)
def find_bearer(session: Session, uid: UUID) -> Bearer | None:
    """Return the bearer of that uid, unless its record is deleted or merged into another."""
    held = [
        Found(kind, number)
        for kind, model in _BEARING.items()
        for number in session.scalars(select(model.id).where(model.uid == uid))
    ]
    return next(iter(_bearers(session, held)), None)


@use_case(Right.NAMES, is_logged=False)
def list_namesakes(session: Session, uid: UUID) -> list[Bearer]:
    """Return others with the name or telephone of one: the claim may concern them too.

    A name is compared in any spelling and either script; one with a further given or family name
    may be the same person's.
    """
    meant = find_bearer(session, uid)
    if meant is None:
        return []
    found = set(list_waiting_names(session, _BEARING))  # they may bear any name
    for name in filter(None, (meant.name.ar, meant.name.fr)):
        words = name.split()
        shorter = combinations(words, _MIN_ALIKE) if len(words) > _MIN_ALIKE else ()
        for each in (name, *map(" ".join, shorter)):
            found.update(find_names(session, each, kinds=_BEARING))
    if meant.phone is not None:
        same = select(Identity.person_id).where(Identity.phone == meant.phone)
        numbers = session.scalars(same.where(Identity.person_id.is_not(None)))
        found.update(Found(FoundKind.PERSON, number) for number in numbers if number)
    everyone = _bearers(session, sorted(found, key=lambda hit: (hit.kind, hit.record_id)))
    return [each for each in everyone if each.uid != uid and _are_alike(each, meant)]


def list_identities(session: Session, holder: UUID) -> list[Identity]:
    """Return the identities of the holder and of all records merged with it.

    One that only holds an organisation's contacts names nobody, and is left out.
    """
    statement = select(Identity).where(
        or_(
            Identity.person_id.in_(group_ids(session, Person, [holder])),
            Identity.partner_id.in_(group_ids(session, Partner, [holder])),
        ),
        or_(Identity.name_ar.is_not(None), Identity.name_fr.is_not(None)),
    )
    return list(session.scalars(statement))


def list_names(session: Session, holder: UUID) -> list[str]:
    """Return the names of the holder and of all records merged with it, in both languages."""
    identities = list_identities(session, holder)
    return [name for each in identities for name in (each.name_ar, each.name_fr) if name]


def bearer_words(bearer: Bearer) -> str:
    """Return what distinguishes two holders of one name: capacity and organisation, or the name."""
    language = i18n.current()
    parts = (each.prefer(language) for each in (bearer.capacity, bearer.partner_name))
    words = " · ".join(found[0] for found in parts if found)
    name = bearer.name.prefer(language)
    return words or (name[0] if name else "")


def _are_alike(one: Bearer, other: Bearer) -> bool:
    pairs = product(_keys(one.name), _keys(other.name))
    is_named = any(key == held or _holds(key, held) or _holds(held, key) for key, held in pairs)
    return is_named or (one.phone is not None and one.phone == other.phone)


def _holds(longer: Words, shorter: Words) -> bool:
    """Return whether a name is another with further words; one word alone is too common."""
    return len(shorter) >= _MIN_ALIKE and not Counter(shorter) - Counter(longer)


def _keys(name: Bilingual) -> set[Words]:
    return {tuple(sorted(name_key(each).split())) for each in (name.ar, name.fr) if each}


def _bearers(session: Session, found: Collection[Found]) -> list[Bearer]:
    """Return those of these people and partners that are shown and may bear a name, in order."""
    bearers = []
    for each in read_found(session, found):
        if isinstance(each, Person):
            is_shown = survivor(each) is each
        elif isinstance(each, Partner):
            is_shown = survivor(each) is each and each.is_named_after_person
        else:
            continue
        if is_shown and not each.is_deleted:
            bearers.append(_bearer(each.identity, each))
    return bearers


def _bearer(identity: Identity | None, holder: Person | Partner) -> Bearer:
    is_person = isinstance(holder, Person)
    body = survivor(holder.partner) if isinstance(holder, Person) else None
    shown = body if body is not None and not body.is_named_after_person else None
    return Bearer(
        holder.uid,
        Bilingual(identity.name_ar, identity.name_fr) if identity else Bilingual(None, None),
        Bilingual(holder.capacity_ar, holder.capacity_fr)
        if isinstance(holder, Person)
        else Bilingual(None, None),
        Bilingual(shown.name_ar, shown.name_fr) if shown else Bilingual(None, None),
        identity.phone if identity and is_person else None,
    )
