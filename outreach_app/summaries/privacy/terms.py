"""How long data are kept, in words."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.numbers import digits

FR = Language.FRENCH
MONTHS = 12


def years_in_words(years: int, language: Language) -> str:
    """Return «3 سنوات», « 3 ans », « un an »."""
    number = digits(years, language)
    if language is FR:
        return f"{number}\u00a0ans" if years > 1 else "un\u00a0an"
    few = {1: "سنة واحدة", 2: "سنتين"}
    return few.get(years) or f"{number}\u00a0{'سنوات' if years <= 10 else 'سنة'}"


def months_in_words(months: int, language: Language) -> str:
    """Return «سنة واحدة», « 18 mois »: a term in years where it is one of whole years."""
    if months % MONTHS == 0:
        return years_in_words(months // MONTHS, language)
    number = digits(months, language)
    if language is FR:
        return f"{number}\u00a0mois"
    few = {1: "شهرا واحدا", 2: "شهرين"}
    return few.get(months) or f"{number}\u00a0{'أشهر' if 3 <= months % 100 <= 10 else 'شهرا'}"
