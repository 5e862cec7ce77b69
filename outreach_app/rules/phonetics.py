"""A phonetic key of names, the same for an Arabic name and its French or English spellings."""

import re
from dataclasses import dataclass
from functools import lru_cache

from outreach_app.rules.folding import bare_words, join_particles

_VOWELS = "aeiuy"
_ARTICLES = {
    "el", "al", "es", "er", "ech", "esh", "ez", "ed", "en", "et", "as", "ar", "ad", "an", "at", "l",
    "ال",
}  # fmt: skip
_ENDS_OF_COMPOUNDS = re.compile(r"الدين|الله|[aeiu]?(?:ddine?|llah)|dine?")

# Lower-case letters are themselves; capitals are sounds that Latin script writes with two letters.
_ARABIC_SOUNDS = str.maketrans(
    {"ا": "a", "ع": "a", "ى": "a", "ة": "a", "ي": "i", "و": "u", "ء": None,
     "ب": "b", "ت": "t", "ث": "t", "ط": "t", "ج": "j", "ح": "h", "ه": "h", "خ": "X", "د": "d",
     "ذ": "d", "ض": "d", "ظ": "d", "ر": "r", "ز": "z", "س": "s", "ص": "s", "ش": "C", "غ": "G",
     "ف": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n"}
)  # fmt: skip
_ARABIC_RULES = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("الله$", "ل"),
        ("الاله$", "الال"),
        ("ا[ةه]$", "ات"),
        ("(?<!نزي)(?<!وجي)(?<!نبي)ه$", "ة"),
        ("(?<=ي)ع$", ""),
        ("^ال(?!يا|هام$)(?=..)", ""),
        ("^ل(?=[حع])", ""),
        ("^ابو", "بو"),
        ("^ولد", "اولد"),  # Ould, also joined to what follows
        ("(?<=عبد)ال(?=[تثدذرزسشصضطظلن])", ""),
        ("(?<=.)ا([^اويىةعء])([^اويىةعء])$", r"ا\1ي\2"),  # خالد is read Khalid
        ("^و", "W"),
        ("^ي", "Y"),
        ("وي(?=[ةى]?$)", "Wي"),
    )
]
_LATIN_RULES = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("il?lah$", "al"),
        ("llah$", "l"),
        ("tch|sch|ch|sh", "C"),
        ("kh", "X"),
        ("gh|(?<![aeiouy])rh", "G"),
        ("dj", "j"),
        ("dh", "d"),
        ("th", "t"),
        ("ph|v", "f"),
        ("c(?=[eiy])", "s"),
        ("ck|[cqg]", "k"),
        ("x", "ks"),
        ("p", "b"),
        ("^(?:ou|w)(?=[aeiuy])", "W"),
        ("(?:ou|w)(?=(?:[iy]|ia|ya)$)", "W"),
        ("ou|oo|w|o", "u"),
        ("ee", "i"),
        ("^[iy](?=[aeu])", "Y"),
        (r"^e([srztdnC])\1", r"\1"),
        ("^el(?!ia|ya)(?=...)|^al(?=[^aeiuyl]..)", ""),
        ("^l(?:a?(?=h)|e?(?=[^aeiuyl][^aeiuy])|(?=[^aeiuyl]))", ""),
        (r"^l(?=a(?:a|ya|([^aeiuyl])(?!\1)[^aeiuy]))", ""),
        ("^abu", "bu"),
        (r"(.)\1+", r"\1"),
        ("(?<=abd)u(?=l)", "a"),
        ("(?<=abd)[ae]l(?=[tdrzsCn])", "e"),
        (r"(?<=[^aeiuy])e$", ""),
        (r"(?<=a)([^aeiuy])e(?=[^aeiuy]$)", r"\1i"),  # Khaled is Khalid
    )
]
_ENDING_SOUND = {"e": "a", "y": "i"}

# Keys of one name that the rules do not unify.
_SAME_KEYS = {
    "md": "mhmd", "mhmid": "mhmd", "amhmd": "mhmd", "adris": "dris", "abrhim": "brhim",
    "asmil": "smil", "ambrik": "mbrik", "amrbit": "mrbit", "tmi": "thmi", "mhsn": "mhsin",
    "aum": "am", "tha": "ta", "slh": "slih", "anur": "anr", "ftm": "ftma", "ftim": "ftma",
    "ftmzhra": "ftma zhra",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NamePart:
    """One word of a name, with dropped or joined parts: `el hassan`, `نور الدين`."""

    written: str
    key: str
    start: str  # the consonants alone: prefix of the keys of longer words


def name_key(name: str) -> str:
    """Return one key for each word of a name; all its spellings give the same.

    Keys are separated by spaces. A key is the consonants, an initial vowel, the class of a final
    vowel, and the i or u before the last consonant: محمد and Mohamed are `mhmd`, كريم and Karim
    `krim`. Articles are left out, particles joined: Ben Ali and بنعلي are `bnli`. Titles are kept.
    """
    return " ".join(part.key for part in name_parts(name) if part.key)


def name_parts(name: str) -> list[NamePart]:
    """Return a name's words with their keys; a key can be empty (ء) or two words (Fatimazahra)."""
    return [NamePart(written, *_key_and_start(joined)) for written, joined in _joined_words(name)]


def _joined_words(name: str) -> list[tuple[str, str]]:
    """Return each word as written, with its article or ending, and as it sounds."""
    words: list[tuple[str, str]] = []
    article = ""
    for word, _ in join_particles(bare_words(name)):
        if word in _ARTICLES:
            article += f"{word} "
        elif words and _ENDS_OF_COMPOUNDS.fullmatch(word):
            written, joined = words[-1]
            words[-1] = (f"{written} {article}{word}", joined + word.replace("الدين", "دين"))
            article = ""
        else:
            words.append((article + word, word))
            article = ""
    return words or [(article.strip(), "")] if article else words


@lru_cache(8192)  # words: names share most of theirs
def _key_and_start(word: str) -> tuple[str, str]:
    if not word:
        return "", ""
    is_arabic = "\u0621" <= word[0] <= "\u064a"
    for pattern, sound in _ARABIC_RULES if is_arabic else _LATIN_RULES:
        word = pattern.sub(sound, word)
    key, start = _skeleton(word.translate(_ARABIC_SOUNDS))
    return _SAME_KEYS.get(key, key), start


def _skeleton(sounds: str) -> tuple[str, str]:
    """Return the key of a word written in the sounds above, and its consonants."""
    body = sounds.rstrip(_VOWELS)
    ending = sounds[len(body) :][-1:]
    first = "a" if sounds[:1] in {*_VOWELS} else ""
    before, last = _consonants(body[:-1]), body[-1:]
    marker = "" if ending else _inner_vowel(body[:-1])
    key = first + before + marker + last + _ENDING_SOUND.get(ending, ending)
    return key.lower(), (first + before + last).lower()


def _consonants(sounds: str) -> str:
    return "".join(sound for sound in sounds if sound not in _VOWELS)


def _inner_vowel(before: str) -> str:
    """Return the i or u between the last consonant and what precedes it."""
    vowels = before[len(before.rstrip(_VOWELS)) :]
    if "i" in vowels or "y" in vowels:
        return "i"
    return "u" if vowels.endswith("u") else ""
