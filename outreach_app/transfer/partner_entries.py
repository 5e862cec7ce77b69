"""Entries of a partners file, i.e. rows or cards: drafts of a partner and its representative."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Protocol, TypeVar
from uuid import UUID

from outreach_app.errors import Problem
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.emails import is_email
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.rules.phones import find_phone
from outreach_app.rules.quoting import quoted
from outreach_app.rules.text import language_of
from outreach_app.services.partners import PartnerDraft, check_partner
from outreach_app.services.people import PersonDraft, check_person
from outreach_app.transfer.guessed_kinds import guess_kind
from outreach_app.transfer.named_rows import NamedRow
from outreach_app.vocabulary import catalogue, is_known

DraftT = TypeVar("DraftT", PartnerDraft, PersonDraft)

# A person's draft names its partner, which may not be registered yet.
NOT_YET = UUID(int=0)
# «avocate», «pharmacienne», محامية, طبيبة, folded: the lists have the masculine.
_FEMININE = ("e", "ne", "يه", "ه")
# The values of required fields that were emptied.
_EMPTY = {"category": PartnerCategory.ASSOCIATION}
_MAX_WORDS = 200
_NAMES = ("name_ar", "name_fr")
_FIELDS_OF_PERSON = {
    "name_ar": "person_ar",
    "name_fr": "person_fr",
    "phone": "person_phone",
    "email": "person_email",
}


@dataclass(frozen=True, slots=True)
class PartnerEntry:
    """One row or card; with `problems` it cannot be imported, and only one without a name has any.

    `raw` is the original row, `line` where it starts, `not_taken` the names of its fields that the
    register does not keep. `to_complete` are its values that could not be taken. `is_guessed` if
    the partner's kind was guessed from its name.
    """

    raw: object
    line: int
    partner: PartnerDraft
    person: PersonDraft | None
    problems: tuple[Problem, ...]
    not_taken: frozenset[str]
    to_complete: tuple[Problem, ...]
    is_guessed: bool = False


@dataclass(frozen=True, slots=True)
class Reached:
    """The contacts of a person or partner; `others` are further ones, one per line."""

    phone: str | None
    email: str | None
    others: str | None

    @classmethod
    def by(
        cls, phones: Sequence[str], emails: Sequence[str], faxes: Sequence[str] = ()
    ) -> "Reached":
        """Choose the first valid contact of each kind, or else the first; the rest are others."""
        phone = next(filter(find_phone, phones), next(iter(phones), None))
        email = next(filter(is_email, emails), next(iter(emails), None))
        others = [each for each in phones if each != phone]
        others += [each for each in emails if each != email]
        return cls(phone, email, "\n".join((*others, *faxes)) or None)


class Entries(Protocol):
    """The entries of a file, with their number."""

    def __iter__(self) -> Iterator[PartnerEntry]: ...
    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class TableEntries:
    """The entries of a table, each made when it is needed, to save memory."""

    rows: Sequence[NamedRow]
    read: Callable[[int, dict[str, str]], PartnerEntry]

    def __iter__(self) -> Iterator[PartnerEntry]:
        return (self.read(line, row) for line, row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def checked(entry: PartnerEntry) -> PartnerEntry:
    """Remove invalid values from the drafts, and list them to be completed."""
    partner, left, problems = _sound(entry.partner, check_partner)
    person, left_of_person = entry.person, list[Problem]()
    if person is not None:
        person, left_of_person, _problems = _sound(person, check_person)
        left += [
            replace(problem, field=_FIELDS_OF_PERSON.get(problem.field, problem.field))
            for problem in left_of_person
        ]
        if not person.name_ar and not person.name_fr:
            person = None
    left = list(dict.fromkeys(left))  # a name is checked as an organisation's and as a person's
    # A name that is too long is not missing as well.
    lacking = () if any(problem.field in _NAMES for problem in left) else problems
    return replace(
        entry,
        partner=partner,
        person=person,
        problems=(*left, *lacking) if problems else (),
        to_complete=(*entry.to_complete, *left),
    )


def to_complete(field: str, code: str, reason: str, words: str) -> Problem:
    """Return a problem for a value that could not be taken, quoting it."""
    said = quoted(words, _MAX_WORDS)
    if said not in reason and quoted(words) not in reason:
        reason = _("{reason} The file has: {words}").format(reason=reason, words=said)
    return Problem(field, code, reason)


def guessed(entry: PartnerEntry) -> PartnerEntry:
    """Return an entry with the kind of partner that its type implies, or else its name.

    A type of the lists says it without a guess; a word that implies nothing is to be completed.
    """
    partner = entry.partner
    if is_known(partner.type or "", "as", "pr"):
        return entry
    type_, kind = None, guess_kind(partner.type)
    if kind is None:
        type_, kind = partner.type, guess_kind(partner.name_ar, partner.name_fr)
    if kind is None:
        return entry
    classified = replace(partner, category=kind[0], type=type_ or kind[1])
    return replace(entry, partner=classified, is_guessed=True)


def _sound(
    draft: DraftT, check: Callable[[DraftT], Sequence[Problem]]
) -> tuple[DraftT, list[Problem], tuple[Problem, ...]]:
    """Return a draft without its invalid values, those values as problems, and what it lacks."""
    problems = check(draft)
    wrong = [problem for problem in problems if getattr(draft, problem.field, None)]
    if not wrong:
        return draft, [], tuple(problems)
    emptied: dict[str, Any] = {each.field: _EMPTY.get(each.field) for each in wrong}
    left = [
        to_complete(each.field, each.code, each.message, cell_text(getattr(draft, each.field)))
        for each in wrong
    ]
    sound = replace(draft, **emptied)
    return sound, left, tuple(check(sound))


def cell_text(value: object) -> str:
    """Return a value as a cell of a table has it."""
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def by_script(arabic: str | None, french: str | None) -> tuple[str | None, str | None]:
    """Put a name into the column of its script: files have one column for both."""
    if arabic and not french and language_of(arabic) is Language.FRENCH:
        return None, arabic
    if french and not arabic and language_of(french) is Language.ARABIC:
        return french, None
    return arabic, french


def code_of(words: str | None, *prefixes: str) -> str | None:
    """Return the code for words of either language in these lists; else the words."""
    if not words:
        return None
    whole = fold_words(words)
    sought = {whole, *(whole.removesuffix(ending) for ending in _FEMININE)}
    for prefix in prefixes:
        for entry in catalogue(prefix).values():
            if words == entry.code or sought & _folded((entry.ar, entry.fr)):
                return entry.code
    return words


def usual_category(type_: str | None) -> str:
    """Return the category of a partner of which at most the type is known."""
    return (
        PartnerCategory.LIBERAL if (type_ or "").startswith("pr.") else PartnerCategory.ASSOCIATION
    )


@lru_cache(maxsize=512)
def _folded(labels: tuple[str, ...]) -> frozenset[str]:
    """Return the folded labels of an entry for comparison, its two genders separately."""
    return frozenset(fold_words(part) for label in labels for part in (label, *label.split("/")))
