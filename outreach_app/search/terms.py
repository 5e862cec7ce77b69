"""Terms of the search indexes: words, sounds of names, and what lists are filtered by."""

import re
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

from outreach_app.rules.folding import bare, fold_words, forms, index_words
from outreach_app.rules.phonetics import NamePart, name_parts

MOST_WORDS = 12  # of a query; what follows is left out
# Before every term of a name that only a role with the right to names may ask for.
_WITHHELD = "==="
_NOT_IN_TERM = re.compile(r"[^0-9a-z]")


class Facet(StrEnum):
    """What meetings are filtered by inside the index; the value marks its terms."""

    CATEGORY = "c"
    CHANNEL = "h"
    KIND = "k"
    OFFICE = "o"
    REVIEW = "r"
    STATUS = "s"


def facet_term(facet: Facet, value: str | int) -> str:
    """Return the term of a filter's value; no word and no sound begins with `==`."""
    return f"=={facet}{_NOT_IN_TERM.sub('=', str(value))}"


def words_of(text: str) -> list[str]:
    """Return the terms of a text: each word in every form it is asked for, once."""
    return index_words(text)


def words_of_names(names: str) -> list[str]:
    """Return the terms of names, one name a line: their words, and their sounds behind `=`."""
    return list(dict.fromkeys(term for line in names.splitlines() for term in _name_terms(line)))


def words_of_withheld(names: str) -> list[str]:
    """Return the terms of names, one name a line, that not every role finds by."""
    return [f"{_WITHHELD}{term}" for term in words_of_names(names)]


def match(
    query: str, filters: Iterable[Collection[str]] = (), *, is_withheld_sought: bool = True
) -> str:
    """Return what is asked in FTS5's language, or "" where the query has no words.

    Every word must match, the last may be unfinished, and one term of each filter. Of what was
    typed only letters and digits get here, quoted. Withheld names match only where they are sought.
    """
    parts = name_parts(query)[:MOST_WORDS]
    marks = ("", _WITHHELD) if is_withheld_sought else ("",)
    asked = [
        f"({' OR '.join(_part_match(part, mark, is_last=part is parts[-1]) for mark in marks)})"
        for part in parts
    ]
    if asked:
        asked += [f"({' OR '.join(map(_quoted, terms))})" for terms in filters]
    return " AND ".join(asked)


def _name_terms(name: str) -> Iterator[str]:
    yield from index_words(name)
    for part in name_parts(name):
        yield from (f"={key}" for key in part.key.split())


def _part_match(part: NamePart, mark: str, *, is_last: bool) -> str:
    words = fold_words(part.written).split()
    as_written = " AND ".join(
        _word_match(word, mark, is_last=is_last and number == len(words))
        for number, word in enumerate(words, 1)
    )
    as_heard = [" AND ".join(_quoted(f"{mark}={key}") for key in part.key.split())]
    if is_last and len(part.start) >= 2:
        # Longer names only: where the consonants are all of it, the vowels in the key decide.
        start = _quoted(f"{mark}={part.start}")
        as_heard.append(f"({start} * NOT {start})")
    return f"({' OR '.join(filter(None, [as_written, *as_heard]))})"


def _word_match(word: str, mark: str, *, is_last: bool) -> str:
    """Ask for the word, the word without its article, and its stem; a short beginning is whole."""
    starts = {start for start in (word, bare(word)) if is_last and len(start) >= 2}
    asked = (_quoted(f"{mark}{form}") + (" *" if form in starts else "") for form in forms(word))
    return f"({' OR '.join(asked)})"


def _quoted(term: str) -> str:
    return f'"{term}"'
