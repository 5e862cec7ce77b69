"""The strength of a passphrase."""

from enum import IntEnum

from outreach_app.vault import MIN_PASSPHRASE


class Strength(IntEnum):
    """The strength of a passphrase, from refused to strong."""

    TOO_SHORT = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


def strength_of(passphrase: str) -> Strength:
    """Return the strength, mostly by length: several words resist guessing better than symbols."""
    if len(passphrase) < MIN_PASSPHRASE:
        return Strength.TOO_SHORT
    variety = len(set(passphrase.casefold()))
    kinds = sum(any(map(test, passphrase)) for test in (str.isalpha, str.isdigit, _is_neither))
    if variety < 6 or (kinds == 1 and len(passphrase) < 14):
        return Strength.WEAK
    return Strength.STRONG if len(passphrase) >= 18 and variety >= 9 else Strength.FAIR


def _is_neither(letter: str) -> bool:
    return not letter.isalnum()
