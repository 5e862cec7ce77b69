"""Messages about what is not taken of a contact, so that nothing is lost silently."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields

from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
from outreach_app.rules.text import clean_line
from outreach_app.services.partners import PartnerDraft
from outreach_app.services.people import PersonDraft
from outreach_app.transfer.contact_properties import Names, is_home, of
from outreach_app.transfer.partner_entries import code_of, to_complete
from outreach_app.transfer.vcards import Property, VCard

_NEEDED = frozenset({
    "VERSION", "N", "FN", "ORG", "TITLE", "ROLE", "TEL", "EMAIL", "ADR", "KIND", "X-ABLABEL",
    "X-ABSHOWAS", "PRODID", "REV", "UID", "SORT-STRING", "MAILER", "CLASS", "X-REASONS", "LABEL",
    "NICKNAME", "X-CIRCULATION",
})  # fmt: skip
_FIELDS = {"FN": "name", "N": "name", "NICKNAME": "name", "ORG": "name", "EMAIL": "email",
           "ADR": "place"}  # fmt: skip
# Of a name the family, given and middle names; of an address everything before the region.
_PARTS = {"N": 3, "ADR": 4}
# What programs store in a card for themselves.
_TECHNICAL = ("X-MS-", "X-ANDROID-", "X-ABADR", "X-RIM-", "X-LOTUS-", "X-IMAGE")


def left_of(card: VCard) -> Iterator[Problem]:
    """Yield problems for the parts of a card that cannot be read."""
    if card.is_cut:
        message = _("The card is cut off: its end is missing. What comes before was imported.")
        yield Problem("card", "cut_card", message)
    if of(card.properties, "AGENT"):
        message = _(
            "The card of another person inside this one, its assistant for instance, was not "
            "imported. Register that person too."
        )
        yield Problem("card", "card_inside", message)
    for words in card.unreadable:
        yield to_complete("card", "unreadable_line", _("A line cannot be read."), words)


def group_problem(properties: Sequence[Property]) -> Iterator[Problem]:
    """Yield the problem of a card that is a group of contacts: it is neither a body nor a person.

    RFC 6350 names it in KIND, Apple's programs in a property of their own.
    """
    kinds = of(properties, "KIND", "X-ADDRESSBOOKSERVER-KIND")
    if any(part.text.strip().lower() == "group" for part in kinds):
        message = _(
            "This card is a group of contacts, not a contact: it was not imported. Import the "
            "cards of its members."
        )
        yield Problem("card", "group_card", message)


def surname_alone(properties: Sequence[Property], name: Names) -> Iterator[Problem]:
    """Yield a problem for a contact that only has a family name."""
    families = {clean_line(part.text) for part in of(properties, "N") if not any(part.parts[1:])}
    for words in filter(families.__contains__, filter(None, name)):
        reason = _("Only a family name was found. Complete it, so that people are not confused.")
        yield to_complete("name", "surname_alone", reason, words)


def left_over(
    properties: Sequence[Property], partner: PartnerDraft, person: PersonDraft | None
) -> Iterator[Problem]:
    """Yield names, organisations, work e-mails and addresses that are in neither draft.

    Whatever the reason: a second organisation, another name, an address of another system.
    Private ones are only counted by kind.
    """
    taken = _signs(" ".join(_texts(partner) + (_texts(person) if person else [])))
    for part in of(properties, *_FIELDS):
        if is_home(part) or (part.name == "ADR" and "work" not in part.types):
            continue
        words = [clean_line(words) for words in part.parts[: _PARTS.get(part.name)]]
        left = [each for each in dict.fromkeys(words) if _signs(each) not in taken]
        if left:
            reason = _why_left_over(part.name)
            yield to_complete(_FIELDS[part.name], "left_over", reason, ", ".join(left))


def _why_left_over(name: str) -> str:
    """Return why a second value of a property is left out, and what can be done with it."""
    match name:
        case "ORG":
            return _(
                "A contact belongs to one organisation here, the first. Register the other one "
                "separately."
            )
        case "EMAIL":
            return _("This is not a valid e-mail address. Write it as name@example.ma.")
        case "ADR":
            return _("Only one work address is kept. Add this one to the note if it is needed.")
        case _:
            return _(
                "Only one name of a contact is kept, the one that is shown. If this is another "
                "person, register that person too."
            )


def _texts(draft: PartnerDraft | PersonDraft) -> list[str]:
    values = (getattr(draft, field.name) for field in fields(draft))
    return [value for value in values if isinstance(value, str)]


def _signs(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, text.casefold().removeprefix("mailto:")))


def untold_capacity(capacity: Names, partner: PartnerDraft) -> Iterator[Problem]:
    """Yield the titles and departments of a card without a representative."""
    for words in filter(None, capacity):
        if partner.type is None or code_of(words, "pr") != partner.type:
            reason = _("Only a person who speaks for a partner has a capacity.")
            yield to_complete("capacity", "nobody_s_capacity", reason, words)


def not_taken(properties: Sequence[Property]) -> frozenset[str]:
    """Return the names of the card's fields that the register does not keep."""
    words: dict[str, Callable[[], str]] = {
        "BDAY": lambda: _("date of birth"),
        "PHOTO": lambda: _("picture"),
        "LOGO": lambda: _("picture"),
        "NOTE": lambda: _("remarks about a contact"),
    }
    said = {
        words[part.name]() if part.name in words else _("other fields")
        for part in properties
        if part.name in words
        or (any(part.parts) and part.name not in _NEEDED and not part.name.startswith(_TECHNICAL))
    }
    if any(is_home(part) for part in of(properties, "TEL", "EMAIL")):
        said.add(_("home telephone or e-mail"))
    if any("work" not in part.types and any(part.parts) for part in of(properties, "ADR")):
        said.add(_("home address"))
    if any(any(part.parts[_PARTS["ADR"] :]) for part in of(properties, "ADR")):
        said.add(_("postal code, region, country"))
    return frozenset(said)
