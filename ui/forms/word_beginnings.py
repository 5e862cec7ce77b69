"""Which entries of a list have a word that begins with what is typed, and which comes first."""

from outreach_app.rules.folding import bare, fold_words

BEGINS_A_NAME, BEGINS_A_WORD, IS_INSIDE = range(3)


def beginnings(*texts: str) -> str:
    """Return every text from each folded word on, with and without its article, after a space.

    What begins with the first word of a text begins a line.
    """
    parts: list[str] = []
    for text in texts:
        words = fold_words(text).split()
        for place, word in enumerate(words):
            start = " " if place else "\n "
            rest = words[place + 1 :]
            parts += [start + " ".join((each, *rest)) for each in (word, bare(word))]
    return "".join(parts)


def rank(asked: str, found_by: str) -> int:
    """Return how near the folded words come to the beginning of a name."""
    if f"\n{asked}" in f"\n{found_by}":
        return BEGINS_A_NAME
    return BEGINS_A_WORD if f" {asked.lstrip()}" in found_by else IS_INSIDE
