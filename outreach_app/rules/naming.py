"""The ways in which a text can name a person, besides the spelling on the card."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.phonetics import name_key, name_parts

_ARABIC_TITLES = "السيد السيدة الآنسة الأستاذ الأستاذة الدكتور الدكتورة"
_FRENCH_TITLES = "M Mr Mme Mlle Monsieur Madame Mademoiselle Me Maître Dr Docteur"
_TITLE_WORDS = f"{_ARABIC_TITLES} {_FRENCH_TITLES}".split()
_TITLES = frozenset(map(bare, fold_words(" ".join(_TITLE_WORDS)).split()))
# A word spelt letter by letter, with the same sign between each two: « Z o u b a i r ».
_SPELT = r"(?<![^\W_])[^\W_]([ \u00a0.\-]+)[^\W_](?:\1[^\W_])+(?![^\W_])"
_SPELT_WORD = re.compile(_SPELT)
_WRITTEN = re.compile(rf"{_SPELT}|[^\W_]+")
_MIN_ALONE = 4  # letters of a family name that is looked for alone
_MIN_HEARD = 5  # and of its key: a shorter one is that of common words
_LONGEST = 8  # words of a name with its title
_ARABIC_PREFIXES = "وبلكف"  # written as one word with the name: لمحمد


def without_title(name: str) -> str:
    """Return the folded words of a name without the titles before it.

    A title alone is returned as it is.
    """
    words = fold_words(name).split()
    titles = next((place for place, word in enumerate(words) if not _is_title(word)), 0)
    return " ".join(words[titles:])


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


def pattern_of(name: str) -> re.Pattern[str]:
    """Return what finds a name as written, with its title, and a title with the family name.

    The first group is the Arabic particle that is written as one word with it.
    """
    words = [re.escape(word) for word in name.split()]
    spaced, family = r"\s+".join(words), words[-1]
    reversed_ = r"\s+".join([family, *words[:-1]])
    title = rf"(?:{'|'.join(_TITLE_WORDS)})\.?\s+"
    ways = rf"(?:{title})?(?:{spaced}|{reversed_})|{title}{family}"
    return re.compile(rf"(?<!\w)([{_ARABIC_PREFIXES}]?)(?:{ways})(?!\w)", re.IGNORECASE)


class NameFinder:
    """Find full names in texts, in any spelling of either script, with a title or an initial.

    `alone` are the folded family names that identify somebody even by themselves.
    """

    def __init__(self, names: Iterable[str], alone: Collection[str] = ()) -> None:
        self._names = [name for name in names if writings_of(name)]
        self._folded = [f" {each} " for name in self._names for each in writings_of(name)]
        self._families = {fold_words(name).split()[-1] for name in self._names}
        keys = [each for each in (name_key(name).split() for name in self._names) if each[1:]]
        self._forms = [form for each in keys for form in _forms_of(each)]
        self._family_keys = {each[-1] for each in keys}
        self._alone = frozenset(alone)
        alone_keys = (key for each in alone for key in name_key(each).split())
        self._alone_keys = frozenset(key for key in alone_keys if len(key) >= _MIN_HEARD)

    def is_in(self, text: str) -> bool:
        """Return whether a text contains one of the names, or a title with the family name."""
        return self._is_whole_in(text) or self._is_alone_in(text)

    def _is_whole_in(self, text: str) -> bool:
        text = _closed_up(text)
        words = fold_words(text).split()
        folded = f" {' '.join(words)} "
        return (
            any(each in folded for each in self._folded)
            or any(word in self._families and _is_title(title) for title, word in pairwise(words))
            or self._is_heard_in(text)
        )

    def find_span(self, text: str) -> range | None:
        """Return the characters of the fewest successive words that name somebody, if any do.

        Those of a full name, before those of a family name alone.
        """
        words = [found.span() for found in _WRITTEN.finditer(text)]
        for is_said in (self._is_whole_in, self._is_alone_in):
            for count in range(1, _LONGEST + 1):
                for (start, _end), (_start, end) in zip(words, words[count - 1 :], strict=False):
                    if is_said(text[start:end]):
                        return range(start, end)
        return None

    def _is_alone_in(self, text: str) -> bool:
        if not self._alone:
            return False
        text = _closed_up(text)
        written = fold_words(text).split()
        attached = (word[1:] for word in written if word[0] in _ARABIC_PREFIXES)
        return not self._alone.isdisjoint((*written, *attached)) or any(
            self._alone_keys & keys for _word, keys in _heard(text)
        )

    def _is_heard_in(self, text: str) -> bool:
        words = list(_heard(text))
        if not any(self._family_keys & keys for _word, keys in words):
            return False
        return any(
            self._family_keys & keys and _is_title(title)
            for (title, _keys), (_word, keys) in pairwise(words)
        ) or any(_is_among(form, [keys for _word, keys in words]) for form in self._forms)


def families_of(names: Iterable[str]) -> set[str]:
    """Return the folded family names, long enough to be looked for alone, of full names."""
    words = (fold_words(name).split() for name in names)
    return {each[-1] for each in words if len(each) > 1 and len(each[-1]) >= _MIN_ALONE}


def _closed_up(text: str) -> str:
    """Return a text with its words that were spelt letter by letter written as words."""
    return _SPELT_WORD.sub(lambda found: found[0].replace(found[1], ""), text)


def _is_title(word: str) -> bool:
    return bare(fold_words(word)) in _TITLES


def _heard(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each word of a text with the keys by which it can be heard."""
    for part in name_parts(text):
        keys = part.key.split()
        if len(part.written) > 3 and part.written[0] in _ARABIC_PREFIXES:
            yield part.written, frozenset((*keys, name_key(part.written[1:])))
        else:
            yield from ((part.written, frozenset((key,))) for key in keys)


def _forms_of(keys: Sequence[str]) -> list[Sequence[str]]:
    """Return the ways in which a name is written, without further given names too."""
    given, family = keys[:-1], keys[-1]
    first, initial = given[0], given[0][0]
    return [keys, [family, *given], [first, family], [initial, family], [family, initial]]


def _is_among(form: Sequence[str], words: Sequence[frozenset[str]]) -> bool:
    starts = range(len(words) - len(form) + 1)
    return any(all(key in words[i + n] for n, key in enumerate(form)) for i in starts)
