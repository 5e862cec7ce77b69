"""Contact cards as partners and people: the minimum that the register may hold (law 09-08)."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from outreach_app.i18n import Language
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.rules.phones import split_phones
from outreach_app.rules.text import clean_line, language_of
from outreach_app.services.partner_drafts import with_bearer
from outreach_app.services.partners import PartnerDraft
from outreach_app.services.people import PersonDraft
from outreach_app.transfer.card_leftovers import (
    group_problem,
    left_of,
    left_over,
    not_taken,
    surname_alone,
    untold_capacity,
)
from outreach_app.transfer.contact_properties import Names, by_language, is_home, names_of, of
from outreach_app.transfer.foreign_files import read_vcards
from outreach_app.transfer.guessed_kinds import guess_kind
from outreach_app.transfer.partner_entries import (
    NOT_YET,
    PartnerEntry,
    Reached,
    checked,
    code_of,
)
from outreach_app.transfer.vcards import Property, VCard
from outreach_app.vocabulary import is_known

_NO_VOICE = frozenset({"fax", "pager", "modem", "bbs", "isdn", "video", "car"})


def read_cards(path: Path, category: str) -> list[PartnerEntry]:
    """Read the cards of a file.

    `category` is that of cards without an organisation. Raises UnreadableFile.
    An organisation becomes a partner for which the card's person speaks; a card without one becomes
    a partner named after the person. Private numbers and addresses, birthdays, pictures and remarks
    are not taken.
    """
    return [_entry(card, category) for card in read_vcards(path)]


def _entry(card: VCard, category: str) -> PartnerEntry:
    problems = list(left_of(card))
    entry = contact_entry(card.properties, category)
    taken = replace(entry, raw=card.lines, line=card.line)
    done = checked(replace(taken, to_complete=(*problems, *entry.to_complete)))
    return replace(done, problems=(*group_problem(card.properties), *done.problems))


def contact_entry(properties: Sequence[Property], category: str) -> PartnerEntry:
    """Return the entry of a contact of a phone or mail program, unchecked."""
    body, name = names_of(of(properties, "ORG")), _person_name(properties)
    reached = _reached(properties)
    named = body if any(body) else name
    kind = guess_kind(*named)
    # «ودادية السلام» is not a person, even if a telephone has it as one.
    says_body = not any(body) and kind is not None and kind[0] != PartnerCategory.LIBERAL
    is_alone = says_body or _is_body(properties, body, name)
    person = None
    if is_alone or any(body):
        partner = _body(properties, named, reached if is_alone else None)
        person = None if is_alone else _person(properties, name, reached)
    else:
        partner = _practice(properties, name, category, reached)
    if kind is not None and partner.type is None:
        partner = replace(partner, category=kind[0], type=kind[1])
    if not _says_body(properties):
        partner = with_bearer(partner)
    left = (
        *(() if person else untold_capacity(_capacity(properties), partner)),
        *left_over(properties, partner, person),
        *(() if is_alone else surname_alone(properties, name)),
    )
    return PartnerEntry(
        raw=None,
        line=0,
        partner=partner,
        person=person,
        problems=(),
        not_taken=not_taken(properties),
        to_complete=left,
        is_guessed=kind is not None,
    )


def _is_body(properties: Sequence[Property], body: Names, name: Names) -> bool:
    """Return whether the card is an organisation's own: it is marked so, or names nobody in it."""
    folded = {fold_words(word) for word in body if word}
    is_nobody = all(word is None or fold_words(word) in folded for word in name)
    return _says_body(properties) or (any(body) and is_nobody)


def _says_body(properties: Sequence[Property]) -> bool:
    """Return whether the card is marked as that of an organisation."""
    said = {part.text.strip().lower() for part in of(properties, "KIND", "X-ABSHOWAS")}
    return bool(said & {"org", "organization", "company"})


def _body(properties: Sequence[Property], name: Names, reached: Reached | None) -> PartnerDraft:
    """Return the draft of an organisation; without `reached` its contacts are a person's."""
    return PartnerDraft(
        name_ar=name[0],
        name_fr=name[1],
        category=PartnerCategory.ASSOCIATION,
        place=_place(properties, is_body=reached is not None),
        phone=reached.phone if reached else None,
        email=reached.email if reached else None,
        others=reached.others if reached else None,
    )


def _person(properties: Sequence[Property], name: Names, reached: Reached) -> PersonDraft:
    capacity = _capacity(properties)
    return PersonDraft(
        partner=NOT_YET,
        name_ar=name[0],
        name_fr=name[1],
        capacity_ar=capacity[0],
        capacity_fr=capacity[1],
        phone=reached.phone,
        email=reached.email,
        others=reached.others,
    )


def _practice(
    properties: Sequence[Property], name: Names, category: str, reached: Reached
) -> PartnerDraft:
    """Return the draft of a partner named after the person; its type is a listed profession."""
    codes = (code_of(words, "pr") for words in _capacity(properties))
    type_ = next((code for code in codes if code and is_known(code, "pr")), None)
    return PartnerDraft(
        name_ar=name[0],
        name_fr=name[1],
        category=category,
        type=type_ if category == PartnerCategory.LIBERAL else None,
        place=_place(properties, is_body=False),
        phone=reached.phone,
        email=reached.email,
        others=reached.others,
        is_named_after_person=True,
    )


def _person_name(properties: Sequence[Property]) -> Names:
    """Return the displayed name, or the parts joined, given name first."""
    parts = [(*part.parts, "", "", "")[:3] for part in of(properties, "N")]
    joined = by_language(f"{given} {middle} {family}" for family, given, middle in parts)
    for names in (names_of(of(properties, "FN")), joined, names_of(of(properties, "NICKNAME"))):
        if any(names):
            return names
    return None, None


def _capacity(properties: Sequence[Property]) -> Names:
    """Return all titles and departments of a card, by language."""
    departments = [word for part in of(properties, "ORG") for word in part.parts[1:]]
    titles = [part.text for part in of(properties, "TITLE", "ROLE")]
    lines = [line for line in dict.fromkeys(map(clean_line, (*titles, *departments))) if line]
    arabic = [line for line in lines if language_of(line) is Language.ARABIC]
    other = [line for line in lines if line not in arabic]
    return "، ".join(arabic) or None, ", ".join(other) or None


def _reached(properties: Sequence[Property]) -> Reached:
    """Return the professional contacts: the first valid one of each kind, then the rest."""
    phones = [
        number
        for part in _professional(properties, "TEL")
        for number in split_phones(clean_line(part.text).removeprefix("tel:"))
        if number
    ]
    emails = [clean_line(part.text) for part in _professional(properties, "EMAIL")]
    # Lotus writes its own addresses here (CN=…/O=…), which no other program can use.
    emails = [words.removeprefix("mailto:") for words in emails if "@" in words]
    phones, emails = list(dict.fromkeys(phones)), list(dict.fromkeys(emails))
    faxes = [
        f"{clean_line(part.text)} (fax)"
        for part in of(properties, "TEL")
        if part.types & _NO_VOICE and not is_home(part) and clean_line(part.text)
    ]
    return Reached.by(phones, emails, faxes)


def _place(properties: Sequence[Property], *, is_body: bool) -> str | None:
    """Return the work address; an unmarked one is an organisation's, but may be a person's home."""
    for part in of(properties, "ADR"):
        if "work" in part.types or (is_body and not is_home(part)):
            words = [line for line in map(clean_line, part.parts[:4]) if line]
            is_arabic = language_of(" ".join(words)) is Language.ARABIC
            if words:
                return ("، " if is_arabic else ", ").join(words)
    return None


def _professional(properties: Sequence[Property], name: str) -> list[Property]:
    """Return the numbers or addresses that are not private, those of work first."""
    usable = [
        part
        for part in of(properties, name)
        if not is_home(part) and (not part.types & _NO_VOICE or "voice" in part.types)
    ]
    return sorted(usable, key=lambda part: ("work" not in part.types, "pref" not in part.types))
