"""Partners and their representatives as vCard 4.0, for phones and office programs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from outreach_app.atomic_files import write_whole
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.models import Identity, Partner, Person
from outreach_app.progress import Progress
from outreach_app.rights import Right, use_case
from outreach_app.rules.text import clean_line
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.survivors import group_ids, is_shown

_MAX_BYTES = 75  # of a line, before it is folded
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


@use_case(Right.NAMES_OUT)
def write_vcards(session: Session, path: Path, partners: Sequence[UUID], progress: Progress) -> int:
    """Write these partners and their people, whole or not at all; return the number of cards.

    The file is readable for this user only. Deleted and merged records are left out. Raises
    WriteFailed.
    """
    cards: list[str] = []
    for done, uid in enumerate(partners):
        progress.step(done, len(partners), _("Writing the cards"))
        cards += _cards(session, uid)
    write_whole(path, "".join(cards).encode())
    return len(cards)


def _cards(session: Session, uid: UUID) -> Iterator[str]:
    """Yield a partner's card, then those of its people whose names the store holds."""
    statement = select(Partner).options(joinedload(Partner.identity))
    statement = statement.where(Partner.uid == uid, is_shown(Partner))
    partner = session.scalars(statement).one_or_none()
    if partner is None:
        return
    yield _card(_partner_lines(partner))
    people = (
        select(Person)
        .options(joinedload(Person.identity))
        .where(Person.partner_id.in_(group_ids(session, Partner, [uid])), is_shown(Person))
        .order_by(Person.id)
    )
    for person in session.scalars(people):
        if person.identity is not None:
            yield _card(_person_lines(person, person.identity, partner))


def _partner_lines(partner: Partner) -> Iterator[str]:
    holder, identity = partner.bearer, partner.withheld
    is_person = partner.is_named_after_person
    yield f"UID:urn:uuid:{partner.uid}"
    yield "KIND:individual" if is_person else "KIND:org"
    yield from _in_both("FN", holder.name_ar, holder.name_fr)
    if is_person:
        yield _name_line(holder.name_ar, holder.name_fr)
    else:
        yield from _in_both("ORG", holder.name_ar, holder.name_fr)
    yield from _contacts(partner.any_phone, identity)
    if partner.any_place:
        yield f"ADR;TYPE=work:;;{_escaped(partner.any_place)};;;;"


def _person_lines(person: Person, identity: Identity, partner: Partner) -> Iterator[str]:
    body = partner.bearer
    yield f"UID:urn:uuid:{person.uid}"
    yield "KIND:individual"
    yield from _in_both("FN", identity.name_ar, identity.name_fr)
    yield _name_line(identity.name_ar, identity.name_fr)
    yield from _in_both("ORG", body.name_ar, body.name_fr)
    yield from _in_both("TITLE", person.capacity_ar, person.capacity_fr)
    yield from _contacts(identity.phone, identity)
    if person.language:
        yield f"LANG:{person.language}"


def _contacts(phone: str | None, identity: Identity | None) -> Iterator[str]:
    if phone:
        yield f'TEL;VALUE=uri;TYPE="work,voice":tel:{phone}'
    if identity is None:
        return
    if identity.email:
        yield f"EMAIL;TYPE=work:{_escaped(identity.email)}"
    for words in (identity.others or "").splitlines():
        name = "EMAIL" if "@" in words else "TEL"
        yield f"{name};TYPE=work:{_escaped(words)}"


def _in_both(name: str, arabic: str | None, french: str | None) -> Iterator[str]:
    """Yield one property in the languages it is known in; the standard pairs two by ALTID."""
    known = [(Language.ARABIC, arabic), (Language.FRENCH, french)]
    pair = ";ALTID=1" if arabic and french else ""
    for language, words in known:
        if words:
            yield f"{name}{pair};LANGUAGE={language.value}:{_escaped(words)}"


def _name_line(arabic: str | None, french: str | None) -> str:
    """Return the name as one part: the register does not split it, and a wrong split would show."""
    return f"N:;{_escaped(arabic or french or '')};;;"


def _escaped(words: str) -> str:
    return clean_line(words).translate(_ESCAPES)


def _card(lines: Iterator[str]) -> str:
    level = f"X-CIRCULATION:{_escaped(Circulation.RESTRICTED.both)}"
    whole = ("BEGIN:VCARD", "VERSION:4.0", *lines, level, "END:VCARD")
    return "".join(f"{_folded(line)}\r\n" for line in whole)


def _folded(line: str) -> str:
    """Fold a line into parts of at most 75 bytes, without cutting a character."""
    parts: list[str] = [""]
    size = 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _MAX_BYTES:
            parts.append("")
            size = 1  # the space with which the next part begins
        parts[-1] += letter
        size += width
    return "\r\n ".join(parts)
