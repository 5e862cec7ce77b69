"""Contact cards as partners and people: the minimum that the register may hold (law 09-08)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from outreach_app.errors import Problem
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.rules.phones import find_phone, split_phones
from outreach_app.rules.text import clean_line, language_of
from outreach_app.services.partners import PartnerDraft
from outreach_app.services.people import PersonDraft
from outreach_app.transfer.foreign_files import read_vcards
from outreach_app.transfer.guessed_kinds import guess_kind
from outreach_app.transfer.partner_entries import (
    NOT_YET,
    PartnerEntry,
    checked,
    code_of,
    to_complete,
)
from outreach_app.transfer.vcards import Property, VCard
from outreach_app.vocabulary import is_known

# What a person writes on a private number or address, as a label of the phone's own; folded.
_HOME = frozenset({"home", "domicile", "maison", "perso", "personnel", "prive", "منزل", "شخصي"})
_NO_VOICE = frozenset({"fax", "pager", "modem", "bbs", "isdn", "video", "car"})
_NEEDED = frozenset({
    "VERSION", "N", "FN", "ORG", "TITLE", "ROLE", "TEL", "EMAIL", "ADR", "KIND", "X-ABLABEL",
    "X-ABSHOWAS", "PRODID", "REV", "UID", "SORT-STRING", "MAILER", "CLASS", "X-REASONS", "LABEL",
    "NICKNAME",
})  # fmt: skip
# What programs keep in a card for themselves.
_TECHNICAL = ("X-MS-", "X-ANDROID-", "X-ABADR", "X-RIM-", "X-LOTUS-", "X-IMAGE", "CATEGORIES")
Names = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Reached:
    """How a contact is reached; `others` are further numbers and addresses, one a line."""

    phone: str | None
    email: str | None
    others: str | None


def read_cards(path: Path, category: str) -> list[PartnerEntry]:
    """Read the cards of a file.

    `category` is that of cards without an organisation. Raises UnreadableFile.

    An organisation becomes a partner and the card's person speaks for it; a card without one
    becomes a partner named after the person. Home numbers and addresses, birthdays, pictures and
    remarks are not taken.
    """
    return [_entry(card, category) for card in read_vcards(path)]


def _entry(card: VCard, category: str) -> PartnerEntry:
    problems = list(_left_of(card))
    entry = contact_entry(card.properties, category)
    taken = replace(entry, raw=card.raw, line=card.line)
    return checked(replace(taken, to_complete=(*problems, *entry.to_complete)))


def contact_entry(properties: Sequence[Property], category: str) -> PartnerEntry:
    """Return what a contact of a phone or a mail program says, before it is checked."""
    body, name = _names(_of(properties, "ORG")), _person_name(properties)
    reached = _reached(properties)
    named = body if any(body) else name
    kind = guess_kind(*named)
    # «ودادية السلام» is no person, though a telephone has it for one.
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
    left = (
        *(() if person else _untold_capacity(properties, partner)),
        *(() if is_alone else _surname_alone(properties, name)),
    )
    return PartnerEntry(
        raw=None,
        line=0,
        partner=partner,
        person=person,
        problems=(),
        not_taken=_not_taken(properties),
        to_complete=left,
        is_guessed=kind is not None,
    )


def _surname_alone(properties: Sequence[Property], name: Names) -> Iterator[Problem]:
    """Yield a word where a contact is called by its family's name alone."""
    families = {clean_line(part.text) for part in _of(properties, "N") if not any(part.parts[1:])}
    for words in filter(families.__contains__, filter(None, name)):
        reason = _(
            "Only a family name was found. Complete it, so that nobody is taken for another."
        )
        yield to_complete("name", "surname_alone", reason, words)


def _left_of(card: VCard) -> Iterator[Problem]:
    if card.is_cut:
        message = _("The card is cut: its end is missing. What stands before it was taken.")
        yield Problem("card", "cut_card", message)
    for words in card.unreadable:
        yield to_complete("card", "unreadable_line", _("A line cannot be read."), words)


def _is_body(properties: Sequence[Property], body: Names, name: Names) -> bool:
    """Whether the card is of an organisation itself: it says so, or names nobody in it."""
    said = {part.text.strip().lower() for part in _of(properties, "KIND", "X-ABSHOWAS")}
    folded = {fold_words(word) for word in body if word}
    is_nobody = all(word is None or fold_words(word) in folded for word in name)
    return bool(said & {"org", "organization", "company"}) or (any(body) and is_nobody)


def _body(properties: Sequence[Property], name: Names, reached: Reached | None) -> PartnerDraft:
    """Draft a body; the card's phone and e-mail are its own where nobody speaks for it there."""
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
    """Draft a partner named after the person; its type is what it does, where that is listed."""
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
    """Return the name as shown, or put together: given name first, as people are called."""
    parts = [(*part.parts, "", "", "")[:3] for part in _of(properties, "N")]
    joined = _by_language(f"{given} {middle} {family}" for family, given, middle in parts)
    for names in (_names(_of(properties, "FN")), joined, _names(_of(properties, "NICKNAME"))):
        if any(names):
            return names
    return None, None


def _capacity(properties: Sequence[Property]) -> Names:
    """Return every title that a card gives, and the departments, by their language."""
    departments = [word for part in _of(properties, "ORG") for word in part.parts[1:]]
    titles = [part.text for part in _of(properties, "TITLE", "ROLE")]
    lines = [line for line in dict.fromkeys(map(clean_line, (*titles, *departments))) if line]
    arabic = [line for line in lines if language_of(line) is Language.ARABIC]
    other = [line for line in lines if line not in arabic]
    return "، ".join(arabic) or None, ", ".join(other) or None


def _untold_capacity(properties: Sequence[Property], partner: PartnerDraft) -> Iterator[Problem]:
    """Yield the titles and departments of a card in which nobody speaks for a body."""
    for words in filter(None, _capacity(properties)):
        if partner.type is None or code_of(words, "pr") != partner.type:
            reason = _("Only somebody who speaks for a partner has a capacity.")
            yield to_complete("capacity", "nobody_s_capacity", reason, words)


def _reached(properties: Sequence[Property]) -> Reached:
    """Return how the contact is reached at work: the first of each that can be, and the rest."""
    phones = [
        number
        for part in _professional(properties, "TEL")
        for number in split_phones(clean_line(part.text).removeprefix("tel:"))
        if number
    ]
    emails = [clean_line(part.text) for part in _professional(properties, "EMAIL")]
    # Lotus writes its own addresses here (CN=…/O=…), which no other program can write to.
    emails = [words.removeprefix("mailto:") for words in emails if "@" in words]
    phones, emails = list(dict.fromkeys(phones)), list(dict.fromkeys(emails))
    faxes = [
        f"{clean_line(part.text)} (fax)"
        for part in _of(properties, "TEL")
        if part.types & _NO_VOICE and not _is_home(part) and clean_line(part.text)
    ]
    phone = next(filter(find_phone, phones), next(iter(phones), None))
    email = next(iter(emails), None)
    others = [words for words in (*phones, *emails, *faxes) if words not in (phone, email)]
    return Reached(phone, email, "\n".join(others) or None)


def _place(properties: Sequence[Property], *, is_body: bool) -> str | None:
    """Return the address of the work; one of no kind is a body's, but a person's home as likely."""
    for part in _of(properties, "ADR"):
        if "work" in part.types or (is_body and not _is_home(part)):
            words = [line for line in map(clean_line, part.parts[:4]) if line]
            is_arabic = language_of(" ".join(words)) is Language.ARABIC
            if words:
                return ("، " if is_arabic else ", ").join(words)
    return None


def _professional(properties: Sequence[Property], name: str) -> list[Property]:
    """Numbers or addresses that are no private ones, those of work first."""
    usable = [
        part
        for part in _of(properties, name)
        if not _is_home(part) and (not part.types & _NO_VOICE or "voice" in part.types)
    ]
    return sorted(usable, key=lambda part: ("work" not in part.types, "pref" not in part.types))


def _is_home(part: Property) -> bool:
    said = (part.label.strip("_$!<>"), *(type_.removeprefix("x-") for type_ in part.types))
    words = {bare(word) for text in said for word in fold_words(text).split()}
    return "work" not in part.types and not words.isdisjoint(_HOME)


def _not_taken(properties: Sequence[Property]) -> frozenset[str]:
    """Return what the register does not hold of a card, in words."""
    words: dict[str, Callable[[], str]] = {
        "BDAY": lambda: _("date of birth"),
        "PHOTO": lambda: _("picture"),
        "LOGO": lambda: _("picture"),
        "NOTE": lambda: _("remarks"),
    }
    said = {
        words[part.name]() if part.name in words else _("other fields")
        for part in properties
        if part.name in words
        or (any(part.parts) and part.name not in _NEEDED and not part.name.startswith(_TECHNICAL))
    }
    if any(_is_home(part) for part in _of(properties, "TEL", "EMAIL")):
        said.add(_("home telephone or e-mail"))
    if any("work" not in part.types and any(part.parts) for part in _of(properties, "ADR")):
        said.add(_("home address"))
    return frozenset(said)


def _of(properties: Sequence[Property], *names: str) -> list[Property]:
    return [part for name in names for part in properties if part.name == name]


def _names(properties: Iterable[Property]) -> Names:
    return _by_language(part.text for part in properties)


def _by_language(texts: Iterable[str]) -> Names:
    """Return the first Arabic words and the first others."""
    lines = [line for line in map(clean_line, texts) if line]
    is_arabic = [language_of(line) is Language.ARABIC for line in lines]
    arabic = (line for line, is_ in zip(lines, is_arabic, strict=True) if is_)
    other = (line for line, is_ in zip(lines, is_arabic, strict=True) if not is_)
    return next(arabic, None), next(other, None)
