"""The review of a note's rows: tick, reword, choose a topic, change the kind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.notes.proposals import HeadField, ReadNote
from outreach_app.rules.dates import date_text, parse_date, parse_time
from outreach_app.rules.kinds import CommitmentOwner, PointKind
from outreach_app.rules.quick_dates import read_day
from outreach_app.rules.text import clean_line
from outreach_app.vocabulary import catalogue
from ui.drafts.session_sheet import PresentPartner, SessionSheet
from ui.notes.rows import (
    Group,
    Row,
    as_point,
    as_promise,
    as_referral,
    head_row,
    partner_row,
    point_row,
    promise_row,
    referral_row,
    unread_row,
)

# Checks a row's words: returns why they are refused, and what a person must check.
Screening = Callable[[Group, str], tuple[str, str]]

_TURNS = (Group.POINT, Group.PROMISE, Group.REFERRAL)


class Review:
    """A note's rows by their positions; nothing of the note is stored elsewhere.

    `partners` are the partners that it names; `sheet` is the session as typed so far,
    whose fields are never overwritten; `screen` checks words.
    """

    def __init__(
        self,
        note: ReadNote,
        partners: dict[UUID, PresentPartner],
        sheet: SessionSheet,
        today: date,
        screen: Screening,
    ) -> None:
        self.note = note
        self._today = today
        self._screen = screen
        self._sheet = sheet
        self._blank = SessionSheet(held_on=date_text(today))
        self.rows = [self._screened(row) for row in self._rows_of_note(partners)]

    @property
    def held_on(self) -> date:
        """The day from which due days are computed: the ticked one, else the typed one."""
        ticked = (row for row in self.rows if row.is_ticked and row.field is HeadField.HELD_ON)
        words = next((row.words for row in ticked), self._sheet.held_on)
        return parse_date(words) or self._today

    def turn_tick(self, place: int) -> None:
        """Tick or untick a row; of several values for a field only one is ticked."""
        row = self.rows[place]
        if row.group is Group.UNREAD:
            self.make_point(place)
        elif not (row.is_kept or row.refusal or (row.group is Group.REFERRAL and not row.code)):
            self._tick(place, is_ticked=not row.is_ticked)

    def take_topic(self, place: int, number: int) -> None:
        """Choose the first, second or third offered topic, and tick the row."""
        row = self.rows[place]
        if number <= len(row.topics):
            self.rows[place] = replace(row, topic=row.topics[number - 1])
            if not row.refusal and row.group is Group.POINT:
                self._tick(place, is_ticked=True)

    def turn_code(self, place: int) -> None:
        """Give a row the next kind, owner, destination or channel."""
        row = self.rows[place]
        codes = list(_codes(row))
        if codes:
            at = codes.index(row.code) if row.code in codes else -1
            code = codes[(at + 1) % len(codes)]
            self.rows[place] = replace(row, code=code, authority=None)

    def turn_role(self, place: int, step: int) -> int:
        """Turn a point into a commitment, a referral, and back; return its new position."""
        row = self.rows[place]
        if row.group not in _TURNS:
            return place
        group = _TURNS[(_TURNS.index(row.group) + step) % len(_TURNS)]
        if group is Group.POINT:
            turned = as_point(row)
        elif group is Group.PROMISE:
            turned = as_promise(row, self.held_on)
        else:
            turned = as_referral(row)
        return self._moved(place, turned)

    def make_point(self, place: int) -> int:
        """Turn an unread line into a point; return its new position."""
        row = self.rows[place]
        return self._moved(place, as_point(row)) if row.group is Group.UNREAD else place

    def reword(self, place: int, typed: str) -> None:
        """Change the words or the value of a row. Raises ValueError if the value is invalid."""
        row, text = self.rows[place], clean_line(typed)
        if row.field is not None:
            text = _field_text(row.field, text, self._today)
        elif not text:
            raise ValueError
        changed = replace(row, words=text, is_guessed=False)
        if row.group is Group.POINT:
            changed = replace(as_point(row, text), code=row.code, topic=row.topic)
        self.rows[place] = self._screened(replace(changed, is_ticked=not row.is_kept))

    def set_due(self, place: int, typed: str) -> None:
        """Set or clear the due day of a commitment. Raises ValueError for an invalid day."""
        day = read_day(typed, self.held_on) if typed.strip() else None
        if typed.strip() and day is None:
            raise ValueError
        self.rows[place] = replace(self.rows[place], due_on=day)

    def _tick(self, place: int, *, is_ticked: bool) -> None:
        row = self.rows[place]
        if is_ticked and row.field is not None:
            same = [i for i, other in enumerate(self.rows) if other.field is row.field]
            for other in same:
                self.rows[other] = replace(self.rows[other], is_ticked=False)
        self.rows[place] = replace(self.rows[place], is_ticked=is_ticked)

    def _moved(self, place: int, row: Row) -> int:
        """Move a row to the end of its group, or back to its position in the note."""
        del self.rows[place]
        row = self._screened(row)
        order = list(Group)
        before = [
            i
            for i, other in enumerate(self.rows)
            if (order.index(other.group), other.span or row.span)
            <= (order.index(row.group), row.span)
        ]
        new = before[-1] + 1 if before else 0
        self.rows.insert(new, row)
        return new

    def _screened(self, row: Row) -> Row:
        if not row.words or row.group is Group.UNREAD or row.group is Group.REFERRAL:
            return replace(row, refusal="", doubt="")
        refusal, doubt = self._screen(row.group, row.words)
        is_ticked = row.is_ticked and not refusal and not doubt
        return replace(row, refusal=refusal, doubt=doubt, is_ticked=is_ticked)

    def _rows_of_note(self, partners: dict[UUID, PresentPartner]) -> Iterator[Row]:
        yield from self._head(partners)
        note = self.note
        yield from (point_row(note, point) for point in note.points)
        yield from (promise_row(note, promise, partners) for promise in note.promises)
        yield from (referral_row(note, referral) for referral in note.referrals)
        yield from self._fields(Group.NEXT)
        yield from (unread_row(note, span) for span in note.unread)

    def _head(self, partners: dict[UUID, PresentPartner]) -> Iterator[Row]:
        """Yield the fields in the order of the editor, including those the note does not have."""
        found = list(self._fields(Group.HEAD))
        for field in HeadField:
            rows = [row for row in found if row.field is field]
            yield from rows
            if not rows and field in (HeadField.KIND, HeadField.CHANNEL):
                code = str(getattr(self._sheet, field))
                yield Row(Group.HEAD, None, field=field, code=code)
        present = {row.uid for row in self._sheet.partners}
        for named in self.note.partners:
            if (partner := partners.get(named.uid)) is not None:
                yield partner_row(partner, named.span, is_kept=named.uid in present)

    def _fields(self, group: Group) -> Iterator[Row]:
        seen: set[HeadField] = set()
        for proposal in self.note.head:
            is_first = proposal.field not in seen
            seen.add(proposal.field)
            row = head_row(proposal, is_first=is_first, is_kept=self._is_typed(proposal.field))
            if row.group is group:
                yield row

    def _is_typed(self, field: HeadField) -> bool:
        return bool(getattr(self._sheet, field) != getattr(self._blank, field))


def _codes(row: Row) -> Sequence[str]:
    """Return the possible codes of a row, in order."""
    if row.group is Group.POINT:
        return tuple(PointKind)
    if row.group is Group.PROMISE:
        return tuple(CommitmentOwner)
    if row.group is Group.REFERRAL:
        return tuple(catalogue("rf"))
    return tuple(catalogue("mt" if row.field is HeadField.KIND else "ch")) if row.code else ()


def _field_text(field: HeadField, typed: str, today: date) -> str:
    """Return the value of a header field as typed there. Raises ValueError if it is invalid."""
    if field in (HeadField.HELD_ON, HeadField.NEXT_ON):
        day = read_day(typed, today, is_past=field is HeadField.HELD_ON)
        if day is None:
            raise ValueError
        return date_text(day)
    if field in (HeadField.STARTS_AT, HeadField.ENDS_AT) and parse_time(typed) is None:
        raise ValueError
    if field in (HeadField.HEADCOUNT, HeadField.WOMEN) and not typed.isdecimal():
        raise ValueError
    return typed
