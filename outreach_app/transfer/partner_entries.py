"""What one row or card of a partners file says: drafts of a partner and of who speaks for it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol, TypeVar
from uuid import UUID

from outreach_app.errors import Problem
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.rules.folding import fold_words
from outreach_app.rules.identifiers import cover_identity_numbers
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.rules.text import clean_line, language_of
from outreach_app.services.partners import PartnerDraft, check_partner
from outreach_app.services.people import PersonDraft, check_person
from outreach_app.transfer.guessed_kinds import guess_kind
from outreach_app.transfer.named_rows import NamedRow
from outreach_app.vocabulary import catalogue

DraftT = TypeVar("DraftT", PartnerDraft, PersonDraft)

# A person's draft names its partner, which may not be registered yet.
NOT_YET = UUID(int=0)
# «avocate», «pharmacienne», محامية, طبيبة, as they are folded: the lists have the masculine.
_FEMININE = ("e", "ne", "يه", "ه")
# What stands in the place of a field that cannot be without a value.
_EMPTY = {"category": PartnerCategory.ASSOCIATION}
_MOST_WORDS = 200
_NAMES = ("name_ar", "name_fr")
_FIELDS_OF_PERSON = {
    "name_ar": "person_ar",
    "name_fr": "person_fr",
    "phone": "person_phone",
    "email": "person_email",
}


@dataclass(frozen=True, slots=True)
class PartnerEntry:
    """One row or card; with `problems` it cannot go in, and only one without a name has any.

    `raw` is the row as it stood, `line` where it starts, `not_taken` what the register does not
    hold of it, in words. `to_complete` tells with its words what of it could not be taken.
    `is_guessed` says that what the partner is was guessed from its name.
    """

    raw: object
    line: int
    partner: PartnerDraft
    person: PersonDraft | None
    problems: tuple[Problem, ...]
    not_taken: frozenset[str]
    to_complete: tuple[Problem, ...] = ()
    is_guessed: bool = False


class Entries(Protocol):
    """The entries of a file, as many as it says."""

    def __iter__(self) -> Iterator[PartnerEntry]: ...
    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class TableEntries:
    """The entries of a table: each is made when its turn comes, for all at once would be large."""

    rows: Sequence[NamedRow]
    read: Callable[[int, dict[str, str]], PartnerEntry]

    def __iter__(self) -> Iterator[PartnerEntry]:
        return (self.read(line, row) for line, row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def checked(entry: PartnerEntry) -> PartnerEntry:
    """Take out of the drafts what cannot go in, and list it with its words to be completed."""
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
    left = list(dict.fromkeys(left))  # a name is looked at as a body's and as a person's
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
    """Return what could not be taken of a field, and the words that stood there."""
    told = isolate(cover_identity_numbers(clean_line(words)[:_MOST_WORDS]))
    if told not in reason:
        reason = _("{reason} It said: {words}").format(reason=reason, words=told)
    return Problem(field, code, reason)


def guessed(entry: PartnerEntry) -> PartnerEntry:
    """Return an entry as the kind of partner that the words of its name say."""
    partner = entry.partner
    kind = guess_kind(partner.name_ar, partner.name_fr)
    if kind is None:
        return entry
    return replace(entry, partner=replace(partner, category=kind[0], type=kind[1]), is_guessed=True)


def _sound(
    draft: DraftT, check: Callable[[DraftT], Sequence[Problem]]
) -> tuple[DraftT, list[Problem], tuple[Problem, ...]]:
    """Return a draft without what is wrong in it, what that was, and what it lacks then."""
    problems = check(draft)
    wrong = [problem for problem in problems if getattr(draft, problem.field, None)]
    if not wrong:
        return draft, [], tuple(problems)
    emptied: dict[str, Any] = {each.field: _EMPTY.get(each.field) for each in wrong}
    left = [
        to_complete(each.field, each.code, each.message, _said(getattr(draft, each.field)))
        for each in wrong
    ]
    sound = replace(draft, **emptied)
    return sound, left, tuple(check(sound))


def _said(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def by_script(arabic: str | None, french: str | None) -> tuple[str | None, str | None]:
    """Put a name of one language in the column of its letters: files have one column for both."""
    if arabic and not french and language_of(arabic) is Language.FRENCH:
        return None, arabic
    if french and not arabic and language_of(french) is Language.ARABIC:
        return french, None
    return arabic, french


def code_of(words: str | None, *prefixes: str) -> str | None:
    """Return the code that words of either language stand for in these lists; else the words."""
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
    """Return the category of a partner where only its type is known, or nothing."""
    return (
        PartnerCategory.LIBERAL if (type_ or "").startswith("pr.") else PartnerCategory.ASSOCIATION
    )


def _folded(labels: Iterable[str]) -> set[str]:
    """Fold the words of an entry as they are compared, the two genders of one apart."""
    return {fold_words(part) for label in labels for part in (label, *label.split("/"))}
