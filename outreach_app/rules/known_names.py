"""The names that a register knows, recognised in a text in any spelling of either script."""

from collections.abc import Iterable, Iterator, Sequence

from outreach_app.rules.folding import fold_words
from outreach_app.rules.joined_names import joined_in, starts_of, whole_names
from outreach_app.rules.naming import (
    closed_up,
    forms_of,
    heard_words,
    loosened,
    spoken_name,
    titled_writings_of,
    variants_of,
    writings_of,
)
from outreach_app.rules.phonetics import name_key

_FULL = 3  # of the ways in which a name is written: those that follow have an initial


class KnownNames:
    """Many full names, each found in a text by its words or its sound, and places by their words.

    Unlike a `NameFinder` it takes the same time for one name and for those of a country, and finds
    no family name alone, and none after a title unless it was recorded so.
    """

    def __init__(self, names: Iterable[str], places: Iterable[str] = ()) -> None:
        self._written = _Forms()
        self._heard = _Forms()
        self._joined: dict[str, str] = {}
        for place in places:
            self._written.add(fold_words(place).split(), place)
        for name in names:
            for joined in whole_names(starts_of(spoken_name(name))):
                self._joined.setdefault(joined, name)
            for writing in titled_writings_of(name):
                self._written.add(writing.split(), name)
                self._heard.add(name_key(writing).split(), name)
            for variant in dict.fromkeys(variants_of(name)):
                for writing in writings_of(variant):
                    self._written.add(writing.split(), name)
                keys = name_key(spoken_name(variant)).split()
                if len(keys) > 1:
                    for form in forms_of(keys)[:_FULL]:
                        self._heard.add(form, name)

    def said_in(self, text: str) -> tuple[str, ...]:
        """Return the names that a text says, each once."""
        found = dict[str, None]()
        closed = closed_up(text)
        for read in dict.fromkeys((closed, loosened(closed))):
            written = [frozenset((word,)) for word in fold_words(read).split()]
            for names in self._written.find(written):
                found |= dict.fromkeys(names)
            for names in self._heard.find([keys for _word, keys in heard_words(read)]):
                # One card has its name in both scripts, which sound the same.
                if found.keys().isdisjoint(names):
                    found[names[0]] = None
        if not found:
            joined = (self._joined.get(said) for _before, said in joined_in(closed))
            found |= dict.fromkeys(name for name in joined if name)
        return tuple(found)


class _Forms:
    """Names by the successive words of which they consist."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, ...], list[str]] = {}
        self._begun = set[tuple[str, ...]]()

    def add(self, form: Sequence[str], name: str) -> None:
        """Add a name under its words."""
        names = self._names.setdefault(tuple(form), [])
        if name not in names:
            names.append(name)
        self._begun |= {tuple(form[:count]) for count in range(1, len(form) + 1)}

    def find(self, words: Sequence[frozenset[str]]) -> Iterator[list[str]]:
        """Yield the names that begin at each word; a word can be read in several ways."""
        for start in range(len(words)):
            begun: list[tuple[str, ...]] = [()]
            for place in range(start, len(words)):
                longer = ((*form, word) for form in begun for word in sorted(words[place]))
                begun = [form for form in longer if form in self._begun]
                if not begun:
                    break
                yield from (self._names[form] for form in begun if form in self._names)
