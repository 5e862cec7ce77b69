"""How a document spells what is searched in it: vowel marks and kashidas are no letters."""

import re
from collections import Counter

_MARKS = "[\u064b-\u065f\u0670\u0640]"


def spelling_in(text: str, words: str) -> str:
    """Return the words as a text spells them most often, or without marks if it does not have them.

    The search in a PDF compares every character, and looks for one spelling.
    """
    letters = re.sub(_MARKS, "", words)
    if not letters:
        return words
    pattern = "".join(f"{re.escape(letter)}{_MARKS}*" for letter in letters)
    ((spelling, _times),) = Counter(re.findall(pattern, text, re.IGNORECASE)).most_common(1) or [
        (letters, 0)
    ]
    return spelling if re.search(_MARKS, spelling) else letters
