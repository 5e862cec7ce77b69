"""The order of words in lists: accents, hamzas and the Arabic article make no difference."""

COMPARED = 48  # characters: who reads a sorted list looks at the first words
# Neither engine sorts these letters beside the plain one.
ALIKE = {
    "a": "àâäÀÂÄ",
    "c": "çÇ",
    "e": "éèêëÉÈÊË",
    "i": "îïÎÏ",
    "o": "ôöÔÖ",
    "u": "ùûüÙÛÜ",
    "ا": "أإآٱ",
    "": "«»\u0640",
    " ": "\u00a0\u202f",
}
ARTICLE = " ال"  # at the beginning of a word
_PLAIN = str.maketrans({other: plain for plain, others in ALIKE.items() for other in others})


def order_key(text: str) -> str:
    """Return what a text is sorted by, in every list, as the store sorts it."""
    words = f" {text[:COMPARED]}".replace(ARTICLE, " ").translate(_PLAIN)
    return words.strip().lower()
