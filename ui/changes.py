"""What changed, said once after each commit."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Signal


class Topic(StrEnum):
    """What a write may change: the records of the journal, and what is local to this store."""

    OFFICE = "office"
    ENTRY = "entry"
    PARTNER = "partner"
    PERSON = "person"
    IDENTITY = "identity"
    DISTINCTION = "distinction"
    CLAIM = "claim"
    MEETING = "meeting"
    ATTENDANCE = "attendance"
    POINT = "point"
    COMMITMENT = "commitment"
    REFERRAL = "referral"
    ISSUE = "issue"
    REPLY = "reply"
    PUBLICATION = "publication"
    RUMOUR = "rumour"
    FINDING = "finding"
    READING = "reading"
    REVIEW = "review"
    CLARIFICATION = "clarification"
    PROPOSAL = "proposal"
    STATION = "station"
    BUNDLE = "bundle"
    CONFLICT = "conflict"
    DRAFT = "draft"


EVERYTHING: Final = frozenset(Topic)


class Changes(QObject):
    """Emits `happened` with the topics that a write changed, as a frozenset.

    `closing` says that the office is about to close: what waits to be written must be written now.
    `erased` carries the names and contacts that were erased: what was typed with one must go.
    `plugged` says that a stick was plugged in or pulled out.
    """

    happened = Signal(object)
    erased = Signal(object)
    closing = Signal()
    plugged = Signal()

    def tell(self, topics: Iterable[Topic]) -> None:
        """Say that these topics changed."""
        self.happened.emit(frozenset(topics))
