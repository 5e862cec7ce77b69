"""The ways in which a text can name a person, besides the spelling on the card."""

from collections.abc import Iterable
from itertools import pairwise

from outreach_app.rules.folding import fold_words

_ARABIC_TITLES = "السيد السيدة الآنسة الأستاذ الأستاذة الدكتور الدكتورة"
_FRENCH_TITLES = "M Mr Mme Mlle Monsieur Madame Mademoiselle Me Maître Dr Docteur"
_TITLES = frozenset(fold_words(f"{_ARABIC_TITLES} {_FRENCH_TITLES}").split())


def writings_of(name: str) -> tuple[str, ...]:
    """Return the folded forms of a full name: as it is, family name first, with an initial.

    None for a single word, which would match where nobody is meant.
    """
    words = fold_words(name).split()
    if len(words) < 2:
        return ()
    given, family = words[:-1], words[-1]
    writings = (words, [family, *given], [given[0][0], family])
    return tuple(dict.fromkeys(" ".join(each) for each in writings))


def says_name(text: str, names: Iterable[str]) -> bool:
    """Return whether a text contains one of these full names, or a title with the family name."""
    words = fold_words(text).split()
    folded = f" {' '.join(words)} "
    families = {fold_words(name).split()[-1] for name in names if writings_of(name)}
    return any(f" {each} " in folded for name in names for each in writings_of(name)) or any(
        title in _TITLES and word in families for title, word in pairwise(words)
    )
