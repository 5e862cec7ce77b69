"""A name or a title in two languages."""

from dataclasses import dataclass

from outreach_app.i18n import Language


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
