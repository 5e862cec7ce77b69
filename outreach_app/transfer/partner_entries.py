"""What one row or card of a partners file says: drafts of a partner and of who speaks for it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from outreach_app.errors import Problem
from outreach_app.i18n import Language
from outreach_app.rules.folding import fold_words
from outreach_app.rules.text import language_of
from outreach_app.services.partners import PartnerDraft, check_partner
from outreach_app.services.people import PersonDraft, check_person
from outreach_app.vocabulary import catalogue

# A person's draft names its partner, which may not be registered yet.
NOT_YET = UUID(int=0)
# «avocate», «pharmacienne», محامية, طبيبة, as they are folded: the lists have the masculine.
_FEMININE = ("e", "ne", "يه", "ه")
_FIELDS_OF_PERSON = {
    "name_ar": "person_ar",
    "name_fr": "person_fr",
    "phone": "person_phone",
    "email": "person_email",
}


@dataclass(frozen=True, slots=True)
class PartnerEntry:
    """One row or card; with `problems` it cannot go in.

    `raw` is the row as it stood, `line` where it starts, `not_taken` what the register does not
    hold of it, in words.
    """

    raw: object
    line: int
    partner: PartnerDraft
    person: PersonDraft | None
    problems: tuple[Problem, ...]
    not_taken: frozenset[str]


def checked(entry: PartnerEntry) -> PartnerEntry:
    """Add what is wrong with the drafts to an entry's problems."""
    problems = [*entry.problems, *check_partner(entry.partner)]
    if entry.person is not None:
        problems += [
            replace(problem, field=_FIELDS_OF_PERSON.get(problem.field, problem.field))
            for problem in check_person(entry.person)
        ]
    return replace(entry, problems=tuple(problems))


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
    return "pt.liberal" if (type_ or "").startswith("pr.") else "pt.association"


def _folded(labels: Iterable[str]) -> set[str]:
    """Fold the words of an entry as they are compared, the two genders of one apart."""
    return {fold_words(part) for label in labels for part in (label, *label.split("/"))}
