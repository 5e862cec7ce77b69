"""A name or a title in two languages."""

from dataclasses import dataclass
from typing import Protocol

from outreach_app.i18n import Language, current


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A name or a title that the office wrote in one or both languages."""

    ar: str | None
    fr: str | None

    def prefer(self, language: Language) -> tuple[str, Language] | None:
        """Return the text in that language, or else the other one, with the language it is in."""
        own, other = (self.ar, self.fr) if language is Language.ARABIC else (self.fr, self.ar)
        if own:
            return own, language
        return (other, language.other) if other else None


class Named(Protocol):
    """Anything named in both languages, such as an office or the card of a station."""

    @property
    def name_ar(self) -> str: ...

    @property
    def name_fr(self) -> str: ...


def shown_name(named: Named) -> str:
    """Return the name in the language of the screen."""
    return named.name_ar if current() is Language.ARABIC else named.name_fr
