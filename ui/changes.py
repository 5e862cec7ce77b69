"""Signals that pages listen to: what each commit changed."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Signal


class Topic(StrEnum):
    """What a write can change: the nouns of the journal, and what is local to this store."""

    OFFICE = "office"
    ENTRY = "entry"
    PARTNER = "partner"
    PERSON = "person"
    IDENTITY = "identity"
    DISTINCTION = "distinction"
    CLAIM = "claim"
    MENTION = "mention"
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
    """The signals of the open office; `happened` carries a frozenset of the topics that changed.

    `closing`: the office is about to close, so pending writes must be flushed now.
    `erased`: the names and contacts that were erased; discard typed text that holds one.
    `plugged`: a removable drive was plugged in or pulled out.
    """

    happened = Signal(object)
    erased = Signal(object)
    closing = Signal()
    plugged = Signal()

    def tell(self, topics: Iterable[Topic]) -> None:
        """Emit `happened` for these topics."""
        self.happened.emit(frozenset(topics))
