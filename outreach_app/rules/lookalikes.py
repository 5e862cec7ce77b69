"""Names that look the same: what two of them have in common."""

import re

from outreach_app.rules.folding import fold_words

# Letters that look like a Latin or a usual Arabic one, after folding, or like nothing. A capital I,
# a small l and a 1 are one stroke.
_LOOKALIKES = str.maketrans(
    "авекмнорстухгіјѕԁһӏαονρτυκιεχγƒıɑɡɩłøđiǀ10ڢڡٯںے",
    "abekmhopctyxrljsdhlaovptuklexyflagllodllloففقني",
    "\u115f\u1160\u3164\uffa0",  # letters that leave no mark
)
# Two letters that look like one.
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
# Digits of an Arabic word, folded as above, that look like its letters: ١ and ٥.
_ARABIC_DIGITS = str.maketrans("l5", "اه")
_ARABIC = re.compile("[\u0621-\u064a]")


def look_of(name: str) -> str:
    """Return a name's look: no spaces, no case, and one letter for all that look like it."""
    letters = fold_words(name).translate(_LOOKALIKES)
    for pair, one in _PAIRS:
        letters = letters.replace(pair, one)
    words = letters.split()
    return "".join(w.translate(_ARABIC_DIGITS) if _ARABIC.search(w) else w for w in words)
