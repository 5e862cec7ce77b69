"""Small numbers in letters, for a sentence that lists several: figures and words would mix."""

from collections.abc import Iterable

from outreach_app.i18n import Language
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.numbers import digits

_FRENCH = (
    *("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    *("treize", "quatorze", "quinze", "seize"),
)
# Before a feminine noun, from three to ten; before a masculine one they take a tāʾ marbūṭa.
_ARABIC = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")


def in_letters(number: int, language: Language, *, feminine: bool) -> str:
    """Write a number of things in letters, in figures from seventeen (Arabic: eleven) up."""
    if language is Language.FRENCH:
        if number == 1:
            return "une" if feminine else "un"
        return _FRENCH[number - 2] if 2 <= number <= 16 else digits(number, language)
    if not 3 <= number <= 10:
        return digits(number, language)
    return _ARABIC[number - 3] + ("" if feminine else "ة")


def can_spell(numbers: Iterable[int], language: Language) -> bool:
    """Return whether none of the numbers of a list needs figures."""
    most = 16 if language is Language.FRENCH else 10
    return all(1 <= number <= most for number in numbers)


def spelled(noun: Noun, number: int, case: Case, language: Language) -> str:
    """Write a number with its noun as `count` does, the number in letters («أربع نقط»)."""
    said = count(noun, number, case, language)
    # French counts one by a word of its own: there is no figure to replace.
    letters = in_letters(number, language, feminine=noun.feminine)
    return said.replace(digits(number, language), letters, 1)
