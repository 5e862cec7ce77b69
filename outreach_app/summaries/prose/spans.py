"""Spans: runs of text that carry the fact that they say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; `fact` is the id of the fact it says, None for the sentence's own words."""

    text: str
    fact: str | None = None


Text = tuple[Span, ...]


def plain(text: Text) -> str:
    """Return the characters of a text, isolates included."""
    return "".join(span.text for span in text)
