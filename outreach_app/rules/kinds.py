"""The closed sets that say what kind a thing is; the sets of statuses are in `statuses`.

The columns that hold one of them stay text: what came from elsewhere may hold a value that this
version does not know, and is shown as it is.
"""

from enum import StrEnum


class OfficeRole(StrEnum):
    """What an office is in the network; it decides what it may do and which pages it has."""

    PRECINCT = "precinct"
    HEADQUARTERS = "headquarters"


class PointKind(StrEnum):
    """What a partner raised in a meeting."""

    CONCERN = "concern"
    REQUEST = "request"
    SUGGESTION = "suggestion"
    QUESTION = "question"
    RUMOUR = "rumour"
    THANKS = "thanks"


class CommitmentOwner(StrEnum):
    """Who has to keep a commitment; `OFFICE` is the one whose meeting it was made in."""

    OFFICE = "office"
    PARTNER = "partner"
    AUTHORITY = "authority"


class TextKind(StrEnum):
    """The free texts of a meeting that its summary prints, and that can be translated."""

    SUBJECT = "subject"
    PLACE = "place"
    POINT = "point"
    REPLY = "reply"
    COMMITMENT = "commitment"
    OUTCOME = "outcome"
    ANSWER = "answer"
    ASSESSMENT = "assessment"


class BundleDirection(StrEnum):
    """Whether an exchange file left this store or came to it."""

    OUT = "out"
    IN = "in"
