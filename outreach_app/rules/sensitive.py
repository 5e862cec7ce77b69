"""Words that may reveal about a person what this register must not keep (law 09-08, L3 and L4)."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from outreach_app.rules.folding import fold_words, stem
from outreach_app.rules.text import clean_line
from outreach_app.vocabulary import RESOURCES


class SensitiveReason(StrEnum):
    """What a word may reveal about a person that this register must not keep."""

    OPINION = "opinion"
    RELIGION = "religion"
    UNION = "union"
    HEALTH = "health"
    GENETIC = "genetic"
    ETHNICITY = "ethnicity"
    OFFENCE = "offence"
    PRIVATE = "private"


class About(StrEnum):
    """Whom a field's words are about: more is sensitive of a person than of an organisation."""

    ANYTHING = "anything"
    BODY = "body"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class SensitiveWord:
    """A word or phrase of the list found in a text, as the list writes it."""

    word: str
    reason: SensitiveReason


@dataclass(frozen=True, slots=True)
class _Listed:
    """An entry of the list, in the form in which its words are compared.

    One that is not `is_always` only counts near a person; one that `is_of_bodies` is not sensitive
    of an organisation.
    """

    found: SensitiveWord
    form: int
    words: tuple[str, ...]
    is_always: bool
    is_of_bodies: bool


_Forms = tuple[str, str, str]  # a word's stem, in lower case with accents, as it is written
_STEM, _EXACT, _ACRONYM = range(3)
_FORM_OF = {"stem": _STEM, "exact": _EXACT, "acronym": _ACRONYM}
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u064b-\u0655\u0670])+")  # with vowels and accents
# Letters one by one with one sign between, as « s.i.d.a » or « U M T », are one word.
_SPELT = re.compile(r"(?<![^\W_])[^\W\d_]([\W_])[^\W\d_](?:\1[^\W\d_])+(?![^\W_])")
_TEXTS_KEPT = 1024
_WORDS_KEPT = 8192

# Letters of other alphabets, and small capitals, that are read as Latin ones.
_LOOKALIKES = str.maketrans(
    "аеорсухѕіјһԁԛԝАВЕКМНОРСТХУЅІЈονραικτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
    "aeopcyxsijhdqwABEKMHOPCTXYSIJovpaiktuxABEZHIKMNOPTYXabcdefghijklmnoprstuvwyz",
)

# Words that show that a text speaks of somebody, and how many words away counts as near.
_NEAR = 6
_PERSONS = (
    "السيد السيدة الآنسة الأستاذ رئيس رئيسة الرئيس الرئيسة كاتب كاتبة أمين أمينة نائب نائبة عضو"
    " شخص المسمى المسماة المدعو المدعوة المعني المعنية هو هي إنه إنها ابنه ابنته أخوه"
    " M Mr Mme Mlle monsieur madame mademoiselle président présidente secrétaire trésorier"
    " trésorière membre nommé nommée dénommé dénommée individu intéressé intéressée"
    " il elle lui fils fille frère"
)


# A form is checked at every keystroke: all of its texts but one are unchanged since the last.
@lru_cache(_TEXTS_KEPT)
def sensitive_words(text: str, about: About = About.ANYTHING) -> tuple[SensitiveWord, ...]:
    """Return the sensitive words in a text, in order, in either language.

    A hit asks for rewording or a reason; it proves nothing, as a list ignores the context.
    """
    line = clean_line(text).translate(_LOOKALIKES)
    line = _SPELT.sub(lambda spelt: spelt[0].replace(spelt[1], ""), line)
    words = [_forms(word) for word in _WORD.findall(line)]
    persons = [place for place, forms in enumerate(words) if forms[_STEM] in _person_stems()]
    found = (
        entry.found
        for place, forms in enumerate(words)
        for entry in _listed_from(forms)
        if _is_there(entry, words[place : place + len(entry.words)])
        and _counts(entry, about, place, persons)
    )
    return tuple(dict.fromkeys(found))


def _is_there(entry: _Listed, words: Sequence[_Forms]) -> bool:
    return entry.words == tuple(forms[entry.form] for forms in words)


def _counts(entry: _Listed, about: About, place: int, persons: Sequence[int]) -> bool:
    """Return whether a word that occurs reveals something about a person."""
    if about is About.BODY:
        return entry.is_always and not entry.is_of_bodies
    return (
        entry.is_always
        or about is About.PERSON
        or any(abs(place - person) <= _NEAR for person in persons)
    )


def _listed_from(forms: _Forms) -> Iterator[_Listed]:
    """Yield the entries that begin with a word in one of its forms."""
    for word in dict.fromkeys(forms):
        yield from _entries().get(word, ())


# Few words make up most texts: their forms are computed once.
@lru_cache(_WORDS_KEPT)
def _forms(word: str) -> _Forms:
    folded = fold_words(word)
    return (stem(folded) if folded else "", word.casefold(), word)


@cache
def _person_stems() -> frozenset[str]:
    return frozenset(_forms(word)[_STEM] for word in _PERSONS.split())


@cache
def _entries() -> dict[str, list[_Listed]]:
    """Return the list by the first word of each entry, in the form in which it is compared."""
    entries: dict[str, list[_Listed]] = {}
    with (RESOURCES / "sensitive_words.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            form = _FORM_OF[row["match"]]
            entry = _Listed(
                found=SensitiveWord(row["word"], SensitiveReason(row["reason"])),
                form=form,
                words=tuple(_forms(word)[form] for word in _WORD.findall(row["word"])),
                is_always=row["level"] == "1",
                is_of_bodies=row["body_ok"] == "yes",
            )
            entries.setdefault(entry.words[0], []).append(entry)
    return entries
