"""Phone numbers: read in any form, stored in E.164, shown in one form."""

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, shortnumberinfo

from outreach_app.rules.text import clean_line

_OWN_COUNTRY = 212
_NATIONAL_DIGITS = 10
_LONGEST = 64  # characters of one number, with country, spaces and extension
_DASHES = re.compile("[‐-―−﹣－·]")
_DIALLED = re.compile(r"\+?[\d\s().\-/]+")  # letters would be read as vanity digits
# «poste 12», «ext. 12», «x12», «#12», «تحويلة 12»: an extension after a number.
_EXTENSION = re.compile(
    r"[\s,;]*(?:poste|post|extension|ext|x|#|تحويلة|(?:الرقم )?الداخلي)[\s.:=]*(\d{1,6})\s*\Z",
    re.IGNORECASE,
)
# Short numbers of services: 177, and four or five digits of firms; 15 and 19 are known.
_SHORT = re.compile(r"1\d{2}|[1-9]\d{3,4}")
# «(+212) 6 …» and « +212 (0)6 … », as sites and signatures write them.
_BRACKETED = re.compile(r"\A\((\+|00)(\d{1,4})\)|(?<=\d)\s*\(0\)")
_SEPARATED = re.compile(r"\s*(?:[;|]|\s/\s|//|\bou\b|\bor\b|\bأو\b)\s*")


# A draft's number is checked, then written: it is read twice in a row.
@lru_cache(maxsize=512)
def find_phone(text: str) -> str | None:
    """Return the number in E.164 (`+212661234567`), or None if the text is not one number.

    Read as dialled in Morocco: +212, 00212 or 0, in Latin or Arabic-Indic digits. An extension
    follows as `;ext=12` (RFC 3966); a short number, which has no such form, is its digits.
    """
    if len(text) > _LONGEST:
        return None
    line = _DASHES.sub("-", clean_line(text).replace("\uff0b", "+").removeprefix("tel:"))
    found = _EXTENSION.search(line)
    extension = f";ext={int(found[1])}" if found else ""
    line = line[: found.start()] if found else line
    line = _BRACKETED.sub(r"\1\2", line)
    if not _DIALLED.fullmatch(line):
        return None
    try:
        number = phonenumbers.parse(line, "MA")
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_valid_number(number) or (line[:1] == "+" and _is_foreign(number)):
        return phonenumbers.format_number(number, PhoneNumberFormat.E164) + extension
    digits = "".join(str(int(sign)) for sign in line if sign.isdecimal())
    is_national = not extension and not line.startswith(("+", "00"))
    return digits if is_national and _is_short(digits, number) else None


def stored_phone(text: str | None) -> str | None:
    """Return the form in which a number is stored; text that is no number stays as it is."""
    return text and (find_phone(text) or text)


def has_usual_length(text: str) -> bool:
    """Return whether a text has the ten digits of a number as dialled in Morocco."""
    digits = [str(int(sign)) for sign in clean_line(text) if sign.isdecimal()]
    is_number = _DIALLED.fullmatch(clean_line(text)) is not None
    return is_number and len(digits) == _NATIONAL_DIGITS and digits[0] == "0"


def split_phones(text: str) -> list[str]:
    """Return the numbers in one text: `05 22 … / 06 61 …` are two."""
    if find_phone(text) is not None:
        return [text]
    parts = [part for part in _SEPARATED.split(text) if part]
    if len(parts) == 1 and "/" in text:
        parts = [part.strip() for part in text.split("/") if part.strip()]
        if any(find_phone(part) is None for part in parts):
            return [text]
    return parts


def is_landline(stored: str) -> bool:
    """Return whether a stored number is that of a place or a service, and identifies nobody."""
    return stored.startswith(("+2125", "+2128")) or not stored.startswith("+")


def show_phone(stored: str) -> str:
    """Return a stored number in groups: `+212 6 61 23 45 67`, an extension as `#12`.

    In Arabic text the caller isolates it, so that it stays left to right.
    """
    if not stored.startswith("+"):
        return stored
    e164, _mark, extension = stored.partition(";ext=")
    number = phonenumbers.parse(e164)
    if number.country_code == _OWN_COUNTRY:
        digits = str(number.national_number)
        pairs = [digits[start : start + 2] for start in range(1, len(digits), 2)]
        shown = " ".join(["+212", digits[0], *pairs])
    else:
        shown = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    return f"{shown} #{extension}" if extension else shown


def show_contact(line: str) -> str:
    """Return a phone number in its usual form, and any other contact as it is."""
    number = find_phone(line)
    return show_phone(number) if number else line


def _is_foreign(number: PhoneNumber) -> bool:
    """Return whether a number is possible in another country, by its length: plans change."""
    return number.country_code != _OWN_COUNTRY and phonenumbers.is_possible_number(number)


def _is_short(digits: str, number: PhoneNumber) -> bool:
    is_known = shortnumberinfo.is_valid_short_number_for_region(number, "MA")
    return is_known or _SHORT.fullmatch(digits) is not None
