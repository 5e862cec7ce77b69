"""The ways in which a text can name a person, besides the spelling on the card."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.given_names import is_of_place
from outreach_app.rules.joined_names import (
    family_names,
    joined_in,
    starts_of,
    whole_names,
    without_attached,
)
from outreach_app.rules.phonetics import name_key, name_parts

_ARABIC_TITLES = "السيد السيدة الآنسة الأستاذ الأستاذة الدكتور الدكتورة المهندس المهندسة د ذ"
_FRENCH_TITLES = (
    "M Mr Mme Mlle Monsieur Madame Mademoiselle Me Maître Dr Dre Docteur Pr Prof Professeur"
    " Professeure Ing Ingénieur Ingénieure"
)
TITLE_WORDS = f"{_ARABIC_TITLES} {_FRENCH_TITLES}".split()
_TITLES = frozenset(map(bare, fold_words(" ".join(TITLE_WORDS)).split()))
# Also written before names of people, but places and sentences begin with them too: with a family
# name alone they name nobody («Sidi Bernoussi»).
_HONOURS = frozenset(
    map(
        bare,
        fold_words(
            "الحاج الحاجة للا لالة سيدي سي مولاي الفقيه الشريف الشريفة"
            " Hajj Haj Lhaj Lhajj Hajja Haja Lalla Sidi Si Moulay Fkih Fqih Cherif"
            " Chrif Cherifa Chrifa"
        ).split(),
    )
)
# What a practice is called by before the name of its owner: « Pharmacie Oumnia Sellami ».
PRACTICE_WORDS = frozenset(
    map(
        bare,
        fold_words(
            "صيدلية عيادة مكتب مختبر مصحة طبيب طب الأسنان طبية بيطرية محاماة محامي توثيق عدول"
            " Pharmacie Officine Cabinet Étude Clinique Laboratoire Optique de médical médicale"
            " dentaire dentiste vétérinaire notariale notaire avocat avocats avocate"
        ).split(),
    )
)
# Before a family name that begins with Ben they name nobody but a woman: no place is called so.
_OF_WOMEN = frozenset(("للا", "لاله", "lalla"))
_BETWEEN_TITLES = frozenset(("le", "la", "el"))  # «M. le Docteur», «El Hajj»
# What follows a name in its field: « Anas Sqalli, président ».
AFTER_NAME = re.compile(r"[,،;؛(]|\s[-–—]\s")
_TOKEN = re.compile(r"[^\s.-]+")
# A word spelt letter by letter, with the same sign between each two: « Z o u b a i r ».
_SPELT = r"(?<![^\W_])[^\W_]([ \u00a0.\-]+)[^\W_](?:\1[^\W_])+(?![^\W_])"
_ARABIC_PREFIXES = "وبلكف"  # written as one word with the name: لمحمد
_SPELT_WORD = re.compile(_SPELT)
_MARKS = "\u0300-\u036f\u064b-\u0655\u0670"  # accents and harakat that are signs of their own
_WRITTEN = re.compile(rf"{_SPELT}|[^\W_](?:[^\W_]|[{_MARKS}])*")
# What a family name is written with or without: Aït before it, the article after بن, which Latin
# script often leaves out («بن الطيب», « Bentayeb »).
_LOOSE = re.compile(
    rf"(?<![^\W_])(?:[{_ARABIC_PREFIXES}]?[آأإا]ي[{_MARKS}]*ت[{_MARKS}]*|a[iï][{_MARKS}]*t)"
    rf"[\s\-\u2010\u2011]+(?=[^\W_])|(?<=بن)\s*ال(?=[^\W_]{{3}})"
    # The N of other countries' names: « N'Diaye », « N Diaye », « Ndiaye ».
    r"|(?<=\bn)(?:['’ʼ‘`]\s*|\s+)(?=[dgjkstz])",
    re.IGNORECASE,
)
# A name with hyphens is written as one word too, and Ould with what follows: « Mariehélène »,
# « Ouldlhassan ».
_HYPHEN = re.compile(r"(?<=[^\W_])[-\u2010\u2011](?=[^\W_])")
_OULD = re.compile(r"(?<![^\W_])(ould|ولد)[\s\-\u2010\u2011]*(?=[^\W_])", re.IGNORECASE)
_MIN_ALONE = 4  # letters of a family name that is looked for alone
_MIN_HEARD = 5  # and of its key: a shorter one is that of common words
_LONGEST = 8  # words of a name with its title


def without_title(name: str) -> str:
    """Return the folded words of a name without the titles before it.

    A title alone is returned as it is.
    """
    return fold_words(_without(_TITLES, name))


def spoken_name(name: str) -> str:
    """Return a recorded name as texts say it: without titles, and what follows a comma.

    One that has no full name beside them is returned as it is.
    """
    before, *after = AFTER_NAME.split(name, maxsplit=1)
    # A family name can come first, with a comma: «Alaoui, Fatima».
    turned = " ".join((*after, before))
    spoken = (_without(_TITLES | _HONOURS, before), before, turned)
    return next((each for each in spoken if _is_full(fold_words(each).split())), name)


def writings_of(name: str) -> tuple[str, ...]:
    """Return the folded forms of a full name: as it is, family name first, with an initial.

    Also the family name with the title that was recorded. None for a single word, or for one
    without letters, which would match where nobody is meant.
    """
    spoken = spoken_name(name)
    words = fold_words(spoken).split()
    if not _is_full(words):
        return ()
    given, family = words[:-1], words[-1]
    before = fold_words(name.partition(spoken)[0]).split() if spoken != name else []
    titled = ([word, family] for word in before if _is_title(word))
    writings = (words, [family, *given], [given[0][0], family], *titled)
    return tuple(dict.fromkeys(" ".join(each) for each in writings))


def titled_writings_of(name: str) -> tuple[str, ...]:
    """Return each title with the family name, if a recorded name has no other word after a title.

    A practice is recorded so: « Cabinet Maître Belkhadir ».
    """
    titled = _from_title(AFTER_NAME.split(name, maxsplit=1)[0])
    family = fold_words(_without(_TITLES, titled))
    if " " in family or len(family) < _MIN_ALONE or family == fold_words(titled):
        return ()
    return tuple(f"{title} {family}" for title in sorted(_TITLES))


class NameFinder:
    """Find full names in texts, in any spelling of either script, with a title or an initial.

    `alone` are the folded family names that identify somebody even by themselves.
    """

    def __init__(self, names: Iterable[str], alone: Collection[str] = ()) -> None:
        loose = (each for name in names for each in variants_of(name))
        written = {name: writings for name in loose if (writings := writings_of(name))}
        self._folded = [f" {each} " for writings in written.values() for each in writings]
        spoken = [spoken_name(name) for name in written]
        self._families = {fold_words(name).split()[-1] for name in spoken}
        keys = [each for each in (name_key(name).split() for name in spoken) if each[1:]]
        self._forms = [form for each in keys for form in forms_of(each)]
        self._family_keys = {each[-1] for each in keys}
        words = [starts_of(name) for name in spoken]
        self._joined = {each for name in words for each in whole_names(name)}
        self._joined_families = {each for name in words for each in family_names(name)}
        self._alone = frozenset(alone)
        alone_keys = (key for each in alone for key in name_key(each).split())
        self._alone_keys = frozenset(key for key in alone_keys if len(key) >= _MIN_HEARD)

    def is_in(self, text: str) -> bool:
        """Return whether a text contains one of the names, or a title with the family name."""
        return self._is_whole_in(text) or self._is_joined_in(text) or self._is_alone_in(text)

    def _is_whole_in(self, text: str) -> bool:
        text = closed_up(text)
        loose = loosened(text)
        return self._is_written_in(text) or (loose != text and self._is_written_in(loose))

    def _is_written_in(self, text: str) -> bool:
        words = fold_words(text).split()
        folded = f" {' '.join(words)} "
        return (
            any(each in folded for each in self._folded)
            or any(
                word in self._families and _is_title(title, word) for title, word in pairwise(words)
            )
            or self._is_heard_in(text)
        )

    def find_span(self, text: str) -> range | None:
        """Return the characters of the fewest successive words that name somebody, if any do.

        Those of a full name, before those of a family name alone.
        """
        words = [found.span() for found in _WRITTEN.finditer(text)]
        for is_said in (self._is_whole_in, self._is_joined_in, self._is_alone_in):
            for count in range(1, _LONGEST + 1):
                for (start, _end), (_start, end) in zip(words, words[count - 1 :], strict=False):
                    if is_said(text[start:end]):
                        ends = {each.end(): each.start() for each in _LOOSE.finditer(text)}
                        return range(ends.get(start, start), end)
        return None

    def _is_alone_in(self, text: str) -> bool:
        if not self._alone:
            return False
        text = f"{closed_up(text)} {loosened(closed_up(text))}"
        written = fold_words(text).split()
        ways = (way for word in written for way in without_attached(word))
        return not self._alone.isdisjoint(ways) or any(
            self._alone_keys & keys for _word, keys in heard_words(text)
        )

    def _is_heard_in(self, text: str) -> bool:
        words = list(heard_words(text))
        if not any(self._family_keys & keys for _word, keys in words):
            return False
        return any(
            self._family_keys & keys and _is_title(title, word)
            for (title, _keys), (word, keys) in pairwise(words)
        ) or any(_is_among(form, [keys for _word, keys in words]) for form in self._forms)

    def _is_joined_in(self, text: str) -> bool:
        return any(
            said in self._joined or (said in self._joined_families and _is_title(before))
            for before, said in joined_in(closed_up(text))
        )


def families_of(names: Iterable[str]) -> set[str]:
    """Return the folded family names, long enough to be looked for alone, of full names."""
    words = (fold_words(loosened(spoken_name(name))).split() for name in names)
    return {each[-1] for each in words if _is_full(each) and len(each[-1]) >= _MIN_ALONE}


def closed_up(text: str) -> str:
    """Return a text with its words that were spelt letter by letter written as words."""
    return _SPELT_WORD.sub(lambda found: found[0].replace(found[1], ""), text)


def variants_of(name: str) -> tuple[str, ...]:
    """Return a name as recorded, and with its words joined or parted as texts have them too.

    That of a practice also without what it is called by, and from its title on: « Cabinet Dr Omar
    Chraibi ».
    """
    hyphens, titled = _HYPHEN.sub("", name), _from_title(name)
    ould = _OULD.sub(r"\1", name), _OULD.sub(r"\1 ", name)
    return name, loosened(name), hyphens, *ould, titled, _owner(name)


def loosened(text: str) -> str:
    """Return a text without what family names are written with or without."""
    return _LOOSE.sub(lambda found: " " if "ال" in found[0][-2:] else "", text)


def _without(titles: Collection[str], name: str) -> str:
    """Return a name from its first word that is no title; a title alone as it is."""
    start: int | None = None
    for token in _TOKEN.finditer(name):
        word = _folded(token[0])
        if word in titles:
            start = None
            continue
        start = token.start() if start is None else start
        if word and word not in _BETWEEN_TITLES:
            return name[start:]
    return name


def _from_title(name: str) -> str:
    """Return a name from its first title on that is no single letter; one without it as it is."""
    titles = (token for token in _TOKEN.finditer(name) if _folded(token[0]) in _TITLES)
    return next((name[each.start() :] for each in titles if len(each[0]) > 1), name)


def _owner(name: str) -> str:
    """Return the name of a practice's owner, if a given name and not a place follows."""
    owner = _without(PRACTICE_WORDS, name)
    return name if is_of_place(owner) else owner


def _is_full(words: Sequence[str]) -> bool:
    """Return whether these words are a full name: two with letters, one more than an initial."""
    lettered = [word for word in words if any(map(str.isalpha, word))]
    return len(lettered) > 1 and any(len(word) > 1 for word in lettered)


@lru_cache(8192)  # words: names share most of theirs
def _folded(word: str) -> str:
    return bare(fold_words(word))


def _is_title(word: str, family: str = "") -> bool:
    """Return whether a word is a title; before a `family` with Ben also an honour of women."""
    titles = _TITLES | _OF_WOMEN if family.startswith(("ben", "بن")) else _TITLES
    return any(_folded(way) in titles for way in without_attached(word))


def heard_words(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each word of a text with the keys by which it can be heard."""
    for part in name_parts(text):
        keys = part.key.split()
        _written, *bare_ways = without_attached(part.written)
        if bare_ways:
            yield part.written, frozenset((*keys, *map(name_key, bare_ways)))
        else:
            yield from ((part.written, frozenset((key,))) for key in keys)


def forms_of(keys: Sequence[str]) -> list[Sequence[str]]:
    """Return the ways in which a name is written, without further given names too."""
    given, family = keys[:-1], keys[-1]
    first, initial = given[0], given[0][0]
    return [keys, [family, *given], [first, family], [initial, family], [family, initial]]


def _is_among(form: Sequence[str], words: Sequence[frozenset[str]]) -> bool:
    starts = range(len(words) - len(form) + 1)
    return any(all(key in words[i + n] for n, key in enumerate(form)) for i in starts)
