"""Contact cards as partners and people: the minimum that the register may hold (law 09-08)."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from outreach_app.errors import Problem
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.phones import find_phone
from outreach_app.rules.text import clean_line, language_of
from outreach_app.services.partners import PartnerDraft
from outreach_app.services.people import PersonDraft
from outreach_app.transfer.partner_entries import NOT_YET, PartnerEntry, checked, code_of
from outreach_app.transfer.vcards import Property, VCard, read_vcards
from outreach_app.vocabulary import is_known

# What a person writes on a private number or address, as a label of the phone's own; folded.
_HOME = frozenset({"home", "domicile", "maison", "perso", "personnel", "prive", "منزل", "شخصي"})
_NO_VOICE = frozenset({"fax", "pager", "modem", "bbs", "isdn", "video", "car"})
_NEEDED = frozenset({
    "VERSION", "N", "FN", "ORG", "TITLE", "ROLE", "TEL", "EMAIL", "ADR", "KIND", "X-ABLABEL",
    "X-ABSHOWAS", "PRODID", "REV", "UID", "SORT-STRING", "MAILER", "CLASS", "X-REASONS", "LABEL",
})  # fmt: skip
# What programs keep in a card for themselves.
_TECHNICAL = ("X-MS-", "X-ANDROID-", "X-ABADR", "X-RIM-", "X-LOTUS-", "X-IMAGE", "CATEGORIES")
Names = tuple[str | None, str | None]


def read_cards(path: Path, category: str) -> list[PartnerEntry]:
    """Read the cards of a file.

    `category` is that of cards without an organisation. Raises UnreadableFile.

    An organisation becomes a partner and the card's person speaks for it; a card without one
    becomes a partner named after the person. Home numbers and addresses, birthdays, pictures and
    remarks are not taken.
    """
    return [_entry(card, category) for card in read_vcards(path)]


def _entry(card: VCard, category: str) -> PartnerEntry:
    if card.problem is not None:
        broken = PartnerDraft(None, None, category)
        problem = Problem("card", "damaged_card", card.problem)
        return PartnerEntry(card.raw, card.line, broken, None, (problem,), frozenset())
    properties = card.properties
    body, name = _names(_of(properties, "ORG")), _person_name(properties)
    if _is_body(properties, body, name):
        partner, person = _body(properties, body if any(body) else name, is_alone=True), None
    elif any(body):
        partner, person = _body(properties, body, is_alone=False), _person(properties, name)
    else:
        partner, person = _practice(properties, name, category), None
    taken = PartnerEntry(card.raw, card.line, partner, person, (), _not_taken(properties))
    return checked(taken)


def _is_body(properties: Sequence[Property], body: Names, name: Names) -> bool:
    """Whether the card is of an organisation itself: it says so, or names nobody in it."""
    said = {part.text.strip().lower() for part in _of(properties, "KIND", "X-ABSHOWAS")}
    folded = {fold_words(word) for word in body if word}
    is_nobody = all(word is None or fold_words(word) in folded for word in name)
    return bool(said & {"org", "organization", "company"}) or (any(body) and is_nobody)


def _body(properties: Sequence[Property], name: Names, *, is_alone: bool) -> PartnerDraft:
    """Draft a body; the card's phone and e-mail are its own where nobody speaks for it there."""
    return PartnerDraft(
        name_ar=name[0],
        name_fr=name[1],
        category="pt.association",
        place=_place(properties, is_body=is_alone),
        phone=_phone(properties) if is_alone else None,
        email=_email(properties) if is_alone else None,
    )


def _person(properties: Sequence[Property], name: Names) -> PersonDraft:
    capacity = _capacity(properties)
    return PersonDraft(
        partner=NOT_YET,
        name_ar=name[0],
        name_fr=name[1],
        capacity_ar=capacity[0],
        capacity_fr=capacity[1],
        phone=_phone(properties),
        email=_email(properties),
    )


def _practice(properties: Sequence[Property], name: Names, category: str) -> PartnerDraft:
    """Draft a partner named after the person; its type is what it does, where that is listed."""
    codes = (code_of(words, "pr") for words in _capacity(properties))
    type_ = next((code for code in codes if code and is_known(code, "pr")), None)
    return PartnerDraft(
        name_ar=name[0],
        name_fr=name[1],
        category=category,
        type=type_ if category == "pt.liberal" else None,
        place=_place(properties, is_body=False),
        phone=_phone(properties),
        email=_email(properties),
        is_named_after_person=True,
    )


def _person_name(properties: Sequence[Property]) -> Names:
    """Return the name as shown, or put together: given name first, as people are called."""
    shown = _names(_of(properties, "FN"))
    if any(shown):
        return shown
    parts = [(*part.parts, "", "", "")[:3] for part in _of(properties, "N")]
    return _by_language(f"{given} {middle} {family}" for family, given, middle in parts)


def _capacity(properties: Sequence[Property]) -> Names:
    return _names(_of(properties, "TITLE", "ROLE"))


def _phone(properties: Sequence[Property]) -> str | None:
    """Return the professional number: the first valid one, or one that is not, to be refused."""
    found = [part.text.removeprefix("tel:") for part in _professional(properties, "TEL")]
    found = [number.partition(";")[0].strip() for number in found if number.strip()]
    return next((number for number in found if find_phone(number)), next(iter(found), None))


def _email(properties: Sequence[Property]) -> str | None:
    found = (clean_line(part.text) for part in _professional(properties, "EMAIL"))
    # Lotus writes its own addresses here (CN=…/O=…), which no other program can write to.
    return next((words.removeprefix("mailto:") for words in found if "@" in words), None)


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
