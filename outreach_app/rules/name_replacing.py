"""Put a capacity instead of a name: its title goes, what is one word with it stays."""

import re
from dataclasses import dataclass

from outreach_app.rules.naming import TITLE_WORDS, NameFinder, spoken_name

_FEMININE = re.compile(
    r".*ة|Mme|Mlle|Madame|Mademoiselle|Dre|Professeure|Ingénieure", re.IGNORECASE
)
_ATTACHED = "[وف]?[بلك]?"
_TITLES = "|".join(TITLE_WORDS)
# The article is one letter after ل: «للسيد».
_AFTER_LAM = "|".join(word[1:] for word in TITLE_WORDS if word.startswith("ال"))
# With more titles after it: « Madame le Docteur ».
_MORE = rf"(?:(?:l[ea]\s+)?(?:{_TITLES})\.?\s+)*"
_TITLE_WORD = rf"{_TITLES}|(?<=ل)(?:{_AFTER_LAM})"
_TITLE = rf"(?P<title>{_TITLE_WORD})\.?\s+{_MORE}"
_TITLE_LAST = re.compile(rf"(?<!\w)(?P<attached>{_ATTACHED}){_TITLE}(?:l[ea]\s+)?$", re.IGNORECASE)
_TITLE_FIRST = re.compile(rf"(?P<attached>{_ATTACHED}){_TITLE}", re.IGNORECASE)
_CONTRACTED = {"du": "de ", "au": "à "}


@dataclass(frozen=True, slots=True)
class Capacity:
    """Hold what is said instead of a name, and after the title of a woman."""

    words: str
    feminine: str

    def after(self, attached: str, title: str) -> str:
        """Return the words with the Arabic particles that were one word with the name."""
        words = self.feminine if _FEMININE.fullmatch(title) else self.words
        is_joined = attached.endswith("ل") and words.startswith("ال")
        return attached + (words[1:] if is_joined else words)

    def parted_in(self, text: str) -> str:
        """Return a text without the article that « l’ » takes the place of: « du l’intéressé »."""
        if not self.words.startswith("l’"):
            return text
        article = rf"\b(du|au|le|la)\s+(?={re.escape(self.words)})"

        def parted(found: re.Match[str]) -> str:
            return _CONTRACTED.get(found[1].lower(), "")

        return re.sub(article, parted, text, flags=re.IGNORECASE)


def replace_name(text: str, name: str, capacity: Capacity) -> str:
    """Put a capacity where a text has the name as it is written, or a title with the family."""
    words = [re.escape(word) for word in spoken_name(name).split()]
    spaced, family = r"\s+".join(words), words[-1]
    reversed_ = r"\s+".join([family, *words[:-1]])
    ways = rf"(?:{_TITLE})?(?P<whole>{spaced}|{reversed_})"
    alone = rf"(?P<before>{_TITLE_WORD})\.?\s+{_MORE}{family}"
    pattern = rf"(?<!\w)(?P<attached>{_ATTACHED})(?:{ways}|{alone})(?!\w)"

    def put(found: re.Match[str]) -> str:
        return capacity.after(found["attached"], found["title"] or found["before"] or "")

    return capacity.parted_in(re.sub(pattern, put, text, flags=re.IGNORECASE))


def replace_span(text: str, span: range, capacity: Capacity, finder: NameFinder) -> str:
    """Put a capacity where a text names somebody, in any spelling, with the title before it."""
    before, said, rest = text[: span.start], text[span.start : span.stop], text[span.stop :]
    title = _TITLE_LAST.search(before)
    before = before[: title.start()] if title is not None else before
    title = title or _TITLE_FIRST.match(said)
    attached = title["attached"] if title is not None else _attached_to(said, finder)
    put = capacity.after(attached, title["title"] if title is not None else "")
    return capacity.parted_in(before + put + rest)


def _attached_to(said: str, finder: NameFinder) -> str:
    """Return the particles that are one word with a name, if it begins behind them."""
    longest = re.match(_ATTACHED, said)
    for end in range(longest.end() if longest else 0, 0, -1):
        article = "ا" if said[end - 1] == "ل" else ""
        for way in (said[end:], article + said[end:]):
            span = finder.find_span(way)
            if span is not None and span.start == 0:
                return said[:end]
    return ""
