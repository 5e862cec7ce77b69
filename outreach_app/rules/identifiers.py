"""Detection of unique identifiers of a person in a text, e.g. an identity card number (L3)."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from outreach_app.rules.plain_signs import PLAIN_SIGNS, without_entities

COVERED = "•••"


class Identifier(StrEnum):
    """What no text may contain, by the code of its problem."""

    IDENTITY_NUMBER = "identity_number"
    PLATE = "plate"
    CONTACT = "contact_in_text"
    ACCOUNT = "bank_account"


# A URL or a record's own id contains letters and digits that are not a card's.
_NO_WORDS = re.compile(
    r"https?://\S+|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.IGNORECASE
)
# A number over a year is a file's («D1234/2026»), not a card's.
_END = r"(?!\d|@[\w-]+\.\w|/\d{2,4}\b)"
_NO_YEAR = r"(?!(?:19|20)\d\d(?!\d))"
# Letters that precede or follow other numbers: «BP 20000», «LE 14 10 26», «20000 DH».
_NO_CARD = (
    r"(?:AU|BP|CP|DE|DH|DU|EN|ET|LE|ML|NO|NR|OU|RC|RN|RP|RR|TF|TP|PV|IF|BO|OM|[NAPRLD])(?![A-Za-z])"
)
_UNIT = r"(?:DHS?|MAD|CM|G|H|HA|KG|KM|KO|KW|KWH|M|MM|MO|MW|T)\b"
# A number followed by people, homes or money is not a card's.
_COUNTED = r"(?!\s?(?:dhs?\b|dirhams?|mad\b|euros?|hab|pers|foyer|logement|part|%|درهم|نسمة|شخص))"
# A card number is one or two letters and four to seven digits: joined, or in pairs of digits.
_JOINED = re.compile(
    r"(?<![A-Za-z0-9@])[A-Za-z]{1,2}(?:\d{4,7}|\d{2}(?:[ ._-]\d{2}){1,2}(?:[ ._-]\d{1,2})?)" + _END
)
# Also joined to the word before, or with letters that look like digits.
_GLUED = re.compile(r"(?<=[a-z])[A-Z]{2}\d{5,7}" + _END)
_LOOKALIKE = re.compile(
    r"(?<![A-Za-z0-9@])[A-Za-z]{1,2}(?=(?:[IlO]?\d){4})[\dIlO]{5,7}(?![A-Za-z0-9@])"
)
# Separated, it is capitals and five digits or more, without letters that precede other numbers.
_PARTED = re.compile(
    rf"(?<![A-Za-z0-9])(?!{_NO_CARD})"
    r"[A-Z][ ._/-]?[A-Z]?[ ._/:-]{1,2}(?!(?:19|20)\d\d[ ._-])\d(?:[ ._-]?\d){4,6}" + _END
)
# Two letters are a card's whatever separates them, a line break or «numéro» included.
_SIGN = r"(?:[^\w@:/\n]|_)"
_NUMBER_WORD = (
    r"(?:n°|no|num[eé]ro|رقم|puis|suivie?s? (?:de|du|par)|chiffres?|et le (?:no|num[eé]ro)|ثم"
    r"|متبوعة? ب)"
)
_SIGNED = re.compile(
    rf"(?<![A-Za-z0-9])(?<!\d )(?!{_NO_CARD})[A-Z]{_SIGN}?[A-Z]"
    rf"(?:[\W_]{{1,3}}(?:{_NUMBER_WORD}[\W_]{{0,2}})?|(?=\d\d)){_NO_YEAR}"
    rf"\d(?:{_SIGN}?\d){{4,6}}{_END}{_COUNTED}"
)
# In any groups of digits, unless these are a file's number with its year, or a date.
_FILED = (
    r"(?!\d+(?:/\d\d|[/-](?:19|20)\d\d)(?![\d/])"
    r"|(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:\d\d|(?:19|20)\d\d)(?!\1?\d))"
)
_GROUPED = re.compile(
    rf"(?<![A-Za-z0-9])(?<!\d )(?!{_NO_CARD})[A-Z]{{2}}[ ._/-]?{_NO_YEAR}{_FILED}"
    rf"\d(?:[._/-]?\d){{4,6}}{_END}{_COUNTED}"
)
# In small letters, what begins the numbers of an office that issues cards and is no word.
_SECOND = {
    "b": "abefhjklmw", "c": "bc", "d": "abc", "e": "ab", "g": "abijkmn", "h": "h", "i": "ab",
    "j": "bcfhkmty", "k": "ab", "l": "bcfg", "m": "c", "q": "ab", "r": "bx", "s": "hjkly", "t": "k",
    "u": "abcd", "v": "bm", "w": "ab", "x": "a", "z": "ght",
}  # fmt: skip
_PAIRS = "|".join(rf"{first}\.?[{second}]" for first, second in _SECOND.items())
# With spaces too, as a number of pupils can stand behind a class («CM2 24 31»).
_SPACED = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_PAIRS.upper()})(?=\d){_NO_YEAR}{_FILED}"
    rf"\d(?:[ ._/-]?\d){{4,6}}{_END}{_COUNTED}"
)
_SMALL = re.compile(
    rf"(?<![\w'’@.])(?:{_PAIRS})\.?[ -](?!(?:19|20)\d\d(?!\d))"
    rf"\d(?:[ ._-]?\d){{4,5}}{_END}{_COUNTED}"
)
# In threes behind the same sign, as neither days nor hours are written: « BK:412:987 ».
_THREES = re.compile(
    rf"(?<![\w'’@.])(?i:{_PAIRS})([_:])\d{{3}}\1\d{{3,4}}(?![\w:]|/\d{{2,4}}\b){_COUNTED}"
)
_BROKEN = re.compile(
    rf"(?<![A-Za-z0-9])(?!{_NO_CARD})[A-Z]{{2}}[ \n]?(?=(?:\d\n?){{5,7}}(?!\d))"
    rf"\d+(?:\n\d+)+{_END}{_COUNTED}"
)
# The letters after the digits.
_BEHIND = re.compile(
    rf"(?<![\w@.,/-])(?<!\d[ :])\d{{5,7}}(?:[ (\[]{{0,2}}(?!{_NO_CARD}|{_UNIT})[A-Z]{{2}}"
    rf"|(?!(?i:{_NO_CARD}|{_UNIT}))[a-z]{{2}})(?![\w'’@]|[ |/-]{{1,3}}\d)"
)
# Arabic letters used for the card's; a single one may be a preposition.
_ARABIC = re.compile(
    r"(?<![\u0621-\u064a])(?:[\u0621-\u064a]{2}|[^\Wوبلفكa-zA-Z\d_])-?\d{5,7}(?!\d)"
)
# Separated, or spelt by name. A post box and the register of commerce have numbers too.
_LETTER_NAMES = (
    "الف|باء|تاء|ثاء|جيم|حاء|خاء|دال|ذال|راء|زاي|سين|شين|صاد|ضاد|طاء|ظاء|عين|غين|فاء|قاف|كاف"
    "|لام|ميم|نون|هاء|واو|ياء"
)
_ARABIC_PARTED = re.compile(
    r"(?<!\w)(?!ص\W?ب|س\W?ت)(?:[\u0621-\u064a][ ._/-]{1,2}[\u0621-\u064a]"
    rf"|(?:{_LETTER_NAMES})[\W_]{{1,2}}(?:{_LETTER_NAMES}))[\W_]{{1,3}}"
    rf"(?:رقم\W{{1,2}})?\d(?:[ ._-]?\d){{4,6}}{_END}"
)
_CARD = (
    r"(?:\bC\.?\s?[IN]\.?\s?[NI]\.?(?:\s?E\b)?|carte (?:nationale|d.identit[ée])"
    r"|بطاق(?:ة|ته|تها) (?:ال)?(?:تعريف|وطنية)|بطاقت(?:ه|ها)\b|البطاقة الوطنية|ب\.?\s?ت\.?\s?و\b)"
)
_CALLED = r"(?:\W{0,3}(?:n°|nº|no|num[ée]ro|رقم(?:ها|ه)?)\W{0,3}|\s*[:=(]\s*|\s)"
# After the card's name the digits alone are enough: at once, or five together a few words later.
_NAMED = re.compile(
    rf"{_CARD}(?:{_CALLED}{{1,2}}(?:[A-Za-z]\W?){{0,2}}\W?(?!(?:19|20)\d\d(?!\d))"
    r"\d(?:[ ._-]?\d){3,7}"
    rf"|[^\d\n]{{0,25}}?(?<!\d)\d{{5,8}})(?!\d)",
    re.IGNORECASE,
)
# Papers with a number of their own; how many of them were asked for or given is not one.
_PAPER = re.compile(
    r"(?:(?:titres?|cartes?|permis) de sejour|permis de conduire|passeports?"
    r"|(?:رخص(?:ة|ته|تها)|بطاق(?:ة|ته|تها)|سند|جواز) (?:ال)?(?:سياقة|اقامة|سفر))"
    rf"{_CALLED}{{1,2}}(?:[A-Z]{{1,2}}\W?)?(?!(?:19|20)\d\d(?!\d))(?:\d{{1,2}}[/-])?\d{{5,8}}"
    rf"(?![\d/]){_COUNTED}(?!\s?(?:demande|dossier|candidat|titulaire|delivr|طلب|ملف|مترشح))",
    re.IGNORECASE,
)
# The number that a social fund gives to one person; a company's own has seven digits.
_FUND = (
    r"(?:\b(?:C\.?\s?N\.?\s?S\.?\s?S|AMO|CNOPS|CIMR|RCAR)(?![^\W\d_])\.?|s[ée]curit[ée] sociale"
    r"|الضمان الاجتماعي|التغطية الصحية)"
)
_SOCIAL = re.compile(
    # What begins with 0, or is longer, is its telephone. Numbers of people are followed by words.
    rf"{_FUND}[^\d\n]{{0,25}}?(?!(?:\d\d[ ._-]\d\d[ ._-])?(?:19|20)\d\d(?!\d))"
    r"[1-9](?:\d{7,9}|(?:[ ._-]?\d){8})"
    rf"(?![ ._-]?\d){_COUNTED}"
    r"(?!\s?(?:b[ée]n[ée]f|assur|adh[ée]r|مستفيد|مؤمن|منخرط))",
    re.IGNORECASE,
)
_SOCIAL_BEHIND = re.compile(
    r"(?<![\d.,/-])[1-9]\d{8}(?!\d)\s?[(:,-]?\s?(?:(?:a|de|aupres de|chez|في|لدى) ?)?(?:la |l.)?"
    + _FUND,
    re.IGNORECASE,
)
# Car registrations: «12345-أ-6», «12345 | A | 6»; with spaces, letters that are not a word.
_PLATE = re.compile(
    r"(?<![\d/.-])(?:(?:\d{1,5} ?[-|/_] ?[A-Za-z\u0621-\u064a] ?[-|/_] ?|\d{4,5} [ابدهط] )\d{1,2}"
    r"|\d{1,2}(?: [ابدهط] \d|([-|/_])[A-Za-z\u0621-\u064a]\1\d?)\d{4})(?![\d/.-])(?! ?(?:درهم|dh))"
    r"|(?<!\w)WW[ -]?\d{3,6}(?!\d)"
)
# With spaces and a Latin letter, in a text that is not all in capitals («DE 1200 A 15 EUROS») and
# without numbers that are round or a post code.
_PLATE_LATIN = re.compile(
    r"(?<![\d/.,-])(?<!DE )(?<!ENTRE )(?!(?:19|20)\d\d )\d{3,4}[1-9] [ABDEHTW] \d{1,2}"
    r"(?![\d/.:%-]| ?\d| [A-Z%])"
)
_DATE = r"(?:\d\d([./-])(?:0?[1-9]|1[0-2])\1|0[67][./-])(?:19|20)\d\d(?!\d)"
# A mobile reaches one person. The numbers of offices and services (05, 08, 19) are allowed.
_MOBILE_START = r"(?:(?:\+|00)?2[ .-]?1[ .-]?2\)?[ .-]?(?:\(0\))?[ .-]?|0[ .-]?|(?<!\w)O)[67]"
_MOBILE_SIGN = r"[ .,()/·•_-]?"
_MOBILE = re.compile(rf"(?<![\d/])(?!{_DATE}){_MOBILE_START}(?:{_MOBILE_SIGN}\d){{8}}(?!\d)")
# With letters that look like digits: joined, or each beside a digit.
_MOBILE_LOOKALIKE = re.compile(r"(?<!\w)[0O][67](?=(?:[IlO]?\d){5})[\dIlO]{8}(?!\w)")
_MOBILE_LOOKALIKES = re.compile(
    rf"(?<![\w/]){_MOBILE_START}(?!(?:{_MOBILE_SIGN}\d){{8}})"
    rf"(?:{_MOBILE_SIGN}(?:\d|[IlO](?=\d)|(?<=\d)[IlO])){{8}}(?!\w)"
)
# With letters of like shape in pairs, one of them over every day: « 07 61 23 4S 67 ».
_MISTYPED = r"(?:\d[BSZ]|[BSZ]\d)"
_MOBILE_MISTYPED = re.compile(
    r"(?<![\w/.,:-])(?<!\d )0[67]([ .-]?)(?=(?:\w\w\1){0,3}(?:3[2-9]|[4-9]\d))"
    rf"(?=(?:\d\d\1){{0,3}}{_MISTYPED})(?:\d\d|{_MISTYPED})(?:\1(?:\d\d|{_MISTYPED})){{3}}"
    r"(?![\w/]|[ .,-]\d)"
)
# With the same separator between pairs, as two times of day have as well.
_MOBILE_PAIRS = re.compile(r"(?<![\d:])0[67]([:|\n]|\)\()\d\d(?:\1\d\d){3}(?![\d:])")
# In pairs with other signs between. Days and numbers in a list ascend, and no day is over 31.
_APART = r"(?: ?[^\w\s:,;%] ?|[,;]| |)"
_FALLS = rf"(?:{'|'.join(f'{tens}[0-9]{_APART}[0-{tens - 1}]' for tens in range(1, 10))})"
_MOBILE_APART = re.compile(
    rf"(?<![\d.,:/-])(?<!\d )(?!{_DATE})0 ?[67](?=(?:{_APART}\d\d){{0,2}}{_APART}{_FALLS})"
    rf"(?=(?:{_APART}\d\d){{0,3}}{_APART}(?:3[2-9]|[4-9]\d))"
    rf"(?:{_APART}\d\d){{4}}(?! ?[^\w\s]? ?\d)"
)
# After what a telephone is called, also without the first 0.
_MOBILE_CALLED = re.compile(
    r"(?:\b(?:t[eé]l(?:[eé]phone)?|gsm|portable|mobile|whatsapp)\b|(?:هاتف|جوال|محمول|واتساب)[ها]{0,2}\b)"
    r"[^\d\n]{0,15}?(?<!\d)[67](?:[ .-]?\d){8}(?! ?\d)",
    re.IGNORECASE,
)
# 24 digits: bank, place, account and key, whatever separates them; or with a country's letters.
_BETWEEN = r"[ ./_:\n-]?"
_ACCOUNT = re.compile(
    rf"(?<!\d)\d{{3}}{_BETWEEN}\d{{3}}{_BETWEEN}(?:\d{{4}}{_BETWEEN}){{4}}\d\d(?!\d)"
)
_IBAN = re.compile(
    r"(?<![A-Za-z0-9])(?:MA|FR|ES|BE|IT|DE|NL|GB|CH|PT|TN|DZ|SN|MR)\d{2}"
    r"(?:[ -]?[A-Z0-9]{4}){3,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])"
)
# One character before the @ is enough; reading all of them takes quadratic time on a long word.
_EMAIL = re.compile(
    r"[\w.+\"-](?:@ ?| @ )[\w-]+"
    r"(?:\.(?:[a-z]{2,}|[\u0621-\u064a]{2,})| \. ?(?:com|fr|ma|net|org)\b)",
    re.IGNORECASE,
)

_PATTERNS: dict[Identifier, tuple[re.Pattern[str], ...]] = {
    Identifier.IDENTITY_NUMBER: (
        _JOINED, _GLUED, _LOOKALIKE, _PARTED, _SIGNED, _GROUPED, _SPACED, _SMALL, _THREES, _BROKEN,
        _BEHIND, _ARABIC, _ARABIC_PARTED, _NAMED, _PAPER, _SOCIAL, _SOCIAL_BEHIND,
    ),
    Identifier.PLATE: (_PLATE, _PLATE_LATIN),
    Identifier.CONTACT: (
        _MOBILE, _MOBILE_APART, _MOBILE_CALLED, _MOBILE_PAIRS, _MOBILE_LOOKALIKE,
        _MOBILE_LOOKALIKES, _MOBILE_MISTYPED, _EMAIL,
    ),
    Identifier.ACCOUNT: (_ACCOUNT, _IBAN),
}  # fmt: skip
# Spelt character by character, with one separator or in brackets: B/E/1/2/3/4/5/6.
# The first digit may be joined to the letters: J8 4 5 6 7 2. « B2 3 4 5 6 7 » lists buildings.
_LIST = "|".join(f"{digit}.{digit + 1}.{digit + 2}" for digit in range(8))
_SPELT = re.compile(
    rf"(?<![^\W_])(?:[^\W_]([\W_])[^\W_](?:\1[^\W_]){{5,}}"
    rf"|[A-Za-z]{{1,2}}(?!{_LIST})\d([\W_])\d(?:\2\d){{4,}})(?![^\W_])|(?:\([^\W_]\)){{7,}}"
)
# The first of a run of one separator: « BE...384...756 » is read as « BE.384.756 ».
_KEPT = re.compile(r"([\W_])\1*|[^\W_]")
_RUN = re.compile(r"([\W_])\1+")
_MARKS = re.compile(r"[\W_]")
_TELLING = re.compile(r"[\d@]")  # every pattern needs one of these
_TEXTS_KEPT = 1024
# Text that is drawn right to left.
_TURNED = re.compile("\u202e([^\u202c]*)")


def find_identifiers(text: str) -> list[Identifier]:
    """Return the kinds of identifiers in a text, each once."""
    return list(_kinds_in(text))


# A form is checked at every keystroke: all of its texts but one are unchanged since the last.
@lru_cache(_TEXTS_KEPT)
def _kinds_in(text: str) -> tuple[Identifier, ...]:
    plain = _closed(_plain(without_entities(text)))
    if _TELLING.search(plain) is None:
        return ()
    turned = _closed(_plain(without_entities(_TURNED.sub(lambda found: found[1][::-1], text))))
    readings = {plain, _SPELT.sub(_join_spelt, plain), turned}
    return tuple(
        kind
        for kind, patterns in _PATTERNS.items()
        if any(pattern.search(reading) for pattern in patterns for reading in readings)
    )


def _join_spelt(spelt: re.Match[str]) -> str:
    return _MARKS.sub("", spelt[0])


def cover_identity_numbers(text: str) -> str:
    """Return the text with identity numbers covered, for files that are not encrypted."""
    if Identifier.IDENTITY_NUMBER not in find_identifiers(text):
        return text
    written = without_entities(text)
    hidden = {at for span in _identity_numbers(written) for at in span}
    return "".join(
        COVERED * (at - 1 not in hidden) if at in hidden else sign
        for at, sign in enumerate(written)
    )


def _identity_numbers(text: str) -> Iterator[range]:
    """Yield the range of characters of each identity number in a clean text."""
    written = [at for at, sign in enumerate(text) for _ in PLAIN_SIGNS[ord(sign)]]
    kept = [found.start() for found in _KEPT.finditer(_plain(text))]
    plain, patterns = _closed(_plain(text)), _PATTERNS[Identifier.IDENTITY_NUMBER]
    found = [match for pattern in patterns for match in pattern.finditer(plain)]
    spelt = _SPELT.finditer(plain)
    found += [each for each in spelt if any(one.search(_join_spelt(each)) for one in patterns)]
    for match in found:
        yield range(written[kept[match.start()]], written[kept[match.end() - 1]] + 1)


def _closed(plain: str) -> str:
    return _RUN.sub(r"\1", plain)


def _plain(text: str) -> str:
    """Return a clean text as a person reads it, each character replaced by a plain one or none."""
    return _NO_WORDS.sub(lambda found: " " * len(found[0]), text.translate(PLAIN_SIGNS))
