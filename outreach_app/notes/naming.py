"""Recognition of a person's name in text: a title, and a name after it."""

from outreach_app.notes.cues import cue, opening
from outreach_app.notes.text import WORD, folded


def names_somebody(words: str) -> bool:
    """Return whether a title is followed by a word that is not an office or a place.

    It proves nothing, as no list of names would: it asks a person to look.
    """
    text = folded(words)
    for title in cue("title").finditer(text):
        after = text[title.end() :].lstrip(" .")
        if WORD.match(after) and opening("title.office").match(after) is None:
            return True
    return False
