"""What people can ask about their own data, how it is verified and answered. Source: law 09-08."""

from datetime import date, timedelta
from enum import StrEnum

from outreach_app.rules.delays import DAYS_TO_ANSWER


class ClaimKind(StrEnum):
    """The rights of articles 7, 8 and 9, and the erasure that follows from the last."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    OBJECTION = "objection"
    ERASURE = "erasure"


class IdentityCheck(StrEnum):
    """How the claimant's identity was verified; no copy and no number of a document is kept."""

    CARD_SHOWN = "card_shown"
    KNOWN = "known"
    SIGNED_LETTER = "signed_letter"
    PROXY = "proxy"
    NOT_YET = "not_yet"


class Decision(StrEnum):
    """The result of a claim; each refusal is one of the permitted grounds.

    FILED_IN_ERROR closes what nobody asked: its number stays, and no time runs.
    """

    GRANTED = "granted"
    NOTHING_HELD = "nothing_held"
    WITHDRAWN = "withdrawn"
    NOT_THE_PERSON = "not_the_person"
    KEPT_BY_LAW = "kept_by_law"
    UNFOUNDED = "unfounded"
    FILED_IN_ERROR = "filed_in_error"


# They erase the name; an objection also goes through the texts that name the person.
ERASING = frozenset({ClaimKind.OBJECTION, ClaimKind.ERASURE})
NEAR = timedelta(days=3)
# Nouns that are shared only by the computers of one office.
OFFICE_ONLY = frozenset({"claim", "mention"})


def day_to_answer(kind: str | None, received_on: date, days: int) -> date:
    """Return the last of the office's `days`, clear ones, not counting the day of receipt.

    For a rectification there are never more than the law gives.

    The law adds the day after the last one: a claim of the 6th is shown as due on the 16th, a day
    before its limit, so that a holiday makes nobody late.
    """
    most = DAYS_TO_ANSWER if kind == ClaimKind.RECTIFICATION else days
    return received_on + timedelta(days=min(days, most))
