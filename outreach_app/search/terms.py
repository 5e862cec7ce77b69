"""Terms of the search indexes: words, sounds of names, and filters of lists."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from outreach_app.rules.folding import bare, fold_words, forms, index_words
from outreach_app.rules.phonetics import NamePart, name_parts

MAX_WORDS = 12  # of a query; the rest is ignored
# Prefix of every term of a name that only a role with the right to names can search.
_WITHHELD = "==="
_NOT_IN_TERM = re.compile(r"[^0-9a-z]")


class Facet(StrEnum):
    """A filter of meetings inside the index; the value marks its terms."""

    CATEGORY = "c"
    CHANNEL = "h"
    KIND = "k"
    OFFICE = "o"
    REVIEW = "r"
    STATUS = "s"


@dataclass(frozen=True, slots=True)
class Syntax:
    """The query syntax of an engine: operators, quotes, and the mark of a prefix."""

    both: str
    either: str
    without: str
    quote: str
    begins: str
    longest: int | None = None  # letters of a term

    def term(self, term: str, *, begins: bool = False) -> str:
        """Return a term in a query; only letters and digits of the input reach this."""
        return f"{self.quote}{term[: self.longest]}{self.quote}{self.begins if begins else ''}"


def facet_term(facet: Facet, value: str | int) -> str:
    """Return the term of a filter's value; no word and no sound starts with `==`."""
    return f"=={facet}{_NOT_IN_TERM.sub('=', str(value))}"


def words_of(text: str) -> list[str]:
    """Return the terms of a text: each word in every form it is searched by, once."""
    return index_words(text)


def words_of_names(names: str) -> list[str]:
    """Return the terms of names, one name a line: their words, and sounds after `=`."""
    return list(dict.fromkeys(term for line in names.splitlines() for term in _name_terms(line)))


def words_of_withheld(names: str) -> list[str]:
    """Return the terms of names, one name a line, that not every role can search."""
    return [f"{_WITHHELD}{term}" for term in words_of_names(names)]


def match(
    syntax: Syntax,
    query: str,
    filters: Iterable[Collection[str]] = (),
    *,
    is_withheld_sought: bool = True,
    is_finished: bool = False,
) -> str:
    """Return the query in an engine's language, or "" if nothing is sought.

    Every word must match, the last as a prefix unless it `is_finished`, and one term of each
    filter; a query of signs only matches nothing, a blank one is that of the filters. Only letters
    and digits of the input are used, quoted. Withheld names match only with `is_withheld_sought`.
    """
    parts = name_parts(query)[:MAX_WORDS]
    marks = ("", _WITHHELD) if is_withheld_sought else ("",)
    begun = None if is_finished or not parts else parts[-1]
    asked = [
        _either(syntax, (_part_match(syntax, part, mark, is_begun=part is begun) for mark in marks))
        for part in parts
    ]
    if asked or not query.strip():
        asked += [_either(syntax, map(syntax.term, terms)) for terms in filters]
    return syntax.both.join(asked)


def last_word(query: str) -> str:
    """Return the last word of a query, as `match` takes it; "" if it has none."""
    parts = name_parts(query)[:MAX_WORDS]
    return parts[-1].written if parts else ""


def _either(syntax: Syntax, asked: Iterable[str]) -> str:
    return f"({syntax.either.join(asked)})"


def _name_terms(name: str) -> Iterator[str]:
    yield from index_words(name)
    for part in name_parts(name):
        yield from (f"={key}" for key in part.key.split())


def _part_match(syntax: Syntax, part: NamePart, mark: str, *, is_begun: bool) -> str:
    words = fold_words(part.written).split()
    as_written = syntax.both.join(
        _word_match(syntax, word, mark, is_begun=is_begun and number == len(words))
        for number, word in enumerate(words, 1)
    )
    as_heard = [syntax.both.join(syntax.term(f"{mark}={key}") for key in part.key.split())]
    if is_begun and len(part.start) >= 2:
        # Longer names only: if the key is all consonants, its vowels decide.
        start = f"{mark}={part.start}"
        longer = f"{syntax.term(start, begins=True)}{syntax.without}{syntax.term(start)}"
        as_heard.append(f"({longer})")
    return _either(syntax, filter(None, [as_written, *as_heard]))


def _word_match(syntax: Syntax, word: str, mark: str, *, is_begun: bool) -> str:
    """Search the word, the word without article, and its stem; one letter is no prefix."""
    starts = {start for start in (word, bare(word)) if is_begun and len(start) >= 2}
    return _either(
        syntax, (syntax.term(f"{mark}{form}", begins=form in starts) for form in forms(word))
    )
