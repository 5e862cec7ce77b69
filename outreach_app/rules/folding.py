"""Folding of words for search and duplicates: one function for the text and the query."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from outreach_app.rules.text import clean_line

_SAME_LETTERS = (
    {"ٱ": "ا", "ی": "ي", "ک": "ك", "گ": "ك", "ڭ": "ك", "ݣ": "ك", "ھ": "ه", "ہ": "ه", "پ": "ب",
     "ڤ": "ف", "ڨ": "ق", "چ": "ج", "œ": "oe", "æ": "ae", "ـ": "", "\u200c": "",
     "’": "'", "ʼ": "'", "‘": "'", "`": "'"}
    | dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True))
)  # fmt: skip
# French elisions end a word («l'éclairage»); other apostrophes are inside one («M'hamed»).
_ELISION = re.compile(r"\b(?:(?:[cdjlnst]|(?:jus|lors|puis|quoi)?qu)'|m'(?=[aeiouy]))")
_HAMZA = "\u0654"  # on its seat, once letters are decomposed
# Seats that vary in a word that is not mistaken for another: مسئولية for مسؤولية (not مئوي), بيئة
# and هيئة for بيأة and هيأة, هيئته for هيأته, هيئات for هيآت.
_SEATS = tuple(
    (re.compile(pattern), seat)
    for pattern, seat in (
        (f"ي{_HAMZA}(?=و(?![يى]))", "و"),
        (f"(?<=[به]ي)ي{_HAMZA}(?=[ةه])", "ا"),
        (f"(?<=هي)ي{_HAMZA}(?=ت)", "ا"),
        (f"(?<=هي)ي{_HAMZA}(?=ا)", ""),
    )
)
_WORD = re.compile(r"[^\W_]+")
_WORDS_KEPT = 8192
_TEXTS_KEPT = 1024

PARTICLES = {
    "بن": "بن", "ابن": "بن", "بو": "بو", "ابو": "بو", "عبد": "عبد", "بنعبد": "بنعبد",
    "ben": "ben", "bin": "ben", "ibn": "ben", "bou": "bou", "abou": "bou", "abd": "abd",
    "abdel": "abdel", "abdul": "abdel", "benabd": "benabd", "benabdel": "benabdel",
    # With what is written as one word with it: «لعبد الرحمان».
    "وعبد": "وعبد", "لعبد": "لعبد", "بعبد": "بعبد", "فعبد": "فعبد", "كعبد": "كعبد",
    "ولعبد": "ولعبد", "وبعبد": "وبعبد", "وكعبد": "وكعبد",
}  # fmt: skip
# As written after عبد, whose article sounds like the letter that follows: « Abd-er-Rahmane ».
_LATIN_ARTICLES = {
    "el", "al", "ul", "er", "ar", "ur", "es", "as", "us", "ess", "ed", "ad", "ud", "et", "at", "ez",
    "az", "en", "an", "ech", "ach", "esh", "ash",
}  # fmt: skip

_ARABIC_ARTICLES = ("وبال", "وكال", "فبال", "ولل", "وال", "بال", "كال", "فال", "لال", "ال", "لل")
# A plural in ات becomes its singular, a feminine adjective its masculine; other endings are cut.
_ARABIC_ENDINGS = {
    "يات": "ي", "ات": "ه", "يه": "ي", "ون": "", "ين": "", "ها": "", "هم": "", "ا": "",
}  # fmt: skip


def fold_words(text: str) -> str:
    """Fold a text to the words that search and duplicates compare, separated by single spaces.

    No case, accents, harakat, hamza seats or hyphens; ى and ة as ي and ه; ASCII digits; عبد, بن,
    بو, Abdel, Ben and Bou joined to the name that follows.
    """
    return " ".join(joined for joined, _last in _compounds(text))


# A name that is checked, searched, written and indexed is folded several times in a row.
@lru_cache(_TEXTS_KEPT)
def bare_words(text: str) -> tuple[str, ...]:
    """Return the words in lower case without accents, harakat or elisions; ى and ة are kept."""
    decomposed = unicodedata.normalize("NFKD", clean_line(text)).casefold()
    letters = unicodedata.normalize("NFKD", decomposed)
    # Only the few letters that occur and need replacing: a table of all of them is slow.
    for letter in set(letters) - {_HAMZA}:
        if unicodedata.combining(letter):
            letters = letters.replace(letter, "")
        elif letter in _SAME_LETTERS:
            letters = letters.replace(letter, _SAME_LETTERS[letter])
    if _HAMZA in letters:
        for pattern, seat in _SEATS:
            letters = pattern.sub(seat, letters)
        letters = letters.replace(_HAMZA, "")
    return tuple(_WORD.findall(_ELISION.sub(" ", letters).replace("'", "")))


def join_particles(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Join each particle of a name to what follows; yield the joined word and its last part."""
    start = ""
    for word in words:
        if word in PARTICLES:
            start += PARTICLES[word]
        elif start.endswith("abd") and word in _LATIN_ARTICLES:
            start += "el"
        else:
            yield start + word, word
            start = ""
    if start:
        yield start, start


# Few words make up most texts: their forms are computed once.
@lru_cache(_WORDS_KEPT)
def bare(word: str) -> str:
    """Strip و and the article from a folded Arabic word if at least two letters remain."""
    for article in _ARABIC_ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + 2:
            return word.removeprefix(article)
    return word[1:] if word.startswith("و") and len(word) >= 5 else word


@lru_cache(_WORDS_KEPT)
def stem(word: str) -> str:
    """Return the light stem of a folded word: no article, common Arabic ending or French plural."""
    if not _is_arabic(word):
        return _singular(word)
    root = bare(word)
    for ending, singular in _ARABIC_ENDINGS.items():
        if root.endswith(ending) and len(root) >= len(ending) + 3:
            return root.removesuffix(ending) + singular
    return root


@lru_cache(_WORDS_KEPT)
def forms(word: str) -> tuple[str, ...]:
    """Return the forms under which a folded word is searched: itself, without article, its stem.

    A plural in ات can also be a masculine's: اجتماعات gives اجتماع beside اجتماعه.
    """
    root = bare(word)
    found = [word, root, stem(word)]
    if root.endswith("ات") and len(root) >= 5:
        found.append(_without_last_hamza(root.removesuffix("ات")))
    return tuple(dict.fromkeys(found))


def index_words(text: str) -> list[str]:
    """Return every form in which the words of a text can be searched, each once."""
    words = dict.fromkeys(chain.from_iterable(_compounds(text)))
    return list(dict.fromkeys(chain.from_iterable(map(_held_forms, words))))


@lru_cache(_WORDS_KEPT)
def _held_forms(word: str) -> tuple[str, ...]:
    return (*forms(word), *_after_preposition(word))


@lru_cache(_TEXTS_KEPT)
def _compounds(text: str) -> tuple[tuple[str, str], ...]:
    words = " ".join(bare_words(text)).replace("ى", "ي").replace("ة", "ه").split()
    return tuple(
        (_without_last_hamza(joined), _without_last_hamza(last))
        for joined, last in join_particles(words)
    )


def _without_last_hamza(word: str) -> str:
    """Drop the last hamza of a longer word, as many do in الزهراء; الماء would become another."""
    if not word.endswith("ء"):
        return word
    return word.rstrip("ء") if len(bare(word).rstrip("ء")) >= 3 else word


def _after_preposition(word: str) -> Iterator[str]:
    """Yield the word without a prefixed و, ب, ك, ل or ف: only for texts, where it can be one."""
    if word.startswith("و") and len(word) >= 4:
        word = word.removeprefix("و")
        yield word
    if word[0] in "بكلف" and len(word) >= 5:
        yield from forms(word[1:])


def _singular(word: str) -> str:
    if len(word) < 4:
        return word
    if len(word) >= 6 and word.endswith("aux") and not word.endswith("eaux"):
        return word.removesuffix("aux") + "al"
    singular = word[:-1] if word[-1] in "sx" else word
    return singular[:-1] if singular.endswith("ee") else singular


def _is_arabic(word: str) -> bool:
    return "\u0621" <= word[0] <= "\u064a"
