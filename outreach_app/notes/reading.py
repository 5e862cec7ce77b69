"""Reading of a note: text in, proposals for a session out, each with its source words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.notes.answering import answered_point
from outreach_app.notes.cues import cue
from outreach_app.notes.days import WrittenDay, due_day, written_days
from outreach_app.notes.gate import body_of, is_structured, with_every_line
from outreach_app.notes.head import read_head
from outreach_app.notes.layout import Layout, Piece, layout_of
from outreach_app.notes.lines import Line, lines_of
from outreach_app.notes.partners import PartnerIndex
from outreach_app.notes.proposals import (
    HeadField,
    HeadProposal,
    PartnerProposal,
    PointProposal,
    PromiseProposal,
    ReadNote,
    ReferralProposal,
)
from outreach_app.notes.roles import Part, Role, named_authorities, owner_of, parts_of
from outreach_app.notes.text import Span, bounded, folded, is_cut
from outreach_app.notes.topics import OFFERED, SURE, rank_topics
from outreach_app.rules.kinds import CommitmentOwner

_AT_PARTNER = "ch.partner_place"
_MOSTLY, _MOSTLY_NAMES = 0.8, 0.5  # of a line


def read_note(
    text: str, partners: PartnerIndex, today: date, held_on: date | None = None
) -> ReadNote:
    """Return the proposals of a note; any text is valid, and the result is deterministic.

    `held_on` is the day of the meeting if it is known already; the note's own day prevails.
    """
    note = _Reading(bounded(text), partners, today).read(held_on)
    return replace(note, is_cut=is_cut(text))


class _Reading:
    """One note being read: each step uses the results of the one before."""

    def __init__(self, text: str, partners: PartnerIndex, today: date) -> None:
        self._text = text
        self._folded = folded(text)
        self._index = partners
        self._today = today
        self._is_message = cue("message").search(self._folded) is not None

    def read(self, known_day: date | None) -> ReadNote:
        lines = lines_of(self._text, self._folded)
        layout = layout_of(self._text, self._folded, lines)
        head = self._head(lines, layout)
        taken = [proposal.span for proposal in head if proposal.field is not HeadField.NEXT_ON]
        parts = list(parts_of(self._folded, layout.pieces, taken))
        body = body_of(self._folded, layout, taken)
        is_open = is_structured(self._folded, layout, body, parts)
        if not is_open:
            parts = list(with_every_line(self._folded, body, parts))
        held_on = next((p.value for p in head if p.field is HeadField.HELD_ON), None)
        day = held_on if isinstance(held_on, date) else known_day
        present = self._present(layout, parts if is_open else [])
        parts = [part for part in parts if not _is_name(part, present)]
        points = tuple(self._point(part) for part in parts if part.role is Role.POINT)
        found = [*(p.span for p in head), *(p.span for p in present), *(p.span for p in parts)]
        return ReadNote(
            text=self._text,
            is_structured=is_open,
            head=tuple(head),
            partners=tuple(present),
            points=points,
            promises=tuple(self._promise(p, points, day) for p in parts if p.role is Role.PROMISE),
            referrals=tuple(self._referral(p, points) for p in parts if p.role is Role.REFERRAL),
            unread=tuple(line.span for line in lines if not any(map(line.span.meets, found))),
        )

    def _head(self, lines: list[Line], layout: Layout) -> list[HeadProposal]:
        """Return the head; of a chat's prefixes only the dates are used."""
        prefixes = [line.prefix for line in lines if line.prefix is not None]
        words, sent = self._folded, list[WrittenDay]()
        for span in prefixes:
            said = self._folded[span.start : span.end]
            days = written_days(said)
            sent += (replace(day, span=day.span.moved(span.start)) for day in days)
            words = words[: span.start] + " " * len(said) + words[span.end :]
        head = read_head(self._text, words, layout, sent, self._today)
        place = next((p.span for p in head if p.field is HeadField.PLACE), None)
        has_channel = any(p.field is HeadField.CHANNEL for p in head)
        if place is not None and not has_channel and self._partners_in(place):
            head.append(HeadProposal(HeadField.CHANNEL, _AT_PARTNER, place))
        return head

    def _present(self, layout: Layout, parts: list[Part]) -> list[PartnerProposal]:
        """Return the partners that are named as present: under a label, or in the head's prose."""
        absent = {uid for span in self._absent(layout) for uid, _at in self._partners_in(span)}
        others = [part.span for part in parts if part.role is not Role.POINT]
        found: dict[UUID, Span] = {}
        for span in self._where_present(layout):
            for uid, at in self._partners_in(span):
                if uid not in absent and not any(at.meets(other) for other in others):
                    found.setdefault(uid, at)
        return [PartnerProposal(uid, span) for uid, span in found.items()]

    def _partners_in(self, span: Span) -> list[tuple[UUID, Span]]:
        return [(named.uid, named.span) for named in self._index.find(self._folded, span)]

    def _absent(self, layout: Layout) -> Iterator[Span]:
        for piece in layout.pieces:
            words = self._folded[piece.span.start : piece.span.end]
            if piece.label == "absent" or (not piece.section and cue("absent").search(words)):
                yield piece.span

    def _where_present(self, layout: Layout) -> Iterator[Span]:
        has_begun = False
        for piece in layout.pieces:
            has_begun = has_begun or piece.is_item or bool(piece.section)
            is_named = piece.label in ("partners", "headcount", "women", "place")
            if is_named or not (piece.label or has_begun) or self._lists_names(piece):
                yield piece.span

    def _lists_names(self, piece: Piece) -> bool:
        """Return whether a line without a heading holds names of partners and little else."""
        if piece.label or piece.section or piece.row is not None:
            return False
        said = sum(span.end - span.start for _uid, span in self._partners_in(piece.span))
        return said >= _MOSTLY_NAMES * (piece.span.end - piece.span.start)

    def _point(self, part: Part) -> PointProposal:
        ranked = rank_topics(self._text[part.span.start : part.span.end])
        return PointProposal(
            span=part.span,
            kind=part.code,
            topics=tuple(topic for topic, _score in ranked[:OFFERED]),
            is_topic_sure=bool(ranked) and ranked[0][1] >= SURE,
            is_sure=part.is_cued or part.piece.is_item,
            row=part.piece.row,
        )

    def _promise(
        self, part: Part, points: tuple[PointProposal, ...], held_on: date | None
    ) -> PromiseProposal:
        words = self._folded[part.span.start : part.span.end]
        due_at = part.piece.due or part.span
        due = due_day(self._folded[due_at.start : due_at.end], held_on or self._today)
        is_past = due is not None and held_on is not None and due[0] < held_on
        owner = self._owner(words, part)
        partners = self._partners_in(part.span) if owner is CommitmentOwner.PARTNER else []
        authorities = named_authorities(words) if owner is CommitmentOwner.AUTHORITY else []
        return PromiseProposal(
            span=part.span,
            owner=owner,
            due_on=due[0] if due is not None and not is_past else None,
            partner=partners[0][0] if partners else None,
            authority=authorities[0] if authorities else None,
            point=answered_point(self._text, part, points),
        )

    def _owner(self, words: str, part: Part) -> CommitmentOwner:
        """Return the owner of a commitment; in a letter «nous» is the partner that wrote it."""
        cell = part.piece.owner
        if cell is not None and (named := self._folded[cell.start : cell.end].strip()):
            return owner_of(named, part.piece)
        if self._is_message and cue("message.theirs").search(words):
            return CommitmentOwner.PARTNER
        if self._is_message and cue("message.yours").search(words):
            return CommitmentOwner.OFFICE
        owner = owner_of(words, part.piece)
        is_unsaid = owner is CommitmentOwner.OFFICE and cue("office").search(words) is None
        first = Span(part.span.start, part.span.start + len(words) // 2)
        return CommitmentOwner.PARTNER if is_unsaid and self._partners_in(first) else owner

    def _referral(self, part: Part, points: tuple[PointProposal, ...]) -> ReferralProposal:
        point = answered_point(self._text, part, points)
        topics = rank_topics(self._text[part.span.start : part.span.end])
        topic = topics[0][0] if topics else None
        if point is not None and points[point].topics:
            topic = points[point].topics[0]
        return ReferralProposal(part.span, part.code, topic, point)


def _is_name(part: Part, present: list[PartnerProposal]) -> bool:
    """Return whether a part is little more than the name of somebody present."""
    names = (p.span for p in present if p.span.meets(part.span))
    said = sum(span.end - span.start for span in names)
    return part.role is Role.POINT and said >= _MOSTLY * (part.span.end - part.span.start)
