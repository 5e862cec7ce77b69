"""Counted nouns: one phrase per noun, number and case, from the catalogue `counts`."""

import gettext
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from outreach_app.i18n import TRANSLATIONS, Language
from outreach_app.summaries.prose.numbers import digits

DOMAIN = "counts"


class Case(StrEnum):
    """The case a sentence gives to its slot; French has one form for all three."""

    NOMINATIVE = "nominative"
    ACCUSATIVE = "accusative"
    GENITIVE = "genitive"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that can be counted: message ids, and the features its Arabic verb agrees with."""

    one: str
    many: str
    feminine: bool = False
    human: bool = False


@cache
def counted_nouns(language: Language) -> gettext.NullTranslations:
    """Load the compiled counted nouns of one language."""
    return gettext.translation(DOMAIN, TRANSLATIONS, [language.value])


def count(noun: Noun, number: int, case: Case, language: Language) -> str:
    """Return a number with its noun, kept on one line («4 نقط», «نقطتين», "4 points").

    Zero has the form after a negated verb («أي نقطة», "aucun point").
    """
    form = counted_nouns(language).npgettext(case.value, noun.one, noun.many, number)
    return form.replace("{n} ", "{n}\u00a0").format(n=digits(number, language))


def bare_count(noun: Noun, number: int) -> str:
    """Return a number after which Arabic leaves out the noun, in the genitive: «22», «اثنتين»."""
    words = ("واحدة", "اثنتين") if noun.feminine else ("واحد", "اثنين")
    return words[number - 1] if number in (1, 2) else digits(number, Language.ARABIC)


def takes_feminine_verb(noun: Noun, number: int) -> bool:
    """Return whether an Arabic verb before a count is feminine: «ولا تزال 3 التزامات».

    Three to ten things are feminine; otherwise, and for people, the noun's own gender decides.
    """
    return noun.feminine or (not noun.human and 3 <= number % 100 <= 10)


def first_of(noun: Noun, number: int) -> str:
    """Return what Arabic calls the first of two or more: «أولهما», «أولاهما», «أولها»."""
    if number != 2:
        return "أولها"
    return "أولاهما" if noun.feminine else "أولهما"
