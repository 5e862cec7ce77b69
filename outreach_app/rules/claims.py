"""What a person may ask about its own data, how that is checked and answered. Source: law 09-08."""

from datetime import date, timedelta
from enum import StrEnum


class ClaimKind(StrEnum):
    """The rights of articles 7, 8 and 9, and the erasure that follows from the last."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    OBJECTION = "objection"
    ERASURE = "erasure"


class IdentityCheck(StrEnum):
    """How whoever asked was known to be the person; no copy and no number is kept of it."""

    CARD_SHOWN = "card_shown"
    KNOWN = "known"
    SIGNED_LETTER = "signed_letter"
    PROXY = "proxy"
    NOT_YET = "not_yet"


class Decision(StrEnum):
    """How a claim ended; each refusal is one of the grounds that may be given."""

    GRANTED = "granted"
    NOTHING_HELD = "nothing_held"
    WITHDRAWN = "withdrawn"
    NOT_THE_PERSON = "not_the_person"
    KEPT_BY_LAW = "kept_by_law"
    UNFOUNDED = "unfounded"


# Of these the name is erased; an objection goes through the texts that name the person too.
ERASING = frozenset({ClaimKind.OBJECTION, ClaimKind.ERASURE})
NEAR = timedelta(days=3)


def day_to_answer(received_on: date, days: int) -> date:
    """Return the last of so many clear days; the day of receipt is none of them.

    The law adds the day after the last one: a claim of the 6th is shown as due on the 16th, a day
    before its limit, so that a holiday makes nobody late.
    """
    return received_on + timedelta(days=days)
