"""The proposals of a note as rows, with pure functions that change them."""

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from outreach_app.notes.days import due_day
from outreach_app.notes.proposals import (
    HeadField,
    HeadProposal,
    PointProposal,
    PromiseProposal,
    ReadNote,
    ReferralProposal,
)
from outreach_app.notes.roles import kind_cue, named_authorities
from outreach_app.notes.text import Span, folded
from outreach_app.notes.topics import OFFERED, SURE, rank_topics
from outreach_app.rules.dates import date_text
from outreach_app.rules.kinds import CommitmentOwner, PointKind
from ui.drafts.session_sheet import PresentPartner
from ui.words import time_text


class Group(StrEnum):
    """The groups of rows, in this order."""

    HEAD = "head"
    POINT = "point"
    PROMISE = "promise"
    REFERRAL = "referral"
    NEXT = "next"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal: its words or value, its source in the note, and whether it is ticked.

    `code` is the kind of a point, the owner of a commitment, the destination of a referral, or the
    code of a header field. `answers` is the source of the point that a commitment or a referral
    answers. `refusal` is why it cannot be used as it is, `doubt` what to check; `is_kept`
    if the session's field already has a typed value.
    """

    group: Group
    span: Span | None
    words: str = ""
    is_ticked: bool = False
    field: HeadField | None = None
    code: str = ""
    topic: str = ""
    topics: tuple[str, ...] = ()
    due_on: date | None = None
    partner: PresentPartner | None = None
    authority: str | None = None
    answers: Span | None = None
    refusal: str = ""
    doubt: str = ""
    is_kept: bool = False
    is_guessed: bool = False


def head_row(proposal: HeadProposal, *, is_first: bool, is_kept: bool) -> Row:
    """Return a header field; of several values the first is ticked."""
    value = proposal.value
    is_code = proposal.field in (HeadField.KIND, HeadField.CHANNEL)
    words = value if isinstance(value, str) else _value_text(value)
    return Row(
        group=Group.NEXT if proposal.field is HeadField.NEXT_ON else Group.HEAD,
        span=proposal.span,
        words="" if is_code else words,
        is_ticked=is_first and not is_kept,
        field=proposal.field,
        code=words if is_code else "",
        is_kept=is_kept,
        is_guessed=proposal.is_guessed,
    )


def partner_row(partner: PresentPartner, span: Span, *, is_kept: bool) -> Row:
    return Row(Group.HEAD, span, is_ticked=not is_kept, partner=partner, is_kept=is_kept)


def point_row(note: ReadNote, point: PointProposal) -> Row:
    """Return a point; ticked if the note is structured and marks it as one."""
    return Row(
        Group.POINT,
        point.span,
        note.words(point.span),
        is_ticked=note.is_structured and point.is_sure,
        code=point.kind,
        topic=point.topics[0] if point.topics and point.is_topic_sure else "",
        topics=point.topics,
    )


def promise_row(
    note: ReadNote, promise: PromiseProposal, partners: dict[UUID, PresentPartner]
) -> Row:
    return Row(
        Group.PROMISE,
        promise.span,
        note.words(promise.span),
        is_ticked=note.is_structured,
        code=promise.owner,
        due_on=promise.due_on,
        partner=partners.get(promise.partner) if promise.partner else None,
        authority=promise.authority,
        answers=_answered(note, promise.point),
    )


def referral_row(note: ReadNote, referral: ReferralProposal) -> Row:
    topics = (referral.topic,) if referral.topic else ()
    return Row(
        Group.REFERRAL,
        referral.span,
        note.words(referral.span),
        is_ticked=note.is_structured,
        code=referral.destination,
        topic=referral.topic or "",
        topics=topics,
        answers=_answered(note, referral.point),
    )


def unread_row(note: ReadNote, span: Span) -> Row:
    return Row(Group.UNREAD, span, note.words(span))


def as_point(row: Row, words: str | None = None) -> Row:
    """Return a line, a commitment or a referral as a point."""
    text = words if words is not None else row.words
    ranked = rank_topics(text)
    is_sure = bool(ranked) and ranked[0][1] >= SURE
    return replace(
        row,
        group=Group.POINT,
        words=text,
        is_ticked=True,
        code=kind_cue(folded(text)) or PointKind.CONCERN,
        topic=ranked[0][0] if is_sure else "",
        topics=tuple(topic for topic, _score in ranked[:OFFERED]),
        due_on=None,
        partner=None,
        authority=None,
        answers=None,
    )


def as_promise(row: Row, held_on: date) -> Row:
    """Return a row as a commitment of the office, due on the day in its words."""
    due = due_day(folded(row.words), held_on)
    return replace(
        row,
        group=Group.PROMISE,
        is_ticked=True,
        code=CommitmentOwner.OFFICE,
        due_on=due[0] if due is not None and due[0] >= held_on else None,
        partner=None,
        authority=None,
    )


def as_referral(row: Row) -> Row:
    """Return a row as a referral to the authority that it names, or to one to be chosen."""
    named = named_authorities(folded(row.words))
    code = named[0] if named else ""
    return replace(row, group=Group.REFERRAL, is_ticked=bool(code), code=code, due_on=None)


def _answered(note: ReadNote, point: int | None) -> Span | None:
    return None if point is None else note.points[point].span


def _value_text(value: date | time | int) -> str:
    if isinstance(value, date):
        return date_text(value)
    return time_text(value) if isinstance(value, time) else str(value)
