"""Namesakes of the person of a claim: a claim may concern two records."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from outreach_app import i18n
from outreach_app.models import Identity, Partner, Person
from outreach_app.rights import Right, use_case
from outreach_app.rules.names import Bilingual
from outreach_app.rules.phonetics import name_key
from outreach_app.survivors import group_ids, is_shown, survivor


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person, or a practice named after one, whom a claim may concern."""

    uid: UUID
    name: Bilingual
    capacity: Bilingual
    partner_name: Bilingual
    phone: str | None


@use_case(Right.NAMES, is_logged=False)
def list_bearers(session: Session) -> list[Bearer]:
    """Return everybody whose name is kept, by name."""
    people = (
        select(Person)
        .where(is_shown(Person))
        .options(
            joinedload(Person.identity), joinedload(Person.partner).joinedload(Partner.identity)
        )
    )
    practices = select(Partner).where(is_shown(Partner)).options(joinedload(Partner.identity))
    bearers = [_bearer(each.identity, each) for each in session.scalars(people)]
    bearers += [
        _bearer(each.identity, each)
        for each in session.scalars(practices)
        if each.is_named_after_person
    ]
    return sorted(bearers, key=lambda each: (each.name.fr or "", each.name.ar or ""))


@use_case(Right.NAMES, is_logged=False)
def list_namesakes(session: Session, uid: UUID) -> list[Bearer]:
    """Return others with the name or telephone of one: the claim may concern them too.

    A name is compared in any spelling and either script.
    """
    everyone = list_bearers(session)
    meant = next((each for each in everyone if each.uid == uid), None)
    if meant is None:
        return []
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
    names = _keys(one.name) & _keys(other.name)
    return bool(names) or (one.phone is not None and one.phone == other.phone)


def _keys(name: Bilingual) -> set[str]:
    return {" ".join(sorted(name_key(each).split())) for each in (name.ar, name.fr) if each}


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
