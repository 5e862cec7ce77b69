"""Access to the properties of a contact: by name, by language, private or not."""

from collections.abc import Iterable, Sequence

from outreach_app.i18n import Language
from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.text import clean_line, language_of
from outreach_app.transfer.vcards import Property

# Labels of a phone that people give to private numbers and addresses; folded.
_HOME = frozenset({"home", "domicile", "maison", "perso", "personnel", "prive", "منزل", "شخصي"})
Names = tuple[str | None, str | None]


def of(properties: Sequence[Property], *names: str) -> list[Property]:
    """Return the properties of these names, those of the first name first."""
    return [part for name in names for part in properties if part.name == name]


def is_home(part: Property) -> bool:
    """Return whether a number or an address is private."""
    said = (part.label.strip("_$!<>"), *(type_.removeprefix("x-") for type_ in part.types))
    words = {bare(word) for text in said for word in fold_words(text).split()}
    return "work" not in part.types and not words.isdisjoint(_HOME)


def names_of(properties: Iterable[Property]) -> Names:
    """Return the names in these properties, in each language."""
    return by_language(part.text for part in properties)


def by_language(texts: Iterable[str]) -> Names:
    """Return the first Arabic text and the first other one."""
    lines = [line for line in map(clean_line, texts) if line]
    is_arabic = [language_of(line) is Language.ARABIC for line in lines]
    arabic = (line for line, is_ in zip(lines, is_arabic, strict=True) if is_)
    other = (line for line, is_ in zip(lines, is_arabic, strict=True) if not is_)
    return next(arabic, None), next(other, None)
