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
_ARTICLE = "ال"
# Nouns whose «ال» is no article but the beginning of their form, as in «التزام».
_NO_ARTICLE = (
    "التزام", "التماس", "التحاق", "التقاء", "التقاط", "التباس", "التفات", "التفاف", "التهاب",
    "التصاق", "التئام", "التجاء", "التواء",
)  # fmt: skip
# Those that begin like one of these nouns, and have an article: «التماسك» is «تماسك».
_ARTICLE_AFTER_ALL = "التزامن", "التماسك", "التقاطع"
# What the beginning of a word becomes, in this order; ALIKE makes a plain letter of the «ٱ».
BEGINNINGS = (
    *((f" {word}", f" {word.removeprefix(_ARTICLE)}") for word in _ARTICLE_AFTER_ALL),
    *((f" {word}", f" ٱ{word[1:]}") for word in _NO_ARTICLE),
    (f" {_ARTICLE}", " "),
)
_PLAIN = str.maketrans({other: plain for plain, others in ALIKE.items() for other in others})


def order_key(text: str) -> str:
    """Return what a text is sorted by, in every list, as the store sorts it."""
    words = f" {text[:COMPARED]}"
    for written, compared in BEGINNINGS:
        words = words.replace(written, compared)
    return words.translate(_PLAIN).strip().lower()
