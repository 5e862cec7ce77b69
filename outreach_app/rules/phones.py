"""Phone numbers: any Moroccan way of writing in, E.164 in the store, one way of showing."""

import re
from functools import lru_cache

import phonenumbers

from outreach_app.rules.text import clean_line

_DIALLED = re.compile(r"\+?[\d\s().\-/]+")  # letters would be read as vanity digits


# A draft's number is checked, then written: it is read twice in a row.
@lru_cache(maxsize=16)
def find_phone(text: str) -> str | None:
    """Return the number in E.164 (`+212661234567`), or None if the text is not one valid number.

    Read as dialled from Morocco: +212, 00212 or 0, in Latin or Arabic-Indic digits.
    """
    line = clean_line(text).replace("\uff0b", "+")
    if not _DIALLED.fullmatch(line):
        return None
    try:
        number = phonenumbers.parse(line, "MA")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def show_phone(e164: str) -> str:
    """Group a stored number as people say it: `+212 6 61 23 45 67`.

    In Arabic text the caller isolates it, so that it stays left to right.
    """
    number = phonenumbers.parse(e164)
    if number.country_code != 212:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    digits = str(number.national_number)
    pairs = [digits[start : start + 2] for start in range(1, len(digits), 2)]
    return " ".join(["+212", digits[0], *pairs])
