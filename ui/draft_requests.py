"""Requests to type on in a draft, one for each page that has forms."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ContinueDraft:
    """Type on in the draft of a session, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class ContinueEntry:
    """Type on in the draft of a rumour, publication, remark or awareness action, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class ContinuePartner:
    """Type on in the draft of a partner, or of a person of one, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class ContinuePromise:
    """Type on in the draft of a new commitment, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class ContinueClaim:
    """Type on in the draft of a person's request, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class ContinuePlan:
    """Type on in the draft of a meeting to plan, by its key."""

    key: str
