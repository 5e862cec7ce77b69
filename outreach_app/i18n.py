"""Languages and message catalogues: Arabic and French, from English message ids.

Registers and documents are in Arabic and French. The screen and the command line also speak
English, for those who maintain the program and its computers.
"""

import gettext as gettext_module
import os
import re
import sys
import unicodedata
from collections.abc import Callable
from contextvars import ContextVar, copy_context
from enum import StrEnum
from functools import cache
from pathlib import Path

if sys.platform == "win32":
    import ctypes

DOMAIN = "outreach"
TRANSLATIONS = Path(__file__).parent.parent / "translations"
_OPEN, _CLOSE, _OPENERS = "\u2066", "\u2069", "\u2066\u2067\u2068"
_RIGHT_TO_LEFT, _BY_FIRST_LETTER = "\u2067", "\u2068"
_ARABIC = "[\u0620-\u065f\u066e-\u06ef]+"
# With what joins them in the name of a file.
_ARABIC_WORDS = re.compile(f"{_ARABIC}(?:[ _-]+{_ARABIC})*")
# Control characters, ends of paragraphs, and the marks that turn all that follows round.
_BREAKING_OUT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]")


class Language(StrEnum):
    """A language of records and documents, by its ISO 639 code."""

    ARABIC = "ar"
    FRENCH = "fr"

    @property
    def locale(self) -> str:
        """The Moroccan locale: a bare `ar` would give Egypt's months, digits and week."""
        return f"{self.value}_MA"

    @property
    def other(self) -> "Language":
        return Language.FRENCH if self is Language.ARABIC else Language.ARABIC

    @property
    def is_right_to_left(self) -> bool:
        return self is Language.ARABIC


class ScreenLanguage(StrEnum):
    """A language of the screen and of the command line, by its ISO 639 code."""

    ARABIC = "ar"
    FRENCH = "fr"
    ENGLISH = "en"

    @property
    def locale(self) -> str:
        """The locale of dates and numbers; English puts the day before the month."""
        return "en_GB" if self is ScreenLanguage.ENGLISH else self.written.locale

    @property
    def written(self) -> Language:
        """The language in which records are read under this one: French for English."""
        return Language.ARABIC if self is ScreenLanguage.ARABIC else Language.FRENCH

    @property
    def next(self) -> "ScreenLanguage":
        """The language that the language button switches to: Arabic or French."""
        is_arabic = self is ScreenLanguage.ARABIC
        return ScreenLanguage.FRENCH if is_arabic else ScreenLanguage.ARABIC


AnyLanguage = Language | ScreenLanguage
_screen: ContextVar[ScreenLanguage] = ContextVar("screen", default=ScreenLanguage.ARABIC)


@cache
def messages(language: AnyLanguage) -> gettext_module.NullTranslations:
    """Load the compiled catalogue of a language; `scripts/run` and `scripts/test` compile it."""
    if language == ScreenLanguage.ENGLISH:
        return gettext_module.NullTranslations()
    # Opened by its path: the search of gettext for it loads every language that systems know.
    file = TRANSLATIONS / language.value / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with file.open("rb") as compiled:
        return gettext_module.GNUTranslations(compiled)


def use(language: AnyLanguage) -> None:
    """Set the language of messages and screens, in this thread's context."""
    _screen.set(ScreenLanguage(language.value))


def screen() -> ScreenLanguage:
    """Return the language of messages, dates and names of codes on the screen."""
    return _screen.get()


def current() -> Language:
    """Return the language in which records are read if they are written in both."""
    return screen().written


def of_system() -> ScreenLanguage:
    """Return the user's language on this computer: Arabic, French, or else English.

    Arabic if the system states none, as for a service or a bare system.
    """
    named = _windows_language() if sys.platform == "win32" else _posix_language()
    if not named:
        return ScreenLanguage.ARABIC
    return ScreenLanguage(named) if named in tuple(ScreenLanguage) else ScreenLanguage.ENGLISH


def _posix_language() -> str:
    said = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "" if said.partition(".")[0] in ("C", "POSIX") else said[:2]


def _windows_language() -> str:
    if sys.platform == "win32":
        # The low ten bits are the language without its country. Source: Windows, LANGID.
        primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return {0x01: "ar", 0x0C: "fr"}.get(primary, "en")
    return ""


def gettext(message: str) -> str:
    """Return a message in the language of the screen."""
    return messages(screen()).gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """Return a message in the form that a number takes in the language of the screen."""
    return messages(screen()).ngettext(one, many, number)


def said_in(language: AnyLanguage, text: Callable[[], str]) -> str:
    """Return a text in one language, whatever the current one is."""
    context = copy_context()
    context.run(use, language)
    return context.run(text)


def set_apart(words: str) -> str:
    """Wrap words in isolates: their first letter decides their direction.

    Words whose letters are all in isolates have that of the screen: nothing would decide it.
    Source: Unicode Standard Annex 9, P2.
    """
    depth, mark = 0, _BY_FIRST_LETTER
    for sign in words:
        if sign in _OPENERS:
            mark = _RIGHT_TO_LEFT if current().is_right_to_left else _OPEN
        depth += (sign in _OPENERS) - (sign == _CLOSE)
        if depth == 0 and sign.isalpha():
            mark = _BY_FIRST_LETTER
            break
    return f"{mark}{words}{_CLOSE}"


def isolate(text: str) -> str:
    """Wrap digits, a phone number, a file or a name in isolates, so that its order is kept.

    It runs from left to right, unless it begins with an Arabic letter. A line break in it becomes a
    space; what else would break out of the isolate, or drive the terminal, is written as its
    escape. Source: Unicode Standard Annex 9, directional isolates.
    """
    text = on_one_line(text)
    begins_in_arabic = unicodedata.bidirectional(text[:1] or " ") == "AL"
    return f"{_RIGHT_TO_LEFT if begins_in_arabic else _OPEN}{text}{_CLOSE}"


def isolate_file(name: str) -> str:
    """Wrap the name of a file in isolates: it runs from left to right, its end at the right.

    Its Arabic words keep their own direction; without isolates of theirs the digits beside them,
    which are read from the left, would follow them: «جلسة-2026-42.pdf».
    """
    parts = _ARABIC_WORDS.sub(
        lambda found: f"{_RIGHT_TO_LEFT}{found[0]}{_CLOSE}", on_one_line(name)
    )
    return f"{_OPEN}{parts}{_CLOSE}"


def on_one_line(text: str) -> str:
    """Return a text from elsewhere with what breaks out of its line as a space or an escape."""
    if _BREAKING_OUT.search(text) or not _is_closed(text):
        return "".join(map(_visible, text))
    return text


def _is_closed(text: str) -> bool:
    """Return whether the isolates inside a text are closed in it."""
    depth = 0
    for sign in text:
        depth += (sign in _OPENERS) - (sign == _CLOSE)
        if depth < 0:
            return False
    return depth == 0


def _visible(sign: str) -> str:
    if sign in "\n\r\t\u2028\u2029":
        return " "
    is_seen = _BREAKING_OUT.match(sign) is None and sign not in _OPENERS + _CLOSE
    return sign if is_seen else f"\\u{ord(sign):04x}"
