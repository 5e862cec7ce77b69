"""What begins as a place is called, and given names that have the article as places do."""

import re

from outreach_app.rules.folding import fold_words

_OF_PLACE = re.compile(r"(?:[ae]l|l[ae]s?|hay|quartier|حي)\b|l['’]|ال", re.IGNORECASE)
_GIVEN = frozenset(
    fold_words(
        "المهدي الحسين الحسن المصطفى المختار العربي الطيب المكي الهادي البشير العياشي الطاهر"
        " Mehdi Mahdi Houssine Houcine Hassan Hassane Mustapha Mostafa Mokhtar Arbi Tayeb Mekki"
        " Hadi Bachir Ayachi Tahar"
    ).split()
)
_ARTICLES = frozenset(("el", "al"))


def is_of_place(name: str) -> bool:
    """Return whether a name begins as that of a place: « Hay Riad », « El Amal ».

    Not so a given name that has the article, before a family name: « El Mehdi Kettani ».
    """
    words = [fold_words(word) for word in name.split()]
    given = words[1:] if words[:1] and words[0] in _ARTICLES else words
    return bool(_OF_PLACE.match(name)) and not (len(given) > 1 and given[0] in _GIVEN)
