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
_EIGHT_ALONE = "ثمانٍ"  # without its noun it loses its yāʾ


def in_letters(number: int, language: Language, *, feminine: bool) -> str:
    """Write a number of things in letters, in figures from seventeen (Arabic: eleven) up.

    Its noun does not follow: see `spelled`.
    """
    if language is Language.FRENCH:
        if number == 1:
            return "une" if feminine else "un"
        return _FRENCH[number - 2] if 2 <= number <= 16 else digits(number, language)
    letters = _arabic(number, feminine=feminine)
    return _EIGHT_ALONE if letters == _ARABIC[5] else letters


def _arabic(number: int, *, feminine: bool) -> str:
    """Write a number before its noun."""
    if not 3 <= number <= 10:
        return digits(number, Language.ARABIC)
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
    if language is Language.ARABIC:
        letters = _arabic(number, feminine=noun.feminine)
    return said.replace(digits(number, language), letters, 1)
