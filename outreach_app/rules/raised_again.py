"""How a point repeats one of an earlier meeting: in its words, or as the reminder that it is."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from outreach_app.rules.folding import fold_words
from outreach_app.rules.text import clean_line
from outreach_app.rules.two_languages import may_say_the_same
from outreach_app.vocabulary import Phrase, edition, phrases

# « Rappel du point du 31/03 : … », «تذكير بما أثير يوم 31/3: …».
_REMINDER = re.compile(r"\W*(?:rappel|relance|تذكير|تكرار)\w*\b(?P<of>[^:]{0,60}):", re.IGNORECASE)
# « Un participant : “…” », «قال أحد الحاضرين: «…»».
_SPEECH = re.compile(r"[^:«“\"]{1,40}: ?[«“\"](?P<said>.+)[»”\"]\W*")
_DAY = re.compile(r"(?<!\d)(?P<day>\d{1,2}) ?[/.-] ?(?P<month>\d{1,2})(?!\d)")
# Fewer words do not tell one matter from another of its topic: « Éclairage public ».
_FEWEST_WORDS = 4


def texts_of(text: str | None, translation: str | None, phrase: str | None) -> tuple[str, ...]:
    """Return the words of a point in each language it is held in; a frequent point has both."""
    known = phrases().get(phrase or "") or (_frequent(edition()).get(fold_words(text or "")))
    labels = (known.ar, known.fr) if known else ()
    return tuple(dict.fromkeys(filter(None, (text, translation, *labels))))


def wordings(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Return the words of a point in each language it is held in, if they are enough to tell it."""
    found = (_bare(text) for text in texts if text)
    return tuple(words for words in found if len(words.split()) >= _FEWEST_WORDS)


def repeats(later: Iterable[str], earlier: Iterable[str]) -> bool:
    """Return whether the words of a later point hold all those of an earlier one."""
    said = tuple(later)
    return any(words in told for words in earlier for told in said)


def are_one_matter(later: Iterable[str | None], earlier: Iterable[str | None]) -> bool:
    """Return whether two points, each in the languages it is held in, say one matter.

    Of few words, they say it where they are the same.
    """
    said, told = (tuple(_bare(text) for text in texts if text) for texts in (later, earlier))
    return bool(set(said) & set(told)) or repeats(said, wordings(told))


def may_be_one_matter(later: Iterable[str], earlier: Iterable[str]) -> bool:
    """Return whether a point in one language alone may raise again one in the other alone.

    Nobody knows whether it does: it is only to be asked, and told to be compared.
    """
    said, told = ([_bare(text) for text in texts] for texts in (later, earlier))
    return may_say_the_same(said, told)


def is_reminder(text: str) -> bool:
    """Return whether a text says that it recalls an earlier one."""
    return _REMINDER.match(_said(text)) is not None


def recalled_day(text: str, said_on: date) -> date | None:
    """Return the day that a reminder names, the last such before it was given; None without one."""
    reminder = _REMINDER.match(_said(text))
    named = _DAY.search(reminder["of"]) if reminder else None
    if named is None:
        return None
    days = (_day(year, named) for year in (said_on.year, said_on.year - 1))
    return next((day for day in days if day and day < said_on), None)


@lru_cache(1)
def _frequent(_edition: int) -> dict[str, Phrase]:
    """Return the frequent points by their words in either language."""
    return {fold_words(words): each for each in phrases().values() for words in (each.ar, each.fr)}


def _day(year: int, named: re.Match[str]) -> date | None:
    try:
        return date(year, int(named["month"]), int(named["day"]))
    except ValueError:
        return None


def _bare(text: str) -> str:
    """Return the words of what was said, without the reminder before them."""
    line = _said(text)
    reminder = _REMINDER.match(line)
    return fold_words(line[reminder.end() :] if reminder else line)


def _said(text: str) -> str:
    """Return what was said in one line, without who is told to have said it."""
    line = clean_line(text)
    speech = _SPEECH.fullmatch(line)
    return speech["said"].strip() if speech else line
