"""Languages and message catalogues: Arabic and French, from English message ids."""

import gettext as gettext_module
from collections.abc import Callable
from contextvars import ContextVar, copy_context
from enum import StrEnum
from functools import cache
from pathlib import Path

DOMAIN = "outreach"
TRANSLATIONS = Path(__file__).parent.parent / "translations"


class Language(StrEnum):
    """A language of the program, by its ISO 639 code."""

    ARABIC = "ar"
    FRENCH = "fr"

    @property
    def locale(self) -> str:
        """The Moroccan locale: bare `ar` would give Egypt's months, digits and week."""
        return f"{self.value}_MA"

    @property
    def other(self) -> "Language":
        return Language.FRENCH if self is Language.ARABIC else Language.ARABIC

    @property
    def is_right_to_left(self) -> bool:
        return self is Language.ARABIC


_current: ContextVar[Language] = ContextVar("language", default=Language.ARABIC)


@cache
def messages(language: Language) -> gettext_module.NullTranslations:
    """Load the compiled catalogue of one language; `scripts/run` and `scripts/test` compile it."""
    return gettext_module.translation(DOMAIN, TRANSLATIONS, [language.value])


def use(language: Language) -> None:
    """Choose the language of messages and screens from here on (in this thread's context)."""
    _current.set(language)


def current() -> Language:
    return _current.get()


def gettext(message: str) -> str:
    """Return the message in the current language."""
    return messages(current()).gettext(message)


def said_in(language: Language, text: Callable[[], str]) -> str:
    """Return a text in one language, whatever the current one is."""
    context = copy_context()
    context.run(use, language)
    return context.run(text)


def isolate(text: str) -> str:
    """Wrap digits, a phone or a Latin name in U+2066…U+2069: it keeps its order in either text.

    Source: Unicode Standard Annex 9, directional isolates.
    """
    return f"\u2066{text}\u2069"
